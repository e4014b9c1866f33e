// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readDsse } from '../envelope/dsse.ts';
import { pae } from '../envelope/pae.ts';
import { isBundleShaped } from '../envelope/shape.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Finding } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { Sealed } from './seal.ts';

/**
 * A DSSE envelope that is to take one signature more. Those that it has are kept, octet for octet; whether they verify is for whoever
 * has their keys.
 *
 * @throws Malformed `json-…`, `envelope-format`, `base64-invalid`, `limit-exceeded`; also where a member of it would be lost
 */
export function readEnvelopeToJoin(bytes: Bytes): Sealed {
  const value = parseJson(bytes);
  if (isBundleShaped(value))
    throw new Malformed(
      'envelope-format',
      'it is a bundle, which has exactly one signature: a DSSE envelope takes more',
    );
  const findings: Finding[] = [];
  const { content, signatures } = readDsse(asObject(value, ''), '', null, { evidence: '', pointer: '' }, findings);
  const [unknown] = findings;
  if (unknown !== undefined)
    throw new Malformed(
      'envelope-format',
      `it could not be kept as it stands: ${unknown.detail} at ${unknown.at.pointer}`,
    );
  const { payload, payloadType } = content;
  return { payload, payloadType, signatures: signatures.map(({ sig, keyHint }) => ({ sig, keyid: keyHint })) };
}

/**
 * The envelope with the new signature behind those that it has.
 *
 * @param made by one signer
 * @throws Malformed `signing-envelope` where it is about something else or is full, `signing-key-repeated` where the key has signed it
 */
export function joinSignature(there: Sealed, made: Sealed, key: PublicKey, scheme: SchemeId, engine: Engine): Sealed {
  if (there.payloadType !== made.payloadType)
    throw new Malformed('signing-envelope', 'the envelope has a payload of another type than what was signed');
  if (!equalBytes(there.payload, made.payload))
    throw new Malformed('signing-envelope', 'the envelope holds other octets than those that were signed');
  requireFurther(there, key, scheme, engine);
  return { ...there, signatures: [...there.signatures, ...made.signatures] };
}

/**
 * That the envelope takes a signature of this key: one that is its own by its name, or by mathematics under another name or none, would be
 * counted once and be no second voice.
 *
 * @throws Malformed `signing-key-repeated`, `signing-envelope`
 */
export function requireFurther(there: Sealed, key: PublicKey, scheme: SchemeId, engine: Engine): void {
  const { fingerprint } = key;
  const message = pae(there.payloadType, there.payload);
  const index = there.signatures.findIndex(
    ({ keyid, sig }) => keyid?.toLowerCase() === fingerprint || engine.verify(scheme, key, message, sig) === 'valid',
  );
  if (index >= 0)
    throw new Malformed(
      'signing-key-repeated',
      `the signature at /signatures/${index} is one of the key ${fingerprint}`,
    );
  if (there.signatures.length >= LIMITS.signatures)
    throw new Malformed('signing-envelope', `the envelope has ${LIMITS.signatures} signatures, which are the most`);
}
