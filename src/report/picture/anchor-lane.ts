// SPDX-License-Identifier: Apache-2.0
import type { AnchorMark, TimelineView } from '../../model/timeline-view.ts';
import { element, type Markup, shown } from '../html/markup.ts';
import { type Block, heading } from './block.ts';
import { SMALL } from './frame.ts';
import { beside } from './label.ts';
import { whisker } from './marks.ts';
import { packedBlock, type Thing } from './packed-lane.ts';
import { formatInstant } from './rows.ts';
import type { TimeScale } from './scale.ts';
import { onSheet, type Sheet } from './sheets.ts';

/** Evidence of time: the lines that it covers existed by then. */
export function anchorLane(view: TimelineView, sheet: Sheet): Block[] {
  const things = view.anchors
    .filter(({ time }) => onSheet(sheet, time))
    .map((anchor) => anchorThing(anchor, sheet.scale));
  if (things.length === 0) return [];
  return [
    heading('Evidence of time: what it covers existed by then'),
    packedBlock({
      name: 'Anchors',
      below: '',
      note: `${things.length} of ${view.anchors.length}`,
      class: 'lane',
      pitch: 18,
      things,
    }),
  ];
}

export function anchorText({ source, authority, covers, time, notBefore, notAfter }: AnchorMark): string {
  return `${shown(source)} of ${shown(authority)}: the first ${covers} lines existed by ${formatInstant(time)} (${formatInstant(notBefore)} to ${formatInstant(notAfter)})`;
}

function anchorThing(anchor: AnchorMark, scale: TimeScale): Thing {
  const x = scale.x(anchor.time);
  const x1 = scale.x(anchor.notBefore);
  const x2 = scale.x(anchor.notAfter);
  const words = `lines 1–${anchor.covers}, ${shown(anchor.authority, 60)}`;
  const placed = beside(words, Math.min(x1, x - 7), Math.max(x2, x + 7), SMALL);
  return {
    title: anchorText(anchor),
    from: Math.min(x1, x - 7),
    to: Math.max(x2, x + 7),
    placed: { ...placed, face: SMALL, style: { tone: 'halo' } },
    draw: (middle): Markup[] => [
      ...(x2 - x1 > 14 ? [whisker(x1, x2, middle)] : []),
      element('path', { class: 'anchor', d: `M${x} ${middle - 6}l6 11h-12z` }),
    ],
  };
}
