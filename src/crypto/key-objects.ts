// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';

const cache = new WeakMap<PublicKey, KeyObject>();

/** The key as node:crypto wants it, made once per key: decoding costs as much as hashing 40 messages. */
export function keyObjectOf(key: PublicKey): KeyObject {
  let object = cache.get(key);
  if (object === undefined) {
    object = createPublicKey({ key: asBuffer(key.spki), format: 'der', type: 'spki' });
    cache.set(key, object);
  }
  return object;
}

/** The same object under the type that node:crypto declares; it takes any Uint8Array. */
export function asBuffer(bytes: Bytes): Buffer {
  return bytes as Buffer;
}

/**
 * Lets OpenSSL look at a key whose structure has been read strictly already: a point must lie on its curve.
 *
 * @throws Malformed `key-format`
 */
export function decodeWithOpenssl<T>(what: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    // Any other exception would be a fault of ours.
    if (!isOpensslError(error)) throw error;
    throw new Malformed('key-format', what);
  }
}

function isOpensslError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('ERR_OSSL_');
}
