// SPDX-License-Identifier: Apache-2.0
import { element, type Markup, text } from '../html/markup.ts';
import { type Block, laneName, laneNote, TWO_LINES } from './block.ts';
import { type LabelStyle, label, type PlacedLabel } from './label.ts';
import { pack } from './pack.ts';
import type { Face } from './text-width.ts';

/** Something in a lane that has no row of its own: it stands in the first line of the lane where nothing touches it. */
export interface Thing {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly placed: (PlacedLabel & { readonly face: Face; readonly style?: LabelStyle }) | null;
  /** @param middle of its line */
  draw(middle: number): Markup[];
}

export interface PackedLane {
  readonly name: string;
  readonly below: string;
  readonly note: string;
  readonly class: string;
  readonly pitch: number;
  /** Things that follow on each other without a gap stand on one line. */
  readonly touching?: boolean;
  readonly things: readonly Thing[];
}

const MOST_LINES = 6;
const APART = 8;

/** How many things found no room is told in the note of the lane; the tables have them all. */
export function packedBlock({
  name,
  below,
  note,
  class: className,
  pitch,
  things,
  touching = false,
}: PackedLane): Block {
  const lines = pack(
    things.map(({ from, to, placed }) => ({
      from: Math.min(from, placed === null || placed.from >= from ? from : placed.from - APART),
      to: Math.max(to, placed === null || placed.to <= to ? to : placed.to + APART),
    })),
    MOST_LINES,
    touching ? 0 : APART,
  );
  const used = lines.reduce<number>((most, line) => Math.max(most, line === null ? 0 : line + 1), 1);
  const left = lines.filter((line) => line === null).length;
  const notes = [note, left === 0 ? '' : `and ${left} more: see the table`].filter((one) => one !== '');
  const height = Math.max(used * pitch + 4, 10 + notes.length * 13, below === '' ? 22 : TWO_LINES);
  return {
    height,
    ground: className,
    draw: (y) => [
      ...laneName(y, height, name, below),
      ...notes.map((words, i) => laneNote(y + 14 + i * 13, words)),
      ...things.flatMap((thing, i) => {
        const line = lines[i];
        return line === null || line === undefined ? [] : [group(thing, y + 2 + line * pitch + Math.floor(pitch / 2))];
      }),
    ],
  };
}

function group({ title, placed, draw }: Thing, middle: number): Markup {
  const words =
    placed === null || placed.words === ''
      ? []
      : [label(placed.x, middle + 4, placed.words, { ...placed.style, face: placed.face, anchor: placed.anchor })];
  return element('g', { role: 'img' }, element('title', {}, text(title)), ...draw(middle), ...words);
}
