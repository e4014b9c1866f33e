// SPDX-License-Identifier: Apache-2.0
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';
import type { HashName } from '../model/public-key.ts';
import { DIGEST_BYTES } from './digest.ts';

/** Shortest secret that counts as one. */
const SECRET_BYTES = 32;
const latin1 = new TextDecoder('latin1');

const MAC_NAMES: ReadonlyMap<string, HashName> = new Map([
  ['hmacsha256', 'sha256'],
  ['hmacsha384', 'sha384'],
  ['hmacsha512', 'sha512'],
  ['hs256', 'sha256'],
  ['hs384', 'sha384'],
  ['hs512', 'sha512'],
]);

/** The hash of an HMAC that goes by this name on the command line, in vector files or in JWS; null for every other text. */
export function resolveMac(name: string): HashName | null {
  return MAC_NAMES.get(name.toLowerCase().replace(/[-_]/g, '')) ?? null;
}

/**
 * HMAC (RFC 2104, FIPS 198-1) of full length. Compared in constant time: the secret is a real secret.
 * A tag of any other length is false; `isTruncatedTag` tells a caller why.
 */
export function verifyMac(hash: HashName, secret: Bytes, message: Bytes, tag: Bytes): boolean {
  const wanted = createHmac(hash, createSecretKey(secret)).update(message).digest();
  return wanted.length === tag.length && timingSafeEqual(wanted, tag);
}

/** A tag that could only be a truncated one (RFC 2104 §5), which this tool does not support. */
export function isTruncatedTag(hash: HashName, tag: Bytes): boolean {
  return tag.length < (DIGEST_BYTES.get(hash) ?? 0);
}

/**
 * Why `verify` refuses this secret, or null. A PEM text as a secret is the classic confusion of a public key with a
 * shared one (attacks B11): whoever holds the public key could have made the tag.
 */
export function weakSecret(secret: Bytes): string | null {
  if (latin1.decode(secret).includes('-----BEGIN ')) return 'the secret is a PEM file: a key is no shared secret';
  if (secret.length < SECRET_BYTES) return `the secret has ${secret.length} bytes, fewer than ${SECRET_BYTES}`;
  return null;
}

/** HMAC (RFC 2104) of full length. */
export function computeMac(hash: HashName, secret: Bytes, message: Bytes): Bytes {
  return Uint8Array.from(createHmac(hash, createSecretKey(secret)).update(message).digest());
}
