// SPDX-License-Identifier: Apache-2.0
import {
  closeSync,
  constants,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { Bytes } from '../model/bytes.ts';

/** A file could not be written as a whole: nothing of it is there, and what was there before still is. */
export class StoreError extends Error {}

export interface NewFileOptions {
  /** Takes the place of a regular file that is there already. */
  readonly replace: boolean;
  /** No flag lets this file be replaced: what is said of one that is there does not speak of one. */
  readonly final?: boolean;
  /** Files that must never be written: the inputs, by any name that leads to them. */
  readonly never: readonly string[];
}

const ATTEMPTS = 100;
const OWNER_ONLY = 0o600;

/**
 * Writes a whole file or none: a new one beside it, opened with O_SYNC, then its name (attacks J05, N02). Under the permissions of
 * the binary fsync does not exist; that the directory entry outlives a power cut is not claimed.
 *
 * @throws StoreError where it exists and `replace` is false, is a link, a directory, an input, or cannot be written
 */
export function writeNewFile(path: string, bytes: Bytes, options: NewFileOptions): void {
  const file = new NewFile(path, options);
  try {
    file.write(bytes);
    file.keep(options.never);
  } finally {
    file.drop();
  }
}

/** Written together: each write waits for the disk. */
const PENDING = 256 * 1024;

/** A file as it grows, under a name of its own beside the one that it will have: whole, by `keep`, or not at all, by `drop`. */
export class NewFile {
  readonly #path: string;
  readonly #replace: boolean;
  readonly #temporary: string;
  #fd: number;
  #pending: Bytes[] = [];
  #waiting = 0;

  /** @throws StoreError */
  constructor(path: string, { replace, never }: NewFileOptions) {
    refusePlace(path, { replace, never });
    this.#path = path;
    this.#replace = replace;
    [this.#temporary, this.#fd] = create(path);
  }

  /** @throws StoreError */
  write(bytes: Bytes): void {
    this.#pending.push(bytes);
    this.#waiting += bytes.length;
    if (this.#waiting >= PENDING) this.#flush();
  }

  /** @throws StoreError; also where the name has become one that must never be written */
  keep(never: readonly string[]): void {
    this.#flush();
    try {
      // The last chance of a file system to say that it has not kept what it took.
      const closing = this.#fd;
      this.#fd = -1;
      closeSync(closing);
      refusePlace(this.#path, { replace: this.#replace, never });
      // A link fails where the name was taken meanwhile; a rename would not.
      if (this.#replace) renameSync(this.#temporary, this.#path);
      else linkSync(this.#temporary, this.#path);
    } catch (error) {
      throw storeError(error, this.#path);
    }
  }

  /** What is left of it, whether it was kept or not. */
  drop(): void {
    if (this.#fd >= 0) closeQuietly(this.#fd);
    this.#fd = -1;
    remove(this.#temporary);
  }

  #flush(): void {
    const parts = this.#pending;
    this.#pending = [];
    this.#waiting = 0;
    try {
      for (const part of parts) writeWhole(this.#fd, part);
    } catch (error) {
      throw storeError(error, this.#path);
    }
  }
}

/** What `writeNewFile` would refuse now, told before the work whose result is to be written. @throws StoreError */
export function refusePlace(path: string, { replace, never, final = false }: NewFileOptions): void {
  if (path.includes('\0')) throw new StoreError('the name of the output holds a NUL');
  const there = statsOf(() => lstatSync(path, { bigint: true }), path);
  if (there === null) return;
  if (there.isSymbolicLink()) throw new StoreError(`${path} is a symbolic link: name the file itself`);
  if (!there.isFile()) throw new StoreError(`${path} is there, and is no regular file`);
  for (const input of never) {
    const other = statsOf(() => statSync(input, { bigint: true }), input);
    if (other !== null && other.dev === there.dev && other.ino === there.ino)
      throw new StoreError(`${path} is ${input}, which is an input: evidence is never modified`);
  }
  if (!replace) throw new StoreError(`${path} exists: ${final ? 'name another file' : 'give --force to replace it'}`);
}

function statsOf<T>(stat: () => T, path: string): T | null {
  try {
    return stat();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw storeError(error, path);
  }
}

/** A file of a name that nobody has, in the same directory. */
function create(path: string): [name: string, fd: number] {
  const { O_WRONLY, O_CREAT, O_EXCL, O_SYNC = 0, O_NOFOLLOW = 0 } = constants;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const temporary = `${path}.tmp-${attempt}`;
    try {
      return [temporary, openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_SYNC | O_NOFOLLOW, OWNER_ONLY)];
    } catch (error) {
      // Left by a run that was killed, or of one that runs now: never read, and never removed.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw storeError(error, path);
    }
  }
  throw new StoreError(`${path}: ${ATTEMPTS} unfinished files of earlier runs lie beside it`);
}

/**
 * A file of a name that is the writer's alone, whole and on the disk when this returns. One that is there is what he himself has left.
 *
 * @param toldAs the name that an error speaks of
 * @throws StoreError
 */
export function writeOwnFile(path: string, content: Bytes | string, toldAs = path): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_SYNC = 0, O_NOFOLLOW = 0 } = constants;
  let fd = -1;
  try {
    fd = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_SYNC | O_NOFOLLOW, OWNER_ONLY);
    writeWhole(fd, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  } catch (error) {
    throw storeError(error, toldAs);
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}

/** Every octet, however few of them each call takes. */
export function writeWhole(fd: number, bytes: Bytes): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at, bytes.length - at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error;
    }
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

export function storeError(error: unknown, path: string): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof StoreError || code === undefined) return error as Error;
  return new StoreError(`${path} cannot be written: ${code}`);
}
