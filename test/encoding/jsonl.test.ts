// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitJsonl } from '../../src/encoding/jsonl.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { expectProblem, utf8 } from './support.ts';

const split = (text: string) => splitJsonl(utf8(text)).map((line) => new TextDecoder().decode(line));

describe('json lines', () => {
  it('takes a final newline or none, and nothing as no line', () => {
    expect(split('{}\n[1]\n')).toEqual(['{}', '[1]']);
    expect(split('{}\n[1]')).toEqual(['{}', '[1]']);
    expect(split('')).toEqual([]);
  });

  it('gives parts of the same memory', () => {
    const whole = utf8('{}\n[]\n');
    expect(splitJsonl(whole)[1]!.buffer).toBe(whole.buffer);
  });

  it.each([
    ['CR LF', '{}\r\n[]\r\n', 'line 1 ends in CR'],
    ['CR LF in the last line', '{}\n[]\r\n', 'line 2 ends in CR'],
    ['CR at the end of the file', '{}\n[]\r', 'line 2 ends in CR'],
    ['an empty line', '{}\n\n[]\n', 'line 2 is blank'],
    ['an empty first line', '\n{}\n', 'line 1 is blank'],
    ['two final newlines', '{}\n\n', 'line 2 is blank'],
    ['a line of white space', '{}\n \t \n[]', 'line 2 is blank'],
    ['a newline alone', '\n', 'line 1 is blank'],
  ])('refuses %s', (_, text, words) => {
    expectProblem(() => split(text), 'jsonl-line', words);
  });

  it('bounds a line and their number', () => {
    const long = new Uint8Array(LIMITS.documentBytes + 1).fill(0x20);
    expectProblem(() => splitJsonl(long), 'limit-exceeded', 'line 1');
    expect(splitJsonl(new Uint8Array(LIMITS.documentBytes).fill(0x61))).toHaveLength(1);
    expectProblem(() => splitJsonl(utf8('1\n'.repeat(LIMITS.jsonlLines + 1))), 'limit-exceeded', 'lines');
  });

  it('gives back the lines that were joined', () => {
    const line = fc.string({ unit: fc.constantFrom('{', '}', '"', 'a', ' '), minLength: 1 }).map((s) => `1${s}`);
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, final) => {
        fc.pre(lines.length > 0);
        expect(split(lines.join('\n') + (final ? '\n' : ''))).toEqual(lines);
      }),
    );
  });
});
