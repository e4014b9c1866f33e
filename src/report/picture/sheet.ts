// SPDX-License-Identifier: Apache-2.0

import type { TimelineView } from '../../model/timeline-view.ts';
import { element, join, type Markup, text } from '../html/markup.ts';
import { anchorLane } from './anchor-lane.ts';
import { axisBlock, gridLines } from './axis.ts';
import { type Block, ground, heading } from './block.ts';
import { FRAME, SMALL, STRONG } from './frame.ts';
import { gapLane, itemLanes } from './item-lanes.ts';
import { keyLanes } from './key-lanes.ts';
import { label } from './label.ts';
import { orderLane } from './order-lane.ts';
import { holdings, type RowLane, rowLaneBlock } from './row-lanes.ts';
import type { RowPlaces } from './row-places.ts';
import { formatInstant, type NumberedRow } from './rows.ts';
import type { Sheet } from './sheets.ts';
import { formatDuration } from './spoken.ts';

/** What all sheets of one picture share. */
export interface SheetContext {
  readonly view: TimelineView;
  readonly places: RowPlaces;
  readonly laneOf: (row: NumberedRow) => RowLane;
  /** Numbers lead to the table, where there is one. */
  readonly linked: boolean;
}

export interface DrawnSheet {
  readonly title: string;
  readonly height: number;
  readonly content: Markup;
}

const TITLE = 24;

/** One sheet, from its title to what it leaves out; everything above everything else, so that nothing can touch. */
export function drawSheet(sheet: Sheet, context: SheetContext): DrawnSheet {
  const { view, places } = context;
  const blocks: Block[] = [
    ...orderLane(sheet),
    heading('Events: the dot is when somebody says it was, the bar is when it can be proven to have been'),
    ...laneBlocks(sheet, context),
    ...itemLanes(view, sheet, places),
    ...gapLane(view, sheet, places),
    ...keyLanes(view, sheet, places),
    ...anchorLane(view, sheet),
  ];
  const title = sheetTitle(sheet);
  const axis = axisBlock(sheet.scale);
  const out: Markup[] = [label(FRAME.lane.left, 16, title, { face: STRONG }), ...axis.draw(TITLE)];
  const top = TITLE + axis.height;
  const drawn: Markup[] = [];
  const grounds: Markup[] = [];
  let y = top;
  for (const block of blocks) {
    grounds.push(ground(block.ground, y, block.height));
    drawn.push(...block.draw(y));
    y += block.height;
  }
  out.push(...grounds, ...gridLines(sheet.scale, top, y), ...drawn);
  const note = breakText(sheet);
  if (note !== '') out.push(label(FRAME.plot.right, y + 15, note, { face: SMALL, anchor: 'end', tone: 'muted' }));
  return { title, height: y + (note === '' ? 6 : 24), content: join(out) };
}

function laneBlocks(sheet: Sheet, { view, laneOf, places, linked }: SheetContext): Block[] {
  const lanes = [...Map.groupBy(sheet.rows, laneOf)].sort(([a], [b]) => a.order - b.order);
  return lanes.map(([lane, rows]) => {
    const held = holdings(lane.holder, view.spans, (span) => places.place(span, sheet));
    return rowLaneBlock(lane, rows, sheet, held, linked);
  });
}

function sheetTitle({ number, of, rows }: Sheet): string {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return 'No events';
  const times = rows.flatMap(({ row }) => row.corrected ?? []);
  const period =
    times.length === 0 ? 'without a time' : `${formatInstant(times[0]!)} to ${formatInstant(times.at(-1)!)}`;
  return `${of === 1 ? '' : `Sheet ${number} of ${of}, `}events ${first.number} to ${last.number}, claimed ${period}`;
}

function breakText({ scale: { panels } }: Sheet): string {
  if (panels.length < 2) return '';
  const left = panels.slice(1).map((panel, i) => formatDuration(panel.from - panels[i]!.to));
  return `The time axis is broken: ${left.join(', ')} left out where it wavers; each part has a scale of its own.`;
}

/** A sheet as an image of its own. */
export function sheetSvg({ title, height, content }: DrawnSheet, id: string): Markup {
  return element(
    'svg',
    {
      id,
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sheet',
      viewBox: `0 0 ${FRAME.width} ${height}`,
      width: FRAME.width,
      height,
      role: 'group',
      'aria-labelledby': `${id}-title`,
    },
    element('title', { id: `${id}-title` }, text(title)),
    content,
  );
}
