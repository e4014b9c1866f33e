// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { globPattern } from '../../src/encoding/glob.ts';
import { Malformed } from '../../src/model/malformed.ts';

describe('patterns of paths', () => {
  it.each([
    ['*.txt', 'a.txt', true],
    ['*.txt', 'deep/below/a.txt', true],
    ['*.txt', 'a.txt.exe', false],
    ['docs/*', 'docs/a', true],
    ['docs/*', 'docs/a/b', false],
    ['docs/**', 'docs/a/b', true],
    ['docs/**', 'other/docs/a', false],
    ['**/a', 'x/y/a', true],
    ['**/a', 'a', true],
    ['**/*.txt', 'e.txt', true],
    ['./docs/**', 'docs/a', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['?', '', false],
    ['*', '.hidden', true],
    ['**', 'any/thing', true],
    ['a', 'A', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(globPattern(glob)(path)).toBe(expected);
  });

  it.each(['', '[!a]', '[^a]', '{a,b}', '!a', 'a\\*', 'x'.repeat(1025)])('refuses %s', (glob) => {
    expect(() => globPattern(glob)).toThrow(Malformed);
  });

  it('takes no longer for a hostile pattern', () => {
    const matches = globPattern(`${'*a'.repeat(500)}b`);
    const start = process.cpuUsage().user;
    expect(matches('a'.repeat(4000))).toBe(false);
    expect(process.cpuUsage().user - start).toBeLessThan(5_000_000);
  });
});
