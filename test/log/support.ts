// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { digest } from '../../src/crypto/digest.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importKeyFile } from '../../src/crypto/public-key.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { openEvidence } from '../../src/envelope/open-evidence.ts';
import type { SignerKey } from '../../src/log/entry-bodies/bind.ts';
import type { LogEntryRequest, LoggedEntry } from '../../src/log/logged-entry.ts';
import { verifyLogEntry } from '../../src/log/verify-log-entry.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { Check, Checked } from '../../src/model/check.ts';
import type { HashName } from '../../src/model/public-key.ts';
import type { SignedEntity } from '../../src/model/signed-entity.ts';
import type { TransparencyLog } from '../../src/model/trusted-root.ts';
import type { Verified } from '../../src/model/verified.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';

export type Result = Checked<Verified<LoggedEntry>>;

/** The bundles of a file: one document, JSON Lines, or npm's list of attestations. */
export function openBundles(file: string): readonly SignedEntity[] {
  const bytes = readPlain(file);
  const listed = listedBundles(bytes);
  if (listed !== null) return listed.flatMap((bundle) => opened(encodeUtf8(JSON.stringify(bundle)), file));
  return opened(bytes, file);
}

export function readPlain(file: string): Bytes {
  return Uint8Array.from(readFileSync(file));
}

function listedBundles(bytes: Bytes): unknown[] | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as { attestations?: { bundle: unknown }[] };
    return value.attestations?.map(({ bundle }) => bundle) ?? null;
  } catch {
    return null;
  }
}

function opened(bytes: Bytes, name: string): readonly SignedEntity[] {
  const result = openEvidence(bytes, { evidence: name, pointer: '' });
  return result.ok ? result.value : [];
}

export function trustedLogs(file: string): readonly TransparencyLog[] {
  return parseTrustedRoots(readPlain(file), 'root').flatMap((root) => root.tlogs);
}

/** The key that a bundle's own leaf certificate carries, or that of a key file; null where there is neither. */
export function signerOf(entity: SignedEntity, keyFile: string | null = null): SignerKey | null {
  if (entity.signer.kind === 'certificate') {
    const der = entity.signer.chain[0]!;
    const { spki, key } = parseCertificate(der);
    return { spki, kind: key?.kind ?? null, certificateDer: der };
  }
  if (keyFile === null) return null;
  const { spki, kind } = importKeyFile(readPlain(keyFile));
  return { spki, kind, certificateDer: null };
}

export function digestsOf(artifact: Bytes): ReadonlyMap<HashName, Bytes> {
  return new Map((['sha256', 'sha384', 'sha512'] as const).map((name) => [name, digest(name, artifact)]));
}

export function verifyFirst(
  entity: SignedEntity,
  logs: readonly TransparencyLog[],
  options: Partial<LogEntryRequest> = {},
): Result {
  return verifyLogEntry({
    entry: entity.logEntries[0]!,
    entity,
    signerKey: signerOf(entity),
    artifactDigests: new Map(),
    logs,
    bundleVersion: entity.version,
    engine: nativeEngine,
    ...options,
  });
}

/** `id outcome reason` of every check, for comparison at one glance. */
export function outline({ checks }: Result): string[] {
  return checks.map((check) => `${check.id} ${check.outcome}${check.outcome === 'passed' ? '' : ` ${check.reason}`}`);
}

/** The checks that did not pass, but for those that were skipped because of another. */
export function causes(result: Result): string[] {
  const { checks, ok } = result;
  if (ok !== checks.every((check) => check.outcome === 'passed'))
    throw new Error('a value stands beside a failed check');
  return checks.filter(isCause).map((check) => `${check.id} ${check.reason}`);
}

function isCause(check: Check): check is Exclude<Check, { outcome: 'passed' }> {
  return check.outcome !== 'passed' && check.outcome !== 'skipped';
}
