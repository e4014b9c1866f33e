// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';

const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

const SIMPLE_ESCAPES = new Uint8Array(256);
for (const character of '"\\/bfnrt') SIMPLE_ESCAPES[character.charCodeAt(0)] = 1;

/** The bytes of a document beside the same memory in words of four, for strings to be passed over four bytes at a time. */
export interface JsonSource {
  readonly bytes: Bytes;
  readonly words: Int32Array;
}

/** Copies only where the bytes do not lie on a word boundary, as a line of a JSONL file may not. */
export function jsonSource(given: Bytes): JsonSource {
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2) };
}

/**
 * The offset of the closing quote of the string whose content starts at `start`.
 *
 * @throws Malformed `json-invalid`, `json-surrogate`
 */
export function endOfString({ bytes, words }: JsonSource, start: number): number {
  const size = bytes.length;
  let i = start;
  while (i < size) {
    if ((i & 3) === 0) i = behindPlainWords(words, i);
    if (i >= size) break;
    const byte = bytes[i]!;
    if (byte === QUOTE) return i;
    if (byte === BACKSLASH) i = endOfEscape(bytes, i);
    else if (byte < SPACE) throw refuse(bytes, i, 'json-invalid', 'a control character inside a string');
    i++;
  }
  throw refuse(bytes, start - 1, 'json-invalid', 'a string without its end');
}

/**
 * Passes over words without a quote, a backslash or a control character. `(x - n) & ~x` has the top bit of each byte set
 * whose value is below n; a borrow may mark a byte above a true hit as well, which only costs a closer look.
 */
function behindPlainWords(words: Int32Array, i: number): number {
  const count = words.length;
  let k = i >> 2;
  for (; k < count; k++) {
    const x = words[k]!;
    const quote = x ^ 0x22222222;
    const slash = x ^ 0x5c5c5c5c;
    const marks = ((x - 0x20202020) & ~x) | ((quote - 0x01010101) & ~quote) | ((slash - 0x01010101) & ~slash);
    if ((marks & 0x80808080) !== 0) break;
  }
  return k << 2;
}

/** The offset of the last byte of the escape at `i`, a pair of surrogates being one. */
function endOfEscape(bytes: Bytes, i: number): number {
  const kind = bytes[i + 1] ?? 0;
  if (SIMPLE_ESCAPES[kind] === 1) return i + 1;
  const unit = codeUnit(bytes, i);
  if (unit === -1) throw refuse(bytes, i, 'json-invalid', 'an escape that json does not have');
  if (unit < 0xd800 || unit > 0xdfff) return i + 5;
  const low = unit < 0xdc00 ? codeUnit(bytes, i + 6) : -1;
  if (low < 0xdc00 || low > 0xdfff) throw refuse(bytes, i, 'json-surrogate', 'a lone surrogate');
  return i + 11;
}

/** The value of the `\uXXXX` at `i`, or -1 where there is none. */
function codeUnit(bytes: Bytes, i: number): number {
  if (bytes[i] !== BACKSLASH || bytes[i + 1] !== LETTER_U) return -1;
  let unit = 0;
  for (let k = i + 2; k < i + 6; k++) {
    const digit = hexDigit(bytes[k] ?? 0);
    if (digit === -1) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Line and column are counted only here, where there is something to tell. */
export function refuse(bytes: Bytes, offset: number, reason: ReasonCode, problem: string): Malformed {
  let line = 1;
  let column = 1;
  for (let i = 0; i < offset; i++) {
    const byte = bytes[i]!;
    if (byte === LF) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) {
      column++;
    }
  }
  return new Malformed(reason, `${problem} at line ${line} column ${column}`);
}
