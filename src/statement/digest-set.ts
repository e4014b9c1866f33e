// SPDX-License-Identifier: Apache-2.0
import { asString, pointerTo } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { DigestSet } from '../model/statement.ts';

/** The digests that decide. In the order in which they are reported. */
export const STRONG_DIGESTS: readonly HashName[] = ['sha256', 'sha384', 'sha512'];

/** Hash algorithms for which two files with the same digest can be made. */
const WEAK_DIGESTS: ReadonlySet<string> = new Set(['md5', 'sha1', 'ripemd160']);

/**
 * in-toto DigestSet. Names and values are kept as written and compared as written: `SHA256` is an unknown name, and a value
 * in upper case, of another length or with a `sha256:` in front equals no computed digest.
 *
 * @throws Malformed `json-shape` where a value is no string, `limit-exceeded`
 */
export function readDigestSet(digest: JsonObject, pointer: string): DigestSet {
  const names = Object.keys(digest);
  if (names.length > LIMITS.digests) {
    throw new Malformed('limit-exceeded', `${names.length} digests at ${pointer}, more than ${LIMITS.digests}`);
  }
  return new Map(names.map((name) => [name, asString(digest[name]!, pointerTo(pointer, name))]));
}

export function isWeakDigest(name: string): boolean {
  return WEAK_DIGESTS.has(name);
}

export function isKnownDigest(name: string): boolean {
  return isWeakDigest(name) || STRONG_DIGESTS.some((strong) => strong === name);
}
