// SPDX-License-Identifier: Apache-2.0

/** What takes room from one pixel to another. */
export interface Stretching {
  readonly from: number;
  readonly to: number;
}

/** In which line each can stand so that none touches another; null: there is none left. First come, first served. */
export function pack(all: readonly Stretching[], lines: number, apart: number): (number | null)[] {
  const taken: Stretching[][] = [];
  return all.map((one) => {
    for (let line = 0; line < lines; line++) {
      const others = taken[line] ?? [];
      if (others.some(({ from, to }) => one.from < to + apart && from < one.to + apart)) continue;
      others.push(one);
      taken[line] = others;
      return line;
    }
    return null;
  });
}
