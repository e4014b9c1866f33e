// SPDX-License-Identifier: Apache-2.0
import type { HolderSpan, TimelineView } from '../../model/timeline-view.ts';
import { element, type Markup, shown, text } from '../html/markup.ts';
import { bar, dotted } from './bar.ts';
import { type Block, laneName, TWO_LINES } from './block.ts';
import { FRAME, TINY } from './frame.ts';
import { beside, label } from './label.ts';
import { hatched, mark, whisker } from './marks.ts';
import { formatInstant, markOf, type NumberedRow } from './rows.ts';
import type { TimeScale } from './scale.ts';
import type { Sheet } from './sheets.ts';
import { fitText } from './text-width.ts';

/** Whose rows stand together: one custodian's, or those of one source that nobody has signed. */
export interface RowLane {
  readonly order: number;
  readonly name: string;
  readonly below: string;
  readonly trusted: boolean;
  readonly holder: string | null;
}

/** Where each row belongs, by its id. Custodians come first, in the order in which they first act; then what is not authenticated. */
export function rowLanes(view: TimelineView): (row: NumberedRow) => RowLane {
  const lanes = new Map<string, RowLane>();
  const keys = new Map<string, Set<string>>();
  for (const { actor, key, authenticated } of view.rows) {
    if (!authenticated || key === null) continue;
    const own = keys.get(actor ?? '') ?? new Set();
    keys.set(actor ?? '', own.add(key));
  }
  return ({ row }) => {
    const source = view.sources[row.source];
    const of = row.authenticated ? `a${row.actor ?? ''}` : `s${row.source}`;
    const known = lanes.get(of);
    if (known !== undefined) return known;
    const lane = row.authenticated
      ? {
          order: lanes.size,
          name: row.actor === null ? '(nobody is named)' : shown(row.actor),
          below: keysText(keys.get(row.actor ?? '')),
          trusted: true,
          holder: row.actor,
        }
      : {
          order: 1e9 + row.source,
          name: shown(source?.name ?? '(unknown source)'),
          below: source?.authenticated === true ? 'signature not valid' : 'not authenticated',
          trusted: false,
          holder: null,
        };
    lanes.set(of, lane);
    return lane;
  };
}

function keysText(keys: ReadonlySet<string> | undefined): string {
  const [first] = keys ?? [];
  if (first === undefined) return 'no key';
  return keys!.size > 1 ? `${keys!.size} keys` : `key ${shown(first).slice(0, 12)}…`;
}

/** One line for each row: its number and kind, the bar of what is proven, the mark of what is claimed. */
export function rowLaneBlock(
  lane: RowLane,
  rows: readonly NumberedRow[],
  sheet: Sheet,
  spans: Span[],
  linked: boolean,
): Block {
  const { pitch } = sheet.density;
  const height = Math.max(rows.length * pitch + 7, lane.trusted ? 24 : TWO_LINES + 2);
  return {
    height,
    ground: lane.trusted ? 'lane' : 'lane untrusted',
    draw: (y) => [
      ...(lane.trusted ? [] : [hatched('stripe', 0, y, 5, height)]),
      ...laneName(y, height, lane.name, lane.below, lane.trusted ? undefined : 'warn'),
      ...spans.map(({ x1, x2 }) =>
        element('rect', { class: 'holding', x: x1, y, width: Math.max(2, x2 - x1), height: 3 }),
      ),
      ...rows.map((row, i) => rowGroup(row, y + 5 + i * pitch, sheet, linked)),
    ],
  };
}

export interface Span {
  readonly x1: number;
  readonly x2: number;
}

function rowGroup({ number, row }: NumberedRow, y: number, { scale, density }: Sheet, linked: boolean): Markup {
  const { pitch, face } = density;
  const middle = y + Math.floor(pitch / 2);
  const base = middle + 4;
  const numberText = `${row.orderUndecided ? '~' : ''}${number}`;
  const numbered = label(FRAME.label.left + 31, base, numberText, { face, anchor: 'end' });
  const kind = fitText(shown(row.kind, 60), FRAME.label.right - FRAME.label.left - 38, face);
  const parts = [
    element('title', {}, text(rowTitle({ number, row }))),
    linked ? element('a', { href: `#e${number}`, tabindex: -1 }, numbered) : numbered,
    ...(kind === '' ? [] : [label(FRAME.label.left + 38, base, kind, { face })]),
    provenBar(row, scale, middle, density.bar),
    ...claimed(row, scale, middle, density.bar),
  ];
  return element('g', { class: 'event', role: 'img', 'data-row': number }, ...parts);
}

function provenBar({ proven }: NumberedRow['row'], scale: TimeScale, middle: number, height: number): Markup {
  const y = middle - Math.floor(height / 2);
  const begin = scale.begin(proven.notBefore);
  const end = scale.end(proven.notAfter);
  return proven.notBefore === null && proven.notAfter === null
    ? dotted(begin, end, y, height)
    : bar('proven', begin, end, y, height);
}

function claimed(row: NumberedRow['row'], scale: TimeScale, middle: number, size: number): Markup[] {
  const kind = markOf(row);
  const r = Math.ceil(size / 2) - 1;
  const x = row.corrected === null ? (scale.noTime ?? scale.far) : scale.x(row.corrected);
  const [x1, x2] = row.corrected === null ? [x, x] : scale.around(row.corrected, row.uncertainty);
  const out = x2 - x1 > 2 * r + 4 ? [whisker(x1, x2, middle)] : [];
  out.push(mark(kind, x, middle, r));
  const words = [...new Set(row.findings.map(({ reason }) => reason))].join(', ');
  if (words === '') return out;
  const placed = beside(words, x - r - 2, x + r + 2, TINY);
  if (placed.words === '') return out;
  out.push(label(placed.x, middle + 3, placed.words, { face: TINY, anchor: placed.anchor, tone: 'bad halo' }));
  return out;
}

/** What a reader who cannot see the row is told of it. */
export function rowTitle({ number, row }: NumberedRow): string {
  const time = row.corrected === null ? 'at an unknown time' : `claimed ${formatInstant(row.corrected)}`;
  const { notBefore, notAfter } = row.proven;
  const proven =
    notBefore === null && notAfter === null
      ? 'nothing is proven of its time'
      : `proven ${notBefore === null ? 'no beginning' : formatInstant(notBefore)} to ${notAfter === null ? 'no end' : formatInstant(notAfter)}`;
  const found = row.findings.map(({ reason }) => reason).join(', ');
  const order = row.orderUndecided ? '; order after the row before not proven' : '';
  return `${number}: ${shown(row.kind, 60)}, ${time}, ${proven}${order}${found === '' ? '' : `; ${found}`}`;
}

/** The times on this sheet in which somebody held anything. */
export function holdings(
  holder: string | null,
  spans: readonly HolderSpan[],
  place: (span: HolderSpan) => Span | null,
): Span[] {
  if (holder === null) return [];
  const own = spans.flatMap((span) => (span.holder === holder && span.state === 'held' ? (place(span) ?? []) : []));
  own.sort((a, b) => a.x1 - b.x1 || a.x2 - b.x2);
  const out: { x1: number; x2: number }[] = [];
  for (const { x1, x2 } of own) {
    const last = out.at(-1);
    if (last !== undefined && x1 <= last.x2) last.x2 = Math.max(last.x2, x2);
    else out.push({ x1, x2 });
  }
  return out;
}
