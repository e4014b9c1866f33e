// SPDX-License-Identifier: Apache-2.0
import type { Face } from './text-width.ts';

/** Where things stand, in pixels. A sheet is as wide as an A4 page on its side, so that 10 pixels print as 7 points. */
export const FRAME = {
  width: 1120,
  lane: { left: 10, width: 168 },
  label: { left: 184, right: 346 },
  plot: { left: 352, right: 1112 },
  /** At both ends of the plot: for what goes on beyond the sheet, or is open. */
  gutter: 30,
  /** A column for what has no time. */
  noTime: 58,
} as const;

export const NORMAL: Face = { size: 11, bold: false };
export const STRONG: Face = { size: 11, bold: true };
export const SMALL: Face = { size: 10, bold: false };
export const TINY: Face = { size: 9, bold: false };

/** How close the rows of a sheet stand. */
export interface Density {
  readonly pitch: number;
  readonly bar: number;
  readonly face: Face;
  readonly rows: number;
}

export const ROOMY: Density = { pitch: 18, bar: 9, face: NORMAL, rows: 26 };
export const DENSE: Density = { pitch: 14, bar: 7, face: SMALL, rows: 24 };
