// SPDX-License-Identifier: Apache-2.0
/** The second engine, behind one dynamic import: the usual run never loads it. */
import type { Bytes } from '../model/bytes.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { nobleEcdsa } from './noble-ecdsa.ts';
import { nobleEd25519 } from './noble-ed25519.ts';
import { nobleDigest } from './noble-hash.ts';
import type { SignatureEncoding } from './outcome.ts';

export { nobleDigest, nobleVerifyMac } from './noble-hash.ts';

/** Only for an algorithm whose `engines` names noble, and a form that was judged `well-formed`. */
export function verifyWithNoble(
  { hash }: Algorithm,
  key: PublicKey,
  message: Bytes,
  sig: Bytes,
  encoding: SignatureEncoding,
): boolean {
  return hash === null ? nobleEd25519(key, message, sig) : nobleEcdsa(key, nobleDigest(hash, message), sig, encoding);
}

/** Only for an algorithm that can be verified by digest. */
export function verifyDigestWithNoble(key: PublicKey, digest: Bytes, sig: Bytes, encoding: SignatureEncoding): boolean {
  return nobleEcdsa(key, digest, sig, encoding);
}
