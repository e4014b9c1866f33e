// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
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

/** in-toto's names for digests in hexadecimal, and how many characters those have. */
const LENGTHS: ReadonlyMap<string, readonly number[]> = new Map([
  ['md5', [32]],
  ['sha1', [40]],
  ['ripemd160', [40]],
  ...['sha224', 'sha512_224', 'sha3_224'].map((name): [string, number[]] => [name, [56]]),
  ...['sha256', 'sha512_256', 'sha3_256', 'sm3', 'gost', 'blake2s'].map((name): [string, number[]] => [name, [64]]),
  ...['sha384', 'sha3_384'].map((name): [string, number[]] => [name, [96]]),
  ...['sha512', 'sha3_512', 'blake2b'].map((name): [string, number[]] => [name, [128]]),
  ...['gitCommit', 'gitTree', 'gitBlob', 'gitTag'].map((name): [string, number[]] => [name, [40, 64]]),
]);

/** Why a digest can never be that of anything, or null. A name that is not known may mean anything. */
export function unmatchableDigest(name: string, value: string): string | null {
  const plain = name.toLowerCase().replaceAll('-', '');
  const meant = STRONG_DIGESTS.find((strong) => strong === plain);
  if (meant !== undefined && meant !== name) return `its algorithm is written ${escapeText(name, 32)}, not ${meant}`;
  const lengths = LENGTHS.get(name);
  if (lengths === undefined) return null;
  if (!/^[0-9a-f]*$/.test(value)) return `its ${name} is not in lowercase hexadecimal`;
  return lengths.includes(value.length)
    ? null
    : `its ${name} has ${value.length} characters, not ${lengths.join(' or ')}`;
}

export function isWeakDigest(name: string): boolean {
  return WEAK_DIGESTS.has(name);
}

export function isKnownDigest(name: string): boolean {
  return isWeakDigest(name) || STRONG_DIGESTS.some((strong) => strong === name);
}
