// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';
import { seal } from './bundle.ts';
import { type Bytes, base64, bytes, hash, utf8 } from './bytes.ts';
import { uriName } from './certificate.ts';
import type { Json, JsonObject } from './json.ts';
import { ecKey, keyHint, type MintKey } from './keys.ts';
import { provenanceV1, type Subject, statement, subjectOf } from './statement.ts';
import { rekorV1, type Signer, signer } from './world.ts';

/** An npm registry of the mint: its key, its packages, and the documents that it would serve. */

export const registryKey = ecKey('p256', 'registry');
export const KEY_ID = keyIdOf(registryKey);
export const PUBLISH = 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1';
export const SLSA = 'https://slsa.dev/provenance/v1';

export function keyIdOf(key: MintKey): string {
  return `SHA256:${keyHint(key).replace('=', '')}`;
}

/** A workflow of a platform that npm takes provenance from. */
export const WORKFLOW = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.2.3';
const GITHUB = 'https://token.actions.githubusercontent.com';

export function builder(identity = WORKFLOW, issuer = GITHUB): Signer {
  return signer({
    label: `npm ${identity} ${issuer}`,
    names: [uriName(identity)],
    claims: {
      issuer,
      more: {
        9: identity,
        11: 'github-hosted',
        12: 'https://github.com/acme/app',
        13: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d',
        14: 'refs/tags/v1.2.3',
      },
    },
  });
}

const BLOCK = 512;

function ustar(path: string, content: Bytes): Bytes {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => header.set(utf8(text), at);
  put(0, path);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${content.length.toString(8).padStart(11, '0')}\0`);
  put(136, '03560116604\0');
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\0');
  put(263, '00');
  put(
    148,
    `${header
      .reduce((sum, octet) => sum + octet, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
  );
  return bytes(header, content, new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK));
}

/** Stored, not deflated: the octets are then nobody's choice. */
export function gzip(content: Bytes): Bytes {
  const little = (value: number, length: number): number[] =>
    Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
  const blocks: Bytes[] = [];
  for (let at = 0; at < content.length; at += 0xffff) {
    const part = content.subarray(at, at + 0xffff);
    const last = at + 0xffff >= content.length ? 1 : 0;
    blocks.push(bytes([last, ...little(part.length, 2), ...little(0xffff - part.length, 2)], part));
  }
  const head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff];
  return bytes(head, ...blocks, [...little(crc32(content), 4), ...little(content.length, 4)]);
}

/** A package as a registry serves it. */
export function tarball(files: Readonly<Record<string, string>>): Bytes {
  const entries = Object.entries(files).map(([path, text]) => ustar(path, utf8(text)));
  return gzip(bytes(...entries, new Uint8Array(2 * BLOCK)));
}

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly tarball: Bytes;
}

export function packageOf(name: string, version: string, inside: JsonObject = { name, version }): Package {
  const manifest = JSON.stringify({ ...inside, main: 'index.js' });
  return {
    name,
    version,
    tarball: tarball({ 'package/package.json': manifest, 'package/index.js': `// ${name}\n` }),
  };
}

export function purlOf({ name, version }: Pick<Package, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

export function integrityOf({ tarball: octets }: Package): string {
  return `sha512-${base64(hash('sha512', octets))}`;
}

export interface Attesting {
  /** Subject of both, where it is to be another. */
  readonly subject?: Subject;
  /** Of the provenance alone. */
  readonly provenanceSubject?: Subject;
  readonly publishPredicate?: JsonObject;
  readonly builder?: Signer;
  readonly registry?: MintKey;
  readonly keyId?: string;
  readonly logged?: boolean;
}

function publishBundle(one: Package, change: Attesting): JsonObject {
  const { name, version } = one;
  const predicate: Json = change.publishPredicate ?? { name, version, registry: 'https://registry.mint.example' };
  const { bundle } = seal({
    version: '0.2',
    signer: { key: change.registry ?? registryKey, certificate: null },
    content: {
      payload: statement([change.subject ?? subjectOf(purlOf(one), one.tarball, 'sha512')], PUBLISH, predicate),
    },
    entries: change.logged === false ? [] : [{ log: rekorV1, bodyKind: 'intoto 0.0.2' }],
  });
  const material = bundle['verificationMaterial'] as JsonObject;
  const publicKey = { hint: change.keyId ?? KEY_ID };
  return { ...bundle, verificationMaterial: { ...material, publicKey } };
}

function provenanceBundle(one: Package, change: Attesting): JsonObject {
  const subject = change.provenanceSubject ?? change.subject ?? subjectOf(purlOf(one), one.tarball, 'sha512');
  return seal({
    version: '0.2',
    signer: change.builder ?? builder(),
    content: { payload: statement([subject], SLSA, provenanceV1()) },
    entries: [{ log: rekorV1, bodyKind: 'intoto 0.0.2' }],
  }).bundle;
}

export interface Attested {
  readonly predicateType: string;
  readonly bundle: JsonObject;
}

/** The two attestations of a package, as they stand in its document. */
export function attestationsOf(one: Package, change: Attesting = {}): readonly [Attested, Attested] {
  return [
    { predicateType: PUBLISH, bundle: publishBundle(one, change) },
    { predicateType: SLSA, bundle: provenanceBundle(one, change) },
  ];
}

export function documentOf(...attestations: readonly Attested[]): JsonObject {
  return { attestations: attestations.map((one) => ({ ...one })) };
}

/** The registry's metadata of one version. */
export function metadataOf(one: Package, change: JsonObject = {}, key: MintKey = registryKey): JsonObject {
  const { name, version } = one;
  const integrity = integrityOf(one);
  const sig = base64(key.sign(utf8(`${name}@${version}:${integrity}`)));
  const dist: JsonObject = {
    integrity,
    shasum: '0'.repeat(40),
    tarball: `https://registry.mint.example/${name}/-/${version}.tgz`,
    signatures: [{ keyid: keyIdOf(key), sig }],
    ...change,
  };
  return { name, version, description: 'made by the mint', dist };
}

/** The registry's keys, one for each use, in one window. */
export function registryKeys(
  validFor: JsonObject = { start: '2025-01-01T00:00:00.000Z', end: '2026-02-15T00:00:00.000Z' },
): JsonObject {
  const publicKey = { rawBytes: base64(registryKey.spki), keyDetails: registryKey.details, validFor };
  return {
    keys: ['npm:signatures', 'npm:attestations'].map((keyUsage) => ({ keyId: KEY_ID, keyUsage, publicKey })),
  };
}
