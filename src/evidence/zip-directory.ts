// SPDX-License-Identifier: Apache-2.0
import { type Entry, fromRandomAccessReader, type LocalFileHeader, RandomAccessReader, type ZipFile } from 'yauzl';
import { readEntryName } from '../encoding/entry-name.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { readLarge, readZipEnd, ZIP_END_LENGTH } from '../encoding/zip-end.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { OctetSource } from './octet-source.ts';

/** An entry whose two headers agree, and which has a place of its own. */
export interface ZipEntry {
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'device';
  readonly deflated: boolean;
  readonly crc: number;
  readonly size: number;
  /** Of the content as it lies there. */
  readonly offset: number;
  readonly length: number;
}

/** Headers of an entry in the central directory. */
const CENTRAL = 46;
const WINDOW = 256 * 1024;

const STREAMED = 0x8;
const UTF8 = 0x800;
/** What a writer says of how it compressed changes nothing. */
const HARMLESS = 0x6 | STREAMED | UTF8;
const STORED = 0;
const DEFLATED = 8;
const UNICODE_PATH = 0x7075;
const ZIP64 = 0x0001;
const DESCRIPTOR = 0x08074b50;
/** Hosts whose writers tell modes: Unix, and macOS (APPNOTE 4.4.2). */
const UNIX: ReadonlySet<number> = new Set([3, 19]);

/**
 * The entries of a zip in the order of their places (PKWARE APPNOTE 4.3). Every octet of the file belongs to exactly one entry,
 * the directory or the end: so that readers which follow the directory and those that go from the front see the same.
 *
 * @throws Malformed `archive-…`, `limit-exceeded`, `input-…`
 */
export async function readZipDirectory(source: OctetSource): Promise<ZipEntry[]> {
  const tail = new Uint8Array(Math.min(source.size, ZIP_END_LENGTH));
  source.read(tail, source.size - tail.length);
  const end = readZipEnd(tail, source.size);
  if (end.entries > LIMITS.members) {
    throw new Malformed('limit-exceeded', `the archive has ${end.entries} entries, more than ${LIMITS.members}`);
  }
  const reader = new Window(source);
  const zip = await opened(reader, source.size);
  const entries: Entry[] = [];
  let length = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      length += CENTRAL + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (error) {
    throw ofLibrary(error);
  }
  if (entries.length !== end.entries || length !== end.size) {
    throw new Malformed('archive-layout', 'the directory of the archive is not as long as its end says');
  }
  entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let at = 0;
  const result = entries.map((entry, i) => {
    const start = entry.relativeOffsetOfLocalHeader;
    const where = `the entry at offset ${start}`;
    if (start !== at) {
      if (at === 0) throw new Malformed('archive-trailing', 'something stands before the first entry of the archive');
      throw new Malformed(
        'archive-layout',
        `${where} ${start < at ? 'overlaps' : 'leaves a gap behind'} the one before`,
      );
    }
    const local = localHeader(zip, entry, where);
    checkHeaders(entry, local, where);
    const next = entries[i + 1]?.relativeOffsetOfLocalHeader ?? end.offset;
    const contentEnd = local.fileDataStart + entry.compressedSize;
    at = contentEnd;
    if ((entry.generalPurposeBitFlag & STREAMED) !== 0) {
      checkDescriptor(source, entry, contentEnd, next - contentEnd, where);
      at = next;
    }
    return entryOf(entry, local, where);
  });
  if (at !== end.offset)
    throw new Malformed('archive-trailing', 'something stands behind the last entry of the archive');
  return result;
}

function entryOf(entry: Entry, { fileDataStart }: LocalFileHeader, where: string): ZipEntry {
  const name = nameOf(entry, where);
  const isDirectory = name.endsWith('/');
  const path = isDirectory ? name.slice(0, -1) : name;
  if (readEntryName(name, isDirectory, where) !== path || path === '' || /\\|^[A-Za-z]:/.test(path)) {
    throw new Malformed('archive-name', `${where} has a name that readers rewrite: "${escapeText(name)}"`);
  }
  if (entry.fileNameLength > LIMITS.pathOctets) {
    throw new Malformed('limit-exceeded', `${where} has a name of ${entry.fileNameLength} octets`);
  }
  // The mode of Unix, where the writer has told it.
  const type = (entry.externalFileAttributes >>> 28) & 0xf;
  const kind = isDirectory ? 'directory' : type === 0xa ? 'link' : type === 0 || type === 8 ? 'file' : 'device';
  if (isDirectory ? type !== 0 && type !== 4 : type === 4) {
    throw new Malformed('archive-name', `${where} is a directory by its name or by its mode, not by both`);
  }
  if (isDirectory && entry.uncompressedSize > 0) {
    throw new Malformed('archive-size', `${where} is a directory, and has content`);
  }
  checkContent(entry, kind, type, where);
  return {
    path,
    kind,
    deflated: entry.compressionMethod === DEFLATED,
    crc: entry.crc32,
    size: entry.uncompressedSize,
    offset: fileDataStart,
    length: entry.compressedSize,
  };
}

/** A mode of Unix that only some readers believe, and content that the others then take for a file's. */
function checkContent(entry: Entry, kind: ZipEntry['kind'], type: number, where: string): void {
  const refused = (why: string) =>
    new Malformed('archive-entry-type', `${where} ${why}: not every reader takes the same out of it`);
  if (kind === 'device' && entry.uncompressedSize > 0) throw refused('is a device or a pipe, and has content');
  if ((kind === 'device' || kind === 'link') && !UNIX.has(entry.versionMadeBy >>> 8))
    throw refused(`has a mode of Unix (type ${type}), and was not made by Unix`);
}

/** Without the flag a name is in the code page of whoever reads it, unless it is plain. */
function nameOf(entry: Entry, where: string): string {
  const raw = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & UTF8) === 0 && raw.some((octet) => octet > 0x7e)) {
    throw new Malformed('archive-name', `${where} has a name in no code page that is told`);
  }
  const text = attempt(() => decodeUtf8(raw));
  if (!text.ok) throw new Malformed('archive-name', `${where} has a name that is no UTF-8`);
  return text.value;
}

function checkHeaders(entry: Entry, local: LocalFileHeader, where: string): void {
  const flags = entry.generalPurposeBitFlag;
  if ((flags & ~HARMLESS) !== 0 || (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)) {
    const how = (flags & 1) !== 0 ? 'encrypted' : `compressed by method ${entry.compressionMethod}, flags ${flags}`;
    throw new Malformed('archive-unsupported', `${where} is ${how}`);
  }
  const differ = (what: string) => new Malformed('archive-layout', `${where}: its two headers differ in the ${what}`);
  if (!equalBytes(entry.fileNameRaw, local.fileName)) throw differ('name');
  if (flags !== local.generalPurposeBitFlag) throw differ('flags');
  if (entry.compressionMethod !== local.compressionMethod) throw differ('method');
  for (const extra of [entry.extraFieldRaw, local.extraField]) checkExtra(extra, entry.fileNameRaw, where);
  const told = [local.crc32, ...localSizes(local, where)];
  const real = [entry.crc32, entry.uncompressedSize, entry.compressedSize];
  const names = ['CRC-32', 'size', 'compressed size'];
  const streamed = (flags & STREAMED) !== 0;
  told.forEach((value, i) => {
    if (value !== real[i] && !(streamed && value === 0)) throw differ(names[i]!);
  });
}

/** A second name, or sizes said twice, are for readers to choose from. */
function checkExtra(extra: Bytes, name: Bytes, where: string): void {
  const seen = new Set<number>();
  for (const { id, data } of extraFields(extra, where)) {
    if ((id === ZIP64 || id === UNICODE_PATH) && seen.has(id)) {
      throw new Malformed('archive-layout', `${where} has two extra fields of one kind`);
    }
    seen.add(id);
    if (id === UNICODE_PATH && !equalBytes(data.subarray(5), name)) {
      throw new Malformed('archive-name', `${where} has another name in an extra field`);
    }
  }
}

function extraFields(extra: Bytes, where: string): { id: number; data: Bytes }[] {
  const fields: { id: number; data: Bytes }[] = [];
  for (let at = 0; at < extra.length; ) {
    const length = (extra[at + 2] ?? 0) | ((extra[at + 3] ?? 0) << 8);
    if (at + 4 + length > extra.length) throw new Malformed('archive-header', `${where} has a malformed extra field`);
    fields.push({ id: extra[at]! | (extra[at + 1]! << 8), data: extra.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return fields;
}

function localSizes(local: LocalFileHeader, where: string): [number, number] {
  const { uncompressedSize: size, compressedSize: length } = local;
  if (size !== 0xffffffff && length !== 0xffffffff) return [size, length];
  const large = extraFields(local.extraField, where).find(({ id }) => id === ZIP64)?.data;
  // In a local header both stand, or none (APPNOTE 4.5.3).
  if (large === undefined || large.length < 16 || size !== length) {
    throw new Malformed('archive-header', `${where} has no large sizes, and says that it has`);
  }
  const view = new DataView(large.buffer, large.byteOffset, large.length);
  return [readLarge(view, 0), readLarge(view, 8)];
}

/** What a writer that could not go back has put behind the content: with or without a mark, of small or large sizes. */
function checkDescriptor(source: OctetSource, entry: Entry, at: number, length: number, where: string): void {
  const wrong = () => new Malformed('archive-layout', `what stands behind ${where} is not its data descriptor`);
  if (![12, 16, 20, 24].includes(length)) throw wrong();
  const view = new DataView(new ArrayBuffer(length));
  if (source.read(new Uint8Array(view.buffer), at) < length) throw wrong();
  const marked = length === 16 || length === 24;
  if (marked && view.getUint32(0, true) !== DESCRIPTOR) throw wrong();
  const from = marked ? 4 : 0;
  const sizes =
    length < 20
      ? [view.getUint32(from + 4, true), view.getUint32(from + 8, true)]
      : [readLarge(view, from + 4), readLarge(view, from + 12)];
  if (
    view.getUint32(from, true) !== entry.crc32 ||
    sizes[0] !== entry.compressedSize ||
    sizes[1] !== entry.uncompressedSize
  )
    throw wrong();
}

/** Answers at once: the directory is read in order, so that it mostly lies in what was read last. */
class Window extends RandomAccessReader {
  readonly #source: OctetSource;
  #bytes: Bytes = new Uint8Array(0);
  #start = 0;

  constructor(source: OctetSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, count: number) => void,
  ): void {
    const result = attempt(() => this.#fill(position, length));
    if (result.ok) {
      buffer.set(result.value, offset);
      callback(null, result.value.length);
    } else callback(new Malformed(result.problem.reason, result.problem.detail), 0);
  }

  #fill(position: number, length: number): Bytes {
    const held = position >= this.#start && position + length <= this.#start + this.#bytes.length;
    if (!held && position < this.#source.size) {
      const bytes = new Uint8Array(Math.min(Math.max(WINDOW, length), this.#source.size - position));
      this.#bytes = bytes.subarray(0, this.#source.read(bytes, position));
      this.#start = position;
    }
    if (position < this.#start || position >= this.#start + this.#bytes.length) return new Uint8Array(0);
    return this.#bytes.subarray(position - this.#start, position - this.#start + length);
  }
}

async function opened(reader: Window, size: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, strictFileNames: true } as const;
  return await new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, options, (error, zip) => (error ? reject(ofLibrary(error)) : resolve(zip)));
  });
}

function localHeader(zip: ZipFile, entry: Entry, where: string): LocalFileHeader {
  const found: { header: LocalFileHeader | null; error: Error | null } = { header: null, error: null };
  // Its reader answers at once, and so does it: but for a header without a name, for which nothing is read.
  zip.readLocalFileHeader(entry, { minimal: false }, (error, header) => {
    if (error) found.error = error;
    else found.header = header;
  });
  if (found.error !== null) throw ofLibrary(found.error);
  if (found.header === null) throw new Malformed('archive-name', `${where} has no name`);
  return found.header;
}

/** The library's errors carry no code. Every one of them is about the octets; errors of the language are faults. */
function ofLibrary(error: unknown): unknown {
  if (error instanceof Malformed || !(error instanceof Error) || error.name !== 'Error') return error;
  return new Malformed('archive-layout', escapeText(error.message));
}
