// SPDX-License-Identifier: Apache-2.0

/** A stretch of time that is drawn to one scale. */
export interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
  /** How many instants lie in it. */
  readonly count: number;
}

const MOST_BREAKS = 4;
/** A gap is left out where it is so many times as long as the longest that stays. */
const JUMP = 4n;

/**
 * Cuts the axis where nothing happens for long, so that a minute full of events and one a year later can both be read. At most
 * four cuts, and only where the gaps fall apart into long and short ones.
 *
 * @param instants sorted, without doubles, at least one
 */
export function stretchesOf(instants: readonly bigint[]): Stretch[] {
  const gaps = instants.slice(1).map((instant, i) => ({ at: i, length: instant - instants[i]! }));
  gaps.sort((a, b) => (a.length === b.length ? a.at - b.at : a.length < b.length ? 1 : -1));
  let total = gaps.reduce((sum, { length }) => sum + length, 0n);
  let removed = 0n;
  let breaks = 0;
  for (let i = 0; i < Math.min(MOST_BREAKS, gaps.length); i++) {
    removed += gaps[i]!.length;
    total -= gaps[i]!.length;
    const next = gaps[i + 1]?.length ?? 0n;
    if (gaps[i]!.length > JUMP * next && removed > total && next > 0n) breaks = i + 1;
  }
  const cuts = gaps
    .slice(0, breaks)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const out: Stretch[] = [];
  let start = 0;
  for (const cut of [...cuts, instants.length - 1]) {
    out.push({ from: instants[start]!, to: instants[cut]!, count: cut - start + 1 });
    start = cut + 1;
  }
  return out;
}
