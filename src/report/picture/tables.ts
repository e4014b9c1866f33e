// SPDX-License-Identifier: Apache-2.0
import type { ProvenTime, TimelineRow, WrittenTime } from '../../model/timeline-view.ts';
import { element, type Markup, shown, text } from '../html/markup.ts';
import { type TableRow, table } from '../html/table.ts';
import { stateText } from './item-lanes.ts';
import type { Picture } from './picture.ts';
import type { RowPlaces } from './row-places.ts';
import { type DrawnRows, formatInstant } from './rows.ts';
import { formatDuration } from './spoken.ts';

const MOST_ITEMS = 4;
const MOST_TIMES = 4;

/** The twin of the picture: one row for every event, with everything that the picture only points at. */
export function eventTable({ rows }: DrawnRows, { view }: Picture): Markup {
  const columns = [
    { heading: 'No.', width: 6 },
    { heading: 'Source, line', width: 13 },
    { heading: 'What', width: 15 },
    { heading: 'Who, where', width: 12 },
    { heading: 'Claimed time', width: 16 },
    { heading: 'Proven: not before, not after', width: 16 },
    { heading: 'Items', width: 9 },
    { heading: 'Findings', width: 13 },
  ];
  const body = rows.map(({ number, row }): TableRow => {
    const source = view.sources[row.source];
    return {
      id: `e${number}`,
      ...(row.authenticated ? {} : { class: 'untrusted' }),
      cells: [
        [text(`${row.orderUndecided ? '~' : ''}${number}`)],
        [
          text(shown(source?.name ?? '?', 80)),
          text(`line ${row.line}${row.seq === null ? '' : `, event ${row.seq}`}`),
          ...(row.authenticated ? [] : [text('not authenticated')]),
          mono(row.hash.slice(0, 16)),
        ],
        [text(shown(row.kind, 60)), ...(row.message === '' ? [] : [text(shown(row.message))])],
        [
          ...(row.actor === null ? [] : [text(shown(row.actor, 80))]),
          ...(row.key === null ? [] : [mono(`key ${shown(row.key).slice(0, 12)}`)]),
          ...(row.place === null ? [] : [text(shown(row.place, 80))]),
        ],
        claimedCell(row),
        provenCell(row.proven, row.orderUndecided),
        cut(row.items, MOST_ITEMS).map((item) => text(item)),
        row.findings.map(({ reason, detail }) => text(`${reason}: ${shown(detail, 120)}`)),
      ],
    };
  });
  return table('Every event of the picture, in its order', columns, body, { id: 'events' });
}

function claimedCell({ times, corrected, uncertainty }: TimelineRow): Markup[] {
  const [first] = times;
  const plain = first !== undefined && corrected !== null && first.raw === formatInstant(corrected);
  return [
    ...times.slice(0, MOST_TIMES).map(writtenText),
    ...(times.length > MOST_TIMES ? [text(`and ${times.length - MOST_TIMES} more`)] : []),
    ...(corrected === null ? [text('time unknown')] : plain ? [] : [text(`read as ${formatInstant(corrected)}`)]),
    ...(uncertainty === 0n ? [] : [text(`± ${formatDuration(uncertainty)}`)]),
  ];
}

function writtenText({ raw, of }: WrittenTime): Markup {
  return text(`${shown(raw, 60)} (${shown(of, 40)})`);
}

function provenCell({ notBefore, notAfter }: ProvenTime, undecided: boolean): Markup[] {
  const order = undecided ? [text('~ order not proven')] : [];
  if (notBefore === null && notAfter === null) return [text('nothing'), ...order];
  return [
    text(notBefore === null ? 'no beginning' : `≥ ${formatInstant(notBefore)}`),
    text(notAfter === null ? 'no end' : `≤ ${formatInstant(notAfter)}`),
    ...order,
  ];
}

/** Who held what, and the gaps: the lanes of the items and of the log, in words. */
export function spanTable({ view }: Picture, places: RowPlaces): Markup {
  const rows = view.spans.map((span) => ({
    cells: [
      [text(shown(span.item))],
      [text(stateText(span))],
      [text(span.place === null ? '' : shown(span.place, 80))],
      [span.key === null ? text('') : mono(shown(span.key, 64))],
      [text(places.words(span))],
    ],
  }));
  return table(
    'Who held each item, from which event to which',
    [
      { heading: 'Item', width: 22 },
      { heading: 'Held by', width: 24 },
      { heading: 'Where', width: 20 },
      { heading: 'Key', width: 22 },
      { heading: 'Events', width: 12 },
    ],
    rows,
  );
}

export function gapTable({ view }: Picture, places: RowPlaces): Markup {
  const rows = view.gaps.map((gap) => ({
    cells: [
      [text(gap.kind.replaceAll('-', ' '))],
      [text(gap.item === null ? 'the log' : shown(gap.item))],
      [text(places.words(gap))],
      [text(shown(gap.detail))],
    ],
  }));
  return table(
    'Gaps, and what is in transit or has two holders',
    [
      { heading: 'Gap', width: 14 },
      { heading: 'Of', width: 22 },
      { heading: 'Events', width: 14 },
      { heading: 'Detail', width: 50 },
    ],
    rows,
  );
}

function cut(all: readonly string[], most: number): string[] {
  const names = all.slice(0, most).map((one) => shown(one, 80));
  return all.length > most ? [...names, `and ${all.length - most} more`] : names;
}

export function mono(words: string): Markup {
  return element('span', { class: 'mono' }, text(words));
}
