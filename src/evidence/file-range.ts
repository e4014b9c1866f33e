// SPDX-License-Identifier: Apache-2.0
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Parsed, Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';

/** A stretch of a regular file: one of many documents that lie in it one after the other. Offsets and lengths in bytes. */
export interface FileRange {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** Read ahead at once: the ranges of a batch mostly follow each other in one file. */
const WINDOW = 256 * 1024;

/**
 * Reads stretches of files, one after the other. The file that was read last stays open until another is, or `close`. Until
 * then all that comes of it is of the file as it was when it was opened: once it has changed, nothing more is read of it.
 */
export class RangeReader {
  #path: string | null = null;
  #fd = -1;
  #opened: BigIntStats | null = null;
  /** What was read last of the open file, and where it stands there. Never written again: earlier results are parts of it. */
  #window: Bytes = new Uint8Array(0);
  #start = 0;

  /** The bytes, all of them, or why there are none. The length is the caller's own, never one that evidence declares. */
  read({ path, offset, length }: FileRange): Parsed<Bytes> {
    if (!isPlace(offset) || !isPlace(length)) return failure('input-unreadable', `${path}: no such range`);
    if (length > LIMITS.artifactInMemory) {
      return failure('limit-exceeded', `${path}: a range of ${length} bytes, more than ${LIMITS.artifactInMemory}`);
    }
    try {
      const problem = this.#open(path);
      if (problem !== null) return { ok: false, problem };
      const size = Number(this.#opened?.size ?? 0);
      if (offset + length > size) return failure('input-changed', `${path} ends before ${offset + length}`);
      if (!this.#holds(offset, length)) {
        const changed = this.#fill(offset, Math.min(Math.max(length, WINDOW), size - offset));
        if (changed) return failure('input-changed', `${path} changed while it was read`);
      }
      return { ok: true, value: this.#window.subarray(offset - this.#start, offset - this.#start + length) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
      const missing = code === 'ENOENT' || code === 'ENOTDIR';
      return failure(missing ? 'input-missing' : 'input-unreadable', `${path}: ${code}`);
    }
  }

  #holds(offset: number, length: number): boolean {
    return offset >= this.#start && offset + length <= this.#start + this.#window.length;
  }

  /** @returns whether the file is no longer the one that was opened: then the window stays what it was */
  #fill(offset: number, room: number): boolean {
    const bytes = new Uint8Array(room);
    let done = 0;
    while (done < room) {
      const count = readSync(this.#fd, bytes, done, room - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    if (done < room || !isSame(this.#opened, fstatSync(this.#fd, { bigint: true }))) return true;
    this.#window = bytes;
    this.#start = offset;
    return false;
  }

  close(): void {
    const open = this.#path !== null;
    this.#path = null;
    this.#opened = null;
    this.#window = new Uint8Array(0);
    this.#start = 0;
    if (open) closeSync(this.#fd);
  }

  #open(path: string): Problem | null {
    if (path === this.#path) return null;
    this.close();
    if (path.includes('\0')) return { reason: 'input-missing', detail: 'the name holds a NUL' };
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOCTTY ?? 0));
    let opened: BigIntStats | null = null;
    try {
      opened = fstatSync(fd, { bigint: true });
    } finally {
      if (opened?.isFile() !== true) closeSync(fd);
    }
    if (!opened.isFile()) return { reason: 'input-unreadable', detail: `${path} is not a regular file` };
    this.#fd = fd;
    this.#opened = opened;
    this.#path = path;
    return null;
  }
}

function isSame(before: BigIntStats | null, after: BigIntStats): boolean {
  return before?.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function failure(reason: ReasonCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { reason, detail } };
}
