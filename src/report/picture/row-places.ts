// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../../model/instant.ts';
import type { TimelineRow, TimelineView } from '../../model/timeline-view.ts';
import type { Span } from './row-lanes.ts';
import { placeOf } from './rows.ts';
import type { End, TimeScale } from './scale.ts';
import type { Sheet } from './sheets.ts';

interface FromTo {
  readonly from: string;
  readonly to: string | null;
}

export interface PlacedSpan extends Span {
  readonly begin: End;
  readonly end: End;
}

/** Rows by their ids: where what goes from one to another lies in time, and by which numbers people find it. */
export class RowPlaces {
  private readonly places = new Map<string, { number: number; at: Instant | null; row: TimelineRow }>();

  constructor(view: TimelineView) {
    view.rows.forEach((row, i) => {
      this.places.set(row.id, { number: i + 1, at: placeOf(row), row });
    });
  }

  number(id: string | null): string {
    if (id === null) return '';
    const place = this.places.get(id);
    return place === undefined ? '?' : String(place.number);
  }

  at(id: string): Instant | null {
    return this.places.get(id)?.at ?? null;
  }

  words({ from, to }: FromTo): string {
    return to === null ? `from ${this.number(from)} on` : `${this.number(from)} to ${this.number(to)}`;
  }

  /** null: it is not on this sheet. */
  place({ from, to }: FromTo, sheet: Sheet): PlacedSpan | null {
    const a = this.at(from);
    const b = to === null ? null : this.at(to);
    const [first, last] = a !== null && b !== null && b < a ? [b, a] : [a, b];
    if (sheet.from === null && sheet.number > 1) return null;
    if (first !== null && sheet.to !== null && first >= sheet.to) return null;
    if (last !== null && sheet.from !== null && last < sheet.from) return null;
    const begin = sheet.scale.begin(first);
    const end = sheet.scale.end(last);
    return { begin, end, x1: Math.min(begin.x, end.x), x2: Math.max(begin.x, end.x) };
  }

  /** Whether it begins or ends there, or is about one of the items that the sheet's rows speak of. */
  changes({ from, to }: FromTo, rows: ReadonlySet<string>): boolean {
    return rows.has(from) || (to !== null && rows.has(to));
  }
}

export function spanOf(scale: TimeScale, from: Instant | null, until: Instant | null): PlacedSpan {
  const begin = scale.begin(from);
  const end = scale.end(until);
  return { begin, end, x1: Math.min(begin.x, end.x), x2: Math.max(begin.x, end.x) };
}
