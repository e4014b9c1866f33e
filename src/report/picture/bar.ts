// SPDX-License-Identifier: Apache-2.0
import { element, join, type Markup } from '../html/markup.ts';
import type { End } from './scale.ts';

/** The least that can still be seen of something that is short. */
const LEAST = 3;
const RUN_OUT = 26;

/**
 * From one end to another. A known end is an edge. An end that is beyond the sheet has none, and an open one runs out into
 * strokes and an arrow: it is not known, which is another thing than late.
 */
export function bar(className: string, begin: End, end: End, y: number, height: number): Markup {
  const [left, right] = extent(begin, end);
  const x1 = begin.kind === 'open' ? left + RUN_OUT : left;
  const x2 = Math.max(x1 + LEAST, end.kind === 'open' ? right - RUN_OUT : right);
  const runOut = [
    ...(begin.kind === 'open' ? [strokes(x1, y, height, -1) + arrow(left, y, height, -1)] : []),
    ...(end.kind === 'open' ? [strokes(x2, y, height, 1) + arrow(right, y, height, 1)] : []),
  ];
  const bodied = body(className, x1, x2, y, height, begin.kind === 'beyond', end.kind === 'beyond');
  if (runOut.length === 0) return bodied;
  return join([bodied, element('path', { class: `run-out ${className}`, d: runOut.join('') })]);
}

/** Where nothing at all is known: a line of dots from one end of the plot to the other. */
export function dotted(begin: End, end: End, y: number, height: number): Markup {
  const [left, right] = extent(begin, end);
  const middle = y + Math.floor(height / 2);
  const arrows = arrow(left, y, height, -1) + arrow(right, y, height, 1);
  return element('path', { class: 'bar unproven', d: `${arrows}M${left + 8} ${middle}H${right - 8}` });
}

/** An outline that is not closed leaves out its last edge. */
function body(name: string, x1: number, x2: number, y: number, height: number, fromBefore: boolean, goesOn: boolean) {
  if (!fromBefore && !goesOn) return element('rect', { class: `bar ${name}`, x: x1, y, width: x2 - x1, height });
  if (fromBefore && goesOn) return element('rect', { class: `bar ${name} through`, x: x1, y, width: x2 - x1, height });
  const d = goesOn ? `M${x2} ${y}H${x1}v${height}H${x2}` : `M${x1} ${y}H${x2}v${height}H${x1}`;
  return element('path', { class: `bar ${name}`, d });
}

/** In pixels, left to right, whichever of the two is earlier. */
export function extent(begin: End, end: End): readonly [number, number] {
  return begin.x <= end.x ? [begin.x, end.x] : [end.x, begin.x];
}

function strokes(x: number, y: number, height: number, way: 1 | -1): string {
  return [2, 8, 13].map((at, i) => `M${x + way * at} ${y}h${way * (4 - i)}v${height}h${-way * (4 - i)}z`).join('');
}

function arrow(x: number, y: number, height: number, way: 1 | -1): string {
  const middle = y + Math.floor(height / 2);
  return `M${x} ${middle}l${-way * 7}-4v8z`;
}
