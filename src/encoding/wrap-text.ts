// SPDX-License-Identifier: Apache-2.0

/** Columns of a line of text for people. */
export const TEXT_WIDTH = 80;
/** How far to the left a long word may move to keep within the width: a digest with its name, below a long head. */
const LEFTMOST = 4;

/**
 * Words behind a head, and below it where they do not fit. No word is ever cut, so that it can be copied: one that is longer
 * than its room has a line of its own, and nothing else does that is longer than `width`.
 */
export function wrapText(head: string, text: string, width = TEXT_WIDTH): string[] {
  const lines: string[] = [];
  const indent = ' '.repeat(head.length);
  let line = head;
  let empty = true;
  const next = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = indent;
    empty = true;
  };
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) next();
    if (empty && line.length + word.length > width) {
      next();
      const left = width - word.length;
      lines.push(`${left < LEFTMOST ? indent : indent.slice(0, left)}${word}`);
      continue;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  if (!empty || lines.length === 0) lines.push(line);
  return lines;
}

/**
 * A command for a shell behind `head`, its lines broken between words by a backslash where they are too long, and nowhere inside
 * of quotes: it can be copied as it stands.
 */
export function wrapCommand(head: string, command: string, width = TEXT_WIDTH): string[] {
  const indent = ' '.repeat(head.length);
  const lines: string[] = [];
  let lead = head;
  for (const one of command.split('\n')) {
    const continued = one.endsWith(' \\');
    const written = continued ? one.slice(0, -2).trimEnd() : one;
    let line = lead;
    let empty = true;
    for (const word of shellWords(written)) {
      // Two columns are left for the backslash.
      if (!empty && line.length + 1 + word.length > width - 2 && lead.length + one.length > width) {
        lines.push(`${line} \\`);
        line = `${indent}  `;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(continued ? `${line} \\` : line);
    lead = indent;
  }
  return lines;
}

/** The parts between those blanks at which a shell would break too: not in quotes, but inside of `$( )`. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    const within = open.at(-1);
    if (within === "'") {
      if (character === "'") open.pop();
    } else if (character === '\\') i++;
    else if (character === '"') within === '"' ? open.pop() : open.push('"');
    else if (character === '(' && (within !== '"' || line[i - 1] === '$')) open.push('(');
    else if (character === ')' && within === '(') open.pop();
    else if (character === "'" && within !== '"') open.push("'");
    else if (character === ' ' && within !== '"') {
      words.push(line.slice(start, i));
      start = i + 1;
    }
  }
  return [...words, line.slice(start)];
}
