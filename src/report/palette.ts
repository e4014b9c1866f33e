// SPDX-License-Identifier: Apache-2.0

/** Colour, only where standard output is a terminal. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPalette: Palette = { strong: same, good: same, warn: same, bad: same };

const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
export const terminalPalette: Palette = { strong: sgr(1), good: sgr(32), warn: sgr(33), bad: sgr(31) };
