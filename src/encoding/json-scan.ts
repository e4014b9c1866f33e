// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { JsonMembers } from './json-members.ts';
import { endOfNumber } from './json-numbers.ts';
import { endOfString, type JsonSource, jsonSource, refuse } from './json-strings.ts';
import { LIMITS } from './limits.ts';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LITERALS: ReadonlyMap<number, string> = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);

/** One scan. Its functions take the offset of what they read, and give the offset behind it. */
interface Scan {
  readonly bytes: Bytes;
  readonly source: JsonSource;
  readonly members: JsonMembers;
  nodes: number;
}

/**
 * One linear pass over a JSON document: its whole grammar (RFC 8259), depth and count of values, duplicate members, lone
 * surrogates, `__proto__`, numbers beyond the doubles. Recursion is as deep as `LIMITS.jsonDepth` allows and no deeper.
 * Returns where the document is acceptable.
 *
 * @param text the decoded form of `given`, which is valid UTF-8
 * @throws Malformed as `parseJson` does
 */
export function scanJson(given: Bytes, text: string): void {
  const source = jsonSource(given);
  const { bytes } = source;
  const scan: Scan = { bytes, source, members: new JsonMembers(source, text), nodes: 0 };
  const end = behindSpace(bytes, value(scan, behindSpace(bytes, 0), 0));
  if (end < bytes.length) throw refuse(bytes, end, 'json-invalid', 'something follows the document');
}

function value(scan: Scan, i: number, depth: number): number {
  const { bytes } = scan;
  if (i >= bytes.length) throw endsEarly(bytes);
  if (++scan.nodes + scan.members.fresh > LIMITS.jsonNodes) {
    throw refuse(bytes, i, 'limit-exceeded', `more than ${LIMITS.jsonNodes} json values and names`);
  }
  const first = bytes[i]!;
  if (first === QUOTE) return endOfString(scan.source, i + 1) + 1;
  if (first === OPEN_OBJECT) return object(scan, i, depth + 1);
  if (first === OPEN_ARRAY) return array(scan, i, depth + 1);
  const end = endOfNumber(bytes, i);
  return end === i ? literal(bytes, i, first) : end;
}

function object(scan: Scan, start: number, depth: number): number {
  const { bytes, members } = scan;
  if (depth > LIMITS.jsonDepth) throw tooDeep(bytes, start);
  members.open(depth);
  let i = behindSpace(bytes, start + 1);
  if (i < bytes.length && bytes[i] === CLOSE_OBJECT) return i + 1;
  for (;;) {
    if (i >= bytes.length) throw endsEarly(bytes);
    if (bytes[i] !== QUOTE) throw refuse(bytes, i, 'json-invalid', 'no member name where one is wanted');
    i = behindSpace(bytes, members.take(depth, i + 1) + 1);
    if (i >= bytes.length) throw endsEarly(bytes);
    if (bytes[i] !== COLON) throw refuse(bytes, i, 'json-invalid', 'no colon behind a member name');
    i = behindSpace(bytes, value(scan, behindSpace(bytes, i + 1), depth));
    if (i >= bytes.length) throw endsEarly(bytes);
    if (bytes[i] === CLOSE_OBJECT) return i + 1;
    if (bytes[i] !== COMMA) throw refuse(bytes, i, 'json-invalid', 'neither a comma nor the end of the object');
    i = behindSpace(bytes, i + 1);
  }
}

function array(scan: Scan, start: number, depth: number): number {
  const { bytes } = scan;
  if (depth > LIMITS.jsonDepth) throw tooDeep(bytes, start);
  let i = behindSpace(bytes, start + 1);
  if (i < bytes.length && bytes[i] === CLOSE_ARRAY) return i + 1;
  for (;;) {
    i = behindSpace(bytes, value(scan, i, depth));
    if (i >= bytes.length) throw endsEarly(bytes);
    if (bytes[i] === CLOSE_ARRAY) return i + 1;
    if (bytes[i] !== COMMA) throw refuse(bytes, i, 'json-invalid', 'neither a comma nor the end of the array');
    i = behindSpace(bytes, i + 1);
  }
}

function literal(bytes: Bytes, i: number, first: number): number {
  const word = LITERALS.get(first);
  if (word !== undefined) {
    let k = 1;
    while (k < word.length && bytes[i + k] === word.charCodeAt(k)) k++;
    if (k === word.length) return i + k;
  }
  throw refuse(bytes, i, 'json-invalid', 'no value where one is wanted');
}

function behindSpace(bytes: Bytes, i: number): number {
  const size = bytes.length;
  for (; i < size; i++) {
    const byte = bytes[i]!;
    if (byte > SPACE || (byte !== SPACE && byte !== LF && byte !== CR && byte !== TAB)) break;
  }
  return i;
}

function endsEarly(bytes: Bytes): Error {
  return refuse(bytes, bytes.length, 'json-invalid', 'the document ends early');
}

function tooDeep(bytes: Bytes, i: number): Error {
  return refuse(bytes, i, 'limit-exceeded', `json nested deeper than ${LIMITS.jsonDepth}`);
}
