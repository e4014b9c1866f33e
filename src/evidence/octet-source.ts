// SPDX-License-Identifier: Apache-2.0
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

/** Octets that stay where they are: a file behind one descriptor, or memory. */
export interface OctetSource {
  readonly name: string;
  readonly size: number;
  /**
   * Fills the buffer from `offset`, as far as there is anything.
   *
   * @throws Malformed `input-unreadable`
   */
  read(buffer: Bytes, offset: number): number;
  /** @throws Malformed `input-changed` where the file is no longer what was opened */
  unchanged(): void;
  close(): void;
}

/**
 * @param found it lies in a directory that was named: then a link in its place is not followed
 * @throws Malformed `input-missing`, `input-unreadable`
 */
export function openOctets(path: string, found: boolean): OctetSource {
  if (path.includes('\0')) throw new Malformed('input-missing', 'the name holds a NUL');
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0, O_NOCTTY = 0 } = constants;
  const fd = guarded(path, () => openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | (found ? O_NOFOLLOW : 0)));
  let opened: BigIntStats | null = null;
  try {
    opened = guarded(path, () => fstatSync(fd, { bigint: true }));
    if (!opened.isFile()) throw new Malformed('input-unreadable', `${path} is not a regular file`);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  return new FileOctets(path, fd, opened);
}

export function octetsInMemory(name: string, bytes: Bytes): OctetSource {
  return {
    name,
    size: bytes.length,
    read(buffer, offset) {
      const part = bytes.subarray(offset, offset + buffer.length);
      buffer.set(part);
      return part.length;
    },
    unchanged: () => {},
    close: () => {},
  };
}

class FileOctets implements OctetSource {
  readonly name: string;
  readonly size: number;
  readonly #opened: BigIntStats;
  #fd: number;

  constructor(name: string, fd: number, opened: BigIntStats) {
    this.name = name;
    this.#fd = fd;
    this.#opened = opened;
    this.size = Number(opened.size);
  }

  read(buffer: Bytes, offset: number): number {
    return guarded(this.name, () => {
      let done = 0;
      while (done < buffer.length) {
        const count = this.#readSome(buffer, done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    });
  }

  #readSome(buffer: Bytes, at: number, position: number): number {
    for (;;) {
      try {
        return readSync(this.#fd, buffer, at, buffer.length - at, position);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error;
      }
    }
  }

  unchanged(): void {
    const now = guarded(this.name, () => fstatSync(this.#fd, { bigint: true }));
    const { size, mtimeNs, ctimeNs } = this.#opened;
    if (size !== now.size || mtimeNs !== now.mtimeNs || ctimeNs !== now.ctimeNs) {
      throw new Malformed('input-changed', `${this.name} changed while it was read`);
    }
  }

  close(): void {
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = -1;
  }
}

function guarded<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new Malformed(missing ? 'input-missing' : 'input-unreadable', `${name}: ${code}`);
  }
}
