// SPDX-License-Identifier: Apache-2.0
import { element, type Markup, text } from '../html/markup.ts';
import { FRAME, NORMAL } from './frame.ts';
import { type Face, fitText, textWidth } from './text-width.ts';

export interface LabelStyle {
  readonly face?: Face;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** `muted`, `bad`: colours of the style sheet. */
  readonly tone?: string;
}

/** Words at a place, by the base line. The size and the weight are classes of the style sheet: `s9`, `s10`, `s11`, `b`. */
export function label(x: number, y: number, words: string, style: LabelStyle = {}): Markup {
  const { face = NORMAL, anchor = 'start', tone } = style;
  const classes = [`s${face.size}`, ...(face.bold ? ['b'] : []), ...(tone === undefined ? [] : [tone])];
  return element(
    'text',
    { x, y, class: classes.join(' '), 'text-anchor': anchor === 'start' ? null : anchor },
    text(words),
  );
}

export interface PlacedLabel {
  readonly words: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** What it takes, with what it stands beside. */
  readonly from: number;
  readonly to: number;
}

const APART = 6;

/** Beside something from `x1` to `x2`: to its right, to its left where there is more room, cut where there is not enough. */
export function beside(
  words: string,
  x1: number,
  x2: number,
  face: Face,
  right: number = FRAME.plot.right,
): PlacedLabel {
  const roomRight = right - x2 - APART;
  const roomLeft = x1 - APART - FRAME.plot.left;
  const width = textWidth(words, face);
  if (width <= roomRight || roomRight >= roomLeft) {
    const fitting = fitText(words, roomRight, face);
    const x = x2 + APART;
    return { words: fitting, x, anchor: 'start', from: x1, to: fitting === '' ? x2 : x + textWidth(fitting, face) };
  }
  const fitting = fitText(words, roomLeft, face);
  const x = x1 - APART;
  return { words: fitting, x, anchor: 'end', from: fitting === '' ? x1 : x - textWidth(fitting, face), to: x2 };
}
