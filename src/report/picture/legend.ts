// SPDX-License-Identifier: Apache-2.0
import { element, join, type Markup, text } from '../html/markup.ts';
import { bar, dotted } from './bar.ts';
import { FRAME, NORMAL, SMALL } from './frame.ts';
import { label } from './label.ts';
import { hatched, mark, whisker } from './marks.ts';

const COLUMNS = 4;
const WIDTH = 274;
const PITCH = 24;

type Sample = readonly [string, (x: number, y: number) => readonly Markup[]];

const known = (x: number) => ({ x, kind: 'known' as const });

/** Each sign with what it says, in the order in which a reader meets them. */
const SAMPLES: readonly Sample[] = [
  ['claimed time, signed for', (x, y) => [mark('plain', x + 26, y, 4)]],
  ['claimed time, not authenticated', (x, y) => [mark('unauthenticated', x + 26, y, 4)]],
  ['claimed time that proof contradicts', (x, y) => [mark('contradicted', x + 26, y, 4)]],
  ['refuted otherwise', (x, y) => [mark('failed', x + 26, y, 4)]],
  ['something about it is open', (x, y) => [mark('open', x + 26, y, 4)]],
  ['time unknown', (x, y) => [mark('unknown', x + 26, y, 4)]],
  ['uncertainty of the clock', (x, y) => [whisker(x + 8, x + 44, y), mark('plain', x + 26, y, 4)]],
  ['provable: between these', (x, y) => [bar('proven', known(x + 4), known(x + 48), y - 4, 9)]],
  ['provable, one end open', (x, y) => [bar('proven', known(x + 4), { x: x + 52, kind: 'open' }, y - 4, 9)]],
  ['nothing is proven of its time', (x, y) => [dotted({ x, kind: 'open' }, { x: x + 52, kind: 'open' }, y - 4, 9)]],
  [
    'held; the log goes on or ends open',
    (x, y) => [
      element('rect', { class: 'held', x: x + 2, y: y - 7, width: 48, height: 14 }),
      element('path', { class: 'on', d: `M${x + 50} ${y}l-7-5v10z` }),
    ],
  ],
  [
    'held under seal',
    (x, y) => [
      element('rect', { class: 'held', x: x + 2, y: y - 7, width: 48, height: 14 }),
      element('rect', { class: 'seal', x: x + 4, y: y - 5, width: 44, height: 10 }),
    ],
  ],
  ['in transit', (x, y) => [element('rect', { class: 'transit', x: x + 2, y: y - 7, width: 48, height: 14 })]],
  ['gap, or key compromised', (x, y) => [hatched('gap', x + 2, y - 5, 48, 10)]],
  ['evidence of time', (x, y) => [element('path', { class: 'anchor', d: `M${x + 26} ${y - 6}l6 11h-12z` })]],
  ['~ order not proven', (x, y) => [element('path', { class: 'bracket', d: `M${x + 4} ${y + 5}v-8H${x + 48}v8` })]],
  [
    'custodian holds something',
    (x, y) => [element('rect', { class: 'holding', x: x + 2, y: y - 1, width: 48, height: 3 })],
  ],
  [
    'lane of what nobody has signed',
    (x, y) => [
      element('rect', { class: 'lane untrusted', x: x + 2, y: y - 8, width: 48, height: 16 }),
      hatched('stripe', x + 2, y - 8, 6, 16),
    ],
  ],
];

const HEIGHT = Math.ceil(SAMPLES.length / COLUMNS) * PITCH + 26;

export function drawLegend(): { readonly height: number; readonly content: Markup } {
  const rows = Math.ceil(SAMPLES.length / COLUMNS);
  const parts = SAMPLES.map(([words, draw], i) => {
    const x = FRAME.lane.left + Math.floor(i / rows) * WIDTH;
    const y = 14 + (i % rows) * PITCH;
    return element('g', {}, ...draw(x, y), label(x + 60, y + 4, words, { face: NORMAL }));
  });
  const note = label(
    FRAME.lane.left,
    HEIGHT - 6,
    'Spans go from event to event: at its claimed time, or where proof contradicts that, at the nearest instant that it does not. Other letters than ASCII are written as \\u{…}.',
    { face: SMALL, tone: 'muted' },
  );
  return { height: HEIGHT, content: join([...parts, note]) };
}

export function legendSvg(): Markup {
  const { height, content } = drawLegend();
  return element(
    'svg',
    {
      class: 'sheet',
      viewBox: `0 0 ${FRAME.width} ${height}`,
      width: FRAME.width,
      height,
      role: 'group',
      'aria-label': 'legend',
    },
    element('title', {}, text('Legend')),
    content,
  );
}
