// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { TimelineRow, TimelineView } from '../model/timeline-view.ts';
import { withOrder } from './compose-view.ts';
import { nearNames } from './near-names.ts';

/** Of each kind, any one that is named will do; all kinds that are asked for must fit. */
export interface RowFilter {
  readonly items: readonly string[];
  readonly actors: readonly string[];
  readonly types: readonly string[];
  /** By corrected time, both ends included. A row without a time is in no window. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A name that was asked for, that no row of the view bears, and what may have been meant. */
export interface UnknownName {
  readonly flag: 'item' | 'actor' | 'type';
  readonly name: string;
  readonly near: readonly string[];
}

export function unknownNames({ rows }: TimelineView, { items, actors, types }: RowFilter): UnknownName[] {
  const missing = (
    flag: UnknownName['flag'],
    asked: readonly string[],
    of: (row: TimelineRow) => readonly string[],
  ) => {
    if (asked.length === 0) return [];
    const known = new Set(rows.flatMap(of));
    return asked.filter((name) => !known.has(name)).map((name) => ({ flag, name, near: nearNames(name, known) }));
  };
  return [
    ...missing('item', items, (row) => row.items),
    ...missing('actor', actors, ({ actor }) => (actor === null ? [] : [actor])),
    ...missing('type', types, ({ kind }) => [kind]),
  ];
}

/** Fewer rows of a view, and how many of how many. What speaks of rows that are not shown is left out with them. */
export function filterView(view: TimelineView, filter: RowFilter): TimelineView {
  const by = wordsOf(filter);
  if (by.length === 0) return view;
  const rows = withOrder(view.rows.filter((row) => fits(row, filter)));
  const shown = new Set(rows.map(({ id }) => id));
  const isShown = ({ from, to }: { readonly from: string; readonly to: string | null }): boolean =>
    shown.has(from) && (to === null || shown.has(to));
  const orNull = (id: string | null): string | null => (id !== null && shown.has(id) ? id : null);
  return {
    ...view,
    filtered: { by, shown: rows.length, of: view.rows.length },
    rows,
    spans: view.spans.filter(isShown),
    gaps: view.gaps.filter(isShown),
    keys: view.keys.map((key) => ({ ...key, introduced: orNull(key.introduced), retired: orNull(key.retired) })),
    anchors: view.anchors.map((anchor) => ({ ...anchor, within: orNull(anchor.within) })),
  };
}

function fits(row: TimelineRow, { items, actors, types, from, to }: RowFilter): boolean {
  if (items.length > 0 && !row.items.some((name) => items.includes(name))) return false;
  if (actors.length > 0 && (row.actor === null || !actors.includes(row.actor))) return false;
  if (types.length > 0 && !types.includes(row.kind)) return false;
  if (from === null && to === null) return true;
  return row.corrected !== null && (from === null || row.corrected >= from) && (to === null || row.corrected <= to);
}

function wordsOf({ items, actors, types, from, to }: RowFilter): string[] {
  return [
    ...items.map((name) => `item ${name}`),
    ...actors.map((name) => `actor ${name}`),
    ...types.map((name) => `type ${name}`),
    ...(from === null ? [] : [`from ${formatInstant(from)}`]),
    ...(to === null ? [] : [`to ${formatInstant(to)}`]),
  ];
}
