// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from './support/cli.ts';

const PAGE = join(PROJECT, 'docs/CUSTODY.md');
const CASE = join(PROJECT, 'fixtures/two-sites');

interface Quoted {
  readonly line: number;
  readonly words: readonly string[];
  readonly output: readonly string[];
  readonly exit: number;
}

/** Blocks of `console`: a command after `$`, some lines of what it prints, in their order, and `exit N`. */
function quotedIn(text: string): Quoted[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i): Quoted[] => {
    if (!line.startsWith('$ forensic-verify ')) return [];
    const end = lines.indexOf('```', i);
    const output = lines.slice(i + 1, end);
    const exit = /^exit (\d+)$/.exec(output.pop() ?? '');
    if (exit === null) throw new Error(`line ${i + 1}: no exit code`);
    return [{ line: i + 1, words: line.split(' ').slice(2), output, exit: Number(exit[1]) }];
  });
}

describe('docs/CUSTODY.md', () => {
  const all = quotedIn(readFileSync(PAGE, 'utf8'));

  it('walks through the case', () => {
    expect(all.length).toBeGreaterThanOrEqual(9);
  });

  for (const { line, words, output, exit } of all) {
    it(`line ${line}: ${words.slice(0, 2).join(' ')} … exit ${exit}`, () => {
      const found = run([...words], { cwd: CASE });
      const printed = found.stdout.split('\n');
      let next = 0;
      for (const one of output) {
        const at = printed.indexOf(one, next);
        expect(at, `"${one}" in\n${found.stdout.slice(0, 6000)}\n${found.stderr}`).toBeGreaterThanOrEqual(next);
        next = at + 1;
      }
      expect(found.code, found.stderr).toBe(exit);
    });
  }
});
