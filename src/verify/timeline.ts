// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { underEngine } from '../crypto/engine.ts';
import {
  type ChainAsked,
  type ChainEnd,
  CustodyChain,
  type CustodyChainResult,
  type SideFile,
} from '../custody/chain.ts';
import { digestText } from '../custody/digests.ts';
import { timeRows } from '../custody/evidence-of-time.ts';
import { rollUps } from '../custody/roll-ups.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, type Locator, malformedCheck, passed } from '../model/check.ts';
import type { CustodyFacts } from '../model/custody-facts.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';

export const CUSTODY_KIND = 'custody-timeline';

/** The lines of a log, to be read from the first as often as is asked. */
export interface TimelineSource {
  readonly name: string;
  /** @returns how many octets stand after the last LF */
  each(line: (bytes: Bytes) => boolean): Parsed<{ readonly torn: number }>;
}

/** What is asked of a log, beside what it says itself. */
export interface TimelineAsked extends ChainAsked {
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
}

/**
 * One custody log, verified: every signature, link, checkpoint and anchor, then the 26 invariants and the provable interval of
 * every event (docs/spec/custody-timeline-v1.md). Nothing is held of a line but hashes and times, unless events are to be kept.
 */
export function verifyTimeline(source: TimelineSource, asked: TimelineAsked): Timeline {
  const at: Locator = { evidence: source.name, pointer: '' };
  const side = sideNotes(asked.notes);
  const whole = judge(source, asked, { ...side, tokens: asked.tokens }, at);
  if (!whole.ok) return refused(source.name, [malformedCheck('input.read', at, whole.problem), ...side.checks]);
  const { knownAt } = asked;
  const known = knownAt === null ? whole : judgeKnown(source, asked, side, whole.value, knownAt, at);
  if (!known.ok) return refused(source.name, [malformedCheck('input.read', at, known.problem), ...side.checks]);
  const chain = known.value;
  return { item: itemOf(source.name, chain, whole.value.lines, side.checks), chain };
}

/** The prefix that is proven to have existed at an instant, by evidence of time up to then. */
function judgeKnown(
  source: TimelineSource,
  asked: TimelineAsked,
  side: SideNotes,
  whole: CustodyChainResult,
  knownAt: Instant,
  at: Locator,
): Parsed<CustodyChainResult> {
  const anchors = whole.anchors.filter(({ notAfter, covers }) => notAfter <= knownAt && covers > 0);
  const prefix = anchors.reduce((most, { covers }) => Math.max(most, covers), 0);
  const behind = anchors
    .filter(({ within }) => within !== null && within >= prefix)
    .map((anchor) => ({ ...anchor, within: null }));
  const end = { ...side, tokens: asked.tokens, known: behind, knownAt };
  return judge(source, { ...asked, expectHead: null }, end, at, prefix);
}

function judge(
  source: TimelineSource,
  asked: TimelineAsked,
  end: Omit<ChainEnd, 'torn'>,
  at: Locator,
  lines: number = Number.MAX_SAFE_INTEGER,
): Parsed<CustodyChainResult> {
  const chain = new CustodyChain(asked, at);
  const read = source.each((bytes) =>
    chain.lines < lines ? underEngine(asked.engine, () => chain.line(bytes)) : false,
  );
  if (!read.ok) return read;
  const torn = lines === Number.MAX_SAFE_INTEGER ? read.value.torn : 0;
  return { ok: true, value: underEngine(asked.engine, () => chain.finish({ ...end, torn })) };
}

interface SideNotes {
  readonly notes: ChainEnd['notes'];
  readonly checks: readonly Check[];
}

function sideNotes(files: readonly SideFile[]): SideNotes {
  const notes: { name: string; note: string }[] = [];
  const checks: Check[] = [];
  for (const { name, bytes } of files) {
    const text = attempt(() => decodeUtf8(bytes));
    if (text.ok) notes.push({ name, note: text.value });
    else checks.push(malformedCheck('custody.checkpoint', { evidence: name, pointer: '' }, text.problem));
  }
  return { notes, checks };
}

function refused(name: string, checks: readonly Check[]): Timeline {
  return { item: { ...EMPTY_ITEM, name, kind: CUSTODY_KIND, checks }, chain: null };
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
    items: items.slice(0, LIMITS.custodyRows).map(({ name, state, holder, digests, since, seal, holds }) => ({
      name,
      state,
      holder,
      digest: digests === null ? null : digestText(digests),
      since,
      sealed: seal?.id ?? null,
      holds: [...holds],
    })),
    itemsNotShown: Math.max(0, items.length - LIMITS.custodyRows),
    intervals: rows,
    intervalsNotShown: columns.size - rows.length,
  };
}

/**
 * The head that this log must have, of several that are expected of several logs: the one that it has, or the first.
 *
 * @param heads lowercase hexadecimal
 */
export function expectedHead(source: TimelineSource, heads: readonly string[]): string | null {
  if (heads.length < 2) return heads[0] ?? null;
  let last: Bytes | null = null;
  source.each((line) => {
    last = line;
    return true;
  });
  const head = last === null ? null : sha256Hex(last);
  return heads.find((one) => one === head) ?? heads[0]!;
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
