// SPDX-License-Identifier: Apache-2.0
import { optionalObject, requireBase64, requireObject, requireString } from '../../encoding/json-fields.ts';
import { equalBytes } from '../../model/bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { HashName, KeyKind } from '../../model/public-key.ts';
import type { SignerKey } from './bind.ts';
import { mismatch } from './compare.ts';
import { otherKey } from './verifier-pem.ts';

/** Sigstore's PublicKeyDetails: the kind of key and the hash that each name fixes. Ed25519 hashes inside, so it names none. */
const KEY_DETAILS: ReadonlyMap<string, { readonly kind: KeyKind; readonly hash: HashName | null }> = new Map<
  string,
  { kind: KeyKind; hash: HashName | null }
>([
  ['PKIX_ECDSA_P256_SHA_256', { kind: 'ecdsa-p256', hash: 'sha256' }],
  ['PKIX_ECDSA_P384_SHA_256', { kind: 'ecdsa-p384', hash: 'sha256' }],
  ['PKIX_ECDSA_P384_SHA_384', { kind: 'ecdsa-p384', hash: 'sha384' }],
  ['PKIX_ECDSA_P521_SHA_256', { kind: 'ecdsa-p521', hash: 'sha256' }],
  ['PKIX_ECDSA_P521_SHA_512', { kind: 'ecdsa-p521', hash: 'sha512' }],
  ['PKIX_ED25519', { kind: 'ed25519', hash: null }],
  ['PKIX_RSA_PKCS1V15_2048_SHA256', { kind: 'rsa', hash: 'sha256' }],
  ['PKIX_RSA_PKCS1V15_3072_SHA256', { kind: 'rsa', hash: 'sha256' }],
  ['PKIX_RSA_PKCS1V15_4096_SHA256', { kind: 'rsa', hash: 'sha256' }],
  ['PKIX_RSA_PSS_2048_SHA256', { kind: 'rsa', hash: 'sha256' }],
  ['PKIX_RSA_PSS_3072_SHA256', { kind: 'rsa', hash: 'sha256' }],
  ['PKIX_RSA_PSS_4096_SHA256', { kind: 'rsa', hash: 'sha256' }],
]);

/**
 * Rekor v2's `verifier`: `keyDetails` and one of `x509Certificate` and `publicKey`, in DER.
 *
 * @returns the hash that keyDetails names
 */
export function compareVerifierV2(parent: JsonObject, signer: SignerKey, pointer: string): HashName | null {
  const verifier = requireObject(parent, 'verifier', pointer);
  const place = `${pointer}/verifier`;
  const certificate = optionalObject(verifier, 'x509Certificate', place);
  const key = optionalObject(verifier, 'publicKey', place);
  if (certificate !== undefined && key !== undefined) {
    throw new Malformed('log-entry-format', `${place} names both a certificate and a key`);
  }
  if (certificate === undefined && key === undefined) {
    throw new Malformed('log-entry-format', `${place} names neither a certificate nor a key`);
  }
  const found = signer.certificateDer === null ? key : certificate;
  if (found === undefined) throw mismatch(`${place} names a key where a certificate signed, or the other way round`);
  const wanted = signer.certificateDer ?? signer.spki;
  if (!equalBytes(requireBase64(found, 'rawBytes', place), wanted)) throw otherKey(place);
  return readKeyDetails(requireString(verifier, 'keyDetails', place), signer, place);
}

function readKeyDetails(name: string, signer: SignerKey, place: string): HashName | null {
  const details = KEY_DETAILS.get(name);
  if (details === undefined) throw new Malformed('algorithm-unsupported', `${place}/keyDetails is none of ours`);
  if (signer.kind !== null && details.kind !== signer.kind) {
    throw new Malformed(
      'log-entry-inconsistent',
      `${place}/keyDetails names a key of kind ${details.kind}, not ${signer.kind}`,
    );
  }
  return details.hash;
}

/** Rekor v2's names of hashes. */
export const HASH_NAMES_V2: ReadonlyMap<string, HashName> = new Map<string, HashName>([
  ['SHA2_256', 'sha256'],
  ['SHA2_384', 'sha384'],
  ['SHA2_512', 'sha512'],
]);
