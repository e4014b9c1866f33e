// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from './support/cli.ts';
import { expectLines, quotedIn } from './support/quoted-page.ts';

const PAGE = join(PROJECT, 'docs/CUSTODY.md');
const CASE = join(PROJECT, 'fixtures/two-sites');

describe('docs/CUSTODY.md', () => {
  const all = quotedIn(readFileSync(PAGE, 'utf8'));

  it('walks through the case', () => {
    expect(all.length).toBeGreaterThanOrEqual(9);
  });

  it('says the exit code of each command', () => {
    expect(all.filter(({ saysExit }) => !saysExit)).toEqual([]);
  });

  for (const { line, command, output, exits } of all) {
    const words = command.split(' ').slice(1);
    it(`line ${line}: ${words.slice(0, 2).join(' ')} … exit ${exits}`, () => {
      const found = run(words, { cwd: CASE });
      expectLines(output, found.stdout, found.stderr);
      expect(exits, found.stderr).toContain(found.code);
    });
  }
});
