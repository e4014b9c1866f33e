// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';

/** A command of a page, as somebody who reads it types it. */
export interface Quoted {
  readonly line: number;
  readonly command: string;
  /** Lines of what it prints, in their order; others may stand between. `…` in one is whatever stands there. */
  readonly output: readonly string[];
  /** 0 where the page says nothing; two where it depends on the day. */
  readonly exits: readonly number[];
  readonly saysExit: boolean;
}

/** Blocks of `console`: commands after `$`, each with lines of its output and, if it is not 0, `exit N` as its last. */
export function quotedIn(text: string): Quoted[] {
  const found: { line: number; command: string; output: string[] }[] = [];
  let inside = false;
  // A block may stand in a list, and is then indented.
  let indent = '';
  for (const [i, raw] of text.split('\n').entries()) {
    const fence = /^( {0,3})```(.*)$/.exec(raw);
    const line = raw.startsWith(indent) ? raw.slice(indent.length) : raw;
    if (fence !== null) {
      inside = fence[2] === 'console';
      indent = inside ? fence[1]! : '';
    } else if (inside && line.startsWith('$ ')) found.push({ line: i + 1, command: withoutRemark(line), output: [] });
    else if (inside) {
      const last = found.at(-1);
      if (last === undefined) throw new Error(`line ${i + 1}: output of no command`);
      last.output.push(line);
    }
  }
  return found.map(({ line, command, output }) => {
    const exit = /^exit (\d+)(?: or (\d+))?$/.exec(output.at(-1) ?? '');
    if (exit === null) return { line, command, output, exits: [0], saysExit: false };
    const exits = exit.slice(1).flatMap((code) => (code === undefined ? [] : [Number(code)]));
    return { line, command, output: output.slice(0, -1), exits, saysExit: true };
  });
}

/** What stands in blocks of another kind, line by line: it is to be read, or is tried elsewhere. */
export function otherLines(text: string): string[] {
  let block: string | null = null;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (/^ {0,3}```/.test(line)) block = block === null ? line.trim() : null;
    else if (block !== null && block !== '```console') lines.push(line.trim());
  }
  return lines;
}

function withoutRemark(line: string): string {
  return line.slice(2).replace(/ {2,}#.*$/, '');
}

/** The lines stand in what was printed, in their order. */
export function expectLines(output: readonly string[], printed: string, also: string): void {
  const lines = printed.split('\n');
  let next = 0;
  for (const one of output) {
    const parts = one.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    const at = lines.findIndex((line, i) => i >= next && pattern.test(line));
    expect(at, `"${one}" in\n${printed.slice(0, 6000)}\n${also}`).toBeGreaterThanOrEqual(next);
    next = at + 1;
  }
}
