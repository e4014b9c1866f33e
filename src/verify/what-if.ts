// SPDX-License-Identifier: Apache-2.0
import type { CustodyChainResult } from '../custody/chain.ts';
import type { Columns } from '../custody/columns.ts';
import type { Standing } from '../custody/demands.ts';
import type { Intervals, ProvenInterval } from '../custody/intervals.ts';
import type { Quote } from '../custody/join-logs.ts';
import { evidenceAcross } from '../custody/reach.ts';
import type { SourcedAnchor } from '../custody/sourced-anchor.ts';
import { type LogEvidence, NOTHING_ASSUMED, WhatIf } from '../custody/what-if.ts';
import { refutationOf, supportOf } from '../custody/what-if-support.ts';
import type { Compromises } from '../custody/what-if-trust.ts';
import { decidersOf, Rescues, type Wanted } from '../custody/what-if-wanted.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { ItemFacts } from '../model/report.ts';
import type { AssumedAnchor, AssumedEvent, AssumedKey, WantedEvidence, WhatIfFacts } from '../model/what-if-facts.ts';
import { type GivenTimeline, type TimelineAsked, verifyTimelines } from './timeline.ts';
import { judgeCheckpoints } from './what-if-checkpoints.ts';
import { findKey, type KnownKey, knownKeys, type Named } from './what-if-keys.ts';
import { intervalText } from './what-if-text.ts';
import { ToldLines } from './what-if-told.ts';
import { becauseOf, type KeyNames } from './what-if-words.ts';

/** As it was asked: a key by any of its names, and since when it is in other hands. */
export interface Assumption {
  readonly text: string;
  readonly since: Instant;
}

export type WhatIfOutcome =
  | { readonly ok: true; readonly items: readonly ItemFacts[] }
  /** A key that nothing here rests on, or more than one is meant: a slip of the examiner. */
  | { readonly ok: false; readonly text: string; readonly named: Named; readonly known: readonly KnownKey[] };

/**
 * Custody logs, verified together as they are, and then judged again as if keys had been stolen (custody timeline v1, section 11).
 * What one log proves of another is judged again under the assumption: it is worth what the evidence is worth that it follows from.
 */
export function assumeStolen(
  given: readonly GivenTimeline[],
  asked: TimelineAsked,
  assumptions: readonly Assumption[],
): WhatIfOutcome {
  const told = given.map(() => new ToldLines());
  const judged = verifyTimelines(
    given.map((one, i) => ({ ...one, watch: told[i]! })),
    asked,
  );
  const chains = judged.flatMap(({ chain }) => (chain === null ? [] : [chain]));
  if (chains.length === 0) return { ok: true, items: judged.map(({ item }) => item) };
  const known = knownKeys(chains, asked);
  const assumed: { readonly key: KnownKey; readonly since: Instant }[] = [];
  for (const { text, since } of assumptions) {
    const named = findKey(text, known);
    if (named.kind !== 'found') return { ok: false, text, named, known };
    assumed.push({ key: named.key, since });
  }
  const pieces = chains.reduce((sum, { anchors }) => sum + anchors.length, 0);
  if (chains.length > 1 && pieces > LIMITS.custodyAnchors)
    return { ok: true, items: judged.map(({ item }) => tooMuch(item, pieces)) };
  const evidence = evidenceAcross(judged.map(({ chain, quotes }) => ({ anchors: chain?.anchors ?? [], quotes })));
  const origins = judged.map(({ chain, item }) => chain?.origin ?? item.name);
  const items = judged.map(({ item, chain, quotes }, number): ItemFacts => {
    if (chain === null) return item;
    const log: AssumedLog = {
      chain,
      quotes,
      anchors: evidence[number]!,
      told: told[number]!,
      originOf: (other) => (other === number ? null : origins[other]!),
      at: { evidence: given[number]!.source.name, pointer: '' },
    };
    const { whatIf, checks } = judgeAssumed(log, asked, assumed, known);
    return { ...item, checks: [...item.checks, ...checks], whatIf };
  });
  return { ok: true, items };
}

/** Each piece is asked against each other: of so many nothing is said, rather than of some of them. */
function tooMuch(item: ItemFacts, pieces: number): ItemFacts {
  const detail = `${pieces} pieces of evidence of time in all logs, at most ${LIMITS.custodyAnchors}: ask about fewer logs`;
  const check = notPassed('what-if.events', { evidence: item.name, pointer: '' }, 'limit-exceeded', detail);
  return { ...item, checks: [...item.checks, check] };
}

/** One of the logs, with what all of them prove of it. */
interface AssumedLog {
  readonly chain: CustodyChainResult;
  readonly quotes: readonly Quote[];
  readonly anchors: readonly SourcedAnchor[];
  readonly told: ToldLines;
  /** null: it is this one. */
  readonly originOf: (log: number) => string | null;
  readonly at: Locator;
}

/** Demands, each against every piece of evidence, that are asked about one by one; what is beyond is counted, and not told. */
const WORK = 50_000_000;

interface Judged {
  readonly whatIf: WhatIfFacts;
  readonly checks: readonly Check[];
}

function judgeAssumed(
  { chain, quotes, anchors, told, originOf, at }: AssumedLog,
  { at: judgedAt }: TimelineAsked,
  assumed: readonly { readonly key: KnownKey; readonly since: Instant }[],
  known: readonly KnownKey[],
): Judged {
  const { columns, ring, lines } = chain;
  // Of two compromises of one key the earlier counts.
  const earliest = new Map<string, { readonly key: KnownKey; readonly since: Instant }>();
  for (const one of assumed) {
    const other = earliest.get(one.key.key);
    if (other === undefined || one.since < other.since) earliest.set(one.key.key, one);
  }
  const compromises: Compromises = new Map(
    [...earliest.values()].filter(({ since }) => since <= judgedAt).map(({ key, since }) => [key.key, since]),
  );
  const log: LogEvidence = {
    lines,
    anchors,
    columns,
    keys: ring.keys,
    joins: chain.joins.joined.map(({ seq, log: peer, givers }) => ({ line: seq, key: peer.key.fingerprint, givers })),
    at: judgedAt,
  };
  const now = new WhatIf(log, NOTHING_ASSUMED);
  const then = new WhatIf(log, compromises);
  const names: KeyNames = new Map(known.map(({ key, name }) => [key, name]));
  const counted = countAll(columns, now, then);
  const rows: AssumedEvent[] = [];
  let work = 0;
  for (const index of counted.shown) {
    work += then.demands(index).length * (anchors.length + 1);
    if (work > WORK && rows.length > 0) break;
    rows.push(eventRow(index, columns, now, then, counted.rescues, names, told));
  }
  const checkpoints = judgeCheckpoints(chain, quotes, compromises, now.trust, then.trust, at);
  const whatIf: WhatIfFacts = {
    keys: [...earliest.values()].map(({ key, since }) => keyRow(key, since, chain, anchors, since > judgedAt)),
    standing: counted.standing,
    changed: counted.changed,
    orderUndecided: {
      now: unordered(columns, now.intervals),
      assumed: unordered(columns, then.intervals),
    },
    checkpointed: checkpoints.checkpointed,
    anchors: anchors.slice(0, LIMITS.custodyRows).map((_, index) => anchorRow(index, then, originOf)),
    anchorsNotShown: Math.max(0, anchors.length - LIMITS.custodyRows),
    checkpoints: checkpoints.notes,
    events: rows,
    eventsNotShown: columns.size - rows.length,
  };
  return { whatIf, checks: [eventsCheck(whatIf, at), checkpoints.check] };
}

interface Counted {
  readonly standing: WhatIfFacts['standing'];
  readonly changed: number;
  /** Numbers of the events that are told one by one. */
  readonly shown: readonly number[];
  readonly rescues: Rescues;
}

function countAll(columns: Columns, now: WhatIf, then: WhatIf): Counted {
  const standing = { now: { stands: 0, undecided: 0, falls: 0 }, assumed: { stands: 0, undecided: 0, falls: 0 } };
  const doubted: number[] = [];
  const others: number[] = [];
  let changed = 0;
  for (let i = 0; i < columns.size; i++) {
    const [was, is] = [now.standing(i), then.standing(i)];
    standing.now[was]++;
    standing.assumed[is]++;
    if (was !== is) changed++;
    const list = is === 'stands' && !then.isDoubted(i) ? others : doubted;
    if (list.length < LIMITS.custodyRows) list.push(i);
  }
  const shown = [...doubted, ...others].slice(0, LIMITS.custodyRows).sort((a, b) => a - b);
  return { standing, changed, shown, rescues: new Rescues(then.trust) };
}

function eventRow(
  index: number,
  columns: Columns,
  now: WhatIf,
  then: WhatIf,
  rescues: Rescues,
  names: KeyNames,
  told: ToldLines,
): AssumedEvent {
  const { line } = columns.at(index);
  const [was, assumed] = [now.standing(index), then.standing(index)];
  const demands = then.demands(index);
  const signed = columns.at(index).keys.length > 0;
  const interval = (of: number): ProvenInterval => then.intervals.at(of);
  const by =
    demands.length === 0 || assumed === 'undecided'
      ? null
      : assumed === 'stands'
        ? supportOf(demands, then.trust)
        : refutationOf(demands, then.trust);
  const deciders = assumed === 'undecided' && signed ? decidersOf(demands, rescues) : null;
  return {
    seq: line,
    ...told.at(line),
    now: was,
    assumed,
    provenNow: intervalText(now.intervals.at(line)),
    proven: intervalText(interval(line)),
    because: becauseOf(line, assumed, demands, interval, names),
    by,
    wanted:
      deciders === null ? null : { toStand: deciders.toStand.map(wantedText), toFall: deciders.toFall.map(wantedText) },
  };
}

function wantedText({ evidence, line, edge, strict, saves }: Wanted): WantedEvidence {
  const dated = evidence === 'inside' ? (strict ? 'after' : 'from') : strict ? 'before' : 'by';
  return { evidence, line, dated, instant: formatInstant(edge), saves };
}

function anchorRow(number: number, { trust }: WhatIf, originOf: AssumedLog['originOf']): AssumedAnchor {
  const { source, authority, time, covers, within, across } = trust.anchors[number]!;
  const log = across === undefined ? null : originOf(across.log);
  const standing: Standing = trust.believes(number) ? 'stands' : trust.refutes(number) ? 'falls' : 'undecided';
  const savedBy = trust.way(number).slice(1);
  return { number, source, authority, time: formatInstant(time), log, covers, within, standing, savedBy };
}

function eventsCheck({ standing, changed, orderUndecided }: WhatIfFacts, at: Locator): Check {
  const { stands, undecided, falls } = standing.assumed;
  const facts = {
    standNow: standing.now.stands,
    stand: stands,
    undecided,
    fall: falls,
    changed,
    orderUndecided: orderUndecided.assumed,
  };
  const detail = `of ${stands + undecided + falls} events: ${stands} stand, ${undecided} undecided, ${falls} fall`;
  if (falls > 0) return notPassed('what-if.events', at, 'assumed-compromise-falls', detail, facts);
  if (undecided > 0) return notPassed('what-if.events', at, 'assumed-compromise-undecided', detail, facts);
  return passed('what-if.events', at, facts);
}

function keyRow(
  { kind, name, key }: KnownKey,
  since: Instant,
  { checkpoints, joins, ring, columns }: CustodyChainResult,
  anchors: readonly SourcedAnchor[],
  after: boolean,
): AssumedKey {
  const number = ring.get(key)?.index;
  const own = checkpoints.key?.key.fingerprint === key;
  let events = 0;
  for (let i = 0; number !== undefined && i < columns.size; i++) if (columns.at(i).keys.includes(number)) events++;
  return {
    kind,
    name,
    key,
    since: formatInstant(since),
    events,
    anchors: anchors.filter(({ keys }) => keys.some((one) => one.key === key)).length,
    checkpoints: checkpoints.heads.filter(({ cosigners }) => own || cosigners.includes(key)).length,
    receipts: joins.joined.filter(
      ({ log, givers }) => log.key.fingerprint === key || givers.some((one) => one.key.fingerprint === key),
    ).length,
    after,
  };
}

function unordered(columns: Columns, intervals: Intervals): number {
  let count = 0;
  for (let i = 1; i < columns.size; i++) if (!intervals.before(columns.at(i - 1).line, columns.at(i).line)) count++;
  return count;
}
