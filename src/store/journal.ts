// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { sha256Hex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { StoreError, storeError, writeWhole } from './new-file.ts';

const LF = 0x0a;
const CHECKSUM = 64;
const KEY = 64;
const HEAD = 'head'.padEnd(KEY, '-');
/** Rows are written together: each write waits for the disk. */
const PENDING = 64 * 1024;
const CHUNK = 1024 * 1024;
const OWNER_ONLY = 0o600;

/** The file is there, and is no journal, or one of something else. */
export class JournalError extends StoreError {}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Rows of text under keys, in a file that only ever grows: each line is `<SHA-256 of the rest> <key> <text>`, hexadecimal, and the
 * first one says what the journal is of. A line that is not whole, the last one of a run that was killed or one that somebody has
 * touched, is left out: what it told is found again. Of the rows nothing but their places is held in memory.
 */
export class Journal {
  readonly path: string;
  /** Lines that were left out when it was opened. */
  readonly dropped: number;
  #fd: number;
  readonly #places: Map<string, Place>;
  #size: number;
  #pending: Bytes[] = [];
  #waiting = 0;

  private constructor(path: string, fd: number, found: Found) {
    this.path = path;
    this.#fd = fd;
    this.#places = found.places;
    this.dropped = found.dropped;
    this.#size = found.size;
  }

  /**
   * Opens the journal of this very question, or begins it.
   *
   * @param head one line of text that binds it
   * @param sameHead what is wrong with the head that is there, as the end of a sentence; null: it is the same
   * @throws JournalError where the file is no journal; StoreError where it cannot be opened or written
   */
  static open(path: string, head: string, sameHead: (found: string) => string | null): Journal {
    if (path.includes('\0')) throw new StoreError('the name of the journal holds a NUL');
    let fd = -1;
    try {
      refuseOther(path);
      const { O_RDWR, O_CREAT, O_APPEND, O_DSYNC = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
      fd = openSync(path, O_RDWR | O_CREAT | O_APPEND | O_DSYNC | O_NOFOLLOW | O_NONBLOCK, OWNER_ONLY);
      if (!fstatSync(fd).isFile()) throw new JournalError(`${path} is no regular file`);
      const line = lineOf(HEAD, head);
      const found = scan(fd, line);
      const journal = new Journal(path, fd, found);
      if (found.head === null) {
        // Cut short while its first line was written: nothing but the beginning of that line.
        if (found.foreign) throw new JournalError(`${path} is there, and is no journal of this tool`);
        journal.#write(found.size === 0 ? [line] : [NEWLINE, line]);
      } else {
        const differs = sameHead(found.head);
        if (differs !== null) throw new JournalError(`${path} ${differs}`);
        if (!found.ended) journal.#write([NEWLINE]);
      }
      return journal;
    } catch (error) {
      if (fd >= 0) closeSync(fd);
      throw storeError(error, path);
    }
  }

  get keys(): ReadonlySet<string> {
    return new Set(this.#places.keys());
  }

  /** null where the row is not there, or no longer what it was. @throws StoreError */
  read(key: string): string | null {
    const place = this.#places.get(key);
    if (place === undefined) return null;
    if (place.offset >= this.#size) this.flush();
    const line = new Uint8Array(place.length);
    for (let at = 0; at < line.length; ) {
      const count = readSync(this.#fd, line, at, line.length - at, place.offset + at);
      if (count === 0) return null;
      at += count;
    }
    const row = rowOf(line);
    return row?.key === key ? row.text : null;
  }

  /** @param text without a line feed; one that is longer than a document may be is left out, and found again */
  append(key: string, text: string): void {
    if (this.#places.has(key)) return;
    const line = lineOf(key, text);
    if (line.length > LIMITS.journalLine) return;
    this.#places.set(key, { offset: this.#size + this.#waiting, length: line.length - 1 });
    this.#pending.push(line);
    this.#waiting += line.length;
    if (this.#waiting >= PENDING) this.flush();
  }

  /** @throws StoreError */
  flush(): void {
    const lines = this.#pending;
    this.#pending = [];
    this.#waiting = 0;
    if (lines.length > 0) this.#write(lines);
  }

  /** @throws StoreError */
  close(): void {
    const fd = this.#fd;
    if (fd < 0) return;
    try {
      this.flush();
    } finally {
      this.#fd = -1;
      closeSync(fd);
    }
  }

  #write(lines: readonly Bytes[]): void {
    const bytes = joined(lines);
    try {
      writeWhole(this.#fd, bytes);
    } catch (error) {
      throw storeError(error, this.path);
    }
    this.#size += bytes.length;
  }
}

const NEWLINE: Bytes = Uint8Array.of(LF);

function lineOf(key: string, text: string): Bytes {
  const rest = encodeUtf8(`${key} ${text}`);
  return joined([encodeUtf8(`${sha256Hex(rest)} `), rest, NEWLINE]);
}

function rowOf(line: Bytes): { readonly key: string; readonly text: string } | null {
  if (line.length < CHECKSUM + KEY + 2) return null;
  const rest = line.subarray(CHECKSUM + 1);
  if (ascii(line.subarray(0, CHECKSUM + 1)) !== `${sha256Hex(rest)} `) return null;
  return { key: ascii(rest.subarray(0, KEY)), text: decodeUtf8(rest.subarray(KEY + 1)) };
}

function ascii(bytes: Bytes): string {
  return new TextDecoder('latin1').decode(bytes);
}

function startsWith(whole: Bytes, beginning: Bytes): boolean {
  return beginning.length <= whole.length && beginning.every((octet, i) => octet === whole[i]);
}

interface Found {
  readonly head: string | null;
  /** Before any head there is something that is no part of the one that is expected. */
  readonly foreign: boolean;
  readonly places: Map<string, Place>;
  readonly dropped: number;
  readonly size: number;
  /** The last line has its end. */
  readonly ended: boolean;
}

function scan(fd: number, expected: Bytes): Found {
  const places = new Map<string, Place>();
  const chunk = new Uint8Array(CHUNK);
  let head: string | null = null;
  let foreign = false;
  let dropped = 0;
  let size = 0;
  let start = 0;
  let parts: Bytes[] = [];
  let held = 0;
  const take = (end: number): void => {
    const line = joined(parts);
    const row = held === end - start ? rowOf(line) : null;
    if (head === null && row?.key !== HEAD) foreign ||= line.length === 0 || !startsWith(expected, line);
    if (row === null) dropped += end === start ? 0 : 1;
    else if (row.key === HEAD) head ??= row.text;
    else places.set(row.key, { offset: start, length: line.length });
  };
  for (;;) {
    const count = readSync(fd, chunk, 0, CHUNK, size);
    if (count === 0) break;
    for (let at = 0; at < count; ) {
      const found = chunk.subarray(0, count).indexOf(LF, at);
      const end = found === -1 ? count : found;
      // A line that is longer than any that was written is not held, and is not whole.
      if (held + end - at <= LIMITS.journalLine) {
        parts.push(chunk.slice(at, end));
        held += end - at;
      }
      if (found !== -1) {
        take(size + end);
        start = size + end + 1;
        parts = [];
        held = 0;
      }
      at = end + 1;
    }
    size += count;
  }
  const ended = start === size;
  // Whole but for its end, which is written when the journal goes on.
  if (!ended) take(size);
  return { head, foreign, places, dropped: head === null ? 0 : dropped, size, ended };
}

/** What is there must be a regular file: it is opened for writing. */
function refuseOther(path: string): void {
  try {
    const there = lstatSync(path);
    if (there.isSymbolicLink()) throw new JournalError(`${path} is a symbolic link: name the file itself`);
    if (!there.isFile()) throw new JournalError(`${path} is there, and is no regular file`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function joined(parts: readonly Bytes[]): Bytes {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
