// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

const REFUSED = 0;
const CONSTRUCTED = 1;
const OPAQUE = 2;
const BOOLEAN = 3;
const INTEGER = 4;
const BIT_STRING = 5;
const NULL = 6;
const OID = 7;

/** What each identifier octet leads to. Strings and times are opaque here: their readers judge them. */
const KINDS = new Uint8Array(256);
for (let tag = 0x40; tag < 0x100; tag++)
  if ((tag & 0x1f) !== 0x1f) KINDS[tag] = (tag & 0x20) === 0 ? OPAQUE : CONSTRUCTED;
for (const tag of [0x04, 0x07, 0x0c, 0x0d, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1e])
  KINDS[tag] = OPAQUE;
for (const tag of [0x28, 0x2b, 0x30, 0x31]) KINDS[tag] = CONSTRUCTED;
KINDS[0x01] = BOOLEAN;
KINDS[0x02] = INTEGER;
KINDS[0x0a] = INTEGER;
KINDS[0x03] = BIT_STRING;
KINDS[0x05] = NULL;
KINDS[0x06] = OID;

/** Where the open constructed values end. Shared by all calls: the pass is synchronous and calls nothing of others. */
const ends = new Float64Array(LIMITS.derDepth + 1);

/**
 * One pass over the bytes, without recursion and without allocation, so that neither depth nor size can be turned
 * against it. What it accepts has exactly one encoding, and `nodeAt` may read headers without checks.
 *
 * @throws Malformed `der-invalid`, `limit-exceeded`
 */
export function validateDer(source: Bytes, maxDepth: number): void {
  const size = source.length;
  const deepest = Math.min(maxDepth, LIMITS.derDepth);
  let depth = 0;
  let limit = size;
  let position = 0;
  ends[0] = size;
  if (size === 0) throw invalid(0, 'nothing is there');
  do {
    const start = position;
    const kind = KINDS[source[position]!]!;
    if (kind === REFUSED) throw invalid(start, tagProblem(source[position]!));
    if (limit - position < 2) throw invalid(start, 'the length is cut off');
    let length = source[position + 1]!;
    position += 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0) throw invalid(start, 'the length is indefinite');
      if (count > 6) throw invalid(start, 'the length has more than six octets');
      if (limit - position < count) throw invalid(start, 'the length is cut off');
      length = 0;
      for (const end = position + count; position < end; position++) length = length * 256 + source[position]!;
      if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw invalid(start, 'the length is not minimal');
    }
    if (length > limit - position) throw invalid(start, 'the value is longer than what holds it');
    const end = position + length;
    if (depth === 0 && end !== size) throw invalid(end, 'bytes follow the value');
    if (kind === CONSTRUCTED) {
      if (depth === deepest)
        throw new Malformed('limit-exceeded', `der nested deeper than ${deepest} at offset ${start}`);
      ends[++depth] = limit = end;
    } else {
      if (kind !== OPAQUE) checkPrimitive(source, kind, start, position, end);
      position = end;
    }
    while (depth > 0 && position === limit) limit = ends[--depth]!;
  } while (depth > 0);
}

function checkPrimitive(source: Bytes, kind: number, start: number, position: number, end: number): void {
  const length = end - position;
  const first = source[position]!;
  if (kind === INTEGER) {
    if (length === 0) throw invalid(start, 'the integer is empty');
    if (length > 1 && (first === 0 ? source[position + 1]! < 0x80 : first === 0xff && source[position + 1]! >= 0x80)) {
      throw invalid(start, 'the integer is not minimal');
    }
  } else if (kind === OID) {
    checkOid(source, start, position, end);
  } else if (kind === BIT_STRING) {
    if (length === 0 || first > 7 || (length === 1 && first !== 0))
      throw invalid(start, 'the count of unused bits is wrong');
    if ((source[end - 1]! & ((1 << first) - 1)) !== 0 && length > 1)
      throw invalid(start, 'the unused bits are not zero');
  } else if (kind === BOOLEAN) {
    if (length !== 1 || (first !== 0 && first !== 0xff)) throw invalid(start, 'the boolean is neither 0x00 nor 0xff');
  } else if (length !== 0) {
    throw invalid(start, 'the null is not empty');
  }
}

function checkOid(source: Bytes, start: number, position: number, end: number): void {
  if (position === end) throw invalid(start, 'the object identifier is empty');
  let arcStarts = true;
  for (; position < end; position++) {
    const octet = source[position]!;
    if (arcStarts && octet === 0x80) throw invalid(start, 'an arc of the object identifier is not minimal');
    arcStarts = octet < 0x80;
  }
  if (!arcStarts) throw invalid(start, 'the object identifier is cut off');
}

function tagProblem(tag: number): string {
  if ((tag & 0x1f) === 0x1f) return 'the tag number is in the long form';
  if (tag === 0) return 'the tag is the end-of-contents mark of indefinite lengths';
  if (KINDS[tag & ~0x20] !== REFUSED) return 'the type is constructed, which DER forbids';
  if (KINDS[tag | 0x20] !== REFUSED) return 'the type is primitive, which it cannot be';
  return 'the tag is of no known type';
}

function invalid(offset: number, problem: string): Malformed {
  return new Malformed('der-invalid', `${problem} at offset ${offset}`);
}
