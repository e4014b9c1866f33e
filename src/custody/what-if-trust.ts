// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { ProvenInterval } from './intervals.ts';
import { provesExistence, type SourcedAnchor } from './sourced-anchor.ts';

/** SHA-256 of a key → the instant since when it is assumed to be in other hands. */
export type Compromises = ReadonlyMap<string, Instant>;

/** The earliest compromise of what an anchor rests on; null: of none. */
export function compromisedSince({ keys }: SourcedAnchor, compromises: Compromises): Instant | null {
  let least: Instant | null = null;
  for (const { key } of keys) {
    const since = compromises.get(key);
    if (since !== undefined && (least === null || since < least)) least = since;
  }
  return least;
}

/**
 * Which evidence of time is still believed (custody timeline v1, section 11): that under no compromised key, and that which
 * believed evidence proves to have existed before the compromise; the least set that is closed under this. Pure.
 */
export class Trust {
  readonly anchors: readonly SourcedAnchor[];
  readonly compromises: Compromises;
  /** Pieces of evidence that it takes for one to be believed, itself included; Infinity: it is not. */
  readonly #depth: number[];
  /** What proves it, by the shortest way; null: nothing has to. */
  readonly #proof: (number | null)[];

  constructor(anchors: readonly SourcedAnchor[], compromises: Compromises) {
    this.anchors = anchors;
    this.compromises = compromises;
    this.#depth = new Array(anchors.length).fill(Number.POSITIVE_INFINITY);
    this.#proof = new Array(anchors.length).fill(null);
    const queue: number[] = [];
    let open: { readonly index: number; readonly since: Instant }[] = [];
    anchors.forEach((anchor, index) => {
      const since = compromisedSince(anchor, compromises);
      if (since !== null) open.push({ index, since });
      else {
        this.#depth[index] = 1;
        queue.push(index);
      }
    });
    // First come, first reached: each is reached by the shortest way there is.
    for (let next = 0; next < queue.length && open.length > 0; next++) {
      const by = queue[next]!;
      const proof = anchors[by]!;
      open = open.filter(({ index, since }) => {
        if (proof.notAfter > since || !provesExistence(proof, anchors[index]!)) return true;
        this.#depth[index] = this.#depth[by]! + 1;
        this.#proof[index] = by;
        queue.push(index);
        return false;
      });
    }
  }

  believes(index: number): boolean {
    return this.#depth[index] !== Number.POSITIVE_INFINITY;
  }

  get believed(): SourcedAnchor[] {
    return this.anchors.filter((_, index) => this.believes(index));
  }

  /** The piece itself, what proves it, what proves that, … Empty: it is not believed. */
  way(index: number): number[] {
    if (!this.believes(index)) return [];
    const way: number[] = [];
    for (let at: number | null = index; at !== null; at = this.#proof[at] ?? null) way.push(at);
    return way;
  }

  /** The shortest way to a believed piece that fits; null: none does. */
  shortest(fits: (anchor: SourcedAnchor) => boolean): number[] | null {
    let best: number | null = null;
    this.anchors.forEach((anchor, index) => {
      const shorter = best === null || this.#depth[index]! < this.#depth[best]!;
      if (this.believes(index) && shorter && fits(anchor)) best = index;
    });
    return best === null ? null : this.way(best);
  }

  /** What believed evidence proves of one line. */
  interval(line: number): ProvenInterval {
    let notAfter: Instant | null = null;
    let notBefore: Instant | null = null;
    this.anchors.forEach((anchor, index) => {
      if (!this.believes(index)) return;
      if (anchor.covers > line && (notAfter === null || anchor.notAfter < notAfter)) notAfter = anchor.notAfter;
      if (anchor.within === null || anchor.within > line) return;
      if (notBefore === null || anchor.notBefore > notBefore) notBefore = anchor.notBefore;
    });
    return { notBefore, notAfter };
  }

  /** By when a line of any of the logs that were judged together existed; null: nothing that is believed proves it. */
  endOf({ log, line }: { readonly log: number; readonly line: number }): Instant | null {
    let least: Instant | null = null;
    this.anchors.forEach(({ across, notAfter }, index) => {
      if (across === undefined || across.covers[log]! <= line || !this.believes(index)) return;
      if (least === null || notAfter < least) least = notAfter;
    });
    return least;
  }

  /** Whether it is proven to be younger than the compromise of what it rests on. */
  refutes(index: number): boolean {
    const since = compromisedSince(this.anchors[index]!, this.compromises);
    const { notBefore } = this.existence(index);
    return !this.believes(index) && since !== null && notBefore !== null && notBefore >= since;
  }

  /** When a piece itself came to be, by believed evidence: a compromised one is judged by this and never by its own word. */
  existence(index: number): ProvenInterval {
    const one = this.anchors[index]!;
    let notAfter: Instant | null = null;
    this.anchors.forEach((proof, by) => {
      if (by === index || !this.believes(by) || !provesExistence(proof, one)) return;
      if (notAfter === null || proof.notAfter < notAfter) notAfter = proof.notAfter;
    });
    // It is about lines that were there: it is no older than the last of them.
    const notBefore = one.covers > 0 ? this.interval(one.covers - 1).notBefore : null;
    return { notBefore, notAfter };
  }
}
