// SPDX-License-Identifier: Apache-2.0
import { element, join, LINE_FEED, type Markup, shown, text } from '../html/markup.ts';
import { drawPicture } from './draw.ts';
import { FRAME, SMALL, STRONG } from './frame.ts';
import { label } from './label.ts';
import { drawLegend } from './legend.ts';
import type { Picture } from './picture.ts';
import { formatInstant } from './rows.ts';
import { PICTURE_CSS } from './style.ts';
import { fitText } from './text-width.ts';

const HEAD = 58;
const BETWEEN = 22;

/** The same picture as one image: title, verdict, legend, and all sheets under each other. */
export function pictureSvg(picture: Picture): string {
  const { view, verdict, logs, tool } = picture;
  const { sheets, rows } = drawPicture(view, false);
  const legend = drawLegend();
  const width = FRAME.width - 2 * FRAME.lane.left;
  const left = rows.left === 0 ? '' : ` ${rows.left} further events are not drawn.`;
  const judged =
    verdict === null ? 'Nothing was judged.' : `Verdict: ${verdict.decision} (exit code ${verdict.exitCode}).`;
  const rollUps = logs.map(
    ({ log, rollUps: all }) => `${shown(log, 60)}: ${all.map(({ name, outcome }) => `${name} ${outcome}`).join(', ')}.`,
  );
  const parts: Markup[] = [
    label(FRAME.lane.left, 18, fitText(shown(view.title), width, STRONG), { face: STRONG }),
    label(FRAME.lane.left, 34, fitText(`${judged} ${rollUps.join(' ')}`, width, SMALL), { face: SMALL }),
    label(
      FRAME.lane.left,
      49,
      fitText(
        `${view.atIsClock ? 'Judged by the clock of the machine' : `As of ${formatInstant(view.at)}`}, ${view.filtered === null ? '' : `only ${view.filtered.shown} of ${view.filtered.of} shown, `}${view.rows.length} events.${left} Made by ${shown(tool, 60)}.`,
        width,
        SMALL,
      ),
      { face: SMALL, tone: 'muted' },
    ),
    moved(legend.content, HEAD),
  ];
  let y = HEAD + legend.height + BETWEEN;
  for (const { content, height, title } of sheets) {
    parts.push(
      LINE_FEED,
      element('g', { transform: `translate(0 ${y})`, role: 'group' }, element('title', {}, text(title)), content),
    );
    y += height + BETWEEN;
  }
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sheet',
      viewBox: `0 0 ${FRAME.width} ${y}`,
      width: FRAME.width,
      height: y,
      role: 'group',
    },
    element('title', {}, text(shown(view.title))),
    element('style', {}, PICTURE_CSS),
    element('rect', { x: 0, y: 0, width: FRAME.width, height: y, fill: '#fff' }),
    join(parts),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function moved(content: Markup, y: number): Markup {
  return element('g', { transform: `translate(0 ${y})` }, content);
}
