// SPDX-License-Identifier: Apache-2.0
import type { Bytes, Sha256 } from './bytes.ts';

export type KeyKind = 'ed25519' | 'ecdsa-p256' | 'ecdsa-p384' | 'ecdsa-p521' | 'rsa' | 'ml-dsa-44';
export type HashName = 'sha256' | 'sha384' | 'sha512';

/** Signature schemes: what a key does with a message. Ids of ALGORITHMS. */
export type SchemeId =
  | 'ed25519'
  | 'ml-dsa-44'
  | `ecdsa-p256-${HashName}`
  | `ecdsa-p384-${HashName}`
  | `ecdsa-p521-${HashName}`
  | `rsa-pkcs1v15-${HashName}`
  | `rsa-pss-${HashName}`;

/** A parsed public key. The mathematics lives in crypto/; this is what the other layers may know of it. */
export interface PublicKey {
  readonly kind: KeyKind;
  /** The canonical SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), points uncompressed. */
  readonly spki: Bytes;
  /** SHA-256 of `spki`, hexadecimal: the identity of a key, whatever file it came from. */
  readonly fingerprint: Sha256;
  /** Modulus or field size. */
  readonly bits: number;
  /** Why `verify` refuses this key, or null. `check signature` and vectors judge the mathematics all the same. */
  readonly weakness: string | null;
  /** The one scheme that the key's own file restricts it to (a JWK's `alg`, RSASSA-PSS parameters), or null. */
  readonly scheme: SchemeId | null;
}
