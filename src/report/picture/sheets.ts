// SPDX-License-Identifier: Apache-2.0
import type { TimelineView } from '../../model/timeline-view.ts';
import { DENSE, type Density, ROOMY } from './frame.ts';
import type { NumberedRow } from './rows.ts';
import { TimeScale } from './scale.ts';

/** One page of the picture: so many rows as can be read on it, and the time that they are about. */
export interface Sheet {
  readonly number: number;
  readonly of: number;
  readonly rows: readonly NumberedRow[];
  /** What else falls on this sheet: from here to before there; null: without end. */
  readonly from: bigint | null;
  readonly to: bigint | null;
  readonly scale: TimeScale;
  readonly density: Density;
}

/** Cuts the rows, in their order, into sheets that are about equally full. There is always one. */
export function sheetsOf(view: TimelineView, rows: readonly NumberedRow[]): Sheet[] {
  const density = rows.length <= ROOMY.rows ? ROOMY : DENSE;
  const count = Math.max(1, Math.ceil(rows.length / density.rows));
  const size = Math.ceil(rows.length / count);
  const parts = Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
  const starts = parts.map((part) => part[0]?.row.corrected ?? null);
  return parts.map((part, i) => {
    const from = i === 0 ? null : (starts[i] ?? null);
    const to = starts[i + 1] ?? null;
    // A sheet of rows without a time, after others, is about no time at all.
    const timeless = i > 0 && from === null;
    const inside = (instant: bigint) =>
      !timeless && (from === null || instant >= from) && (to === null || instant < to);
    const instants = [
      ...part.flatMap(({ row }) => [row.corrected, row.proven.notBefore, row.proven.notAfter]),
      ...view.anchors.map(({ time }) => (inside(time) ? time : null)),
      ...view.keys.map(({ compromisedSince: since }) => (since !== null && inside(since) ? since : null)),
    ].filter((instant) => instant !== null);
    const scale = new TimeScale(
      instants,
      part.some(({ row }) => row.corrected === null),
    );
    return { number: i + 1, of: count, rows: part, from, to, scale, density };
  });
}

/** Whether an instant is one that this sheet, and no other, is about. */
export function onSheet({ from, to, number }: Sheet, instant: bigint): boolean {
  if (from === null && number > 1) return false;
  return (from === null || instant >= from) && (to === null || instant < to);
}
