// SPDX-License-Identifier: Apache-2.0
import { type Demand, fares } from './demands.ts';
import type { SourcedAnchor } from './sourced-anchor.ts';
import { Trust } from './what-if-trust.ts';

/** Evidence of time that is enough for what is said of an event, and of which none can go. Numbers of anchors, ascending. */
export interface Support {
  readonly anchors: readonly number[];
  /** No smaller set is enough; false: none was looked for. */
  readonly smallest: boolean;
}

/** Of so many pieces, all sets are tried. */
export const SEARCHED = 12;

/** Of more demands, none of which follows from another, it is not told what saves the event. */
const DEMANDS = 64;

/** What saves an event that stands; null: too much is asked of it. */
export function supportOf(all: readonly Demand[], trust: Trust): Support | null {
  const demands = essential(all);
  if (demands.length > DEMANDS) return null;
  const ways = demands.map((demand) => wayTo(demand, 'stands', trust) ?? []);
  // Each demand takes its own shortest way at least: a set as small as the longest of these is the smallest.
  const least = ways.reduce((most, way) => Math.max(most, way.length), 0);
  const holds = (set: readonly number[]): boolean => suffices(demands, set, trust);
  const found = pruned([...new Set(ways.flat())].sort(ascending), holds);
  if (found.length === least) return { anchors: found, smallest: true };
  if (trust.anchors.length > SEARCHED) return { anchors: found, smallest: false };
  for (let size = least; size < found.length; size++) {
    const smaller = firstOf(size, trust.anchors.length, holds);
    if (smaller !== null) return { anchors: smaller, smallest: true };
  }
  return { anchors: found, smallest: true };
}

/** Without those that follow from another: that a later line existed earlier, or an earlier line not before a later time. */
function essential(demands: readonly Demand[]): Demand[] {
  return demands.filter(
    (one, i) => !demands.some((other, j) => i !== j && implies(other, one) && (i > j || !implies(one, other))),
  );
}

function implies(one: Demand, other: Demand): boolean {
  if ((one.kind === 'early') !== (other.kind === 'early')) return false;
  if (one.kind === 'early') return one.line <= other.line && one.edge >= other.edge;
  return one.line >= other.line && one.edge <= other.edge;
}

/** What refutes an event that falls: the shortest way to refute any of its demands. */
export function refutationOf(demands: readonly Demand[], trust: Trust): Support {
  const ways = demands.flatMap((demand) => {
    const way = wayTo(demand, 'falls', trust);
    return way === null ? [] : [way];
  });
  const [first = []] = ways.sort((a, b) => a.length - b.length);
  return { anchors: [...first].sort(ascending), smallest: true };
}

/** Whether these alone are enough for all demands. */
export function suffices(demands: readonly Demand[], set: readonly number[], { anchors, compromises }: Trust): boolean {
  const alone = new Trust(
    set.map((index) => anchors[index]!),
    compromises,
  );
  return demands.every((demand) => fares(demand, alone.interval(demand.line)) === 'stands');
}

/** One piece is always enough for one demand, with what proves that piece. */
function wayTo(demand: Demand, standing: 'stands' | 'falls', trust: Trust): number[] | null {
  const { kind, line, edge } = demand;
  if (kind === 'join' && standing === 'falls') return null;
  const later = (kind === 'early') === (standing === 'stands');
  const fits = later
    ? ({ within, notBefore }: SourcedAnchor): boolean => within !== null && within <= line && isLate(notBefore)
    : ({ covers, notAfter }: SourcedAnchor): boolean => covers > line && isEarly(notAfter);
  const isLate = (time: bigint): boolean => (kind === 'expired' ? time > edge : time >= edge);
  const isEarly = (time: bigint): boolean => (kind === 'early' ? time < edge : time <= edge);
  // What also proves the contrary refutes nothing.
  if (standing === 'falls' && fares(demand, trust.interval(line)) !== 'falls') return null;
  return trust.shortest(fits);
}

/** Each one left out in turn, where the others are enough. More evidence never takes from less: one round is enough. */
function pruned(set: readonly number[], holds: (set: readonly number[]) => boolean): number[] {
  let left = [...set];
  for (const one of set) {
    const without = left.filter((other) => other !== one);
    if (holds(without)) left = without;
  }
  return left;
}

/** The first set of a size, in the order of its numbers, that is enough. */
function firstOf(size: number, of: number, holds: (set: readonly number[]) => boolean): number[] | null {
  const chosen: number[] = [];
  const choose = (from: number): boolean => {
    if (chosen.length === size) return holds(chosen);
    for (let next = from; next <= of - (size - chosen.length); next++) {
      chosen.push(next);
      if (choose(next + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return choose(0) ? chosen : null;
}

function ascending(a: number, b: number): number {
  return a - b;
}
