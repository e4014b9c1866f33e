// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { refuse } from './json-strings.ts';

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_E = 0x65;

/** So many digits without an exponent stay within the doubles. */
const SAFE_DIGITS = 308;

const ascii = new TextDecoder('latin1');

/**
 * The offset behind the number that starts at `start`; `start` itself where no number starts there.
 *
 * @throws Malformed `json-invalid`, `json-number`
 */
export function endOfNumber(bytes: Bytes, start: number): number {
  const first = bytes[start]!;
  if (first !== MINUS && (first < ZERO || first > NINE)) return start;
  const integer = first === MINUS ? start + 1 : start;
  const end = endOfDigits(bytes, integer);
  const digits = end - integer;
  const next = end < bytes.length ? bytes[end]! : 0;
  const simple = next !== POINT && (next | 0x20) !== LETTER_E;
  if (simple && digits > 0 && digits < SAFE_DIGITS && (digits === 1 || bytes[integer] !== ZERO)) return end;
  return endOfAnyNumber(bytes, start, integer, end);
}

function endOfAnyNumber(bytes: Bytes, start: number, integer: number, integerEnd: number): number {
  const digits = integerEnd - integer;
  let end = integerEnd;
  let wide = digits > SAFE_DIGITS;
  if (digits === 0) throw refuse(bytes, start, 'json-invalid', 'a number without digits');
  if (digits > 1 && bytes[integer] === ZERO) throw refuse(bytes, start, 'json-invalid', 'a number with a leading zero');
  if (bytes[end] === POINT) {
    const fraction = end + 1;
    end = endOfDigits(bytes, fraction);
    if (end === fraction) throw refuse(bytes, start, 'json-invalid', 'a number without digits behind its point');
  }
  if (end < bytes.length && (bytes[end]! | 0x20) === LETTER_E) {
    const sign = bytes[end + 1];
    const exponent = sign === PLUS || sign === MINUS ? end + 2 : end + 1;
    end = endOfDigits(bytes, exponent);
    if (end === exponent) throw refuse(bytes, start, 'json-invalid', 'a number without digits in its exponent');
    wide = true;
  }
  if (wide && !Number.isFinite(Number(ascii.decode(bytes.subarray(start, end))))) {
    throw refuse(bytes, start, 'json-number', 'a number beyond the range of doubles');
  }
  return end;
}

/** Of all bytes only the digits lie below ten once they are joined with `0` by exclusive or. */
function endOfDigits(bytes: Bytes, i: number): number {
  const size = bytes.length;
  while (i < size && (bytes[i]! ^ ZERO) < 10) i++;
  return i;
}
