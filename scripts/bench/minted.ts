// SPDX-License-Identifier: Apache-2.0
// Evidence for the benchmark: as many bundles as wanted, no two with one leaf certificate, one key, one checkpoint or one body.
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { importSpki } from '../../src/crypto/spki.ts';
import { leafHash, rootFromInclusion } from '../../src/merkle/rfc6962.ts';
import { type Content, seal } from '../mint/bundle.ts';
import { type Bytes, base64, derived, type HashName, sha256 } from '../mint/bytes.ts';
import type { Authority } from '../mint/certificate.ts';
import { leaf } from '../mint/fulcio.ts';
import type { JsonObject } from '../mint/json.ts';
import type { MintKey } from '../mint/keys.ts';
import { checkpointText, signatureLine, signedNote } from '../mint/note.ts';
import { origin, type Rekor } from '../mint/rekor.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../mint/statement.ts';
import { CLAIMS, ca, ctLog, LEAF_FROM, LEAF_UNTIL, mintRoot, rekorV1, rekorV2, tsaA } from '../mint/world.ts';

export const KINDS = ['v1-message', 'v1-provenance', 'v2-message'] as const;
export type Kind = (typeof KINDS)[number];

export interface MintedJob {
  readonly kind: Kind;
  readonly bundle: Bytes;
  readonly artifact: Bytes;
}

/** The trusted root under which all of them hold. */
export function mintedRoot(): Bytes {
  return new TextEncoder().encode(JSON.stringify(mintRoot()));
}

/** OpenSSL's signatures in place of the mint's reproducible ones, which take ten times as long. */
function native(key: MintKey): MintKey {
  const secret = createPrivateKey(key.privatePem);
  const signWith = (message: Bytes, name: HashName = key.hash): Bytes =>
    new Uint8Array(sign(key.kind === 'ed25519' ? null : name, message, secret));
  return { ...key, sign: signWith };
}

/** A key pair of its own for each signer, as Fulcio's clients make one for each signature. */
function freshKey(label: string): MintKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
  importSpki(spki);
  return {
    label,
    kind: 'p256',
    spki,
    bits: spki.subarray(spki.length - 65),
    publicPem: '',
    privatePem: '',
    hash: 'sha256',
    details: 'PKIX_ECDSA_P256_SHA_256',
    sign: (message, name = 'sha256') => new Uint8Array(sign(name, message, privateKey)),
  };
}

const authority: Authority = { ...ca, key: native(ca.key) };
const certificateLog = { ...ctLog, key: native(ctLog.key) };
const LOGS = { v1: { ...rekorV1, key: native(rekorV1.key) }, v2: { ...rekorV2, key: native(rekorV2.key) } };
const stamper = { ...tsaA, key: native(tsaA.key) };

/** What Fulcio writes for a workflow of a public repository: about as long as in the certificates of today. */
const MORE = {
  ...CLAIMS.more,
  13: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d',
  15: '632596897',
  16: 'https://code.mint.example/acme',
  17: '131804563',
  18: 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
  19: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d',
  20: 'workflow_dispatch',
  21: 'https://code.mint.example/acme/app/actions/runs/7311420/attempts/1',
  22: 'public',
};

export function mintJob(number: number): MintedJob {
  const kind = KINDS[number % KINDS.length]!;
  const label = `bench-${number}`;
  const key = freshKey(label);
  const signer = {
    key,
    certificate: leaf({
      label,
      key,
      issuedBy: authority,
      notBefore: LEAF_FROM,
      notAfter: LEAF_UNTIL,
      claims: { ...CLAIMS, more: MORE },
      scts: [{ log: certificateLog, time: LEAF_FROM }],
    }),
  };
  const artifact = derived(label, 1024);
  const content: Content =
    kind === 'v1-provenance'
      ? {
          payload: statement([subjectOf(`pkg:generic/app-${number}`, artifact, 'sha256')], SLSA_V1, provenance(number)),
        }
      : { artifact };
  const log = kind === 'v2-message' ? LOGS.v2 : LOGS.v1;
  const { bundle } = seal({
    version: '0.3',
    signer,
    content,
    entries: [{ log, before: 0, after: 0 }],
    stamps: kind === 'v2-message' ? [{ tsa: stamper, label }] : [],
  });
  return { kind, bundle: new TextEncoder().encode(JSON.stringify(inLargeTree(bundle, log))), artifact };
}

/** A provenance of about the size that build services write. */
function provenance(number: number): JsonObject {
  const base = provenanceV1() as { buildDefinition: JsonObject; runDetails: JsonObject };
  const dependencies = Array.from({ length: 8 }, (_, i) => ({
    uri: `git+https://code.mint.example/acme/dependency-${i}@refs/tags/v${i}.${number % 100}.0`,
    digest: { gitCommit: Buffer.from(derived(`dependency-${number}-${i}`, 20)).toString('hex') },
  }));
  return {
    ...base,
    buildDefinition: {
      ...base.buildDefinition,
      internalParameters: { runner: 'hosted', event: 'workflow_dispatch', repositoryId: '632596897', run: number },
      resolvedDependencies: dependencies,
    },
  };
}

const DEPTH = 26;

/** The public logs have trees of 2^26 and more leaves: a proof of the fixtures' eleven would be too cheap. */
function inLargeTree(bundle: JsonObject, log: Rekor): JsonObject {
  const material = bundle['verificationMaterial'] as JsonObject;
  const [entry] = material['tlogEntries'] as JsonObject[];
  const body = new Uint8Array(Buffer.from(entry!['canonicalizedBody'] as string, 'base64'));
  const size = 2n ** BigInt(DEPTH);
  const index = BigInt(randomBytes(3).readUIntBE(0, 3));
  const hashes = Array.from({ length: DEPTH }, (_, i) => sha256(new TextEncoder().encode(`${index} ${i}`)));
  const root = rootFromInclusion(index, size, leafHash(body), hashes);
  const text = checkpointText(origin(log), String(size), root);
  const note = signedNote(text, signatureLine({ name: log.host, key: log.key }, text));
  const changed: JsonObject = {
    ...entry!,
    ...(log.treeId === null ? { logIndex: String(index) } : {}),
    inclusionProof: {
      logIndex: String(index),
      rootHash: base64(root),
      treeSize: String(size),
      hashes: hashes.map(base64),
      checkpoint: { envelope: note },
    },
  };
  return { ...bundle, verificationMaterial: { ...material, tlogEntries: [changed] } };
}
