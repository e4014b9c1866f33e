// SPDX-License-Identifier: Apache-2.0
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { createStreamDigest, digestHex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Member } from '../model/holding.ts';
import type { Parsed, Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ReadProgress } from './input.ts';

/** A path as the file system has it: octets, for a name need not be UTF-8. */
export type FilePath = string | Uint8Array;

/** One buffer for every file that is digested: bulk data is never kept. */
const CHUNK = new Uint8Array(4 * 1024 * 1024);

/**
 * Digests a regular file that was found in a directory: one open, one pass, its size and times compared before and after. Links
 * are not followed, and a FIFO or device never blocks.
 *
 * @param shown the name in messages
 */
export function digestRegularFile(
  path: FilePath,
  shown: string,
  algorithms: readonly HashName[],
  progress?: ReadProgress,
): Parsed<Omit<Member, 'path'>> {
  return withFile(path, shown, (fd, before) => {
    const size = Number(before.size);
    // At its size it ends: one that has grown is told by its size and times afterwards.
    const first = fill(fd, CHUNK, size);
    const head = CHUNK.slice(0, Math.min(first, LIMITS.memberHead));
    let total = first;
    let digests: ReadonlyMap<HashName, string>;
    if (first < CHUNK.length) {
      const bytes = CHUNK.subarray(0, first);
      digests = new Map(algorithms.map((name) => [name, digestHex(name, bytes)]));
    } else {
      const stream = createStreamDigest(algorithms);
      stream.update(CHUNK);
      for (let count = fill(fd, CHUNK); count > 0; count = fill(fd, CHUNK)) {
        stream.update(CHUNK.subarray(0, count));
        total += count;
        progress?.(shown, total, size);
      }
      digests = stream.digests();
    }
    if (total !== size) return changed(shown);
    return { ok: true, value: { size, digests, head } };
  });
}

/** The octets of a regular file whose SHA-256 is known from an earlier pass: none others are ever handed out. */
export function readRegularFile(path: FilePath, shown: string, limit: number, sha256: string): Parsed<Bytes> {
  return withFile(path, shown, (fd, before) => {
    if (before.size > BigInt(limit)) {
      return failure('limit-exceeded', `${shown} has ${before.size} bytes, more than ${limit}`);
    }
    const bytes = new Uint8Array(Number(before.size));
    const count = fill(fd, bytes);
    if (count !== bytes.length || digestHex('sha256', bytes) !== sha256) return changed(shown);
    return { ok: true, value: bytes };
  });
}

/**
 * SHA-256 over some octets and then those of a file whose own SHA-256 is known from an earlier pass: of a file that is too large to
 * be held. Lowercase hexadecimal.
 */
export function digestPrefixed(path: FilePath, shown: string, prefix: Bytes, sha256: string): Parsed<string> {
  return withFile(path, shown, (fd) => {
    const [plain, prefixed] = [createStreamDigest(['sha256']), createStreamDigest(['sha256'])];
    prefixed.update(prefix);
    for (let count = fill(fd, CHUNK); count > 0; count = fill(fd, CHUNK)) {
      plain.update(CHUNK.subarray(0, count));
      prefixed.update(CHUNK.subarray(0, count));
    }
    if (plain.digests().get('sha256') !== sha256) return changed(shown);
    return { ok: true, value: prefixed.digests().get('sha256')! };
  });
}

function withFile<T>(path: FilePath, shown: string, work: (fd: number, before: BigIntStats) => Parsed<T>): Parsed<T> {
  let fd = -1;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0, O_NOCTTY = 0 } = constants;
    fd = openSync(path as string, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
    const before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) return failure('input-unreadable', `${shown} is not a regular file`);
    const result = work(fd, before);
    if (!result.ok) return result;
    const after = fstatSync(fd, { bigint: true });
    const same = before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
    return same ? result : changed(shown);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    // It was there when the directory was listed.
    if (code === 'ENOENT' || code === 'ELOOP') return changed(shown);
    return failure('input-unreadable', `${shown}: ${code}`);
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}

/** As much as there is, up to the length of the buffer; it stops at `expected` without asking for more. */
function fill(fd: number, buffer: Bytes, expected = buffer.length): number {
  let done = 0;
  while (done < buffer.length && (done < expected || expected === 0)) {
    const count = readChunk(fd, buffer, done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

function readChunk(fd: number, buffer: Bytes, at: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, at, buffer.length - at, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error;
    }
  }
}

function changed(shown: string): { readonly ok: false; readonly problem: Problem } {
  return failure('input-changed', `${shown} changed while it was examined`);
}

function failure(reason: ReasonCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { reason, detail } };
}
