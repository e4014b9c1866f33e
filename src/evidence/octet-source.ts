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
  /**
   * Ends the first pass. The descriptor is given back, and had again where something more is asked for: what is read then is
   * compared by digest, and thousands of archives may be open at once.
   *
   * @throws Malformed `input-changed` where the file is no longer what was opened
   */
  rest(): void;
  close(): void;
}

/**
 * @param found it lies in a directory that was named: then a link in its place is not followed
 * @throws Malformed `input-missing`, `input-unreadable`
 */
export function openOctets(path: string, found: boolean): OctetSource {
  return new FileOctets(path, found);
}

function openRegular(path: string, found: boolean): { readonly fd: number; readonly opened: BigIntStats } {
  if (path.includes('\0')) throw new Malformed('input-missing', 'the name holds a NUL');
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW = 0, O_NOCTTY = 0 } = constants;
  const fd = guarded(path, () => openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | (found ? O_NOFOLLOW : 0)));
  try {
    const opened = guarded(path, () => fstatSync(fd, { bigint: true }));
    if (!opened.isFile()) throw new Malformed('input-unreadable', `${path} is not a regular file`);
    return { fd, opened };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
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
    rest: () => {},
    close: () => {},
  };
}

/** The one file that was opened again last. */
let again: FileOctets | null = null;

class FileOctets implements OctetSource {
  readonly name: string;
  readonly size: number;
  readonly #found: boolean;
  readonly #opened: BigIntStats;
  #fd: number;

  constructor(name: string, found: boolean) {
    const { fd, opened } = openRegular(name, found);
    this.name = name;
    this.size = Number(opened.size);
    this.#found = found;
    this.#fd = fd;
    this.#opened = opened;
  }

  read(buffer: Bytes, offset: number): number {
    if (this.#fd < 0) {
      again?.close();
      this.#fd = openRegular(this.name, this.#found).fd;
      again = this;
    }
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

  rest(): void {
    const now = guarded(this.name, () => fstatSync(this.#fd, { bigint: true }));
    const { size, mtimeNs, ctimeNs } = this.#opened;
    if (size !== now.size || mtimeNs !== now.mtimeNs || ctimeNs !== now.ctimeNs) {
      throw new Malformed('input-changed', `${this.name} changed while it was read`);
    }
    this.close();
  }

  close(): void {
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = -1;
    if (again === this) again = null;
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
