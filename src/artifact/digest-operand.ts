// SPDX-License-Identifier: Apache-2.0
import type { HashName } from '../model/public-key.ts';

export interface DigestOperand {
  readonly algorithm: HashName;
  /** Lowercase. */
  readonly hex: string;
}

const DIGITS: ReadonlyMap<string, { readonly algorithm: HashName; readonly digits: RegExp }> = new Map([
  ['sha256', { algorithm: 'sha256', digits: /^[0-9A-Fa-f]{64}$/ }],
  ['sha384', { algorithm: 'sha384', digits: /^[0-9A-Fa-f]{96}$/ }],
  ['sha512', { algorithm: 'sha512', digits: /^[0-9A-Fa-f]{128}$/ }],
]);

/**
 * `sha256:<64 hex>`, `sha384:<96 hex>`, `sha512:<128 hex>`, digits in either case; null for everything else. A well-formed
 * digest is a digest: a file of that name is written `./sha256:…`.
 */
export function parseDigestOperand(text: string): DigestOperand | null {
  const colon = text.indexOf(':');
  return colon === -1 ? null : parseDigest(text.slice(0, colon), text.slice(colon + 1));
}

/** The same for an algorithm and digits that were given apart (`--digest-alg`, `--digest`). */
export function parseDigest(algorithm: string, digits: string): DigestOperand | null {
  const form = DIGITS.get(algorithm);
  if (form === undefined || !form.digits.test(digits)) return null;
  return { algorithm: form.algorithm, hex: digits.toLowerCase() };
}

/** The forms of a digest operand, in words. */
export const DIGEST_FORMS = 'sha256: and 64, sha384: and 96, or sha512: and 128 hexadecimal digits';

/** Whether a text that is no digest operand seems to have been meant as one: another length, digit, or algorithm. */
export function looksLikeDigest(text: string): boolean {
  return /^(?:sha|md|blake|ripemd)-?[0-9][0-9a-z_/-]*:/i.test(text);
}
