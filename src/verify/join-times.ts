// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { ProvenTime, SourcePart } from '../model/timeline-view.ts';
import type { LogJoin } from './join-logs.ts';

/** Each round carries what is known one hand-off further. To stop early narrows less, and is never wrong. */
const ROUNDS = 64;

type Bounds = { -readonly [name in keyof ProvenTime]: ProvenTime[name] };

/**
 * What is proven of times, shared across hand-offs: a receipt holds the hash of the release, and is therefore later than it. So the
 * receipt, and all behind it, have no earlier beginning than the release; and the release, and all before it, no later end than
 * the receipt. It only ever narrows.
 *
 * @returns by the ids of rows
 */
export function narrowed(parts: readonly SourcePart[], joins: readonly LogJoin[]): ReadonlyMap<string, ProvenTime> {
  const bounds = new Map<string, Bounds>();
  for (const { rows } of parts) for (const { id, proven } of rows) bounds.set(id, { ...proven });
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const { release, receipt } of joins) {
      const first = bounds.get(release)!;
      const second = bounds.get(receipt)!;
      const notBefore = later(second.notBefore, first.notBefore);
      const notAfter = earlier(first.notAfter, second.notAfter);
      if (notBefore === second.notBefore && notAfter === first.notAfter) continue;
      second.notBefore = notBefore;
      first.notAfter = notAfter;
      changed = true;
    }
    for (const { rows } of parts) spread(rows.map(({ id }) => bounds.get(id)!));
  }
  return bounds;
}

/** Along one log: no line begins before an earlier one, and none ends after a later one. */
function spread(bounds: readonly Bounds[]): void {
  let begin: Instant | null = null;
  for (const one of bounds) {
    begin = later(begin, one.notBefore);
    one.notBefore = begin;
  }
  let end: Instant | null = null;
  for (let i = bounds.length - 1; i >= 0; i--) {
    end = earlier(end, bounds[i]!.notAfter);
    bounds[i]!.notAfter = end;
  }
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
