// SPDX-License-Identifier: Apache-2.0
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../model/bytes.ts';
import type { PublicKey } from '../model/public-key.ts';
import { ED25519_OCTETS } from './ed25519-encoding.ts';

const { Point } = ed25519;

/**
 * Ed25519 under the rule of `ed25519.ts`. noble verifies the cofactored equation (RFC 8032 allows both), so that after its
 * own verdict the cofactorless one is asked for as well, S·B = R + k·A, and an R of small order is refused.
 */
export function nobleEd25519(key: PublicKey, message: Bytes, sig: Bytes): boolean {
  const publicKey = key.spki.subarray(key.spki.length - ED25519_OCTETS);
  if (!ed25519.verify(sig, message, publicKey, { zip215: false })) return false;
  const encodedR = sig.subarray(0, ED25519_OCTETS);
  const R = Point.fromBytes(encodedR, false);
  if (R.isSmallOrder()) return false;
  const hashed = sha512.create().update(encodedR).update(publicKey).update(message).digest();
  const k = Point.Fn.create(bytesToNumberLE(hashed));
  const S = bytesToNumberLE(sig.subarray(ED25519_OCTETS));
  const right = R.add(Point.fromBytes(publicKey, false).multiplyUnsafe(k));
  return Point.BASE.multiplyUnsafe(S).equals(right);
}
