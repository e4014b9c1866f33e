// SPDX-License-Identifier: Apache-2.0
import { element, type Markup } from '../html/markup.ts';
import { FRAME, NORMAL, SMALL, STRONG } from './frame.ts';
import { label } from './label.ts';
import { fitText } from './text-width.ts';

/** A part of a sheet: how high it is, and what it is once its upper edge is known. */
export interface Block {
  readonly height: number;
  /** Class of the ground it stands on, which is drawn before the lines of the axis. */
  readonly ground: string;
  draw(y: number): Markup[];
}

/** The name of a lane, on two lines where it is long and there is room, and one line under it. */
export function laneName(y: number, height: number, name: string, below: string, tone?: string): Markup[] {
  const { left, width } = FRAME.lane;
  const style = { face: STRONG, ...(tone === undefined ? {} : { tone }) };
  const lines = nameLines(name, width, height >= (below === '' ? TWO_LINES : TWO_LINES + 13));
  const out = lines.map((words, i) => label(left, y + 14 + 13 * i, words, style));
  const free = 14 + 13 * lines.length;
  if (height >= free + 5 && below !== '') {
    out.push(label(left, y + free, fitText(below, width, SMALL), { face: SMALL, tone: 'muted' }));
  }
  return out;
}

function nameLines(name: string, width: number, two: boolean): string[] {
  const first = fitText(name, width, STRONG);
  if (first === name || !two) return [first];
  const cut = first.length - 1;
  return [name.slice(0, cut), fitText(name.slice(cut).trimStart(), width, STRONG)];
}

export const TWO_LINES = 32;

/** What the lane has to say of itself, in the column of the rows. */
export function laneNote(y: number, words: string): Markup {
  const { left, right } = FRAME.label;
  return label(left, y, fitText(words, right - left, SMALL), { face: SMALL, tone: 'muted' });
}

export function ground(className: string, y: number, height: number): Markup {
  return element('rect', { class: className, x: 0, y, width: FRAME.width, height });
}

/** A heading over lanes of one kind. */
export function heading(words: string): Block {
  return {
    height: 21,
    ground: 'heading',
    draw: (y) => [label(FRAME.lane.left, y + 15, words, { face: NORMAL, tone: 'muted' })],
  };
}
