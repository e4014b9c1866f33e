// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';

/** One verified piece of evidence of time about lines of a log. */
export interface TimeAnchor {
  /** RFC 3161 token, cosignature, log time. */
  readonly source: string;
  readonly authority: string;
  /** Whose word it is: the same key or authority has the same one. */
  readonly authorityId: string;
  /** It proves that the first `covers` lines existed by `notAfter`; 0: of none. */
  readonly covers: number;
  /** It proves that line `within` and all later ones did not exist before `notBefore`; null: it stands outside the log. */
  readonly within: number | null;
  readonly time: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** It rests on what is proven of a line of another log. */
  readonly derived?: boolean;
}

/** What is proven of when a line came to be. null: nothing is. */
export interface ProvenInterval {
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
}

interface Step {
  /** From this line on. */
  readonly from: number;
  readonly interval: ProvenInterval;
}

/**
 * The provable interval of every line (custody timeline v1, section 7): pure, and steps at anchors alone, so that it is small
 * however long the log is. A further anchor only ever narrows: the end is the least, the beginning the greatest of what is proven.
 */
export class Intervals {
  readonly #steps: readonly Step[];
  readonly lines: number;

  constructor(lines: number, anchors: readonly TimeAnchor[]) {
    this.lines = lines;
    const edges = new Set([0]);
    for (const { covers, within } of anchors) {
      if (covers > 0 && covers < lines) edges.add(covers);
      if (within !== null && within < lines) edges.add(within);
    }
    const starts = [...edges].sort((a, b) => a - b);
    // Earliest end of what covers more than `from` lines: from the right; latest beginning of what stands at or before: from the left.
    const covering = anchors.filter(({ covers }) => covers > 0).sort((a, b) => b.covers - a.covers);
    const ends: (Instant | null)[] = new Array(starts.length).fill(null);
    let least: Instant | null = null;
    for (let i = starts.length - 1, next = 0; i >= 0; i--) {
      for (; next < covering.length && covering[next]!.covers > starts[i]!; next++) {
        const end = covering[next]!.notAfter;
        if (least === null || end < least) least = end;
      }
      ends[i] = least;
    }
    const inside = anchors
      .filter((one): one is TimeAnchor & { readonly within: number } => one.within !== null)
      .sort((a, b) => a.within - b.within);
    let greatest: Instant | null = null;
    let next = 0;
    this.#steps = starts.map((from, i) => {
      for (; next < inside.length && inside[next]!.within <= from; next++) {
        const beginning = inside[next]!.notBefore;
        if (greatest === null || beginning > greatest) greatest = beginning;
      }
      return { from, interval: { notBefore: greatest, notAfter: ends[i]! } };
    });
  }

  at(line: number): ProvenInterval {
    let low = 0;
    let high = this.#steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#steps[middle]!.from <= line) low = middle;
      else high = middle - 1;
    }
    return this.#steps[low]!.interval;
  }

  /** Lines whose end is proven: a prefix, since what covers a line covers all before it. */
  get anchored(): number {
    const first = this.#steps.find(({ interval }) => interval.notAfter === null);
    return first?.from ?? this.lines;
  }

  /** Whether the one line is proven to have come to be before the other; false: not proven, which is not the opposite. */
  before(first: number, second: number): boolean {
    const { notAfter } = this.at(first);
    const { notBefore } = this.at(second);
    return notAfter !== null && notBefore !== null && notAfter < notBefore;
  }
}

/** Evidence that was there at an instant: what `--known-at` uses. */
export function anchorsKnownAt(anchors: readonly TimeAnchor[], known: Instant): TimeAnchor[] {
  return anchors.filter(({ notAfter }) => notAfter <= known);
}
