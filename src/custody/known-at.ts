// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import type { GivenKey } from './key-ring.ts';
import type { SourcedAnchor } from './sourced-anchor.ts';

/** What an examiner could know of keys at an instant, and what of a keyring is left out for that, in words. */
export interface KnownKeys {
  readonly keys: readonly GivenKey[];
  readonly leftOut: readonly string[];
}

/**
 * A keyring says since when things hold, and not since when that is known: what holds only later was not known; what held already may
 * have been, and counts, since leaving it out would make more pass.
 */
export function keysKnownAt(given: readonly GivenKey[], known: Instant): KnownKeys {
  const leftOut: string[] = [];
  const keys = given.flatMap((key): GivenKey[] => {
    const who = `${key.id ?? 'a given key'} ${key.key.fingerprint.slice(0, 16)}`;
    if (key.validFrom !== undefined && key.validFrom > known) {
      leftOut.push(`the key of ${who}, valid from ${formatInstant(key.validFrom)}`);
      return [];
    }
    const { compromisedSince, ...rest } = key;
    if (compromisedSince === undefined || compromisedSince <= known) return [key];
    leftOut.push(`that the key of ${who} is compromised since ${formatInstant(compromisedSince)}`);
    return [rest];
  });
  return { keys, leftOut };
}

/** Roots that are known to have been issued later are left out; of most files it is not known when they were. */
export function rootsKnownAt(
  given: readonly TrustedRoot[],
  known: Instant | null,
): { readonly roots: readonly TrustedRoot[]; readonly leftOut: readonly string[] } {
  const isLater = ({ origin: { issuedAt } }: TrustedRoot): boolean =>
    known !== null && issuedAt !== null && issuedAt > known;
  const leftOut = given.filter(isLater).map(({ origin }) => `the trusted root ${origin.name}`);
  return { roots: given.filter((root) => !isLater(root)), leftOut };
}

/** Whether a checkpoint in a file of its own is proven to have been there, as it stands, at an instant. */
export function isNoteKnownAt(note: string, anchors: readonly SourcedAnchor[], known: Instant): boolean {
  const over = anchors.filter((anchor) => anchor.over === note);
  if (over.some(({ inNote, notAfter }) => !inNote && notAfter <= known)) return true;
  const cosigned = over.filter(({ inNote }) => inNote);
  return cosigned.length > 0 && cosigned.every(({ notAfter }) => notAfter <= known);
}
