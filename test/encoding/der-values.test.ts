// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DerSequence,
  readBitString,
  readBoolean,
  readDer,
  readImplicitIa5,
  readImplicitOid,
  readInteger,
  readNamedBits,
  readNull,
  readOctetString,
  readOid,
  readSmallInteger,
  readString,
  readWholeBitString,
  TAG,
} from '../../src/encoding/der.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { tlv } from './der-writer.ts';
import { bytes, expectProblem, expectReason, hex, utf8 } from './support.ts';

const der = (text: string) => readDer(hex(text));

describe('integers', () => {
  it.each([
    ['02 01 00', 0n],
    ['02 01 7f', 127n],
    ['02 02 00 80', 128n],
    ['02 01 80', -128n],
    ['02 01 ff', -1n],
    ['02 02 ff 7f', -129n],
    ['02 09 00 ff ff ff ff ff ff ff ff', 18_446_744_073_709_551_615n],
  ])('reads %s', (text, value) => {
    expect(readInteger(der(text))).toBe(value);
  });

  it('round-trips any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 256n), max: 2n ** 256n }), (value) => {
        const octets = Array.from({ length: 34 }, (_, i) => Number((value >> BigInt(8 * (33 - i))) & 0xffn));
        const sign = value < 0n ? 0xff : 0;
        while (octets.length > 1 && octets[0] === sign && octets[1]! >> 7 === sign >> 7) octets.shift();
        expect(readInteger(readDer(tlv(0x02, bytes(...octets))))).toBe(value);
      }),
    );
  });

  it('bounds what becomes a number', () => {
    const huge = tlv(0x02, new Uint8Array(LIMITS.derIntegerBytes + 1).fill(1));
    expectReason(() => readInteger(readDer(huge)), 'limit-exceeded');
  });

  it('refuses other types', () => {
    expectReason(() => readInteger(der('0a 01 00')), 'der-invalid');
  });

  it('reads small ones and enumerations', () => {
    expect(readSmallInteger(der('02 01 02'), 'version')).toBe(2);
    expect(readSmallInteger(der('0a 01 05'), 'status')).toBe(5);
    expect(readSmallInteger(der('02 04 7f ff ff ff'), 'it')).toBe(2 ** 31 - 1);
  });

  it.each(['02 01 ff', '02 05 00 80 00 00 00', '02 05 01 00 00 00 00', '04 01 00'])(
    'as a small one refuses %s',
    (text) => {
      expectProblem(() => readSmallInteger(der(text), 'the version'), 'der-invalid', 'the version');
    },
  );
});

describe('object identifiers', () => {
  it.each([
    ['06 03 2a 03 04', '1.2.3.4'],
    ['06 06 2a 86 48 86 f7 0d', '1.2.840.113549'],
    ['06 03 55 1d 0f', '2.5.29.15'],
    ['06 01 00', '0.0'],
    ['06 01 27', '0.39'],
    ['06 01 28', '1.0'],
    ['06 01 4f', '1.39'],
    ['06 01 50', '2.0'],
    ['06 02 88 37', '2.999'],
    ['06 06 2a 90 80 80 80 03', '1.2.4294967299'],
    ['06 0b 2a 81 80 80 80 80 80 80 80 80 00', '1.2.9223372036854775808'],
    ['06 0a 81 80 80 80 80 80 80 80 80 00', '2.9223372036854775728'],
    ['06 08 2a ff ff ff ff ff ff 7f', '1.2.562949953421311'],
  ])('reads %s', (text, dotted) => {
    expect(readOid(der(text))).toBe(dotted);
  });

  it('keeps an arc beyond 2^32 apart from the arc that 32 bits would make of it', () => {
    expect(readOid(der('06 06 2a 90 80 80 80 03'))).not.toBe(readOid(der('06 02 2a 03')));
  });

  it('has one text per encoding', () => {
    const arc = fc.oneof(fc.bigInt({ min: 0n, max: 300n }), fc.bigInt({ min: 0n, max: 2n ** 80n }));
    const encode = (value: bigint): number[] => {
      const octets = [Number(value & 0x7fn)];
      for (let rest = value >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
      return octets;
    };
    fc.assert(
      fc.property(fc.nat(2), arc, fc.array(arc, { maxLength: 6 }), (root, second, more) => {
        fc.pre(root === 2 || second < 40n);
        const octets = [BigInt(root) * 40n + second, ...more].flatMap(encode);
        expect(readOid(readDer(tlv(0x06, bytes(...octets))))).toBe([root, second, ...more].join('.'));
      }),
    );
  });

  it('bounds what becomes text', () => {
    const long = (size: number) => readDer(tlv(0x06, new Uint8Array(size).fill(1)));
    expect(readOid(long(LIMITS.derOidBytes)).length).toBeGreaterThan(200);
    expectReason(() => readOid(long(LIMITS.derOidBytes + 1)), 'limit-exceeded');
  });

  it('judges the content under an implicit tag, which the pass over the bytes could not', () => {
    expect(readImplicitOid(der('88 03 2a 03 04'))).toBe('1.2.3.4');
    expectProblem(() => readImplicitOid(der('88 03 2a 80 04')), 'der-invalid', 'minimal');
    expectProblem(() => readImplicitOid(der('88 02 80 04')), 'der-invalid', 'minimal');
    expectProblem(() => readImplicitOid(der('88 02 2a 86')), 'der-invalid', 'cut-off');
    expectProblem(() => readImplicitOid(der('88 00')), 'der-invalid', 'cut-off');
  });

  it('refuses other types', () => {
    expectReason(() => readOid(der('04 01 2a')), 'der-invalid');
  });
});

describe('bit strings', () => {
  it('gives bytes and the count of unused bits', () => {
    expect(readBitString(der('03 02 07 80'))).toEqual({ unused: 7, bytes: bytes(0x80) });
    expect(readBitString(der('03 01 00'))).toEqual({ unused: 0, bytes: bytes() });
    expect(readWholeBitString(der('03 03 00 01 02'), 'a key')).toEqual(bytes(1, 2));
    expectProblem(() => readWholeBitString(der('03 02 07 80'), 'a signature'), 'der-invalid', 'a signature');
    expectReason(() => readBitString(der('04 01 00')), 'der-invalid');
  });

  it('numbers named bits from the left', () => {
    expect([...readNamedBits(der('03 02 07 80'))]).toEqual([0]);
    expect([...readNamedBits(der('03 02 01 06'))]).toEqual([5, 6]);
    expect([...readNamedBits(der('03 03 07 00 80'))]).toEqual([8]);
    expect([...readNamedBits(der('03 01 00'))]).toEqual([]);
  });

  it('refuses trailing zero bits among named ones', () => {
    expectProblem(() => readNamedBits(der('03 02 06 80')), 'der-invalid', 'trailing zero');
    expectProblem(() => readNamedBits(der('03 03 00 80 00')), 'der-invalid', 'trailing zero');
  });
});

describe('small values', () => {
  it('reads octet strings, booleans and null', () => {
    expect(readOctetString(der('04 02 01 02'))).toEqual(bytes(1, 2));
    expect(readBoolean(der('01 01 ff'))).toBe(true);
    expect(readBoolean(der('01 01 00'))).toBe(false);
    expect(() => readNull(der('05 00'))).not.toThrow();
  });

  it('refuses other types', () => {
    expectReason(() => readOctetString(der('80 01 00')), 'der-invalid');
    expectReason(() => readBoolean(der('80 01 ff')), 'der-invalid');
    expectReason(() => readNull(der('04 00')), 'der-invalid');
  });
});

describe('character strings', () => {
  const string = (tag: number, text: string) => readDer(tlv(tag, utf8(text)));

  it.each([
    ['UTF8String', TAG.utf8String, 'Grüße'],
    ['PrintableString', TAG.printableString, "O'Neil (CA) +1, a-b/c:d=e?."],
    ['NumericString', TAG.numericString, '12 34'],
    ['IA5String', TAG.ia5String, 'a@b.example\n'],
    ['VisibleString', TAG.visibleString, '~{}'],
    ['TeletexString', TAG.teletexString, 'plain'],
  ])('reads %s', (_, tag, text) => {
    expect(readString(string(tag, text))).toBe(text);
  });

  it('reads BMPString', () => {
    expect(readString(der('1e 04 00 41 20 ac'))).toBe('A€');
  });

  it.each([
    ['an asterisk in PrintableString', string(TAG.printableString, '*.example')],
    ['an at sign in PrintableString', string(TAG.printableString, 'a@b')],
    ['a letter in NumericString', string(TAG.numericString, '12a')],
    ['a character beyond ASCII in IA5String', string(TAG.ia5String, 'ü')],
    ['a control character in VisibleString', string(TAG.visibleString, 'a\n')],
    ['a byte beyond ASCII in TeletexString', der('14 01 e9')],
    ['NUL in IA5String', string(TAG.ia5String, 'good.example\0.bad.example')],
    ['NUL in UTF8String', string(TAG.utf8String, 'a\0b')],
    ['NUL in BMPString', der('1e 02 00 00')],
    ['a surrogate in BMPString', der('1e 04 d8 3d de 00')],
    ['UniversalString', der('1c 04 00 00 00 41')],
    ['an octet string', der('04 01 41')],
    ['a context tag', der('82 01 41')],
  ])('refuses %s', (_, node) => {
    expectReason(() => readString(node), 'der-invalid');
  });

  it('refuses half a character in BMPString for what it is', () => {
    expectProblem(() => readString(der('1e 03 00 41 20')), 'der-invalid', 'half a character');
  });

  it('refuses bad UTF-8', () => {
    expectReason(() => readString(der('0c 02 c0 af')), 'utf8-invalid');
  });

  it('reads IA5String under an implicit tag as strictly', () => {
    expect(readImplicitIa5(der('82 03 61 2e 62'))).toBe('a.b');
    expectReason(() => readImplicitIa5(der('82 03 61 00 62')), 'der-invalid');
    expectReason(() => readImplicitIa5(der('82 02 c3 bc')), 'der-invalid');
  });
});

describe('the cursor over members', () => {
  const members = () => new DerSequence(der('30 07 02 01 05 a0 02 05 00'), 'the body');

  it('takes members in order', () => {
    const sequence = members();
    expect(readInteger(sequence.next('number'))).toBe(5n);
    expect(sequence.optional(TAG.octetString)).toBeNull();
    expect(sequence.done).toBe(false);
    expect(sequence.optional(0xa0)?.tag).toBe(0xa0);
    expect(sequence.optional(0xa0)).toBeNull();
    expect(sequence.done).toBe(true);
    expect(() => sequence.end()).not.toThrow();
  });

  it('says what is missing, of another type, or left over', () => {
    const sequence = members();
    expectProblem(() => sequence.end(), 'der-invalid', 'left over in the body');
    expectProblem(() => sequence.expect(TAG.oid, 'type'), 'der-invalid', 'type of the body');
    expect(sequence.expect(0xa0, 'rest').tag).toBe(0xa0);
    expectProblem(() => sequence.next('name'), 'der-invalid', 'the body has name');
  });

  it.each(['31 00', '04 00', '80 00', '61 00'])('does not open %s as a sequence', (text) => {
    expectProblem(() => new DerSequence(der(text), 'the body'), 'der-invalid', 'the body');
  });

  it('opens a constructed context value', () => {
    expect(readNull(new DerSequence(der('a0 02 05 00'), 'it', 0xa0).next('null'))).toBeUndefined();
  });

  it.each([
    ['a0 02 05 00', 0x30],
    ['b0 02 05 00', 0x30],
    ['30 02 05 00', 0xa0],
    ['a1 02 05 00', 0xa0],
    ['80 02 05 00', 0x80],
  ])('does not open %s under another tag', (text, tag) => {
    expectProblem(() => new DerSequence(der(text), 'it', tag), 'der-invalid', 'where it has');
  });
});
