// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultScheme } from '../../src/crypto/algorithms.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { importPkcs1, importSpki } from '../../src/crypto/spki.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { NonEmpty } from '../../src/model/bytes.ts';
import type { TimeWindow } from '../../src/model/instant.ts';
import type { CertificateAuthority, TransparencyLog } from '../../src/model/trusted-root.ts';

/** A trusted root read as loosely as a test may: the tests of x509 do not rest on the reader of trust/. */
export interface LooseRoot {
  readonly authorities: readonly CertificateAuthority[];
  readonly ctlogs: readonly TransparencyLog[];
}

const base64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

// biome-ignore lint/suspicious/noExplicitAny: JSON of a test
type Json = any;

function window(validFor: Json): TimeWindow {
  return {
    notBefore: parseRfc3339(validFor.start).time,
    notAfter: validFor.end === undefined ? null : parseRfc3339(validFor.end).time,
  };
}

export function looseRoot(file: string): LooseRoot {
  const root: Json = JSON.parse(readFileSync(file, 'utf8'));
  return {
    authorities: root.certificateAuthorities.map((authority: Json) => ({
      uri: authority.uri ?? '',
      chain: authority.certChain.certificates.map((one: Json) =>
        base64(one.rawBytes),
      ) as unknown as NonEmpty<Uint8Array>,
      validFor: window(authority.validFor),
    })),
    ctlogs: root.ctlogs.map(({ publicKey, logId, baseUrl }: Json) => {
      const bytes = base64(publicKey.rawBytes);
      const key = publicKey.keyDetails.startsWith('PKCS1_') ? importPkcs1(bytes) : importSpki(bytes);
      return { ...looseLog(key.spki, window(publicKey.validFor), baseUrl), logId: base64(logId.keyId) };
    }),
  };
}

/** A log by its key alone: its id is the digest of the key (RFC 6962 §3.2). */
export function looseLog(spki: Uint8Array, validFor: TimeWindow, baseUrl = ''): TransparencyLog {
  const key = importSpki(spki);
  const logId = Uint8Array.from(Buffer.from(sha256Hex(spki), 'hex'));
  return {
    baseUrl,
    logId,
    key,
    scheme: defaultScheme(key, null),
    hash: 'sha256',
    validFor,
  } as unknown as TransparencyLog;
}

/** Every certificate list of every JSON document under a folder, leaf first. */
export function bundleChains(folder: string): { readonly file: string; readonly chain: readonly Uint8Array[] }[] {
  const found: { file: string; chain: readonly Uint8Array[] }[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory).sort()) {
      const path = join(directory, entry);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.(json|jsonl|sigstore|build\.slsa|bundle)$|intoto/.test(entry)) documents(path);
    }
  };
  const documents = (file: string): void => {
    const text = readFileSync(file, 'utf8');
    for (const part of [text, ...text.split('\n')]) {
      let value: Json;
      try {
        value = JSON.parse(part);
      } catch {
        continue;
      }
      collect(file, value);
      if (part === text) return;
    }
  };
  const collect = (file: string, value: Json): void => {
    if (Array.isArray(value)) for (const one of value) collect(file, one);
    if (value === null || typeof value !== 'object') return;
    const material = value.verificationMaterial;
    const list = material?.x509CertificateChain?.certificates ?? (material?.certificate ? [material.certificate] : []);
    const chain = Array.isArray(list) ? list.map((one: Json) => base64(one?.rawBytes ?? '')) : [];
    if (chain.length > 0) found.push({ file, chain });
    for (const one of Object.values(value)) collect(file, one);
  };
  walk(folder);
  return found;
}
