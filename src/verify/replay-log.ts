// SPDX-License-Identifier: Apache-2.0
import { multisetDigest } from '../crypto/multiset.ts';
import type { CustodyChainResult } from '../custody/chain.ts';
import { LIMITS } from '../encoding/limits.ts';
import { malformedCheck } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { type AnchorMark, type KeySpan, rowId, type SourcePart, type TimelineGap } from '../model/timeline-view.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { LogRows } from './log-rows.ts';
import { CUSTODY_KIND, type TimelineAsked, type TimelineSource, verifyTimeline } from './timeline.ts';

export interface ReplayedLog {
  readonly item: ItemFacts;
  readonly part: SourcePart;
  /** null where the file could not be read, or has too many lines. */
  readonly chain: CustodyChainResult | null;
}

/**
 * One custody log, verified as `custody verify` does, with every line kept as a row.
 *
 * @param index its number among the sources
 * @param most rows that there is room for: a log with more is refused as a whole
 */
export function replayLog(
  source: TimelineSource,
  asked: Omit<TimelineAsked, 'keep' | 'watch'>,
  index: number,
  most: number = LIMITS.replayRows,
): ReplayedLog {
  const log = new LogRows(index);
  let overfull = false;
  const counting = log.counting(source, most, () => {
    overfull = true;
  });
  const { item, chain } = verifyTimeline(counting, { ...asked, keep: false, watch: log });
  if (overfull) {
    const detail = `more than ${most} rows in all sources: a replay holds every row; custody verify has no such bound`;
    const at = { evidence: source.name, pointer: '' };
    const checks = [malformedCheck('input.read', at, { reason: 'limit-exceeded', detail })];
    return {
      item: { ...EMPTY_ITEM, name: source.name, kind: CUSTODY_KIND, checks },
      part: emptyPart(source.name, index),
      chain: null,
    };
  }
  if (chain === null) return { item, part: emptyPart(source.name, index), chain: null };
  return { item, part: partOf(source.name, index, log, chain, item), chain };
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
    handOvers: log.handOvers,
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
