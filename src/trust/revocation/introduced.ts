// SPDX-License-Identifier: Apache-2.0
import type { Sha256 } from '../../model/bytes.ts';
import type { Instant } from '../../model/instant.ts';
import type { RevocationData } from './data.ts';
import type { RevocationEntry } from './list.ts';

/** One key vouched for another: by the fingerprints of both, and since when the statement is known to exist. */
export interface Introduction {
  readonly previous: Sha256;
  readonly next: Sha256;
  /** When the store took it in: what the statement says of its own time proves nothing. */
  readonly heldSince: Instant;
}

/**
 * A key that another one introduced is worth no more than that one was then: where that one was in other hands before the statement was
 * held, whoever had it may have written the statement, and the key is revoked with it, from its beginning.
 */
export function alsoIntroduced(data: RevocationData, introductions: readonly Introduction[]): RevocationData {
  if (introductions.length === 0) return data;
  return { ...data, lists: data.lists.map((list) => ({ ...list, entries: grown(list.entries, introductions) })) };
}

function grown(
  entries: readonly RevocationEntry[],
  introductions: readonly Introduction[],
): readonly RevocationEntry[] {
  const all = [...entries];
  // Grows while it is walked: a key that falls takes those with it that it has introduced.
  for (const entry of all) {
    if (entry.kind !== 'key') continue;
    for (const { previous, next, heldSince } of introductions) {
      if (previous !== entry.sha256 || (entry.since !== null && heldSince < entry.since)) continue;
      if (all.some((one) => one.kind === 'key' && one.sha256 === next && one.since === null)) continue;
      const note = `introduced by the key sha256:${previous}, which the list names`;
      all.push({ kind: 'key', sha256: next, since: null, reason: entry.reason, note });
    }
  }
  return all;
}
