// SPDX-License-Identifier: Apache-2.0
import type { TimelineRow } from '../model/timeline-view.ts';

/** The place of each row, from 1. Rows of one and the same time share it: which of them was first, nobody says. */
export function positionsOf(rows: readonly TimelineRow[]): number[] {
  const places: number[] = [];
  for (const [i, { corrected }] of rows.entries()) {
    const before = i === 0 ? undefined : rows[i - 1]!.corrected;
    places.push(i > 0 && corrected !== null && corrected === before ? places[i - 1]! : i + 1);
  }
  return places;
}
