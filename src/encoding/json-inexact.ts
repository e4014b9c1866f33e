// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { escapeText } from './escape-text.ts';
import { endOfNumber } from './json-numbers.ts';
import { refuse } from './json-strings.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Every number of so many characters is kept: a double holds 15 digits. */
const SHORT = 15;
const SHOWN = 40;

const ascii = new TextDecoder('latin1');

/** Numbers of a document that are others once they are read: how many, and the first in words. */
export interface InexactNumbers {
  readonly count: number;
  readonly detail: string;
}

/**
 * The numbers whose decimal value is not that of the shortest text of their double (ECMA-262, as RFC 8785 §3.2.2.3 writes it):
 * `9007199254740993` is, `0.1` and `1e2` are not. RFC 7493 §2.2 warns of them; null where there is none.
 *
 * @param bytes a document that `parseJson` has accepted
 */
export function inexactNumbers(bytes: Bytes): InexactNumbers | null {
  let count = 0;
  let detail = '';
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) {
      i = endOfText(bytes, i + 1);
      continue;
    }
    const end = endOfNumber(bytes, i);
    if (end === i) continue;
    if (end - i > SHORT) {
      const text = ascii.decode(bytes.subarray(i, end));
      const read = String(Number(text));
      if (decimalOf(text) !== decimalOf(read) && count++ === 0) {
        detail = refuse(bytes, i, 'json-number', `${escapeText(text, SHOWN)} is read as ${read}`).detail;
      }
    } else if (end - i > 3 && becomesZero(bytes, i, end) && count++ === 0) {
      detail = refuse(bytes, i, 'json-number', `${ascii.decode(bytes.subarray(i, end))} is read as 0`).detail;
    }
    i = end - 1;
  }
  return count === 0 ? null : { count, detail: count === 1 ? detail : `${detail}, and ${count - 1} more` };
}

/** `1e-400`: short, and beyond the smallest double. */
function becomesZero(bytes: Bytes, start: number, end: number): boolean {
  const text = ascii.decode(bytes.subarray(start, end));
  return Number(text) === 0 && decimalOf(text) !== '0';
}

function endOfText(bytes: Bytes, start: number): number {
  let i = start;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

/** One text for each decimal value: its digits without zeros at either end, and the power of ten of the last one. */
function decimalOf(number: string): string {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? mantissa.slice(1) : mantissa).split('.');
  const all = whole + fraction;
  let first = 0;
  while (first < all.length && all[first] === '0') first++;
  if (first === all.length) return '0';
  let last = all.length;
  while (all[last - 1] === '0') last--;
  const power = Number(exponent) - fraction.length + (all.length - last);
  return `${negative ? '-' : ''}${all.slice(first, last)}e${power}`;
}
