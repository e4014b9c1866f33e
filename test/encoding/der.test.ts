// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  checkSetOrder,
  childrenOf,
  contentOf,
  expectTag,
  isContext,
  readDer,
  TAG,
} from '../../src/encoding/der.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';
import { rewrite, tlv } from './der-writer.ts';
import { bytes, expectProblem, expectReason, hex } from './support.ts';

function nested(depth: number): Bytes {
  let value = bytes(0x30, 0);
  for (let i = 1; i < depth; i++) value = tlv(0x30, value);
  return value;
}

describe('der: what is refused, each for one cause', () => {
  it.each([
    ['nothing', '', 'nothing is there'],
    ['a tag alone', '30', 'cut off'],
    ['a length that is cut off', '30 82 01', 'cut off'],
    ['a value that is cut off', '04 02 00', 'longer than what holds it'],
    ['a member longer than its sequence', '30 03 04 02 00', 'longer than what holds it'],
    ['a header cut off by its sequence', '30 01 04', 'cut off'],
    ['bytes behind the value', '05 00 00', 'bytes follow'],
    ['a second value', '30 00 30 00', 'bytes follow'],
    ['an indefinite length', '30 80 05 00 00 00', 'indefinite'],
    ['an indefinite length inside', '30 06 30 80 05 00 00 00', 'indefinite'],
    ['a length of 127 in the long form', `04 81 7f ${'00'.repeat(127)}`, 'not minimal'],
    ['a length of 128 in two octets', `04 82 00 80 ${'00'.repeat(128)}`, 'not minimal'],
    ['a length of zero in the long form', '04 81 00', 'not minimal'],
    ['a length of seven octets', '04 87 01 00 00 00 00 00 00', 'more than six'],
    ['the reserved length octet', '04 ff', 'more than six'],
    ['a length of 2^48 - 1', '04 86 ff ff ff ff ff ff', 'longer than what holds it'],
    ['a tag number in the long form', '1f 81 01 00', 'long form'],
    ['a context tag in the long form', 'bf 1f 00', 'long form'],
    ['an end-of-contents mark', '00 00', 'end-of-contents'],
    ['an end-of-contents mark inside', '30 02 00 00', 'end-of-contents'],
    ['a constructed OCTET STRING', '24 04 04 02 00 00', 'constructed'],
    ['a constructed UTF8String', '2c 03 0c 01 41', 'constructed'],
    ['a constructed BIT STRING', '23 04 03 02 00 00', 'constructed'],
    ['a primitive SEQUENCE', '10 00', 'primitive'],
    ['a primitive SET', '11 00', 'primitive'],
    ['the reserved universal type 15', '0f 00', 'no known type'],
    ['TRUE as 0x01', '01 01 01', 'neither 0x00 nor 0xff'],
    ['an empty BOOLEAN', '01 00', 'neither 0x00 nor 0xff'],
    ['a BOOLEAN of two octets', '01 02 ff ff', 'neither 0x00 nor 0xff'],
    ['an empty INTEGER', '02 00', 'empty'],
    ['an INTEGER with a leading zero', '02 02 00 7f', 'not minimal'],
    ['a negative INTEGER with a leading 0xff', '02 02 ff 80', 'not minimal'],
    ['an ENUMERATED with a leading zero', '0a 02 00 01', 'not minimal'],
    ['a NULL with content', '05 01 00', 'null'],
    ['an empty BIT STRING', '03 00', 'unused bits'],
    ['eight unused bits', '03 02 08 00', 'unused bits'],
    ['unused bits of nothing', '03 01 01', 'unused bits'],
    ['unused bits that are not zero', '03 02 01 01', 'not zero'],
    ['an empty OBJECT IDENTIFIER', '06 00', 'empty'],
    ['an OBJECT IDENTIFIER that begins with 0x80', '06 02 80 01', 'not minimal'],
    ['an arc that begins with 0x80', '06 03 2a 80 01', 'not minimal'],
    ['an arc that is cut off', '06 02 2a 86', 'cut off'],
  ])('%s', (_, text, words) => {
    expectProblem(() => readDer(hex(text)), 'der-invalid', words);
  });

  it('names the offset of the value at fault', () => {
    expectProblem(() => readDer(hex('30 05 05 00 01 01 01')), 'der-invalid', 'offset 4');
  });
});

describe('der: what is read', () => {
  it.each([
    ['SEQUENCE', '30 00'],
    ['SET', '31 00'],
    ['INTEGER 0', '02 01 00'],
    ['INTEGER 128', '02 02 00 80'],
    ['INTEGER -128', '02 01 80'],
    ['INTEGER -129', '02 02 ff 7f'],
    ['an empty BIT STRING with its count', '03 01 00'],
    ['TRUE', '01 01 ff'],
    ['FALSE', '01 01 00'],
    ['a context tag, primitive and empty', '80 00'],
    ['a context tag, constructed', 'a0 02 05 00'],
    ['an application tag', '60 02 05 00'],
    ['a length of 128', `04 81 80 ${'00'.repeat(128)}`],
    ['a length of 256', `04 82 01 00 ${'00'.repeat(256)}`],
  ])('%s', (_, text) => {
    expect(bytesOf(readDer(hex(text)))).toEqual(hex(text));
  });

  it('gives members as parts of the same memory', () => {
    const source = hex('30 06 02 01 05 04 01 aa');
    const root = readDer(source);
    const [first, second, ...more] = childrenOf(root);
    expect(more).toEqual([]);
    expect([first!.tag, second!.tag]).toEqual([TAG.integer, TAG.octetString]);
    expect(contentOf(second!)).toEqual(bytes(0xaa));
    expect(contentOf(second!).buffer).toBe(source.buffer);
    expect(bytesOf(first!)).toEqual(hex('02 01 05'));
  });

  it('reads a value that is a part of larger memory', () => {
    const source = hex('ff ff 30 03 02 01 05 ff').subarray(2, 7);
    expect(bytesOf(childrenOf(readDer(source))[0]!)).toEqual(hex('02 01 05'));
  });

  it('does not look for members in a primitive value', () => {
    expectReason(() => childrenOf(readDer(hex('04 02 05 00'))), 'der-invalid');
  });

  it('tells tags apart', () => {
    const node = readDer(hex('a1 02 05 00'));
    expect(isContext(node, 1)).toBe(true);
    expect(isContext(node, 0)).toBe(false);
    expect(isContext(readDer(hex('81 00')), 1)).toBe(true);
    expect(isContext(readDer(hex('02 01 01')), 1)).toBe(false);
    expect(isContext(readDer(hex('61 00')), 1)).toBe(false);
    expectProblem(() => expectTag(node, TAG.sequence, 'the body'), 'der-invalid', 'the body');
  });
});

describe('der: depth', () => {
  it(`reads ${LIMITS.derDepth} levels and refuses one more`, () => {
    expect(readDer(nested(LIMITS.derDepth)).tag).toBe(TAG.sequence);
    expectReason(() => readDer(nested(LIMITS.derDepth + 1)), 'limit-exceeded');
  });

  it('refuses 10,000 levels as calmly', () => {
    expectReason(() => readDer(nested(10_000)), 'limit-exceeded');
  });

  it('takes a smaller bound, and no larger one', () => {
    expectReason(() => readDer(nested(3), 2), 'limit-exceeded');
    expectReason(() => readDer(nested(LIMITS.derDepth + 1), 1000), 'limit-exceeded');
  });

  it('counts levels, not values', () => {
    const wide = tlv(0x30, ...Array.from({ length: 1000 }, () => hex('30 02 30 00')));
    expect(childrenOf(readDer(wide)).length).toBe(1000);
  });

  it('is unharmed by a refusal before', () => {
    expectReason(() => readDer(hex('30 06 30 04 30 02 01 00')), 'der-invalid');
    expect(childrenOf(readDer(hex('30 02 05 00'))).length).toBe(1);
  });
});

describe('der: the order of SET OF', () => {
  it.each([
    '31 00',
    '31 03 02 01 05',
    '31 06 02 01 01 02 01 02',
    '31 06 02 01 01 02 01 01',
    '31 07 02 01 05 02 02 01 00',
  ])('accepts %s', (text) => {
    expect(() => checkSetOrder(readDer(hex(text)))).not.toThrow();
  });

  it.each(['31 06 02 01 02 02 01 01', '31 07 02 02 01 00 02 01 05', '31 06 04 01 00 02 01 00'])(
    'refuses %s',
    (text) => {
      expectProblem(() => checkSetOrder(readDer(hex(text))), 'der-invalid', 'order');
    },
  );
});

const primitive = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((content) => tlv(0x04, content)),
  fc.integer({ min: 0, max: 127 }).map((value) => tlv(0x02, bytes(value))),
  fc.boolean().map((value) => tlv(0x01, bytes(value ? 0xff : 0))),
  fc.constant(bytes(0x05, 0)),
  fc.constant(hex('06 03 2a 86 48')),
  fc.uint8Array({ maxLength: 5 }).map((content) => tlv(0x82, content)),
);
const { tree } = fc.letrec<{ tree: Bytes }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    primitive,
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0x61), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([tag, members]) => tlv(tag, ...members)),
  ),
}));

describe('der: one encoding per value', () => {
  it('reads whatever is written, and writes it again the same', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(rewrite(readDer(value))).toEqual(value);
      }),
    );
  });

  it('accepts a mutation only where it is itself the one encoding', () => {
    let accepted = 0;
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(255), fc.constantFrom('set', 'insert', 'drop'), (value, where, octet, how) => {
        const offset = where % value.length;
        const kept = how === 'insert' ? offset : offset + 1;
        const middle = how === 'drop' ? [] : [octet];
        const mutated = Uint8Array.from([...value.subarray(0, offset), ...middle, ...value.subarray(kept)]);
        const result = attempt(() => readDer(mutated));
        if (!result.ok) return;
        accepted++;
        expect(rewrite(result.value)).toEqual(mutated);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('answers random bytes with a problem or a value, never otherwise', () => {
    const skewed = fc.constantFrom(0x30, 0x31, 0x02, 0x03, 0x06, 0x80, 0x81, 0x82, 0xa0, 0, 1, 2, 3, 4, 0xff);
    fc.assert(
      fc.property(fc.array(skewed, { maxLength: 24 }), (octets) => {
        const result = attempt(() => readDer(bytes(...octets)));
        if (result.ok) expect(rewrite(result.value)).toEqual(bytes(...octets));
      }),
      { numRuns: 5000 },
    );
  });
});
