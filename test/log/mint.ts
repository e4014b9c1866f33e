// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { importSpki } from '../../src/crypto/public-key.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodePem } from '../../src/encoding/pem.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { encodeCheckpoint } from '../../src/log/checkpoint.ts';
import type { SignerKey } from '../../src/log/entry-bodies/bind.ts';
import { encodeSignedNote, hintOf, type NoteLine } from '../../src/log/signed-note.ts';
import { leafHash, nodeHash } from '../../src/merkle/rfc6962.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { SchemeId } from '../../src/model/public-key.ts';
import type { LogEntry, SignedContent, SignedEntity } from '../../src/model/signed-entity.ts';
import type { TransparencyLog } from '../../src/model/trusted-root.ts';

// A log, an envelope and the bodies of its entries, made by other code than that under test wherever there is a choice.

export const NAME = 'log.mint.example';
export const ORIGIN = { 'rekor-v1': `${NAME} - 1234567890`, 'rekor-v2': NAME } as const;
export const TIME = 1_750_000_000n;
export const sha = (name: 'sha256' | 'sha384' | 'sha512', bytes: Bytes): Bytes =>
  Uint8Array.from(createHash(name).update(bytes).digest());

export interface MintedLog {
  readonly log: TransparencyLog;
  readonly sign: (bytes: Bytes) => Bytes;
}

const KEYS = {
  p256: () => ({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }), scheme: 'ecdsa-p256-sha256' as SchemeId }),
  ed25519: () => ({ ...generateKeyPairSync('ed25519'), scheme: 'ed25519' as SchemeId }),
  rsa: () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }), scheme: 'rsa-pkcs1v15-sha256' as SchemeId }),
};

export function mintKey(kind: keyof typeof KEYS) {
  const { publicKey, privateKey, scheme } = KEYS[kind]();
  const key = importSpki(Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })));
  return { key, scheme, sign: (bytes: Bytes) => signWith(privateKey, kind, bytes) };
}

function signWith(key: KeyObject, kind: keyof typeof KEYS, bytes: Bytes): Bytes {
  return Uint8Array.from(sign(kind === 'ed25519' ? null : 'sha256', bytes, key));
}

export function mintLog(kind: keyof typeof KEYS = 'p256', changes: Partial<TransparencyLog> = {}): MintedLog {
  const { key, scheme, sign } = mintKey(kind);
  const validFor = { notBefore: instantFromSeconds(TIME - 1000n), notAfter: instantFromSeconds(TIME + 1000n) };
  const baseUrl = `https://${NAME}`;
  return { log: { baseUrl, logId: sha('sha256', key.spki), key, scheme, hash: 'sha256', validFor, ...changes }, sign };
}

/** A note over a tree head, with one line of the log and whatever else is asked for. */
export function mintNote(
  { log, sign }: MintedLog,
  head: { readonly origin: string; readonly size: bigint; readonly root: Bytes },
  others: (text: string) => readonly NoteLine[] = () => [],
): string {
  const text = encodeCheckpoint({ ...head, extensions: [] });
  const own = { name: NAME, hint: hintOf(log.checkpointKeyId ?? log.logId)!, signature: sign(encodeUtf8(text)) };
  return encodeSignedNote({ text, lines: [own, ...others(text)] });
}

const TREE_INDEX = 2n;

/** An entry as the third of four leaves, promised (Rekor v1 only) and proven. */
export function mintEntry(
  minted: MintedLog,
  kindVersion: readonly [kind: string, version: string],
  body: Bytes,
  logKind: 'rekor-v1' | 'rekor-v2',
): LogEntry {
  const [a, b, d] = ['a', 'b', 'd'].map((leaf) => leafHash(encodeUtf8(leaf))) as [Bytes, Bytes, Bytes];
  const left = nodeHash(a, b);
  const rootHash = nodeHash(left, nodeHash(leafHash(body), d));
  const checkpoint = mintNote(minted, { origin: ORIGIN[logKind], size: 4n, root: rootHash });
  const [kind, version] = kindVersion;
  const entry: LogEntry = {
    kind,
    version,
    logIndex: logKind === 'rekor-v1' ? 777n : TREE_INDEX,
    logId: minted.log.logId,
    integratedTime: logKind === 'rekor-v1' ? TIME : null,
    promise: null,
    proof: { logIndex: TREE_INDEX, treeSize: 4n, rootHash, hashes: [d, left], checkpoint },
    body,
    at: { evidence: 'minted', pointer: '/verificationMaterial/tlogEntries/0' },
  };
  return logKind === 'rekor-v1' ? { ...entry, promise: mintPromise(minted, entry) } : entry;
}

export function mintPromise({ sign }: MintedLog, entry: LogEntry): Bytes {
  return sign(
    canonicalJson({
      logIndex: Number(entry.logIndex),
      body: encodeBase64(entry.body),
      integratedTime: Number(entry.integratedTime ?? 0n),
      logID: encodeHex(entry.logId),
    }),
  );
}

export const ARTIFACT = encodeUtf8('the artifact\n');
export const SIG = encodeUtf8('a signature, which this stage only compares');
export const CERTIFICATE: Bytes = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01);
const PAYLOAD = encodeUtf8('{"_type":"https://in-toto.io/Statement/v1"}');
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const PAE = encodeUtf8(
  `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${PAYLOAD.length} ${new TextDecoder().decode(PAYLOAD)}`,
);

export const DSSE: Extract<SignedContent, { kind: 'dsse' }> = {
  kind: 'dsse',
  payloadType: PAYLOAD_TYPE,
  payload: PAYLOAD,
  pae: PAE,
  stored: null,
};
export const MESSAGE: Extract<SignedContent, { kind: 'message' }> = {
  kind: 'message',
  digest: { algorithm: 'sha256', value: sha('sha256', ARTIFACT) },
};

export function entityOf(content: SignedContent, entry: LogEntry): SignedEntity {
  return {
    envelope: 'sigstore-bundle',
    version: '0.3',
    content,
    signatures: [{ sig: SIG, keyHint: null }],
    signer: { kind: 'certificate', chain: [CERTIFICATE], form: 'certificate' },
    timestamps: [],
    logEntries: [entry],
    at: { evidence: 'minted', pointer: '' },
  };
}

const b64 = (value: Bytes | string): string => encodeBase64(typeof value === 'string' ? encodeUtf8(value) : value);
const named = (bytes: Bytes): JsonObject => ({ algorithm: 'sha256', value: encodeHex(sha('sha256', bytes)) });
const named2 = (bytes: Bytes): JsonObject => ({ algorithm: 'SHA2_256', digest: b64(sha('sha256', bytes)) });
const pemOf = ({ certificateDer, spki }: SignerKey): string =>
  certificateDer === null ? encodePem('PUBLIC KEY', spki) : encodePem('CERTIFICATE', certificateDer);
const verifierOf = ({ certificateDer, spki }: SignerKey): JsonObject => ({
  keyDetails: 'PKIX_ECDSA_P256_SHA_256',
  ...(certificateDer === null
    ? { publicKey: { rawBytes: b64(spki) } }
    : { x509Certificate: { rawBytes: b64(certificateDer) } }),
});
/** The envelope as the reference client submits it (Go's encoder). */
const submitted = `{"payloadType":"${PAYLOAD_TYPE}","payload":"${b64(PAYLOAD)}","signatures":[{"keyid":"","sig":"${b64(SIG)}"}]}`;

/** The `spec` of each kind of body for the evidence above, `over` what its kind is about. */
export const SPECS: Readonly<Record<string, (signer: SignerKey, over: Bytes) => JsonObject>> = {
  'hashedrekord 0.0.1': (signer, over) => ({
    data: { hash: named(over) },
    signature: { content: b64(SIG), publicKey: { content: b64(pemOf(signer)) } },
  }),
  'hashedrekord 0.0.2': (signer, over) => ({
    hashedRekordV002: { data: named2(over), signature: { content: b64(SIG), verifier: verifierOf(signer) } },
  }),
  'dsse 0.0.1': (signer) => ({
    envelopeHash: named(encodeUtf8(submitted)),
    payloadHash: named(PAYLOAD),
    signatures: [{ signature: b64(SIG), verifier: b64(pemOf(signer)) }],
  }),
  'dsse 0.0.2': (signer) => ({
    dsseV002: { payloadHash: named2(PAYLOAD), signatures: [{ content: b64(SIG), verifier: verifierOf(signer) }] },
  }),
  'intoto 0.0.1': (signer) => ({
    content: { hash: named(encodeUtf8(submitted)), payloadHash: named(PAYLOAD) },
    publicKey: b64(pemOf(signer)),
  }),
  'intoto 0.0.2': (signer) => ({
    content: {
      envelope: { payloadType: PAYLOAD_TYPE, signatures: [{ publicKey: b64(pemOf(signer)), sig: b64(b64(SIG)) }] },
      hash: named(encodeUtf8(submitted)),
      payloadHash: named(PAYLOAD),
    },
  }),
};

export function bodyOf(kindVersion: string, spec: JsonObject): Bytes {
  const [kind, apiVersion] = kindVersion.split(' ') as [string, string];
  return canonicalJson({ apiVersion, kind, spec });
}
