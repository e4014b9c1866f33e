// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
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

const SIZES = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
type Named = keyof typeof SIZES;

export interface Integrity<Algorithm extends Named = Named> {
  readonly algorithm: Algorithm;
  /** Lowercase hexadecimal. */
  readonly hex: string;
}

/**
 * Subresource integrity as lockfiles and registries write it: `sha512-<base64>`, several parted by single spaces, weak ones
 * too. Options (`?…`) have no meaning and are refused.
 *
 * @throws Malformed `package-integrity`
 */
export function readIntegrities(text: string): Integrity[] {
  return text.split(' ').map((one) => {
    const [, name, digest] = /^([a-z0-9]+)-([A-Za-z0-9+/]+={0,2})$/.exec(one) ?? [];
    if (name === undefined || digest === undefined) throw bad('is no list of algorithm-base64');
    if (!Object.hasOwn(SIZES, name)) throw bad('names an unknown algorithm');
    const algorithm = name as Named;
    const octets = decodeBase64(digest);
    if (octets.length !== SIZES[algorithm]) throw bad(`has ${octets.length} octets of ${algorithm}`);
    return { algorithm, hex: encodeHex(octets) };
  });
}

/**
 * As `readIntegrities`, without what is too weak to name a file: the list may be empty.
 *
 * @throws Malformed `package-integrity`
 */
export function readIntegrity(text: string): Integrity<'sha256' | 'sha384' | 'sha512'>[] {
  return readIntegrities(text).filter(isStrong);
}

function isStrong(one: Integrity): one is Integrity<'sha256' | 'sha384' | 'sha512'> {
  return one.algorithm !== 'md5' && one.algorithm !== 'sha1';
}

function bad(what: string): Malformed {
  return new Malformed('package-integrity', `the integrity ${what}`);
}
