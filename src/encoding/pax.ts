// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

const SPACE = 0x20;
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
/** Digits of the length of one record: the header itself is far shorter. */
const LENGTH_DIGITS = 8;

/** Said twice, some readers take the first and some the last. */
const ONCE = ['path', 'linkpath', 'size'];

const ascii = new TextDecoder('latin1');

/**
 * The records of an extended header (POSIX pax, "pax Extended Header"): `length keyword=value\n`, the length in decimal and of
 * the whole record. Values stay octets.
 *
 * @param where the header, for messages
 * @throws Malformed `archive-extension`
 */
export function readPaxRecords(bytes: Bytes, where: string): Map<string, Bytes> {
  const records = new Map<string, Bytes>();
  for (let at = 0; at < bytes.length; ) {
    const wrong = (what: string) => new Malformed('archive-extension', `${where}: the record at ${at} ${what}`);
    let i = at;
    let length = 0;
    for (; i < bytes.length && bytes[i]! >= ZERO && bytes[i]! <= NINE; i++) {
      if (i - at >= LENGTH_DIGITS) throw wrong('has a length of too many digits');
      length = length * 10 + (bytes[i]! - ZERO);
    }
    if (i === at || bytes[at] === ZERO || bytes[i] !== SPACE) throw wrong('does not begin with a decimal length');
    const end = at + length;
    if (end > bytes.length || end < i + 4 || bytes[end - 1] !== NEWLINE) throw wrong('is not as long as it says');
    const equals = bytes.indexOf(EQUALS, i + 1);
    if (equals <= i + 1 || equals >= end) throw wrong('has no keyword');
    const key = ascii.decode(bytes.subarray(i + 1, equals));
    if (!/^[\x21-\x7e]+$/.test(key)) throw wrong('has a keyword that is no plain text');
    if (records.has(key) && ONCE.includes(key)) throw wrong(`says ${key} again`);
    records.set(key, bytes.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

/**
 * The `size` record: a decimal without sign, exponent or leading zero.
 *
 * @throws Malformed `archive-size`
 */
export function readPaxSize(value: Bytes, where: string): number {
  const text = ascii.decode(value);
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(size)) throw new Malformed('archive-size', `${where}: the size is no plain decimal number`);
  return size;
}
