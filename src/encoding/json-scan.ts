// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { JsonMembers } from './json-members.ts';
import { endOfString, jsonSource, refuse } from './json-strings.ts';
import { LIMITS } from './limits.ts';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What the scan waits for. */
const VALUE = 0;
const FIRST_ELEMENT = 1;
const FIRST_MEMBER = 2;
const MEMBER = 3;
const FOLLOWING = 4;

/** Exponents, or so many digits, may leave the range of the doubles. */
const SAFE_NUMBER_LENGTH = 308;

const LITERALS = [
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
] as const;

/**
 * One linear pass over a JSON document, without recursion: its whole grammar (RFC 8259), depth and count of values, duplicate
 * members, lone surrogates, `__proto__`, numbers beyond the doubles. Returns where the document is acceptable.
 *
 * @param text the decoded form of `given`, which are valid UTF-8
 * @throws Malformed as `parseJson` does
 */
export function scanJson(given: Bytes, text: string): void {
  const source = jsonSource(given);
  const { bytes } = source;
  const size = bytes.length;
  const inObject = new Uint8Array(LIMITS.jsonDepth + 1);
  const members = new JsonMembers(source, text);
  let depth = 0;
  let nodes = 0;
  let waits = VALUE;
  let i = 0;
  for (;;) {
    let byte = 0;
    for (; i < size; i++) {
      byte = bytes[i]!;
      if (byte > SPACE || (byte !== SPACE && byte !== LF && byte !== CR && byte !== TAB)) break;
    }
    if (i === size) {
      if (waits === FOLLOWING && depth === 0) return;
      throw refuse(bytes, i, 'json-invalid', 'the document ends early');
    }
    if (waits === FOLLOWING) {
      if (depth === 0) throw refuse(bytes, i, 'json-invalid', 'something follows the document');
      const object = inObject[depth] === 1;
      if (byte === COMMA) waits = object ? MEMBER : VALUE;
      else if (byte === (object ? CLOSE_OBJECT : CLOSE_ARRAY)) depth--;
      else throw refuse(bytes, i, 'json-invalid', `neither a comma nor the end of the ${object ? 'object' : 'array'}`);
      i++;
      continue;
    }
    if (waits === MEMBER || waits === FIRST_MEMBER) {
      if (byte === CLOSE_OBJECT && waits === FIRST_MEMBER) {
        depth--;
        waits = FOLLOWING;
        i++;
        continue;
      }
      if (byte !== QUOTE) throw refuse(bytes, i, 'json-invalid', 'no member name where one is wanted');
      i = members.take(depth, i + 1);
      for (i++; i < size; i++) {
        byte = bytes[i]!;
        if (byte !== SPACE && byte !== LF && byte !== CR && byte !== TAB) break;
      }
      if (i === size || byte !== COLON) throw refuse(bytes, i, 'json-invalid', 'no colon behind a member name');
      i++;
      waits = VALUE;
      continue;
    }
    if (byte === CLOSE_ARRAY && waits === FIRST_ELEMENT) {
      depth--;
      waits = FOLLOWING;
      i++;
      continue;
    }
    if (++nodes > LIMITS.jsonNodes)
      throw refuse(bytes, i, 'limit-exceeded', `more than ${LIMITS.jsonNodes} json values`);
    if (byte === QUOTE) {
      i = endOfString(source, i + 1) + 1;
      waits = FOLLOWING;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (depth === LIMITS.jsonDepth) {
        throw refuse(bytes, i, 'limit-exceeded', `json nested deeper than ${LIMITS.jsonDepth}`);
      }
      depth++;
      i++;
      if (byte === OPEN_OBJECT) {
        inObject[depth] = 1;
        members.open(depth);
        waits = FIRST_MEMBER;
      } else {
        inObject[depth] = 0;
        waits = FIRST_ELEMENT;
      }
    } else {
      i = byte === MINUS || (byte >= ZERO && byte <= NINE) ? endOfNumber(bytes, i) : endOfLiteral(bytes, i, byte);
      waits = FOLLOWING;
    }
  }
}

/** The offset behind the number that starts at `start`. */
function endOfNumber(bytes: Bytes, start: number): number {
  let i = start;
  if (bytes[i] === MINUS) i++;
  const integer = i;
  i = endOfDigits(bytes, i);
  let wide = i - integer > SAFE_NUMBER_LENGTH;
  if (i === integer) throw refuse(bytes, start, 'json-invalid', 'a number without digits');
  if (bytes[integer] === ZERO && i - integer > 1)
    throw refuse(bytes, start, 'json-invalid', 'a number with a leading zero');
  if (i < bytes.length && bytes[i] === POINT) {
    const fraction = ++i;
    i = endOfDigits(bytes, i);
    if (i === fraction) throw refuse(bytes, start, 'json-invalid', 'a number without digits behind its point');
  }
  if (i < bytes.length && (bytes[i]! | 0x20) === 0x65) {
    i++;
    if (i < bytes.length && (bytes[i] === PLUS || bytes[i] === MINUS)) i++;
    const exponent = i;
    i = endOfDigits(bytes, i);
    if (i === exponent) throw refuse(bytes, start, 'json-invalid', 'a number without digits in its exponent');
    wide = true;
  }
  if (wide && !Number.isFinite(Number(ascii.decode(bytes.subarray(start, i))))) {
    throw refuse(bytes, start, 'json-number', 'a number beyond the range of doubles');
  }
  return i;
}

const ascii = new TextDecoder('latin1');

function endOfDigits(bytes: Bytes, i: number): number {
  while (i < bytes.length && bytes[i]! >= ZERO && bytes[i]! <= NINE) i++;
  return i;
}

function endOfLiteral(bytes: Bytes, i: number, byte: number): number {
  for (const [first, word] of LITERALS) {
    if (byte !== first) continue;
    let k = 1;
    while (k < word.length && bytes[i + k] === word.charCodeAt(k)) k++;
    if (k === word.length) return i + k;
  }
  throw refuse(bytes, i, 'json-invalid', 'no value where one is wanted');
}
