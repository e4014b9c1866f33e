// SPDX-License-Identifier: Apache-2.0
import type { Digests } from './event.ts';

const STRONG = ['sha256', 'sha384', 'sha512'] as const;

/** Whether there is a digest among them that proves anything. */
export function isProving(digests: Digests): boolean {
  return STRONG.some((name) => Object.hasOwn(digests, name));
}

/**
 * Whether two sets are of the same octets: they share an algorithm that proves anything, and no shared one differs, the weak ones
 * among them: who writes another MD5 beside the same SHA-256 says that something is different.
 */
export function sameDigests(a: Digests, b: Digests): boolean {
  const shared = Object.keys(a).filter((name) => Object.hasOwn(b, name));
  return shared.every((name) => a[name] === b[name]) && STRONG.some((name) => shared.includes(name));
}

export function digestText(digests: Digests): string {
  const [name = 'none'] = [...STRONG.filter((one) => Object.hasOwn(digests, one)), ...Object.keys(digests)];
  return `${name}:${digests[name] ?? ''}`;
}
