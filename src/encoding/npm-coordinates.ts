// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import { decodeBase64 } from './base64.ts';
import { encodeHex } from './hex.ts';

/** `name`, `@scope/name`: no `@`, `:` or white space inside, so that `name@version:integrity` can be read in one way only. */
const NAME = /^(?=.{1,214}$)(?:@[!-.0-9;-?A-~]+\/)?[!-.0-9;-?A-~]+$/;
const VERSION = /^[0-9A-Za-z.+-]{1,256}$/;

export function isNpmName(text: string): boolean {
  return NAME.test(text);
}

/** Written as semver is, whose order nobody asks about here. */
export function isNpmVersion(text: string): boolean {
  return VERSION.test(text);
}

const SIZES: ReadonlyMap<string, readonly [HashName, number]> = new Map([
  ['sha256', ['sha256', 32]],
  ['sha384', ['sha384', 48]],
  ['sha512', ['sha512', 64]],
]);

export interface Integrity {
  readonly algorithm: HashName;
  /** Lowercase hexadecimal. */
  readonly hex: string;
}

/**
 * Subresource integrity as lockfiles and registries write it: `sha512-<base64>`, several parted by single spaces. What is too
 * weak to name a file (sha1, md5) is left out, so that the list may be empty; options (`?…`) have no meaning and are refused.
 *
 * @throws Malformed `package-integrity`
 */
export function readIntegrity(text: string): Integrity[] {
  const found: Integrity[] = [];
  for (const one of text.split(' ')) {
    const [, name, digest] = /^([a-z0-9]+)-([A-Za-z0-9+/]+={0,2})$/.exec(one) ?? [];
    if (name === undefined || digest === undefined) throw bad('is no list of algorithm-base64');
    const size = SIZES.get(name);
    if (size === undefined) {
      if (name !== 'sha1' && name !== 'md5') throw bad('names an unknown algorithm');
      continue;
    }
    const octets = decodeBase64(digest);
    if (octets.length !== size[1]) throw bad(`has ${octets.length} octets of ${name}`);
    found.push({ algorithm: size[0], hex: encodeHex(octets) });
  }
  return found;
}

function bad(what: string): Malformed {
  return new Malformed('package-integrity', `the integrity ${what}`);
}
