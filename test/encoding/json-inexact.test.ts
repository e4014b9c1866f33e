// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inexactNumbers } from '../../src/encoding/json-inexact.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';

const found = (text: string) => inexactNumbers(encodeUtf8(text));

describe('numbers that no double holds', () => {
  it.each([
    ['9007199254740993', '9007199254740993 is read as 9007199254740992 at line 1 column 2'],
    ['1.0000000000000000000001', '1.0000000000000000000001 is read as 1 at line 1 column 2'],
    ['-9007199254740993', '-9007199254740993 is read as -9007199254740992 at line 1 column 2'],
    ['333333333.33333329', '333333333.33333329 is read as 333333333.3333333 at line 1 column 2'],
    ['1e-400', '1e-400 is read as 0 at line 1 column 2'],
    [`0.${'1'.repeat(100)}`, `0.${'1'.repeat(38)}… is read as 0.1111111111111111 at line 1 column 2`],
  ])('%s', (number, detail) => expect(found(`[${number}]`)).toEqual({ count: 1, detail }));

  it.each([
    ...[
      '0',
      '-0',
      '0.1',
      '1e2',
      '1E+2',
      '4.50',
      '1e30',
      '100000000000000000000',
      '9007199254740992',
      '0e-400',
      '5e-324',
    ],
    ...['1000000000000000000000000', '0.000000000000000000000001', '1.7976931348623157e308', '1.00000000000000000000'],
    '"9007199254740993"',
    '"\\"9007199254740993"',
    '"\\\\",1',
  ])('not %s', (number) => expect(found(`[${number}]`)).toBeNull());

  it('are counted, and the first is named by its place', () => {
    expect(found('{"a":"é",\n "b":9007199254740993,"c":[1e-400,9007199254740995]}')).toEqual({
      count: 3,
      detail: '9007199254740993 is read as 9007199254740992 at line 2 column 6, and 2 more',
    });
  });

  it('are none among those that a double was written as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => found(JSON.stringify([x])) === null),
    );
  });
  it('are those integers that do not come back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (n) => {
        const back = BigInt(Number(n));
        // Where the double is another integer, its shortest text may still be the one that was written.
        if (back === n) return true;
        const shortest = String(Number(n));
        const same = !shortest.includes('e') && BigInt(shortest) === n;
        return shortest.includes('e') || (found(`[${n}]`) === null) === same;
      }),
    );
  });
});
