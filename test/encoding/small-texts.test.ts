// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../src/encoding/decimal.ts';
import { parseDuration } from '../../src/encoding/duration.ts';
import { escapeText } from '../../src/encoding/escape-text.ts';
import { decodeHex, encodeHex } from '../../src/encoding/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../../src/encoding/utf8.ts';
import { bytes, expectProblem, expectReason } from './support.ts';

describe('hex', () => {
  it('reads both cases and writes lowercase', () => {
    expect(decodeHex('00fFA9')).toEqual(bytes(0, 0xff, 0xa9));
    expect(encodeHex(bytes(0, 0xff, 0xa9))).toBe('00ffa9');
    expect(decodeHex('')).toEqual(bytes());
  });

  it.each([
    ['an odd number of digits', 'abc', 'whole number'],
    ['a letter beyond f', '0g', 'character 1'],
    ['a prefix', '0x00', 'character 1'],
    ['a blank', '00 0', 'character 2'],
    ['a letter whose low byte is a digit', '0\u0130', 'character 1'],
    ['a newline', '000\n', 'character 3'],
  ])('refuses %s', (_, text, words) => {
    expectProblem(() => decodeHex(text), 'hex-invalid', words);
  });

  it('round-trips', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (value) => {
        expect(decodeHex(encodeHex(value))).toEqual(value);
      }),
    );
  });
});

describe('utf-8', () => {
  it.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], 'byte order mark'],
    ['an overlong slash', [0x41, 0xc0, 0xaf], 'offset 1'],
    ['an overlong three-byte form', [0xe0, 0x80, 0xaf], 'offset 0'],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], 'offset 0'],
    ['more than U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 'offset 0'],
    ['a stray continuation', [0x41, 0x42, 0x80], 'offset 2'],
    ['a cut-off character', [0xe2, 0x82], 'offset 0'],
    ['0xff', [0xff], 'offset 0'],
    ['a fault behind a replacement character', [0xef, 0xbf, 0xbd, 0xff], 'offset 3'],
  ])('refuses %s', (_, octets, words) => {
    expectProblem(() => decodeUtf8(bytes(...octets)), 'utf8-invalid', words);
  });

  it('keeps a byte order mark that is not in front', () => {
    expect(decodeUtf8(bytes(0x41, 0xef, 0xbb, 0xbf))).toBe('A\ufeff');
  });

  it('refuses to encode a lone surrogate', () => {
    expectReason(() => encodeUtf8('a\ud800'), 'utf8-invalid');
    expectReason(() => encodeUtf8('\udc00a'), 'utf8-invalid');
  });

  it('round-trips text and bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });
});

describe('canonical decimals', () => {
  it.each([
    ['0', 0n],
    ['7', 7n],
    ['18446744073709551615', 18446744073709551615n],
    ['99999999999999999999', 99999999999999999999n],
  ])('reads %s', (text, value) => {
    expect(parseDecimal(text, 'size')).toBe(value);
  });

  it.each(['', '00', '01', '-1', '+1', '1.0', '1e3', '0x1', ' 1', '1 ', '1\n', '1_000', '١', '100000000000000000000'])(
    'refuses %j and names the field',
    (text) => {
      expectProblem(() => parseDecimal(text, 'the tree size'), 'decimal-invalid', 'the tree size');
    },
  );

  it('has one spelling per value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), (value) => {
        expect(parseDecimal(value.toString(), 'it')).toBe(value);
      }),
    );
  });
});

describe('durations', () => {
  it.each([
    ['0', 0n],
    ['300', 300n],
    ['300s', 300n],
    ['5m', 300n],
    ['36h', 129_600n],
    ['90d', 7_776_000n],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds * 1_000_000_000n);
  });

  it.each(['', 's', '-1s', '+1s', '1.5h', '1 h', '1H', '1w', '01s', '1h30m', '1ms', '1e3', '5m\n', '1000000000000'])(
    'refuses %j',
    (text) => {
      expectReason(() => parseDuration(text), 'time-invalid');
    },
  );
});

describe('escaped text', () => {
  it.each([
    ['plain ASCII', 'plain ASCII'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['back\\slash', 'back\\\\slash'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['caf\u00e9', 'caf\\u{e9}'],
    ['\u{1f600}', '\\u{1f600}'],
    ['\ud800', '\\u{d800}'],
    ['\0\x7f', '\\u{0}\\u{7f}'],
  ])('shows %j as %s', (text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });

  it('cuts at the bound, and never inside an escape', () => {
    expect(escapeText('x'.repeat(256))).toBe('x'.repeat(256));
    expect(escapeText('x'.repeat(257))).toBe(`${'x'.repeat(256)}…`);
    expect(escapeText('ab\u00e9', 4)).toBe('ab…');
  });

  it('leaves printable ASCII only, and tells any two texts apart', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '\\', 'n', 'u', '{', '}', '\n', '\u000a', '\u202e', '\u{1f600}'),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(escapeText(a, 10_000)).toMatch(/^[\x20-\x7e]*$/);
        expect(escapeText(a, 10_000) === escapeText(b, 10_000)).toBe(a === b);
      }),
    );
  });
});
