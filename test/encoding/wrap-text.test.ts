// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapCommand, wrapText } from '../../src/encoding/wrap-text.ts';

describe('wrapped text', () => {
  it('keeps the head, and indents below it', () => {
    expect(wrapText('  next: ', 'one two three', 16)).toEqual(['  next: one two', '        three']);
    expect(wrapText('  ', '', 16)).toEqual(['  ']);
  });
  it('gives a long word a line of its own, whole', () => {
    expect(wrapText('  name  ', 'a-long-long-word is it', 16)).toEqual([
      '  name',
      '        a-long-long-word',
      '        is it',
    ]);
    expect(wrapText('        ', 'twelve-wide.', 16)).toEqual(['    twelve-wide.']);
    expect(wrapText('  - so ', 'it is', 12)).toEqual(['  - so it is']);
  });
  it('loses no word, and is too wide only where a word is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrapText('  head  ', list.join(' '), 24);
        expect(lines.join(' ').trim().split(/\s+/)).toEqual(['head', ...list]);
        for (const line of lines) if (line.length > 24) expect(line.trim()).not.toContain(' ');
      }),
    );
  });
});

describe('a wrapped command', () => {
  it.each([
    `printf '%s|' one 'two  words' "three $(printf '%s ' a b) c" ; (printf '%s' four; printf '%s' 'five six')`,
    `printf '%s|' "a 'quoted' word" 'a "quoted" word' a\\ b |\ncat`,
    `printf '%s|' long-word-of-the-first-line \\\n--next-word-of-it and more of it`,
  ])('says the same to a shell: %s', (command) => {
    const run = (text: string) => spawnSync('sh', ['-c', text], { encoding: 'utf8', timeout: 20_000 });
    const lines = wrapCommand('  $ ', command, 20);
    expect(lines.length).toBeGreaterThan(command.split('\n').length);
    const again = run(lines.join('\n').slice(4));
    expect([again.stdout, again.stderr]).toEqual([run(command).stdout, '']);
  });
  it('leaves alone what fits', () => {
    expect(wrapCommand('  $ ', 'sha256sum a b |\ncat')).toEqual(['  $ sha256sum a b |', '    cat']);
  });
});
