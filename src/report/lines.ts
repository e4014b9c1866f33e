// SPDX-License-Identifier: Apache-2.0

/** Lines of text reports end before this column, where their words allow it. */
export const WIDTH = 80;

/** Words wrapped behind a head; a single long word is never cut. */
export function wrapped(head: string, text: string): string[] {
  const lines: string[] = [];
  let line = head;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(head.length);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines;
}

/** Rows under their heading, each column as wide as its widest value; the last one is left as it is. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = heading.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  return [heading, ...rows].map((row) =>
    `${indent}${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  ')}`.trimEnd(),
  );
}
