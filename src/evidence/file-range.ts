// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Parsed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';

/** A stretch of a regular file: one of many documents that lie in it one after the other. Offsets and lengths in bytes. */
export interface FileRange {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** Reads stretches of files, one after the other. The file that was read last stays open until another is, or `close`. */
export class RangeReader {
  #path: string | null = null;
  #fd = -1;

  /** The bytes, all of them, or why there are none. The length is the caller's own, never one that evidence declares. */
  read({ path, offset, length }: FileRange): Parsed<Bytes> {
    if (!isPlace(offset) || !isPlace(length)) return failure('input-unreadable', `${path}: no such range`);
    if (length > LIMITS.artifactInMemory) {
      return failure('limit-exceeded', `${path}: a range of ${length} bytes, more than ${LIMITS.artifactInMemory}`);
    }
    try {
      const problem = this.#open(path);
      if (problem !== null) return failure('input-unreadable', problem);
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const count = readSync(this.#fd, bytes, done, length - done, offset + done);
        if (count === 0) return failure('input-changed', `${path} ends before ${offset + length}`);
        done += count;
      }
      return { ok: true, value: bytes };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
      const missing = code === 'ENOENT' || code === 'ENOTDIR';
      return failure(missing ? 'input-missing' : 'input-unreadable', `${path}: ${code}`);
    }
  }

  close(): void {
    if (this.#path !== null) closeSync(this.#fd);
    this.#path = null;
  }

  #open(path: string): string | null {
    if (path === this.#path) return null;
    this.close();
    if (path.includes('\0')) return 'the name holds a NUL';
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOCTTY ?? 0));
    if (!fstatSync(fd).isFile()) {
      closeSync(fd);
      return `${path} is not a regular file`;
    }
    this.#fd = fd;
    this.#path = path;
    return null;
  }
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function failure(
  reason: ReasonCode,
  detail: string,
): { readonly ok: false; readonly problem: { reason: ReasonCode; detail: string } } {
  return { ok: false, problem: { reason, detail } };
}
