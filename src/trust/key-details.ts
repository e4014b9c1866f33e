// SPDX-License-Identifier: Apache-2.0
import { schemeFits } from '../crypto/algorithms.ts';
import { importPkcs1, importSpki } from '../crypto/public-key.ts';
import { member, optionalBase64 } from '../encoding/json-fields.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';

interface KeyDetails {
  readonly encoding: 'spki' | 'pkcs1';
  /** The modulus that the name promises; null where it leaves the size open. */
  readonly bits: number | null;
  readonly scheme: SchemeId;
}

/** Either a key with the one scheme that its details allow, or why it is left out. */
export type KeyMaterial =
  | { readonly usable: true; readonly key: PublicKey; readonly scheme: SchemeId }
  | { readonly usable: false; readonly why: string };

/**
 * Sigstore's PublicKeyDetails (sigstore_common.proto). Kinds without a row are set aside: Ed25519ph, LMS, ML-DSA and the
 * deterministic-ECDSA relic have no verifier here, and names of the future are not guessed at.
 */
const KEY_DETAILS: ReadonlyMap<string, KeyDetails> = new Map([
  ['PKCS1_RSA_PKCS1V5', rsa('pkcs1', null, 'rsa-pkcs1v15-sha256')],
  ['PKCS1_RSA_PSS', rsa('pkcs1', null, 'rsa-pss-sha256')],
  ['PKIX_RSA_PKCS1V5', rsa('spki', null, 'rsa-pkcs1v15-sha256')],
  ['PKIX_RSA_PSS', rsa('spki', null, 'rsa-pss-sha256')],
  ['PKIX_RSA_PKCS1V15_2048_SHA256', rsa('spki', 2048, 'rsa-pkcs1v15-sha256')],
  ['PKIX_RSA_PKCS1V15_3072_SHA256', rsa('spki', 3072, 'rsa-pkcs1v15-sha256')],
  ['PKIX_RSA_PKCS1V15_4096_SHA256', rsa('spki', 4096, 'rsa-pkcs1v15-sha256')],
  ['PKIX_RSA_PSS_2048_SHA256', rsa('spki', 2048, 'rsa-pss-sha256')],
  ['PKIX_RSA_PSS_3072_SHA256', rsa('spki', 3072, 'rsa-pss-sha256')],
  ['PKIX_RSA_PSS_4096_SHA256', rsa('spki', 4096, 'rsa-pss-sha256')],
  ['PKIX_ECDSA_P256_SHA_256', pkix('ecdsa-p256-sha256')],
  ['PKIX_ECDSA_P384_SHA_384', pkix('ecdsa-p384-sha384')],
  ['PKIX_ECDSA_P384_SHA_256', pkix('ecdsa-p384-sha256')],
  ['PKIX_ECDSA_P521_SHA_512', pkix('ecdsa-p521-sha512')],
  ['PKIX_ECDSA_P521_SHA_256', pkix('ecdsa-p521-sha256')],
  ['PKIX_ED25519', pkix('ed25519')],
]);

/** The numbers of the same enumeration: protobuf JSON lets a writer use either. */
const KEY_DETAILS_NUMBERS: ReadonlyMap<number, string> = new Map([
  [1, 'PKCS1_RSA_PKCS1V5'],
  [2, 'PKCS1_RSA_PSS'],
  [3, 'PKIX_RSA_PKCS1V5'],
  [4, 'PKIX_RSA_PSS'],
  [5, 'PKIX_ECDSA_P256_SHA_256'],
  [7, 'PKIX_ED25519'],
  [9, 'PKIX_RSA_PKCS1V15_2048_SHA256'],
  [10, 'PKIX_RSA_PKCS1V15_3072_SHA256'],
  [11, 'PKIX_RSA_PKCS1V15_4096_SHA256'],
  [12, 'PKIX_ECDSA_P384_SHA_384'],
  [13, 'PKIX_ECDSA_P521_SHA_512'],
  [16, 'PKIX_RSA_PSS_2048_SHA256'],
  [17, 'PKIX_RSA_PSS_3072_SHA256'],
  [18, 'PKIX_RSA_PSS_4096_SHA256'],
  [19, 'PKIX_ECDSA_P384_SHA_256'],
  [20, 'PKIX_ECDSA_P521_SHA_256'],
]);

/**
 * Reads a Sigstore PublicKey. The details decide how `rawBytes` is encoded and what the key does; neither is ever tried out.
 *
 * @throws Malformed where the bytes are missing or are not the key that the details promise
 */
export function readKeyMaterial(publicKey: JsonObject, pointer: string): KeyMaterial {
  const name = enumName(publicKey, 'keyDetails', KEY_DETAILS_NUMBERS, pointer);
  const details = name === null ? undefined : KEY_DETAILS.get(name);
  if (details === undefined) {
    return { usable: false, why: name === null ? 'keyDetails is not stated' : `keyDetails ${name} is not supported` };
  }
  const raw = optionalBase64(publicKey, 'rawBytes', pointer);
  if (raw === undefined) throw new Malformed('key-format', `rawBytes is missing at ${pointer}`);
  const key = details.encoding === 'pkcs1' ? importPkcs1(raw) : importSpki(raw);
  if (!schemeFits(details.scheme, key) || (details.bits !== null && key.bits !== details.bits)) {
    throw new Malformed('key-format', `the key at ${pointer} is ${key.kind} of ${key.bits} bits and not ${name}`);
  }
  if (key.weakness !== null) return { usable: false, why: `the key is weak: ${key.weakness}` };
  return { usable: true, key, scheme: details.scheme };
}

/** A protobuf JSON enumeration value: its name, or its number; null where absent. Unknown numbers are spelled out. */
export function enumName(
  owner: JsonObject,
  name: string,
  numbers: ReadonlyMap<number, string>,
  pointer: string,
): string | null {
  const value = member(owner, name);
  if (value === undefined || value === 0) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return numbers.get(value) ?? `number ${value}`;
  throw new Malformed('json-shape', `an enumeration name or number is wanted at ${pointer}/${name}`);
}

function rsa(encoding: 'spki' | 'pkcs1', bits: number | null, scheme: SchemeId): KeyDetails {
  return { encoding, bits, scheme };
}

function pkix(scheme: SchemeId): KeyDetails {
  return { encoding: 'spki', bits: null, scheme };
}
