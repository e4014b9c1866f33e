// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, meaningOf, membersOf, rawMembers } from '../../src/encoding/json-raw.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Malformed } from '../../src/model/malformed.ts';

const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 2 });
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 30 });
/** Numbers as they may be written, far beyond what doubles hold. */
const lexeme = fc
  .tuple(fc.boolean(), digits, fc.option(digits), fc.option(fc.integer({ min: -20, max: 20 })))
  .map(([minus, whole, fraction, exponent]) => {
    const integer = whole.replace(/^0+(?=.)/, '');
    return `${minus ? '-' : ''}${integer}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `E${exponent}`}`;
  });
const name = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && text !== '__proto__');
const value = fc.oneof(
  lexeme,
  fc.jsonValue({ maxDepth: 3 }).map((one) => JSON.stringify(one)),
  fc.constantFrom('"\\u0041\\""', '"}"', '"]\\\\"', '[[],{}]', '{"a":{"b":"}"}}', 'true', 'null'),
);

describe('members as they are written', () => {
  it('keep every lexeme, wherever white space stands', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 6 }),
        fc.array(value, { minLength: 6, maxLength: 6 }),
        space,
        (names, values, blank) => {
          const pairs = names.map((one, i) => [one, values[i]!] as const);
          const text = `${blank}{${blank}${pairs.map(([one, raw]) => `${JSON.stringify(one)}${blank}:${blank}${raw}`).join(`${blank},${blank}`)}${blank}}${blank}`;
          if (/__proto__|\\ud[89a-f]/i.test(text) || !text.isWellFormed()) return;
          const members = rawMembers(encodeUtf8(text));
          expect([...members].map(([one, { raw }]) => [one, raw])).toEqual(pairs);
          for (const [one, member] of members)
            if (member.kind !== 'number')
              expect(meaningOf(member)).toEqual((JSON.parse(text) as Record<string, unknown>)[one]);
        },
      ),
    );
  });

  it('keep the elements of an array, and the members of an object', () => {
    const members = rawMembers(
      encodeUtf8('{"a": [1, "x,]", [2,3] ,{"b":4}, -0.50e+1], "o": { "n" : 90071992547409931 }}'),
    );
    expect(elementsOf(members.get('a')!).map(({ raw }) => raw)).toEqual(['1', '"x,]"', '[2,3]', '{"b":4}', '-0.50e+1']);
    expect(elementsOf({ kind: 'array', raw: '[ ]' })).toEqual([]);
    expect(membersOf(members.get('o')!).get('n')!.raw).toBe('90071992547409931');
  });

  it.each([
    ['[1]', 'json-shape'],
    ['7', 'json-shape'],
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['{"__proto__":1}', 'json-proto-key'],
    ['{"a":"\\ud800"}', 'json-surrogate'],
    ['{"a":1', 'json-invalid'],
    ['{"a":01}', 'json-invalid'],
    ['{"a":NaN}', 'json-invalid'],
    ['\ufeff{}', 'utf8-invalid'],
    ['{} {}', 'json-invalid'],
  ])('are refused: %s', (text, reason) => {
    try {
      rawMembers(encodeUtf8(text));
    } catch (error) {
      expect((error as Malformed).reason).toBe(reason);
      return;
    }
    throw new Error('it was taken');
  });
});
