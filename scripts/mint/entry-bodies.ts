// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, type HashName, hash, hex, sha256, utf8 } from './bytes.ts';
import { pem } from './der.ts';
import { type Envelope, envelopeJson, pae } from './dsse.ts';
import { canonical, type Json, type JsonObject } from './json.ts';
import type { MintKey } from './keys.ts';

/** Who signed, as a log entry names it: a certificate, or a plain key. */
export interface EntrySigner {
  readonly key: MintKey;
  readonly certificate: Bytes | null;
}

export function verifierPem(signer: EntrySigner): string {
  return signer.certificate === null ? signer.key.publicPem : pem('CERTIFICATE', signer.certificate);
}

function verifierV2(signer: EntrySigner): JsonObject {
  const keyDetails = signer.key.details;
  return signer.certificate === null
    ? { keyDetails, publicKey: { rawBytes: base64(signer.key.spki) } }
    : { keyDetails, x509Certificate: { rawBytes: base64(signer.certificate) } };
}

/** The bodies that Rekor stores: canonical JSON of {apiVersion, kind, spec}. */
export function entryBody(kind: string, apiVersion: string, spec: Json): Bytes {
  return utf8(canonical({ apiVersion, kind, spec }));
}

export function hashedrekordV1(digest: Bytes, algorithm: HashName, signature: Bytes, signer: EntrySigner): Bytes {
  return entryBody('hashedrekord', '0.0.1', {
    data: { hash: { algorithm, value: hex(digest) } },
    signature: { content: base64(signature), publicKey: { content: base64(utf8(verifierPem(signer))) } },
  });
}

export function hashedrekordV2(digest: Bytes, algorithm: HashName, signature: Bytes, signer: EntrySigner): Bytes {
  const data = { algorithm: `SHA2_${algorithm.slice(3)}`, digest: base64(digest) };
  const spec = { hashedRekordV002: { data, signature: { content: base64(signature), verifier: verifierV2(signer) } } };
  return entryBody('hashedrekord', '0.0.2', spec);
}

/** Rekor v2 over an envelope: the artifact of the entry is the envelope's PAE. */
export function hashedrekordV2OverDsse(envelope: Envelope, algorithm: HashName, signer: EntrySigner): Bytes {
  return hashedrekordV2(hash(algorithm, pae(envelope)), algorithm, firstSignature(envelope), signer);
}

export function dsseV1(envelope: Envelope, signer: EntrySigner): Bytes {
  return entryBody('dsse', '0.0.1', {
    envelopeHash: { algorithm: 'sha256', value: hex(sha256(utf8(JSON.stringify(envelopeJson(envelope))))) },
    payloadHash: { algorithm: 'sha256', value: hex(sha256(envelope.payload)) },
    signatures: envelope.signatures.map(({ sig }) => ({
      signature: base64(sig),
      verifier: base64(utf8(verifierPem(signer))),
    })),
  });
}

export function dsseV2(envelope: Envelope, signer: EntrySigner): Bytes {
  return entryBody('dsse', '0.0.2', {
    dsseV002: {
      payloadHash: { algorithm: 'SHA2_256', digest: base64(sha256(envelope.payload)) },
      signatures: envelope.signatures.map(({ sig }) => ({ content: base64(sig), verifier: verifierV2(signer) })),
    },
  });
}

/** Binds no signature: only the stored envelope, the payload and the key. */
export function intotoV1(envelope: Envelope, signer: EntrySigner): Bytes {
  return entryBody('intoto', '0.0.1', {
    content: {
      hash: { algorithm: 'sha256', value: hex(sha256(utf8(JSON.stringify(envelopeJson(envelope))))) },
      payloadHash: { algorithm: 'sha256', value: hex(sha256(envelope.payload)) },
    },
    publicKey: base64(utf8(verifierPem(signer))),
  });
}

/** `sig` and `publicKey` are base64 twice over; the hash is over the envelope with the key's PEM put into its signature. */
export function intotoV2(envelope: Envelope, signer: EntrySigner): Bytes {
  const publicKey = verifierPem(signer);
  const { payloadType } = envelope;
  const hashed = {
    payload: base64(envelope.payload),
    payloadType,
    signatures: [{ publicKey, sig: base64(firstSignature(envelope)) }],
  };
  const sig = base64(utf8(base64(firstSignature(envelope))));
  return entryBody('intoto', '0.0.2', {
    content: {
      envelope: { payloadType, signatures: [{ publicKey: base64(utf8(publicKey)), sig }] },
      hash: { algorithm: 'sha256', value: hex(sha256(utf8(canonical(hashed)))) },
      payloadHash: { algorithm: 'sha256', value: hex(sha256(envelope.payload)) },
    },
  });
}

function firstSignature(envelope: Envelope): Bytes {
  const first = envelope.signatures[0];
  if (first === undefined) throw new Error('the envelope is unsigned');
  return first.sig;
}
