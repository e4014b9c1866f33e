// SPDX-License-Identifier: Apache-2.0
import { element } from '../html/markup.ts';
import type { Block } from './block.ts';
import { SMALL } from './frame.ts';
import { beside, type PlacedLabel } from './label.ts';
import { packedBlock, type Thing } from './packed-lane.ts';
import { type NumberedRow, placeOf } from './rows.ts';
import type { Sheet } from './sheets.ts';
import { textWidth } from './text-width.ts';

/** A bracket over each run of neighbours of which none is proven to have happened after the one before it. */
export function orderLane({ rows, scale }: Sheet): Block[] {
  const runs: NumberedRow[][] = [];
  rows.forEach((one, i) => {
    if (!one.row.orderUndecided) return;
    const before = rows[i - 1];
    const run = runs.at(-1);
    if (before !== undefined && run?.at(-1) === before) run.push(one);
    else runs.push(before === undefined ? [one] : [before, one]);
  });
  const things = runs.flatMap((run): Thing[] => {
    const places = run.flatMap(({ row }) => placeOf(row) ?? []).map((at) => scale.x(at));
    if (places.length === 0) return [];
    const x1 = Math.min(...places) - 4;
    const x2 = Math.max(...places) + 4;
    const first = run[0]!.number;
    const last = run.at(-1)!.number;
    const words = first === last ? `~ ${first}` : `~ ${first}–${last}`;
    const width = textWidth(words, SMALL);
    // On the bracket where that is wide enough, so that it is not pushed to another line by what follows.
    const placed: PlacedLabel =
      x2 - x1 > width + 24
        ? { words, x: Math.round((x1 + x2 - width) / 2), anchor: 'start', from: x1, to: x2 }
        : beside(words, x1, x2, SMALL);
    return [
      {
        title: `no order in time is proven between neighbours of ${first === last ? first : `${first} to ${last}`}`,
        from: x1,
        to: x2,
        placed: { ...placed, face: SMALL, style: { tone: 'halo' } },
        draw: (middle) => [element('path', { class: 'bracket', d: `M${x1} ${middle + 6}v-6H${x2}v6` })],
      },
    ];
  });
  if (things.length === 0) return [];
  const undecided = rows.filter(({ row }) => row.orderUndecided).length;
  return [
    packedBlock({
      name: 'Order not proven',
      below: '',
      note: `${undecided} of ${rows.length} rows`,
      class: 'lane',
      pitch: 17,
      things,
    }),
  ];
}
