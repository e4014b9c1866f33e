// SPDX-License-Identifier: Apache-2.0
import { constants, inflateRawSync } from 'node:zlib';
import { gzipHeaderLength, isGzip } from '../encoding/gzip-header.ts';
import { isTarBlock } from '../encoding/tar-header.ts';
import { isZstd } from '../encoding/zstd-frame.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';

/** `gzip` is one of something else; whether zstd is of a tar is not told by its first octets, only by opening it. */
export type ArchiveKind = 'tar' | 'tar.gz' | 'tar.zst' | 'zip' | 'gzip';

/** What 512 octets can inflate to at most. */
const PEEKED = 1024 * 1024;

/** By the first octets (LIMITS.memberHead of them), never by the name. */
export function archiveKind(head: Bytes): ArchiveKind | null {
  // An empty zip is its end alone.
  if (head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)))
    return 'zip';
  if (isGzip(head)) return isTarBlock(peek(head)) ? 'tar.gz' : 'gzip';
  if (isZstd(head)) return 'tar.zst';
  return isTarBlock(head) ? 'tar' : null;
}

/** The beginning of what is compressed; nothing where that cannot be told. */
function peek(head: Bytes): Bytes {
  const start = attempt(() => gzipHeaderLength(head, () => 0));
  if (!start.ok) return new Uint8Array(0);
  try {
    return inflateRawSync(head.subarray(start.value), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: PEEKED,
    });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/^(?:Z_|ERR_BUFFER_TOO_LARGE)/.test(code)) return new Uint8Array(0);
    throw error;
  }
}
