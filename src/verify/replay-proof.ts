// SPDX-License-Identifier: Apache-2.0
import type { Proof } from '../model/replay.ts';
import type { AnchorMark, TimelineRow, TimelineView } from '../model/timeline-view.ts';

/** An event with the evidence that bounds when it was: of each bound the piece that gives it. */
export function proofOf({ anchors }: TimelineView, row: TimelineRow): Proof {
  const { notBefore, notAfter } = row.proven;
  const end = anchors.find((one) => one.log === row.source && one.covers > row.row && one.notAfter === notAfter);
  const begin = anchors.find((one) => isAtOrBefore(one, row) && one.notBefore === notBefore);
  const found = [begin, end].filter((one): one is AnchorMark => one !== undefined);
  const what = [row.kind, ...(row.actor === null ? [] : [`by ${row.actor}`])].join(' ');
  return { row: row.id, what, proven: row.proven, anchors: [...new Set(found)] };
}

/** An anchor that the row, or one before it in its log, holds. */
function isAtOrBefore({ log, within }: AnchorMark, row: TimelineRow): boolean {
  return log === row.source && within !== null && Number(within.slice(within.indexOf('.') + 1)) <= row.row;
}
