// SPDX-License-Identifier: Apache-2.0
import { multisetDigest } from '../crypto/multiset.ts';
import type { CustodyChainResult } from '../custody/chain.ts';
import { malformedCheck } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { type AnchorMark, type KeySpan, rowId, type SourcePart, type TimelineGap } from '../model/timeline-view.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { LogRows } from './log-rows.ts';
import type { RowRoom } from './row-room.ts';
import { CUSTODY_KIND, type GivenTimeline, type TimelineAsked, verifyTimelines } from './timeline.ts';

export interface ReplayedLog {
  readonly item: ItemFacts;
  readonly part: SourcePart;
  /** null where the file could not be read, or has too many lines. */
  readonly chain: CustodyChainResult | null;
}

/** A log, and its number among all sources. */
export interface NumberedLog {
  readonly index: number;
  readonly given: GivenTimeline;
}

/** Custody logs, verified as `custody verify` does, with every line kept as a row. A log that there is no room for is refused as a whole. */
export function replayLogs(
  logs: readonly NumberedLog[],
  asked: Omit<TimelineAsked, 'keep' | 'watch'>,
  room: RowRoom,
): ReplayedLog[] {
  const watched = logs.map(({ index, given }) => {
    const log = new LogRows(index);
    return {
      index,
      log,
      name: given.source.name,
      given: { ...given, source: log.counting(given.source, room), watch: log },
    };
  });
  const judged = verifyTimelines(
    watched.map(({ given }) => given),
    { ...asked, keep: false },
  );
  return watched.map(({ index, log, name }, i): ReplayedLog => {
    const { item, chain } = judged[i]!;
    if (room.refused(index)) return { item: overfull(name, room.most), part: emptyPart(name, index), chain: null };
    if (chain === null) return { item, part: emptyPart(name, index), chain };
    return { item, part: partOf(name, index, log, chain, item), chain };
  });
}

function overfull(name: string, most: number): ItemFacts {
  const detail = `more than ${most} rows in all timelines: a replay holds every row, custody verify does not`;
  const checks = [malformedCheck('input.read', { evidence: name, pointer: '' }, { reason: 'limit-exceeded', detail })];
  return { ...EMPTY_ITEM, name, kind: CUSTODY_KIND, checks };
}

function emptyPart(name: string, index: number): SourcePart {
  const source = { name, format: CUSTODY_KIND, authenticated: false, linesIn: 0, multisetIn: multisetDigest([]) };
  return { index, source, rows: [], bad: new Set(), clocks: [], spans: [], gaps: [], keys: [], anchors: [] };
}

function partOf(
  name: string,
  index: number,
  log: LogRows,
  chain: CustodyChainResult,
  { custody }: ItemFacts,
): SourcePart {
  const { rows, bad, spans, gaps, read } = log;
  return {
    index,
    source: {
      name,
      format: CUSTODY_KIND,
      authenticated: rows.length > 0 && rows.every(({ authenticated }) => authenticated),
      linesIn: read.length,
      multisetIn: multisetDigest(read),
      ...(custody === undefined || custody.linesOfFile === read.length ? {} : { linesOfFile: custody.linesOfFile }),
    },
    rows: rows.map((row) => ({ ...row, proven: chain.intervals.at(row.row) })),
    bad,
    clocks: [],
    spans: spans.all,
    gaps: [...gaps, ...inTransit(spans.all)],
    keys: keySpans(chain, index),
    anchors: anchorMarks(chain, index),
  };
}

/** Released, and nobody has said that it arrived. */
function inTransit(spans: SourcePart['spans']): TimelineGap[] {
  return spans.flatMap(({ item, state, transit, from, to }) =>
    state !== 'transit' || to !== null
      ? []
      : [{ kind: 'in-transit', item, from, to, detail: `on its way to ${transit?.receiver ?? 'nobody'}` }],
  );
}

function keySpans({ ring, columns }: CustodyChainResult, index: number): KeySpan[] {
  const events = new Array<number>(ring.keys.length).fill(0);
  for (let i = 0; i < columns.size; i++) for (const key of columns.at(i).keys) events[key]!++;
  const row = (line: number | null): string | null => (line === null ? null : rowId(index, line));
  return ring.keys.map(({ id, key, validFrom, validUntil, compromised, introduced, retired }, i) => ({
    id: id ?? '',
    fingerprint: key.fingerprint,
    from: validFrom,
    until: validUntil,
    compromisedSince: compromised?.since ?? null,
    introduced: row(introduced),
    retired: row(retired),
    events: events[i] ?? 0,
  }));
}

function anchorMarks({ anchors, lines }: CustodyChainResult, index: number): AnchorMark[] {
  return anchors.map(({ source, authority, covers, within, time, notBefore, notAfter }) => ({
    log: index,
    within: within === null || within >= lines ? null : rowId(index, within),
    ...{ source, authority, covers, time, notBefore, notAfter },
  }));
}
