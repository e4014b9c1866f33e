// SPDX-License-Identifier: Apache-2.0
import { element, type Markup } from '../html/markup.ts';
import type { Block } from './block.ts';
import { FRAME, SMALL, TINY } from './frame.ts';
import { label } from './label.ts';
import type { Panel, TimeScale } from './scale.ts';
import { textWidth } from './text-width.ts';
import { ticksOf } from './ticks.ts';

const HEIGHT = 40;

/** The time axis of a sheet: the day of each panel, its ticks, and a sign where time is left out. */
export function axisBlock(scale: TimeScale): Block {
  const names = [
    label(FRAME.label.left + 31, 0, 'no.', { face: TINY, anchor: 'end', tone: 'muted' }),
    label(FRAME.label.left + 38, 0, 'what', { face: TINY, tone: 'muted' }),
  ];
  return {
    height: HEIGHT,
    ground: 'axis-ground',
    draw: (y) => [
      ...names.map((one) => element('g', { transform: `translate(0 ${y + 33})` }, one)),
      label(FRAME.lane.left, y + 33, 'lane (UTC)', { face: TINY, tone: 'muted' }),
      ...(scale.noTime === null
        ? []
        : [label(scale.noTime, y + 33, 'no time', { face: TINY, anchor: 'middle', tone: 'muted' })]),
      ...scale.panels.flatMap((panel) => panelAxis(panel, y)),
    ],
  };
}

function panelAxis(panel: Panel, y: number): Markup[] {
  const { context, marks } = ticksOf(panel.from, panel.to, panel.right - panel.left - 18);
  const base = y + HEIGHT - 1;
  const out = [element('path', { class: 'axis', d: `M${panel.left} ${base}H${panel.right}` })];
  if (context !== '') out.push(label(panel.left + 2, y + 17, context, { face: SMALL }));
  let free = panel.left;
  for (const { at, label: words } of marks) {
    const x = tickX(panel, at);
    out.push(element('path', { class: 'axis', d: `M${x} ${base}v-4` }));
    const width = textWidth(words, TINY);
    const left = x - Math.ceil(width / 2);
    if (left < free || left + width > panel.right + 8) continue;
    free = left + width + 6;
    out.push(label(x, y + 31, words, { face: TINY, anchor: 'middle', tone: 'muted' }));
  }
  return out;
}

function tickX(panel: Panel, at: bigint): number {
  if (panel.from === panel.to) return Math.round((panel.left + panel.right) / 2);
  return panel.left + 9 + Number(((at - panel.from) * BigInt(panel.right - panel.left - 18)) / (panel.to - panel.from));
}

/** Lines under the ticks through all lanes, and the signs of the breaks. */
export function gridLines(scale: TimeScale, top: number, bottom: number): Markup[] {
  const ticks = scale.panels.flatMap((panel) =>
    ticksOf(panel.from, panel.to, panel.right - panel.left - 18).marks.map(({ at }) => tickX(panel, at)),
  );
  const breaks = scale.panels.slice(1).map((panel, i) => Math.round((scale.panels[i]!.right + panel.left) / 2));
  const edges = [scale.left, scale.right, ...(scale.noTime === null ? [] : [scale.far])];
  return [
    element('path', { class: 'grid', d: ticks.map((x) => `M${x} ${top}V${bottom}`).join('') }),
    element('path', { class: 'edge', d: edges.map((x) => `M${x} ${top}V${bottom}`).join('') }),
    ...breaks.map((x) => element('path', { class: 'break', d: zigzag(x, top - 8, bottom) })),
  ];
}

/** Two wavering lines: nothing between them is to scale. */
function zigzag(x: number, top: number, bottom: number): string {
  const steps = Math.floor((bottom - top) / 12);
  const line = (at: number) => `M${at} ${top}${'l3 6l-3 6'.repeat(steps)}`;
  return line(x - 4) + line(x + 1);
}
