// SPDX-License-Identifier: Apache-2.0
import type { TimelineView } from '../../model/timeline-view.ts';
import { rowLanes } from './row-lanes.ts';
import { RowPlaces } from './row-places.ts';
import { type DrawnRows, drawnRows } from './rows.ts';
import { type DrawnSheet, drawSheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

export interface DrawnPicture {
  readonly rows: DrawnRows;
  readonly places: RowPlaces;
  readonly sheets: readonly DrawnSheet[];
}

/** @param linked whether there is a table on the same page that numbers can lead to */
export function drawPicture(view: TimelineView, linked: boolean): DrawnPicture {
  const rows = drawnRows(view);
  const places = new RowPlaces(view);
  const context = { view, places, laneOf: rowLanes(view), linked };
  return { rows, places, sheets: sheetsOf(view, rows.rows).map((sheet) => drawSheet(sheet, context)) };
}
