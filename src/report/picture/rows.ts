// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../../model/instant.ts';
import { REASONS } from '../../model/reasons.ts';
import type { TimelineRow, TimelineView } from '../../model/timeline-view.ts';
import type { MarkKind } from './marks.ts';

/** A row with the number that it has in the picture and in the table: its place in the view, from 1. */
export interface NumberedRow {
  readonly number: number;
  readonly row: TimelineRow;
}

/** A page of more is of no use to anybody. */
const MOST_ROWS = 10_000;

export interface DrawnRows {
  readonly rows: readonly NumberedRow[];
  /** Rows that are not drawn: never one that is authenticated while one that is not is drawn. */
  readonly left: number;
}

export function drawnRows(view: TimelineView, most = MOST_ROWS): DrawnRows {
  const all = view.rows.map((row, i) => ({ number: i + 1, row }));
  if (all.length <= most) return { rows: all, left: 0 };
  const first = [...all.filter(({ row }) => row.authenticated), ...all.filter(({ row }) => !row.authenticated)];
  const rows = first.slice(0, most).sort((a, b) => a.number - b.number);
  return { rows, left: all.length - rows.length };
}

/**
 * Where what a row began or ended is drawn: at its claimed time, or where that is contradicted, at the nearest instant that is
 * not. null: it has no time.
 */
export function placeOf({ corrected, proven }: TimelineRow): Instant | null {
  if (corrected === null) return proven.notBefore ?? proven.notAfter;
  if (proven.notAfter !== null && corrected > proven.notAfter) return proven.notAfter;
  if (proven.notBefore !== null && corrected < proven.notBefore) return proven.notBefore;
  return corrected;
}

/** The one shape that tells most about a row: a claim that proof contradicts, something refuted, something open. */
export function markOf({ findings, corrected, authenticated }: TimelineRow): MarkKind {
  if (corrected === null) return 'unknown';
  const entries = findings.flatMap(({ reason }) => REASONS[reason] ?? []);
  if (entries.some(({ sub }) => sub === 'TIMESTAMP_ORDER_FAILURE')) return 'contradicted';
  if (entries.some(({ indication }) => indication === 'TOTAL-FAILED')) return 'failed';
  if (entries.length > 0) return 'open';
  return authenticated ? 'plain' : 'unauthenticated';
}

/** Times as the page writes them all: so many digits as there are, and UTC. */
export { formatInstant } from '../../encoding/rfc3339.ts';
