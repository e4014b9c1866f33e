// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, bytes, type HashName } from './bytes.ts';
import type { JsonObject } from './json.ts';
import { keyHint, type MintKey } from './keys.ts';

export const IN_TOTO = 'application/vnd.in-toto+json';

/** A DSSE v1.0 envelope, decoded. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Bytes;
  readonly signatures: readonly { readonly keyid?: string; readonly sig: Bytes }[];
}

/** DSSE v1.0 protocol: lengths count octets. */
export function pae(envelope: { readonly payloadType: string; readonly payload: Bytes }): Bytes {
  const typeLength = Buffer.byteLength(envelope.payloadType, 'utf8');
  return bytes(`DSSEv1 ${typeLength} ${envelope.payloadType} ${envelope.payload.length} `, envelope.payload);
}

export function envelopeJson(envelope: Envelope): JsonObject {
  return {
    payload: base64(envelope.payload),
    payloadType: envelope.payloadType,
    signatures: envelope.signatures.map(({ sig, keyid }) => ({
      sig: base64(sig),
      ...(keyid === undefined ? {} : { keyid }),
    })),
  };
}

/** Signed by each of the keys, which are hinted at by the SHA-256 of their SPKI. */
export function signedEnvelope(
  payload: Bytes,
  keys: readonly MintKey[],
  payloadType = IN_TOTO,
  hashName?: HashName,
): Envelope {
  const signed = pae({ payloadType, payload });
  return {
    payloadType,
    payload,
    signatures: keys.map((key) => ({ keyid: keyHint(key), sig: key.sign(signed, hashName) })),
  };
}
