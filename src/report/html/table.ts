// SPDX-License-Identifier: Apache-2.0
import { element, join, LINE_FEED, type Markup, text } from './markup.ts';

export interface Column {
  readonly heading: string;
  /** Of the width of the page, in percent. */
  readonly width: number;
}

export interface TableRow {
  readonly id?: string;
  readonly class?: string;
  /** Several short things in one cell stand each on their own line. */
  readonly cells: readonly (readonly Markup[])[];
}

/** A table of fixed columns: long words break inside their cells. The first cell of a row is its heading. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly TableRow[],
  attributes: { readonly id?: string; readonly class?: string } = {},
): Markup {
  const { id = null, class: className = null } = attributes;
  return element(
    'table',
    { id, class: className },
    element('caption', {}, text(caption)),
    element('colgroup', {}, ...columns.map(({ width }) => element('col', { class: `w${width}` }))),
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map(({ heading }) => element('th', { scope: 'col' }, text(heading)))),
    ),
    element('tbody', {}, ...rows.map(bodyRow)),
  );
}

function bodyRow({ id, class: className, cells }: TableRow): Markup {
  const content = cells.map((cell, i) => {
    const lines = join(cell, '<br/>');
    return i === 0 ? element('th', { scope: 'row' }, lines) : element('td', {}, lines);
  });
  return join([LINE_FEED, element('tr', { id: id ?? null, class: className ?? null }, ...content)]);
}
