// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

const MAGIC = [0x1f, 0x8b] as const;
const DEFLATE = 8;
const HAS_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const RESERVED = 0xe0;
const FIXED = 10;
/** CRC-32 and length of what was compressed. */
export const GZIP_TRAILER = 8;

export function isGzip(head: Bytes): boolean {
  return head[0] === MAGIC[0] && head[1] === MAGIC[1] && head[2] === DEFLATE;
}

/**
 * Where the deflate stream of a gzip member begins (RFC 1952 §2.3).
 *
 * @param bytes the first octets, more than any honest header has
 * @param crc32 for the check of the header itself, where it has one
 * @throws Malformed `archive-compression`
 */
export function gzipHeaderLength(bytes: Bytes, crc32: (bytes: Bytes) => number): number {
  const wrong = (what: string) => new Malformed('archive-compression', `the gzip header ${what}`);
  if (!isGzip(bytes)) throw wrong('is none');
  const flags = bytes[3] ?? 0;
  if ((flags & RESERVED) !== 0) throw wrong('has flags that are reserved');
  let at = FIXED;
  if ((flags & HAS_EXTRA) !== 0) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) throw wrong('is cut, or longer than any is');
    at = end + 1;
  }
  if ((flags & HAS_CRC) !== 0) {
    const told = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (at + 2 <= bytes.length && told !== (crc32(bytes.subarray(0, at)) & 0xffff)) throw wrong('has a wrong CRC');
    at += 2;
  }
  if (at > bytes.length) throw wrong('is cut, or longer than any is');
  return at;
}
