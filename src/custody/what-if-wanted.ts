// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromNanoseconds } from '../model/instant.ts';
import { type Demand, fares, type Standing } from './demands.ts';
import type { SourcedAnchor } from './sourced-anchor.ts';
import { compromisedSince, Trust } from './what-if-trust.ts';

/** One further piece of evidence, by an authority that nobody doubts, that would decide what is undecided. */
export interface Wanted {
  /** `over`: a checkpoint of more than `line` lines, at or before the edge. `inside`: it stands in line `line` or one before it, at or after the edge. `note`: over the note of `saves` as it stands, at or before the edge. */
  readonly evidence: 'over' | 'inside' | 'note';
  /** Number of the line, from 0; of `note`: -1. */
  readonly line: number;
  readonly edge: Instant;
  /** The edge itself does not do: before it, or of `inside` after it. */
  readonly strict: boolean;
  /** Number of the doubted anchor that it would prove to be older than the doubt; null: it decides by itself. */
  readonly saves: number | null;
}

export interface Deciders {
  readonly toStand: readonly Wanted[];
  readonly toFall: readonly Wanted[];
}

/** Doubted anchors that are tried one by one. */
const TRIED = 64;
/** Of how many pieces of evidence in all: each is tried against every other. */
const AMONG = 1024;

/** What would follow if one doubted anchor were proven to be older than the doubt: made once, asked for every event. */
export class Rescues {
  readonly trust: Trust;
  readonly all: readonly { readonly wanted: Wanted; readonly under: Trust }[];

  constructor(trust: Trust) {
    this.trust = trust;
    const { anchors, compromises } = trust;
    const among = anchors.length > AMONG ? [] : anchors;
    const doubted = among.flatMap((_, index) => (trust.believes(index) ? [] : [index])).slice(0, TRIED);
    this.all = doubted.flatMap((index) => {
      const { within, inNote } = anchors[index]!;
      const edge = compromisedSince(anchors[index]!, compromises)!;
      if (within === null && !inNote) return [];
      const { notBefore } = trust.existence(index);
      const born = within === null ? notBefore : trust.interval(within).notBefore;
      // Evidence of what is proven to be younger than the doubt there cannot be.
      if (born !== null && born > edge) return [];
      const wanted: Wanted = {
        evidence: within === null ? 'note' : 'over',
        line: within ?? -1,
        edge,
        strict: false,
        saves: index,
      };
      return [{ wanted, under: trustWith(wanted, trust) }];
    });
  }
}

/** Only of events that are undecided: what would make each stand, what would refute it. The first needs nothing of what is doubted. */
export function decidersOf(demands: readonly Demand[], rescues: Rescues): Deciders {
  const { trust } = rescues;
  const open = demands.filter((demand) => fares(demand, trust.interval(demand.line)) !== 'stands');
  const would = (under: Trust, demand: Demand): Standing => fares(demand, under.interval(demand.line));
  const stand = rescues.all.filter(({ under }) => open.every((demand) => would(under, demand) === 'stands'));
  const fall = rescues.all.filter(({ under }) => open.some((demand) => would(under, demand) === 'falls'));
  return {
    toStand: [...standing(open, trust), ...stand.map(({ wanted }) => wanted)],
    toFall: [...falling(open, trust), ...fall.map(({ wanted }) => wanted)],
  };
}

function standing(open: readonly Demand[], trust: Trust): Wanted[] {
  const [first, ...others] = open;
  if (first === undefined) return [];
  const early = open.filter(({ kind }) => kind === 'early');
  if (early.length > 0 && early.length < open.length) return [];
  const inside = early.length > 0;
  let { line, edge } = first;
  for (const other of others) {
    if (inside ? other.line < line : other.line > line) line = other.line;
    if (inside ? other.edge > edge : other.edge < edge) edge = other.edge;
  }
  const { notBefore, notAfter } = trust.interval(line);
  if (inside)
    return notAfter !== null && notAfter < edge ? [] : [{ evidence: 'inside', line, edge, strict: false, saves: null }];
  return notBefore !== null && notBefore > edge ? [] : [{ evidence: 'over', line, edge, strict: false, saves: null }];
}

/** One demand refuted is enough: the one that the latest line or the earliest edge would refute. */
function falling(open: readonly Demand[], trust: Trust): Wanted[] {
  const able = open.filter(({ kind }) => kind !== 'join');
  const [best] = [...able].sort((a, b) => b.line - a.line || (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));
  if (best === undefined) return [];
  const { kind, line, edge } = best;
  if (kind !== 'early') return [{ evidence: 'inside', line, edge, strict: kind === 'expired', saves: null }];
  const wanted: Wanted = { evidence: 'over', line, edge, strict: true, saves: null };
  // What covers the line may also prove doubted evidence in it.
  return fares(best, trustWith(wanted, trust).interval(line)) === 'falls' ? [wanted] : [];
}

/** As if it were found, dated as late, or inside of a line as early, as would do. */
export function wantedAnchor({ evidence, line, edge, strict, saves }: Wanted, { anchors }: Trust): SourcedAnchor {
  const step = strict ? 1n : 0n;
  const time = instantFromNanoseconds(evidence === 'inside' ? edge + step : edge - step);
  return {
    source: 'wanted',
    authority: '',
    authorityId: '',
    covers: evidence === 'over' ? line + 1 : 0,
    within: evidence === 'inside' ? line : null,
    time,
    notBefore: time,
    notAfter: time,
    keys: [],
    over: evidence === 'note' && saves !== null ? anchors[saves]!.over : null,
    inNote: false,
  };
}

function trustWith(wanted: Wanted, trust: Trust): Trust {
  return new Trust([...trust.anchors, wantedAnchor(wanted, trust)], trust.compromises);
}
