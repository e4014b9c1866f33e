// SPDX-License-Identifier: Apache-2.0
import { multisetDigest } from '../crypto/multiset.ts';
import type { Instant } from '../model/instant.ts';
import type { SourcePart, SourceRow, TimelineRow, TimelineView } from '../model/timeline-view.ts';
import { mergeKeys } from './merge-keys.ts';

export interface ViewAsked {
  readonly title: string;
  readonly at: Instant;
  readonly atIsClock: boolean;
  readonly knownAt: Instant | null;
}

/**
 * Sources laid beside each other: every row of every one, in one order. As many rows come out as lines went in, and the same
 * ones: anything else is a fault of the tool.
 *
 * @param parts in the order of the operands
 * @throws Error where a line was lost or doubled
 */
export function composeView(parts: readonly SourcePart[], asked: ViewAsked): TimelineView {
  const rows = withOrder(parts.flatMap((part) => part.rows).sort(byTime));
  return {
    ...asked,
    filtered: null,
    sources: parts.map((part, i) => counted(part, i, rows)),
    rows,
    clocks: parts.flatMap(({ clocks }) => clocks),
    spans: parts.flatMap(({ spans }) => spans),
    gaps: parts.flatMap(({ gaps }) => gaps),
    keys: mergeKeys(parts.flatMap(({ keys }) => keys)),
    anchors: parts.flatMap(({ anchors }) => anchors).sort(byInstant),
  };
}

/** Rows without a time last; equal times are told by source and row, which is no order in time. */
function byTime(a: SourceRow, b: SourceRow): number {
  if (a.corrected !== b.corrected) {
    if (a.corrected === null) return 1;
    if (b.corrected === null) return -1;
    return a.corrected < b.corrected ? -1 : 1;
  }
  return a.source - b.source || a.row - b.row;
}

function byInstant(a: { readonly time: Instant }, b: { readonly time: Instant }): number {
  return a.time < b.time ? -1 : a.time > b.time ? 1 : 0;
}

/** Whether each row is proven to have happened after the one that is shown before it. */
export function withOrder(rows: readonly SourceRow[]): TimelineRow[] {
  return rows.map((row, i) => {
    const end = rows[i - 1]?.proven.notAfter ?? null;
    const { notBefore } = row.proven;
    const proven = end !== null && notBefore !== null && end < notBefore;
    return { ...row, orderUndecided: i > 0 && !proven };
  });
}

function counted(part: SourcePart, place: number, rows: readonly TimelineRow[]): TimelineView['sources'][number] {
  const { source, bad } = part;
  const own = rows.filter((row) => row.source === place);
  const multisetOut = multisetDigest(own.map(({ hash }) => hash));
  const ids = new Set(own.map(({ id }) => id));
  if (
    part.index !== place ||
    ids.size !== own.length ||
    own.length !== source.linesIn ||
    multisetOut !== source.multisetIn
  )
    throw new Error(`${own.length} rows of ${source.linesIn} lines of ${source.name}: lines were lost`);
  return { ...source, rowsOut: own.length, badRows: bad.size, multisetOut };
}
