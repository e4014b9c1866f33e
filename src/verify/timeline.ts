// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, underEngine } from '../crypto/engine.ts';
import {
  type ChainAsked,
  type ChainEnd,
  CustodyChain,
  type CustodyChainResult,
  type SideFile,
} from '../custody/chain.ts';
import { digestText } from '../custody/digests.ts';
import { timeRows } from '../custody/evidence-of-time.ts';
import { joinLogs, NOTHING, type Quote } from '../custody/join-logs.ts';
import { isNoteKnownAt, keysKnownAt } from '../custody/known-at.ts';
import type { KnownSignatures } from '../custody/known-signatures.ts';
import { rollUps } from '../custody/roll-ups.ts';
import type { SourcedAnchor } from '../custody/sourced-anchor.ts';
import type { ChainWatcher } from '../custody/watcher.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, type Locator, malformedCheck, passed } from '../model/check.ts';
import type { CustodyFacts } from '../model/custody-facts.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, type Parsed, type Problem } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { RevocationData } from '../trust/revocation/data.ts';
import { TimeWitness } from '../trust/revocation/time-witness.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { freshLists, unrelatedLists, unsoundLists } from './revocation-data.ts';

export const CUSTODY_KIND = 'custody-timeline';

/** The lines of a log, to be read from the first as often as is asked. */
export interface TimelineSource {
  readonly name: string;
  /** @returns how many octets stand after the last LF */
  each(line: (bytes: Bytes, known?: KnownSignatures) => boolean): Parsed<{ readonly torn: number }>;
  /** As `each`, for lines that have been read before: nothing is counted, or known of them. Absent: `each`. */
  again?(line: (bytes: Bytes) => boolean): Parsed<unknown>;
}

/** What is asked of a log, beside what it says itself. */
export interface TimelineAsked extends ChainAsked {
  /** What is known of revoked authorities; absent: nothing. Of plain keys `revoked` says it. */
  readonly revocation?: RevocationData;
  /** Only what is proven to have existed then; null: all. */
  readonly knownAt: Instant | null;
  /** Signed notes and tokens in files of their own. */
  readonly notes: readonly SideFile[];
  readonly tokens: readonly SideFile[];
}

export interface Timeline {
  readonly item: ItemFacts;
  /** null where the file could not be read. */
  readonly chain: CustodyChainResult | null;
  /** Receipts in other logs that are at hand. */
  readonly quotes: readonly Quote[];
}

/**
 * One custody log, verified: every signature, link, checkpoint and anchor, then the 26 invariants and the provable interval of
 * every event (docs/spec/custody-timeline-v1.md). Nothing is held of a line but hashes and times, unless events are to be kept.
 */
export function verifyTimeline(source: TimelineSource, asked: TimelineAsked): Timeline {
  return verifyTimelines(
    [{ source, notes: asked.notes, tokens: asked.tokens, expectHead: asked.expectHead }],
    asked,
  )[0]!;
}

/** A log with what lies beside it. */
export interface GivenTimeline {
  readonly source: TimelineSource;
  readonly notes: readonly SideFile[];
  readonly tokens: readonly SideFile[];
  readonly expectHead: string | null;
  /** What could not be read beside it. */
  readonly failed?: readonly Check[];
  /** Told of its lines as they are judged. */
  readonly watch?: ChainWatcher;
}

/** As `verifyTimeline`, several logs that meet where something is handed over: each is judged, and knows what the others hold of it. */
export function verifyTimelines(given: readonly GivenTimeline[], asked: TimelineAsked): Timeline[] {
  const { knownAt, revocation } = asked;
  const logs = given.map((one) => ({
    ...one,
    witness: revocation === undefined ? null : new TimeWitness(revocation, asked.engine),
    ...sideNotes(one.notes, one.failed ?? []),
    at: { evidence: one.source.name, pointer: '' },
  }));
  const joint = { ...asked, logs: given.length > 1 ? [...asked.logs, ...keysOf(given, asked)] : asked.logs };
  const whole = judgeAll(
    logs.map((log) => ({ ...log, asked: askedOf(log, joint, log.expectHead), known: [], lines: ALL })),
    asked.engine,
  );
  const known =
    knownAt === null
      ? whole
      : judgeAll(
          logs.map((log, i) => {
            const prefix = prefixKnownAt(whole[i]!, knownAt);
            const { keys } = keysKnownAt(joint.keys, knownAt);
            // Of a part of the log nobody has said how it ends.
            const expectHead = prefix.whole ? log.expectHead : null;
            const side = log.side.filter(({ note }) => isNoteKnownAt(noteId(note), prefix.anchors, knownAt));
            return { ...log, ...prefix, side, asked: { ...askedOf(log, joint, expectHead), keys }, knownAt };
          }),
          asked.engine,
        );
  return logs.map(({ source, checks: beside, at, witness }, i): Timeline => {
    const judged = known[i]!;
    const first = whole[i]!;
    const checks = [...beside, ...revocationChecks(asked, witness, at)];
    if (judged.ok && first.ok) {
      const { chain, quotes } = judged.value;
      return { item: itemOf(source.name, chain, first.value.chain.lines, checks), chain, quotes };
    }
    const { problem } = judged.ok ? (first as { readonly problem: Problem }) : judged;
    return refused(source.name, [malformedCheck('input.read', at, problem), ...checks]);
  });
}

interface Judged extends Pick<GivenTimeline, 'watch'> {
  readonly witness: TimeWitness | null;
}

function askedOf({ watch, witness }: Judged, joint: ChainAsked, expectHead: string | null): ChainAsked {
  return { ...joint, expectHead, witness: witness?.against, ...(watch === undefined ? {} : { watch }) };
}

/** Of the lists themselves: signed, fresh, and of some use where they were named for this. */
function revocationChecks({ revocation, at }: TimelineAsked, witness: TimeWitness | null, place: Locator): Check[] {
  if (revocation === undefined || witness === null) return [];
  return [
    ...unsoundLists(witness, place),
    ...unrelatedLists(revocation, witness.related, place),
    ...freshLists(revocation, witness.used, at, place),
  ];
}

/** The keys by which the logs that are at hand sign their checkpoints: better than what they say of each other. */
function keysOf(given: readonly GivenTimeline[], asked: TimelineAsked): VerifierKey[] {
  return given.flatMap(({ source }) => {
    const chain = new CustodyChain({ ...asked, keep: false }, { evidence: source.name, pointer: '' });
    source.each((bytes) => chain.lines === 0 && underEngine(asked.engine, () => chain.line(bytes)));
    const key = chain.checkpointKey;
    return key === null ? [] : [key];
  });
}

interface KnownPrefix {
  readonly lines: number;
  /** That is all of them. */
  readonly whole: boolean;
  readonly known: readonly SourcedAnchor[];
  readonly anchors: readonly SourcedAnchor[];
}

/** The prefix that is proven to have existed at an instant, by evidence of time up to then. */
function prefixKnownAt(all: Parsed<JudgedChain>, knownAt: Instant): KnownPrefix {
  if (!all.ok) return { lines: 0, whole: false, known: [], anchors: [] };
  const { chain } = all.value;
  const anchors = chain.anchors.filter(({ notAfter }) => notAfter <= knownAt);
  const covering = anchors.filter(({ covers }) => covers > 0);
  const lines = covering.reduce((most, { covers }) => Math.max(most, covers), 0);
  // What stands in lines behind the prefix is not read again.
  const behind = covering.filter(({ within, derived }) => within !== null && within >= lines && derived !== true);
  const known = behind.map((anchor) => ({ ...anchor, within: null }));
  return { lines, whole: lines === chain.lines, known, anchors: chain.anchors };
}

function noteId(note: string): string {
  return sha256Hex(encodeUtf8(note));
}

interface Judging {
  readonly source: TimelineSource;
  readonly asked: ChainAsked;
  readonly at: Locator;
  readonly side: ChainEnd['notes'];
  readonly tokens: readonly SideFile[];
  readonly known: readonly SourcedAnchor[];
  /** The first so many. */
  readonly lines: number;
  readonly knownAt?: Instant;
}

const ALL = Number.MAX_SAFE_INTEGER;

interface JudgedChain {
  readonly chain: CustodyChainResult;
  readonly quotes: readonly Quote[];
}

function judgeAll(logs: readonly Judging[], engine: Engine): Parsed<JudgedChain>[] {
  const read = logs.map(({ source, asked, at, lines, known }, number) => {
    const chain = new CustodyChain(asked, at);
    const ended = source.each((bytes, known) =>
      chain.lines < lines ? underEngine(engine, () => chain.line(bytes, known)) : false,
    );
    return {
      name: source.name,
      chain,
      number,
      known,
      ended: ended.ok ? (readAgain(source, chain, engine) ?? ended) : ended,
    };
  });
  const links = joinLogs(read.filter(({ ended }) => ended.ok));
  return read.map(({ chain, ended }, i): Parsed<JudgedChain> => {
    if (!ended.ok) return ended;
    const { side, tokens, known, knownAt, lines } = logs[i]!;
    const { arrived, over, beside, copies, anchors, notes, quotes } = links.get(chain) ?? NOTHING;
    const end: ChainEnd = {
      torn: lines === ALL ? ended.value.torn : 0,
      notes: [...side, ...notes],
      tokens,
      known: [...known, ...anchors],
      arrived,
      over,
      beside,
      copies,
      ...(knownAt === undefined ? {} : { knownAt }),
    };
    return { ok: true, value: { chain: underEngine(engine, () => chain.finish(end)), quotes } };
  });
}

/** Once more, where what corrections say has to be compared with earlier lines. @returns null: that is done, or was not needed */
function readAgain(
  source: TimelineSource,
  chain: CustodyChain,
  engine: Engine,
): { readonly ok: false; readonly problem: Problem } | null {
  if (!chain.asksAgain) return null;
  const line = (bytes: Bytes): boolean => underEngine(engine, () => chain.again(bytes));
  const read = source.again === undefined ? source.each(line) : source.again(line);
  return read.ok ? null : read;
}

interface SideNotes {
  readonly side: ChainEnd['notes'];
  readonly checks: readonly Check[];
}

function sideNotes(files: readonly SideFile[], failed: readonly Check[]): SideNotes {
  const notes: { name: string; note: string }[] = [];
  const checks: Check[] = [...failed];
  for (const { name, bytes } of files) {
    const text = attempt(() => decodeUtf8(bytes));
    if (text.ok) notes.push({ name, note: text.value });
    else checks.push(malformedCheck('custody.checkpoint', { evidence: name, pointer: '' }, text.problem));
  }
  return { side: notes, checks };
}

function refused(name: string, checks: readonly Check[]): Timeline {
  return { item: { ...EMPTY_ITEM, name, kind: CUSTODY_KIND, checks }, chain: null, quotes: [] };
}

function itemOf(name: string, chain: CustodyChainResult, linesOfFile: number, side: readonly Check[]): ItemFacts {
  const checks = [passed('input.read', { evidence: name, pointer: '' }), ...chain.checks, ...side];
  return {
    ...EMPTY_ITEM,
    name,
    kind: CUSTODY_KIND,
    version: '1',
    signers: chain.ring.keys
      .filter(({ trusted }) => trusted)
      .map(({ id, key, scheme }) => ({ name: id ?? 'a given key', fingerprint: key.fingerprint, scheme })),
    signerKind: 'key',
    times: timeRows(chain.anchors).slice(0, LIMITS.custodyRows),
    checks,
    findings: chain.findings satisfies readonly Finding[],
    custody: custodyFacts(chain, linesOfFile, checks),
  };
}

/** The facts again, where a check was added: `custody.items`. */
export function withChecks(item: ItemFacts, more: readonly Check[], findings: readonly Finding[] = []): ItemFacts {
  const checks = [...item.checks, ...more];
  const { custody } = item;
  return {
    ...item,
    checks,
    findings: [...item.findings, ...findings],
    ...(custody === undefined ? {} : { custody: { ...custody, rollUps: rollUps(checks) } }),
  };
}

function custodyFacts(chain: CustodyChainResult, linesOfFile: number, checks: readonly Check[]): CustodyFacts {
  const { intervals, columns, ring } = chain;
  const events = new Array<number>(ring.keys.length).fill(0);
  let orderUndecided = 0;
  const rows: CustodyFacts['intervals'][number][] = [];
  const text = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));
  for (let i = 0; i < columns.size; i++) {
    const { line, corrected, keys } = columns.at(i);
    for (const key of keys) events[key]!++;
    if (i > 0 && !intervals.before(columns.at(i - 1).line, line)) orderUndecided++;
    if (rows.length >= LIMITS.custodyRows) continue;
    const { notBefore, notAfter } = intervals.at(line);
    rows.push({ seq: line, claimed: formatInstant(corrected), notBefore: text(notBefore), notAfter: text(notAfter) });
  }
  const items = [...chain.items.all];
  return {
    origin: chain.origin,
    case: chain.caseId,
    rollUps: rollUps(checks),
    lines: chain.lines,
    linesOfFile,
    head: chain.head,
    merkleProfile: 'rfc6962',
    root: chain.root,
    closed: chain.closed,
    checkpointed: chain.covered?.size ?? 0,
    anchored: intervals.anchored,
    orderUndecided,
    keys: ring.keys.map(({ id, key, index }) => ({ id, fingerprint: key.fingerprint, events: events[index] ?? 0 })),
    items: items.slice(0, LIMITS.custodyRows).map(({ name, state, holder, digests, since, seal, out, holds }) => ({
      name,
      state,
      holder,
      digest: digests === null ? null : digestText(digests),
      since,
      sealed: seal?.id ?? null,
      ...(out === null || state !== 'held' ? {} : { out: out.by }),
      holds: [...holds],
    })),
    itemsNotShown: Math.max(0, items.length - LIMITS.custodyRows),
    intervals: rows,
    intervalsNotShown: columns.size - rows.length,
  };
}

/** A log that is in memory. */
export function bytesSource(name: string, bytes: Bytes): TimelineSource {
  return {
    name,
    each(line) {
      let start = 0;
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
        if (!line(bytes.subarray(start, end))) return { ok: true, value: { torn: 0 } };
        start = end + 1;
      }
      return { ok: true, value: { torn: bytes.length - start } };
    },
  };
}

const LF = 0x0a;
