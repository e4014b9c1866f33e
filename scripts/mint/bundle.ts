// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, bytes, type HashName, hash } from './bytes.ts';
import { type Envelope, envelopeJson, IN_TOTO, pae } from './dsse.ts';
import {
  dsseV1,
  dsseV2,
  type EntrySigner,
  hashedrekordV1,
  hashedrekordV2,
  hashedrekordV2OverDsse,
  intotoV1,
  intotoV2,
} from './entry-bodies.ts';
import type { JsonObject } from './json.ts';
import { keyHint } from './keys.ts';
import { type EntryPlan, logEntry, type Rekor } from './rekor.ts';
import { type TimestampPlan, timestampResponse } from './timestamp.ts';
import { SIGNED_AT, SIGNED_SECONDS, type Signer, type Tsa } from './world.ts';

export const MEDIA_TYPES = {
  '0.1': 'application/vnd.dev.sigstore.bundle+json;version=0.1',
  '0.2': 'application/vnd.dev.sigstore.bundle+json;version=0.2',
  '0.3': 'application/vnd.dev.sigstore.bundle.v0.3+json',
  '0.3-old': 'application/vnd.dev.sigstore.bundle+json;version=0.3',
} as const;

export type Content =
  | { readonly artifact: Bytes; readonly hash?: HashName }
  | { readonly payload: Bytes; readonly payloadType?: string };

/** Which body a log is given. The plain names are those of Rekor's kinds and versions. */
export type BodyKind =
  | 'hashedrekord 0.0.1'
  | 'dsse 0.0.1'
  | 'intoto 0.0.1'
  | 'intoto 0.0.2'
  | 'hashedrekord 0.0.2'
  | 'dsse 0.0.2'
  | 'hashedrekord 0.0.2 over pae';

export interface EntryWish extends Partial<Omit<EntryPlan, 'log'>> {
  readonly log: Rekor;
  readonly bodyKind?: BodyKind;
  /** Who the body says has signed, where it is to be another. */
  readonly signer?: Signer;
}

export interface StampWish extends Partial<TimestampPlan> {
  readonly tsa: Tsa;
}

export interface SealPlan {
  readonly version?: keyof typeof MEDIA_TYPES;
  readonly signer: Signer;
  readonly content: Content;
  readonly entries?: readonly EntryWish[];
  readonly stamps?: readonly StampWish[];
  /** Certificates after the leaf, in the forms that hold a chain. */
  readonly chain?: readonly Bytes[];
  /** Changes the signature after it was made and before it is logged and stamped. */
  readonly signature?: (signature: Bytes) => Bytes;
}

/** What the signer made, before it is put into a bundle. */
export interface Sealed {
  readonly bundle: JsonObject;
  readonly signature: Bytes;
}

/** A whole bundle: signed, then logged, then stamped. */
export function seal(plan: SealPlan): Sealed {
  const { signer, content } = plan;
  const hashName = 'artifact' in content ? (content.hash ?? signatureHash(signer)) : signatureHash(signer);
  const payloadType = 'payload' in content ? (content.payloadType ?? IN_TOTO) : '';
  const message = 'payload' in content ? pae({ payload: content.payload, payloadType }) : content.artifact;
  const made = signer.key.sign(message, hashName);
  const signature = plan.signature?.(made) ?? made;
  const envelope: Envelope | null =
    'payload' in content
      ? { payloadType, payload: content.payload, signatures: [{ sig: signature, keyid: '' }] }
      : null;
  const entries = (plan.entries ?? []).map((wish) => {
    const of = entrySigner(wish.signer ?? signer);
    const kind = wish.bodyKind ?? defaultBody(wish.log, envelope);
    const [kindName = '', version = ''] = kind.split(' ');
    const made =
      envelope === null
        ? messageBody(kind, hash(hashName, message), hashName, signature, of)
        : envelopeBody(kind, envelope, hashName, of);
    const { signer: _signer, bodyKind: _kind, ...change } = wish;
    return logEntry({
      kind: kindName,
      version,
      body: made,
      ...(wish.log.treeId === null ? {} : { integratedTime: SIGNED_SECONDS }),
      ...change,
    });
  });
  const stamps = (plan.stamps ?? []).map((wish) => stamp(wish, signature));
  const bundle: JsonObject = {
    mediaType: MEDIA_TYPES[plan.version ?? '0.3'],
    verificationMaterial: {
      ...material(plan),
      tlogEntries: entries,
      ...(stamps.length === 0 ? {} : { timestampVerificationData: { rfc3161Timestamps: stamps } }),
    },
    ...(envelope === null
      ? { messageSignature: messageJson(hash(hashName, message), hashName, signature) }
      : { dsseEnvelope: envelopeJson(envelope) }),
  };
  return { bundle, signature };
}

export function stamp(wish: StampWish, over: Bytes): JsonObject {
  const { tsa, ...change } = wish;
  const plan: TimestampPlan = {
    label: tsa.name,
    over,
    time: SIGNED_AT,
    key: tsa.key,
    certificate: tsa.certificate,
    ...change,
  };
  return { signedTimestamp: base64(timestampResponse(plan)) };
}

function signatureHash(signer: Signer): HashName {
  return signer.key.kind === 'ed25519' ? 'sha512' : signer.key.hash;
}

export function entrySigner(signer: Signer): EntrySigner {
  return { key: signer.key, certificate: signer.certificate?.der ?? null };
}

function messageJson(digest: Bytes, hashName: HashName, signature: Bytes): JsonObject {
  return {
    messageDigest: { algorithm: `SHA2_${hashName.slice(3)}`, digest: base64(digest) },
    signature: base64(signature),
  };
}

function material(plan: SealPlan): JsonObject {
  const { certificate, key } = plan.signer;
  if (certificate === null) return { publicKey: { hint: keyHint(key) } };
  const version = plan.version ?? '0.3';
  if (version.startsWith('0.3')) return { certificate: rawBytes(certificate.der) };
  return { x509CertificateChain: { certificates: [certificate.der, ...(plan.chain ?? [])].map(rawBytes) } };
}

export function rawBytes(der: Bytes): JsonObject {
  return { rawBytes: base64(der) };
}

function defaultBody(log: Rekor, envelope: Envelope | null): BodyKind {
  if (log.treeId === null) return envelope === null ? 'hashedrekord 0.0.2' : 'dsse 0.0.2';
  return envelope === null ? 'hashedrekord 0.0.1' : 'dsse 0.0.1';
}

function messageBody(kind: BodyKind, digest: Bytes, hashName: HashName, signature: Bytes, signer: EntrySigner): Bytes {
  if (kind === 'hashedrekord 0.0.1') return hashedrekordV1(digest, hashName, signature, signer);
  if (kind === 'hashedrekord 0.0.2') return hashedrekordV2(digest, hashName, signature, signer);
  throw new Error(`no ${kind} of a message signature`);
}

function envelopeBody(kind: BodyKind, envelope: Envelope, hashName: HashName, signer: EntrySigner): Bytes {
  switch (kind) {
    case 'dsse 0.0.1':
      return dsseV1(envelope, signer);
    case 'intoto 0.0.1':
      return intotoV1(envelope, signer);
    case 'intoto 0.0.2':
      return intotoV2(envelope, signer);
    case 'dsse 0.0.2':
      return dsseV2(envelope, signer);
    case 'hashedrekord 0.0.2 over pae':
      return hashedrekordV2OverDsse(envelope, hashName, signer);
    case 'hashedrekord 0.0.1':
      return hashedrekordV1(hash('sha256', pae(envelope)), 'sha256', envelope.signatures[0]?.sig ?? bytes(), signer);
    default:
      throw new Error(`no ${kind} of an envelope`);
  }
}
