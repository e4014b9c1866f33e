// SPDX-License-Identifier: Apache-2.0
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../model/bytes.ts';
import type { HashName } from '../model/public-key.ts';

const HASHES = { sha256, sha384, sha512 } as const;

/** The second opinion on a digest. */
export function nobleDigest(name: HashName, bytes: Bytes): Bytes {
  return HASHES[name](bytes);
}

/** HMAC of full length, compared without an early end. */
export function nobleVerifyMac(name: HashName, secret: Bytes, message: Bytes, tag: Bytes): boolean {
  const wanted = hmac(HASHES[name], secret, message);
  return wanted.length === tag.length && wanted.reduce((rest, octet, i) => rest | (octet ^ tag[i]!), 0) === 0;
}
