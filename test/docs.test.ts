// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../scripts/lib/sources.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { REASONS } from '../src/model/reasons.ts';
import { PROJECT, run } from './support/cli.ts';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const documents = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', /\.md$/)];

describe('documents', () => {
  it.each(documents)('%s links to what exists', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map((match) => match[1]!);
    for (const link of links) expect(existsSync(join(PROJECT, dirname(path), link)), link).toBe(true);
  });
  it.each(documents)('%s names scripts that package.json has', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
  it('the README opens with what it proves and two commands', () => {
    const head = read('README.md').split('\n').slice(0, 12).join('\n');
    expect(head).toMatch(/^# forensic-verify\n\nProves/);
    expect(head).toContain('npm ci && npm run demo');
    expect(head).toContain('npm ci && npm test');
  });
  it('the README names every command, and no other', () => {
    const text = read('README.md');
    const block = text.slice(text.indexOf('## Using it'), text.indexOf('## Exit codes'));
    for (const id of Object.keys(COMMANDS)) {
      const [first, second] = id.split(':');
      expect(block, id).toMatch(
        second === undefined
          ? new RegExp(`forensic-verify ${first}\\b`)
          : new RegExp(`forensic-verify ${first} [^\\n]*\\b${second}\\b`),
      );
    }
    for (const [, word] of block.matchAll(/forensic-verify ([a-z-]+)/g)) {
      expect(
        Object.keys(COMMANDS).some((id) => id === word || id.startsWith(`${word}:`)),
        word,
      ).toBe(true);
    }
  });
});

describe('explain', () => {
  it('knows every reason', () => {
    for (const reason of Object.keys(REASONS).slice(0, 3)) {
      const result = run(['explain', reason]);
      expect([result.code, result.stdout.startsWith(reason)]).toEqual([0, true]);
    }
  });
  it('every reason has a sentence, a remedy and a clause, of the house style', () => {
    for (const [code, { says, next, clause }] of Object.entries(REASONS)) {
      expect(code).toMatch(/^[a-z0-9-]+$/);
      for (const text of [says, next]) expect(text, code).toMatch(/^[^A-Z].*[^.]$|^(RFC|CRL)/);
      expect(clause.length, code).toBeGreaterThan(0);
    }
  });
});
