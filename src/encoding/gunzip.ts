// SPDX-License-Identifier: Apache-2.0
import { crc32, inflateRawSync } from 'node:zlib';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { GZIP_TRAILER, gzipHeaderLength } from './gzip-header.ts';

/**
 * Expands octets in memory that are exactly one gzip member (RFC 1952): nothing behind it, CRC-32 and length as told.
 *
 * @param limit octets that it may expand to
 * @throws Malformed `archive-compression`, `archive-content`, `limit-exceeded`
 */
export function gunzip(bytes: Bytes, limit: number): Bytes {
  const start = gzipHeaderLength(bytes, crc32);
  const { buffer, consumed } = inflate(bytes.subarray(start), limit);
  const end = start + consumed + GZIP_TRAILER;
  if (end > bytes.length) throw new Malformed('archive-compression', 'the gzip member is cut');
  if (end < bytes.length) {
    throw new Malformed('archive-compression', `the file goes on behind its gzip member, at offset ${end}`);
  }
  const told = new DataView(bytes.buffer, bytes.byteOffset + end - GZIP_TRAILER, GZIP_TRAILER);
  if (told.getUint32(0, true) !== crc32(buffer) || told.getUint32(4, true) !== buffer.length % 2 ** 32) {
    throw new Malformed('archive-content', 'the CRC-32 or length that the gzip member tells differs');
  }
  return buffer;
}

/** With `info`, Node gives the engine too, which knows how many octets were its own. */
interface Inflated {
  readonly buffer: Bytes;
  readonly engine: { readonly bytesWritten: number };
}

function inflate(deflated: Bytes, limit: number): { readonly buffer: Bytes; readonly consumed: number } {
  try {
    const { buffer, engine } = inflateRawSync(deflated, { maxOutputLength: limit, info: true }) as unknown as Inflated;
    return { buffer, consumed: engine.bytesWritten };
  } catch (error) {
    const code = (error as { readonly code?: unknown }).code;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new Malformed('limit-exceeded', `it expands to more than ${limit} octets`);
    if (typeof code === 'string' && /^Z_[A-Z]+_ERROR$/.test(code)) {
      throw new Malformed('archive-compression', 'the deflate stream is damaged or cut');
    }
    throw error;
  }
}
