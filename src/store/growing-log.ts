// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { sha256Hex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { StoreError, storeError, writeOwnFile, writeWhole } from './new-file.ts';

const FORMAT = 'forensic-verify/pending-line@v1';
const LF = 0x0a;
const OWNER_ONLY = 0o600;
/** The row in front of a pending line. */
const HEAD = 512;

/** A line that was to be appended, as its writer left it. */
export interface PendingLine {
  /** Without its LF. */
  readonly line: Bytes;
  /** Octets of the file before it. */
  readonly offset: number;
  /** How many octets of the line and its LF are there already. */
  readonly written: number;
}

/**
 * A file of lines that only grows, by one line at a time, and never by half of one that a reader or the next writer could take for a
 * line. The new line is first written whole to `FILE.pending` (O_SYNC), then appended (O_DSYNC), and the pending file removed: a writer that
 * is stopped anywhere leaves what the next one can finish, and nothing else is ever changed. Only for the holder of the lock.
 */
export class GrowingLog {
  readonly path: string;
  readonly #pendingPath: string;
  /** What was found and put right. */
  readonly notices: string[] = [];
  /** null: nothing was left behind. It is to be finished before anything else is appended. */
  #pending: PendingLine | null = null;

  /** @throws StoreError where the file is none to append to, or what was left behind is not of this file */
  constructor(path: string) {
    this.path = path;
    this.#pendingPath = `${path}.pending`;
    this.#recover();
  }

  get pending(): PendingLine | null {
    return this.#pending;
  }

  /** @throws StoreError; the line is then not in the file, or is left pending for the next writer to finish */
  append(line: Bytes): void {
    if (this.#pending !== null) throw new StoreError(`${this.path}: an unfinished line comes first`);
    if (line.length > LIMITS.custodyLine || line.includes(LF))
      throw new StoreError(`a line of ${line.length} bytes cannot be appended: ${LIMITS.custodyLine} are the most`);
    const whole = joined(line, Uint8Array.of(LF));
    const offset = sizeOf(this.path) ?? 0;
    const head = JSON.stringify({ format: FORMAT, offset, sha256: sha256Hex(whole), size: whole.length });
    writeOwnFile(this.#pendingPath, joined(new TextEncoder().encode(`${head}\n`), whole));
    this.#pending = { line, offset, written: 0 };
    this.finish();
  }

  /** Appends what is missing of the pending line. @throws StoreError */
  finish(): void {
    const pending = this.#pending;
    if (pending === null) return;
    const whole = joined(pending.line, Uint8Array.of(LF));
    const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_DSYNC = 0, O_NOFOLLOW = 0 } = constants;
    const isNew = sizeOf(this.path) === null;
    let fd = -1;
    try {
      fd = openSync(this.path, O_WRONLY | O_APPEND | O_DSYNC | O_NOFOLLOW | (isNew ? O_CREAT | O_EXCL : 0), OWNER_ONLY);
      if (fstatSync(fd).size !== pending.offset + pending.written)
        throw new StoreError(`${this.path} was written by somebody who does not hold its lock: nothing is appended`);
      writeWhole(fd, whole.subarray(pending.written));
    } catch (error) {
      throw storeError(error, this.path);
    } finally {
      if (fd >= 0) closeSync(fd);
    }
    this.#pending = null;
    unlink(this.#pendingPath);
  }

  #recover(): void {
    const bytes = readBounded(this.#pendingPath, HEAD + LIMITS.custodyLine + 1);
    const size = sizeOf(this.path);
    if (bytes === null) return;
    const found = readPending(bytes);
    if (found === null) {
      // Appending begins when the pending file is whole: nothing of this line is in the log.
      unlink(this.#pendingPath);
      this.notices.push('a writer was stopped before its line was whole: what it left was dropped');
      return;
    }
    const { offset, whole } = found;
    const written = (size ?? 0) - offset;
    const tail = written > 0 && written <= whole.length ? readAt(this.path, offset, written) : null;
    if (written < 0 || written > whole.length || (tail !== null && !isPrefix(tail, whole)))
      throw new StoreError(
        `${this.#pendingPath} was left by a writer that was stopped, and is not of the log as it stands (${size ?? 0} bytes, the line belongs at ${offset}): look at both, and remove it if its event is not to be in the log`,
      );
    if (written === whole.length) {
      unlink(this.#pendingPath);
      this.notices.push('a writer was stopped after it had appended its line: the line is whole');
      return;
    }
    this.#pending = { line: whole.subarray(0, -1), offset, written };
  }
}

/** Octets of a regular file. @returns null where nothing is there @throws StoreError */
export function sizeOf(path: string): number | null {
  if (path.includes('\0')) throw new StoreError('the name of the log holds a NUL');
  try {
    const there = lstatSync(path);
    if (there.isSymbolicLink()) throw new StoreError(`${path} is a symbolic link: name the file itself`);
    if (!there.isFile()) throw new StoreError(`${path} is there, and is no regular file`);
    return there.size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw storeError(error, path);
  }
}

/** null where it is not whole. */
function readPending(bytes: Bytes): { readonly offset: number; readonly whole: Bytes } | null {
  const end = bytes.indexOf(LF);
  if (end === -1 || end > HEAD) return null;
  const head = headOf(new TextDecoder('latin1').decode(bytes.subarray(0, end)));
  const whole = bytes.subarray(end + 1);
  if (head === null || whole.length !== head.size || whole.length === 0 || sha256Hex(whole) !== head.sha256)
    return null;
  return whole.indexOf(LF) === whole.length - 1 ? { offset: head.offset, whole } : null;
}

const HEAD_FORM = new RegExp(
  `^\\{"format":"${FORMAT}","offset":(0|[1-9][0-9]{0,14}),"sha256":"([0-9a-f]{64})","size":([1-9][0-9]{0,8})\\}$`,
);

function headOf(text: string): { readonly offset: number; readonly sha256: string; readonly size: number } | null {
  const match = HEAD_FORM.exec(text);
  return match === null ? null : { offset: Number(match[1]), sha256: match[2]!, size: Number(match[3]) };
}

function isPrefix(tail: Bytes, whole: Bytes): boolean {
  return tail.every((octet, i) => octet === whole[i]);
}

/** null where there is no file. */
function readBounded(path: string, most: number): Bytes | null {
  const size = sizeOf(path);
  if (size === null) return null;
  if (size > most) throw new StoreError(`${path} is no pending line of this tool: see what it is, and move it away`);
  return readAt(path, 0, size);
}

function readAt(path: string, offset: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  let fd = -1;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    for (let at = 0; at < length; ) {
      const count = readSync(fd, bytes, at, length - at, offset + at);
      if (count === 0) throw new StoreError(`${path} has become shorter while it was read`);
      at += count;
    }
    return bytes;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}

function unlink(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw storeError(error, path);
  }
}

function joined(a: Bytes, b: Bytes): Bytes {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
