// SPDX-License-Identifier: Apache-2.0

/**
 * The members of an object in one order, whatever order they came in: a report that was read back has them sorted, and must be shown
 * as the run itself has shown it.
 *
 * @param first those that a reader looks for first; the rest by name
 */
export function ordered<T>(
  members: Readonly<Record<string, T>>,
  first: readonly string[] = [],
): (readonly [string, T])[] {
  const head = first.filter((name) => Object.hasOwn(members, name));
  const rest = Object.keys(members).filter((name) => !head.includes(name));
  return [...head, ...rest.sort()].map((name) => [name, members[name]!] as const);
}

/** Of a signer. */
export const SIGNER_ORDER = ['name', 'identity', 'sanType', 'issuer', 'fingerprint'] as const;
