// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { Columns } from './columns.ts';
import { type Demand, demandsOf, fares, type Standing, worst } from './demands.ts';
import { type GiverKey, giverDemands } from './givers.ts';
import { Intervals } from './intervals.ts';
import type { RingKey } from './key-ring.ts';
import type { SourcedAnchor } from './sourced-anchor.ts';
import { type Compromises, Trust } from './what-if-trust.ts';

/** What is known of a log and does not depend on what is assumed. */
export interface LogEvidence {
  readonly lines: number;
  readonly anchors: readonly SourcedAnchor[];
  readonly columns: Columns;
  readonly keys: readonly RingKey[];
  /** Receipts that rest on another log's checkpoint, and the SHA-256 of its key. */
  readonly joins: readonly QuotedKeys[];
  readonly at: Instant;
}

/** A receipt of what another log has released: whose word it rests on, beside its receiver's. */
export interface QuotedKeys {
  readonly line: number;
  /** SHA-256 of the key of that log. */
  readonly key: string;
  /** Keys under which the giver has signed the release, as far as any is known. */
  readonly givers?: readonly GiverKey[];
}

export const NOTHING_ASSUMED: Compromises = new Map();

/** A log under the assumption that keys were in other hands: what each signature, and what brought its key in, is worth then. */
export class WhatIf {
  readonly trust: Trust;
  readonly intervals: Intervals;
  readonly #log: LogEvidence;
  readonly #joins = new Map<number, readonly Demand[]>();
  readonly #introductions = new Map<number, readonly Demand[]>();
  readonly #introduced = new Map<number, Standing>();
  /** Of sets of keys, which many lines share: whether anything is asked of them at all. */
  readonly #free = new Map<readonly number[], boolean>();

  constructor(log: LogEvidence, compromises: Compromises) {
    this.#log = log;
    this.trust = new Trust(log.anchors, compromises);
    this.intervals = new Intervals(log.lines, this.trust.believed);
    for (const { line, key, givers = [] } of log.joins) {
      const since = compromises.get(key);
      const own: Demand[] = since === undefined ? [] : [{ kind: 'join', line, key, edge: since }];
      const given = givers.flatMap((one) =>
        giverDemands(one, line, log.at, compromises.get(one.key.fingerprint) ?? null),
      );
      const all = [...(this.#joins.get(line) ?? []), ...own, ...given];
      if (all.length > 0) this.#joins.set(line, all);
    }
  }

  /** @param index number of the event among those that were read */
  standing(index: number): Standing {
    const { line, keys } = this.#log.columns.at(index);
    // Nobody's word: no signature of it verifies under a known key.
    if (keys.length === 0) return 'undecided';
    if (!this.isDoubted(index)) return 'stands';
    const own = this.#own(line, keys).map((demand) => this.fares(demand));
    return worst([...own, ...keys.map((number) => this.#introductionStands(this.#log.keys[number]!, line))]);
  }

  /** Whether anything is asked of it at all. */
  isDoubted(index: number): boolean {
    const { line, keys } = this.#log.columns.at(index);
    return keys.length === 0 || this.#joins.has(line) || !this.#isFree(keys);
  }

  fares(demand: Demand): Standing {
    return fares(demand, this.intervals.at(demand.line));
  }

  /** All that must hold for the event to stand: of its own line, and of those that brought its keys in. */
  demands(index: number): readonly Demand[] {
    const { line, keys } = this.#log.columns.at(index);
    return this.#demands(line, keys);
  }

  #demands(line: number, keys: readonly number[]): Demand[] {
    const introductions = keys.flatMap((number) => this.#introduction(this.#log.keys[number]!, line));
    return distinct([...this.#own(line, keys), ...introductions]);
  }

  /** Of its own line alone. */
  #own(line: number, keys: readonly number[]): Demand[] {
    const { compromises } = this.trust;
    const { at } = this.#log;
    const own = keys.flatMap((number) => {
      const key = this.#log.keys[number]!;
      return demandsOf(key, line, at, compromises.get(key.key.fingerprint) ?? null);
    });
    return [...own, ...(this.#joins.get(line) ?? [])];
  }

  /** Judged once for all events under the key. */
  #introductionStands(key: RingKey, line: number): Standing {
    const demands = this.#introduction(key, line);
    if (demands.length === 0) return 'stands';
    const known = this.#introduced.get(key.introduced!);
    if (known !== undefined) return known;
    const standing = worst(demands.map((demand) => this.fares(demand)));
    this.#introduced.set(key.introduced!, standing);
    return standing;
  }

  /** A key that somebody brought in is worth no more than the event that did; those of the examiner owe nothing to the log. */
  #introduction({ trusted, introduced }: RingKey, line: number): readonly Demand[] {
    if (trusted || introduced === null || introduced >= line) return [];
    const known = this.#introductions.get(introduced);
    if (known !== undefined) return known;
    const index = indexOf(this.#log.columns, introduced);
    const demands = index === null ? [] : this.#demands(introduced, this.#log.columns.at(index).keys);
    this.#introductions.set(introduced, demands);
    return demands;
  }

  #isFree(keys: readonly number[]): boolean {
    let free = this.#free.get(keys);
    if (free === undefined) {
      free = this.#demands(this.#log.lines, keys).length === 0;
      this.#free.set(keys, free);
    }
    return free;
  }
}

function distinct(demands: readonly Demand[]): Demand[] {
  const seen = new Set<string>();
  return demands.filter(({ kind, line, key, edge }) => {
    const name = `${kind} ${line} ${key} ${edge}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** Where a line stands among those that were read, which are in order. */
function indexOf(columns: Columns, line: number): number | null {
  let low = 0;
  let high = columns.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = columns.at(middle).line;
    if (found === line) return middle;
    if (found < line) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
