// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { checkKitName, readEntryName } from './entry-name.ts';
import { escapeText } from './escape-text.ts';
import { LIMITS } from './limits.ts';
import { nameFromOctets } from './octet-name.ts';
import { readPaxRecords, readPaxSize } from './pax.ts';
import { isZero, readTarHeader, TAR_BLOCK, type TarHeader, type TarProfile } from './tar-header.ts';

export interface TarEntry {
  /** Relative, without `.` components or slashes at its end; '' for the root itself. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'other';
  /** Of an `other`: what it is. */
  readonly what: string;
  /** Octets of content, which begins at `offset` of the archive. */
  readonly size: number;
  readonly offset: number;
  /** Permissions beyond reading, writing and starting. */
  readonly special: boolean;
}

/** Told of an archive in its order. What it throws ends the reading. */
export interface TarHandler {
  entry(entry: TarEntry): void;
  /** A stretch of the content of the last entry. The octets are those pushed, and good during the call only. */
  content(bytes: Bytes): void;
  /** The last entry is complete. */
  complete(): void;
}

/** Extended headers that wait for the entry that they are about. */
interface Pending {
  readonly pax: ReadonlyMap<string, Bytes> | null;
  readonly name: Bytes | null;
  readonly link: Bytes | null;
  readonly at: number;
}

const NOTHING_PENDING: Pending = { pax: null, name: null, link: null, at: -1 };
const NO_BYTES: Bytes = new Uint8Array(0);

/** Records that change what a file is, not only what is known of it. */
const SPARSE = /^(?:GNU\.sparse\.|SCHILY\.(?:realsize|filetype|offset)$)/;
const KIT_RECORDS = ['path', 'linkpath', 'size'];

/** Entries that are listed: they have no content that any reader could take for a file. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['1', 'hard link'],
  ['2', 'symbolic link'],
  ['3', 'device'],
  ['4', 'device'],
  ['6', 'pipe'],
  ['D', 'directory of an incremental backup'],
  ['V', 'volume label'],
]);
/** One reader makes a file of their content, another puts holes into it, or passes over it. */
const DISPUTED: ReadonlyMap<string, string> = new Map([
  ['S', 'a sparse file'],
  ['D', 'a directory with content'],
  ['M', 'the rest of a file of another volume'],
]);

/**
 * A tar, pushed in stretches of any length (POSIX pax, "ustar Interchange Format" and "pax Interchange Format"). Each octet is
 * looked at once, nothing is allocated by a declared size, and what two readers could read differently is refused. Names are not
 * compared with each other in `foreign`: whether two entries are one is a question of their content too.
 *
 * @throws Malformed `archive-…`, `limit-exceeded`, from `push` and `end`; nothing may be pushed after
 */
export class TarReader {
  readonly #profile: TarProfile;
  readonly #handler: TarHandler;
  /** Octets that went through so far: where in the archive the reader stands. */
  #at = 0;
  /** A block that came in parts. */
  readonly #block = new Uint8Array(TAR_BLOCK);
  #filled = 0;
  /** Of the content at hand: still to come, and the zeros behind it. */
  #left = 0;
  #padding = 0;
  #reading: 'header' | 'content' | 'extension' | 'end' = 'header';
  #extension = '';
  #parts: Bytes[] = [];
  #pending = NOTHING_PENDING;
  #zeroBlocks = 0;
  readonly #names = new Set<string>();

  constructor(profile: TarProfile, handler: TarHandler) {
    this.#profile = profile;
    this.#handler = handler;
  }

  push(bytes: Bytes): void {
    let from = 0;
    while (from < bytes.length) {
      if (this.#left > 0) from = this.#takeContent(bytes, from);
      else if (this.#padding > 0) from = this.#takePadding(bytes, from);
      else if (this.#reading === 'end') from = this.#takeEnd(bytes, from);
      else from = this.#takeBlock(bytes, from);
    }
  }

  /** No more will come. */
  end(): void {
    if (this.#reading === 'end' && this.#at % TAR_BLOCK === 0) return;
    const where = `at offset ${this.#at}`;
    if (this.#left > 0 || this.#padding > 0 || this.#filled > 0 || this.#reading === 'end') {
      throw new Malformed('archive-end', `the archive ends in the middle, ${where}`);
    }
    const found = this.#zeroBlocks === 1 ? 'with one block of zeros instead of two' : 'without two blocks of zeros';
    throw new Malformed('archive-end', `the archive ends ${found}, ${where}`);
  }

  #takeContent(bytes: Bytes, from: number): number {
    const to = Math.min(bytes.length, from + this.#left);
    const part = from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to);
    this.#left -= part.length;
    this.#at += part.length;
    if (this.#reading === 'extension') this.#parts.push(part.slice());
    else this.#handler.content(part);
    if (this.#left === 0) this.#contentEnded();
    return to;
  }

  #contentEnded(): void {
    if (this.#reading === 'extension') this.#readExtension();
    else this.#handler.complete();
    this.#reading = 'header';
  }

  #takePadding(bytes: Bytes, from: number): number {
    const to = Math.min(bytes.length, from + this.#padding);
    // Readers pass over it, so that it may hide something, and changes nothing.
    if (this.#profile === 'kit' && !isZero(bytes, from, to)) {
      throw new Malformed('archive-trailing', `the zeros behind the entry before offset ${this.#at} are none`);
    }
    this.#padding -= to - from;
    this.#at += to - from;
    return to;
  }

  #takeEnd(bytes: Bytes, from: number): number {
    if (!isZero(bytes, from, bytes.length)) {
      throw new Malformed('archive-trailing', `something follows the end of the archive, after offset ${this.#at}`);
    }
    this.#at += bytes.length - from;
    return bytes.length;
  }

  #takeBlock(bytes: Bytes, from: number): number {
    if (this.#filled === 0 && bytes.length - from >= TAR_BLOCK) {
      this.#at += TAR_BLOCK;
      this.#readBlock(bytes.subarray(from, from + TAR_BLOCK));
      return from + TAR_BLOCK;
    }
    const to = Math.min(bytes.length, from + TAR_BLOCK - this.#filled);
    this.#block.set(bytes.subarray(from, to), this.#filled);
    this.#filled += to - from;
    this.#at += to - from;
    if (this.#filled === TAR_BLOCK) {
      this.#filled = 0;
      this.#readBlock(this.#block);
    }
    return to;
  }

  #readBlock(block: Bytes): void {
    const start = this.#at - TAR_BLOCK;
    if (block[0] === 0 && isZero(block, 0, TAR_BLOCK)) {
      this.#zeroBlocks++;
      if (this.#zeroBlocks < 2) return;
      if (this.#pending !== NOTHING_PENDING) throw this.#unattached();
      this.#reading = 'end';
      return;
    }
    if (this.#zeroBlocks > 0) {
      throw new Malformed('archive-end', `a single block of zeros stands before the entry at offset ${start}`);
    }
    const header = readTarHeader(block, this.#profile, start);
    if ('xgLK'.includes(header.type)) this.#beginExtension(header, start);
    else this.#beginEntry(header, start);
  }

  #beginExtension({ type, size }: TarHeader, start: number): void {
    const where = `the extended header at offset ${start}`;
    if (this.#profile === 'kit' && type !== 'x') {
      throw new Malformed('archive-extension', `${where} is of type ${type}`);
    }
    // Readers differ in which of two they apply, and to what.
    const { pax, name, link } = this.#pending;
    const clash = type === 'L' ? (pax ?? name) : type === 'K' ? (pax ?? link) : (pax ?? name ?? link);
    if (clash !== null) throw new Malformed('archive-extension', `${where} follows another that no entry has followed`);
    if (size === 0) throw new Malformed('archive-extension', `${where} is empty`);
    if (size > LIMITS.tarExtension) {
      throw new Malformed('limit-exceeded', `${where} has ${size} octets, more than ${LIMITS.tarExtension}`);
    }
    this.#extension = type;
    this.#parts = [];
    this.#pending = { ...this.#pending, at: start };
    this.#begin('extension', size);
  }

  #readExtension(): void {
    const bytes = joined(this.#parts);
    this.#parts = [];
    const where = `the extended header at offset ${this.#pending.at}`;
    const type = this.#extension;
    if (type === 'L' || type === 'K') {
      const text = withoutNul(bytes);
      if (text.length === 0 || text.includes(0)) {
        throw new Malformed('archive-extension', `${where} holds no name, or a NUL in it`);
      }
      this.#pending = type === 'L' ? { ...this.#pending, name: text } : { ...this.#pending, link: text };
      return;
    }
    const records = readPaxRecords(bytes, where);
    const taken = type === 'g' ? ['comment'] : this.#profile === 'kit' ? KIT_RECORDS : null;
    for (const key of records.keys()) {
      if (taken === null || taken.includes(key)) continue;
      const all = type === 'g' ? 'all entries that follow' : 'an entry';
      throw new Malformed('archive-extension', `${where} says ${escapeText(key)} of ${all}`);
    }
    for (const key of KIT_RECORDS) {
      const value = records.get(key);
      if (value !== undefined && (value.length === 0 || value.includes(0))) {
        throw new Malformed('archive-extension', `${where} has a ${key} that is empty or holds a NUL`);
      }
    }
    if (type === 'x') this.#pending = { ...this.#pending, pax: records };
  }

  #beginEntry(header: TarHeader, start: number): void {
    const { pax, name, link } = this.#pending;
    this.#pending = NOTHING_PENDING;
    const where = `the entry at offset ${start}`;
    const octets = pax?.get('path') ?? name ?? header.name;
    const size = sizeOf(header, pax, where);
    const sparse = pax !== null && [...pax.keys()].some((key) => SPARSE.test(key));
    const slash = octets.at(-1) === 0x2f;
    const { type } = header;
    const isFile = type === '0' || (type === '7' && this.#profile === 'foreign');
    const disputed = sparse ? 'a sparse file' : DISPUTED.get(type);
    if (disputed !== undefined && (type !== 'D' || size > 0)) {
      throw new Malformed('archive-entry-type', `${where} is ${disputed}: not every reader takes the same out of it`);
    }
    if (!isFile && type !== '5' && !(this.#profile === 'foreign' && OTHERS.has(type))) {
      throw new Malformed('archive-entry-type', `${where} is of type "${escapeText(type)}"`);
    }
    if (size > 0 && !isFile) {
      throw new Malformed('archive-size', `${where} can have no content, and declares ${size} octets`);
    }
    // Before POSIX a directory was a file whose name ends so; since, readers differ. An extended header may say another name.
    if ((isFile && slash) || (header.untyped && type === '5' && !slash))
      throw new Malformed('archive-name', `${where} is a file, and its name ends in a slash`);
    const path = this.#pathOf(octets, type === '5', where);
    const target = nameFromOctets(pax?.get('linkpath') ?? link ?? header.link);
    const what = isFile ? 'file' : describe(type, target);
    const kind = type === '5' ? 'directory' : isFile ? 'file' : 'other';
    this.#begin('content', size);
    const { special } = header;
    this.#handler.entry({
      path,
      kind,
      what: kind === 'directory' ? 'directory' : what,
      size,
      offset: this.#at,
      special,
    });
    if (size === 0) this.#contentEnded();
  }

  #pathOf(octets: Bytes, directory: boolean, where: string): string {
    if (octets.length > LIMITS.pathOctets) {
      throw new Malformed('limit-exceeded', `${where} has a name of ${octets.length} octets`);
    }
    const name = nameFromOctets(octets);
    if (this.#profile === 'foreign') return readEntryName(name, directory, where);
    const path = directory && name.endsWith('/') ? name.slice(0, -1) : name;
    checkKitName(path, where);
    const folded = path.toLowerCase();
    if (this.#names.has(folded)) {
      throw new Malformed('archive-duplicate', `${where} is named as another: "${escapeText(path)}"`);
    }
    if (this.#names.size >= LIMITS.members)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.members} entries`);
    this.#names.add(folded);
    return path;
  }

  #begin(reading: 'content' | 'extension', size: number): void {
    this.#reading = reading;
    this.#left = size;
    this.#padding = (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
  }

  #unattached(): Malformed {
    return new Malformed('archive-extension', `the extended header at offset ${this.#pending.at} is about no entry`);
  }
}

function describe(type: string, target: string): string {
  const what = OTHERS.get(type) ?? '';
  return type === '1' || type === '2' ? `${what} to "${escapeText(target)}"` : what;
}

/** POSIX lets the record win; a reader that does not know it would go on at another place, unless both agree. */
function sizeOf(header: TarHeader, pax: ReadonlyMap<string, Bytes> | null, where: string): number {
  const record = pax?.get('size');
  if (record === undefined) return header.size;
  const size = readPaxSize(record, where);
  if (header.size !== 0 && header.size !== size) {
    throw new Malformed('archive-size', `${where} has ${header.size} octets by its header and ${size} by its record`);
  }
  return size;
}

function withoutNul(bytes: Bytes): Bytes {
  return bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes;
}

function joined(parts: readonly Bytes[]): Bytes {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return parts.length === 0 ? NO_BYTES : all;
}
