// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeBase64,
  decodeBase64Standard,
  decodeBase64UrlUnpadded,
  encodeBase64,
  encodeBase64Url,
} from '../../src/encoding/base64.ts';
import { attempt } from '../../src/model/malformed.ts';
import { bytes, expectProblem, expectReason } from './support.ts';

describe('strict base64', () => {
  it.each([
    ['', []],
    ['Zg==', [0x66]],
    ['Zg', [0x66]],
    ['Zm8=', [0x66, 0x6f]],
    ['Zm9v', [0x66, 0x6f, 0x6f]],
    ['+/+/', [0xfb, 0xff, 0xbf]],
    ['-_-_', [0xfb, 0xff, 0xbf]],
    ['-_8=', [0xfb, 0xff]],
    ['+/8', [0xfb, 0xff]],
  ])('reads %j', (text, expected) => {
    expect(decodeBase64(text)).toEqual(bytes(...expected));
  });

  it.each([
    ['mixed alphabets', '+/-_', 'mixed'],
    ['non-zero trailing bits after one byte', 'Zh==', 'not zero'],
    ['non-zero trailing bits after two bytes', 'Zm9=', 'not zero'],
    ['non-zero trailing bits without padding', 'Zm9', 'not zero'],
    ['a single digit', 'Z', 'no whole number'],
    ['five digits', 'Zm9vY', 'no whole number'],
    ['too little padding', 'Zg=', 'padding'],
    ['too much padding', 'Zg===', 'padding'],
    ['padding where none belongs', 'Zm9v=', 'padding'],
    ['a group of padding', 'Zm9v====', 'padding'],
    ['padding alone', '==', 'padding'],
    ['padding in the middle', 'Zg==Zg==', 'padding'],
    ['data after padding', 'Zg==A', 'padding'],
    ['a blank', 'Zm9v Zm9v', 'alphabet'],
    ['a newline at the end', 'Zm9v\n', 'alphabet'],
    ['a newline inside', 'Zm9v\nZm9v', 'alphabet'],
    ['a tab', 'Zm9v\t', 'alphabet'],
    ['NUL', 'Zm9v\0', 'alphabet'],
    ['an exclamation mark', 'Zm9!', 'alphabet'],
    ['a full-width letter', 'Zm9\uff36', 'alphabet'],
    ['a letter whose low byte is a digit of base64', 'Zm9\u0176', 'alphabet'],
    ['a lone surrogate', 'Zm9\ud800', 'alphabet'],
  ])('refuses %s', (_, text, words) => {
    expectProblem(() => decodeBase64(text), 'base64-invalid', words);
  });

  it('gives plain octets, never a Buffer', () => {
    expect(Object.getPrototypeOf(decodeBase64('Zm9v'))).toBe(Uint8Array.prototype);
  });

  it('encodes parts of larger memory', () => {
    const whole = bytes(1, 2, 0xfb, 0xff, 3);
    expect(encodeBase64(whole.subarray(2, 4))).toBe('+/8=');
    expect(encodeBase64Url(whole.subarray(2, 4))).toBe('-_8');
  });

  it('round-trips in every spelling that it allows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (value) => {
        const standard = encodeBase64(value);
        const url = encodeBase64Url(value);
        expect(decodeBase64(standard)).toEqual(value);
        expect(decodeBase64(standard.replaceAll('=', ''))).toEqual(value);
        expect(decodeBase64(url)).toEqual(value);
        expect(decodeBase64(url.padEnd(standard.length, '='))).toEqual(value);
        expect(decodeBase64Standard(standard)).toEqual(value);
        expect(decodeBase64UrlUnpadded(url)).toEqual(value);
      }),
    );
  });

  it('accepts no other spelling: what parses is one of the four of its value', () => {
    const digit = fc.constantFrom(...'ABCZabcz0189+/-_=== \n!');
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 12 }), (text) => {
        const result = attempt(() => decodeBase64(text));
        if (!result.ok) return;
        const standard = encodeBase64(result.value);
        const url = encodeBase64Url(result.value);
        const spellings = [standard, standard.replaceAll('=', ''), url, url.padEnd(standard.length, '=')];
        expect(spellings).toContain(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the one-spelling forms', () => {
  it.each(['Zg', '-_8=', '-_8', 'Zh==', 'Zm9v\n'])('standard refuses %j', (text) => {
    expectReason(() => decodeBase64Standard(text), 'base64-invalid');
  });

  it.each(['Zg==', '+/8', 'Zh', '-_8='])('url without padding refuses %j', (text) => {
    expectReason(() => decodeBase64UrlUnpadded(text), 'base64-invalid');
  });
});
