// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';

/** By what a signature of a signer is verified: a public key, or the very secret that made it. */
export type SignerIdentity =
  | { readonly kind: 'public-key'; readonly key: PublicKey; readonly scheme: SchemeId }
  | { readonly kind: 'shared-secret'; readonly hash: HashName };

/**
 * Whatever can sign: a row of SIGNERS, or one of a library's user. It signs octets; what they are (DSSE's pre-authentication
 * encoding, a payload, a digest as text) is the caller's business, see `seal`.
 */
export interface Signer {
  /** For reports and the audit log. Never anything secret. */
  readonly name: string;
  readonly identity: SignerIdentity;
  /**
   * The signature: Ed25519 64 octets, ECDSA in DER, RSA as long as the modulus, HMAC of full length.
   *
   * @throws Malformed `signer-failed`, `signer-timeout`, `signer-answer`, `key-…`: never with anything secret in it
   */
  sign(message: Bytes): Bytes | Promise<Bytes>;
  /** Whether the signature is one of this signer's over the message, by mathematics of ours and not by its word. */
  verify(message: Bytes, signature: Bytes): boolean | Promise<boolean>;
}

/** `keyid` of a signer's signatures: the SHA-256 of its public key in lowercase hexadecimal; a secret has no public name. */
export function keyIdOf({ identity }: Signer): string | null {
  return identity.kind === 'public-key' ? identity.key.fingerprint : null;
}

/** The name of the algorithm: an id of ALGORITHMS, or `hmac-sha256`. */
export function algorithmOf({ identity }: Signer): string {
  return identity.kind === 'public-key' ? identity.scheme : `hmac-${identity.hash}`;
}
