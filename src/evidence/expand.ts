// SPDX-License-Identifier: Apache-2.0
import {
  crc32,
  createInflateRaw,
  createZstdDecompress,
  type InflateRaw,
  inflateRawSync,
  type ZstdDecompress,
  zstdDecompressSync,
} from 'node:zlib';
import { GZIP_TRAILER, gzipHeaderLength, isGzip } from '../encoding/gzip-header.ts';
import { LIMITS } from '../encoding/limits.ts';
import { plainBytes } from '../encoding/plain-bytes.ts';
import { ZstdFrame } from '../encoding/zstd-frame.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { OctetSource } from './octet-source.ts';

/** Takes expanded octets, in order; they are good during the call only. What it throws ends the work. */
export type Sink = (bytes: Bytes) => void;
/** Told of compressed octets as they are read. */
export type OnRead = (bytes: Bytes) => void;

const CHUNK = 256 * 1024;

/**
 * Expands a file that is exactly one gzip member: nothing behind it, its CRC-32 and length as they are told (RFC 1952). Node's
 * own gunzip goes on with a second member and passes over garbage (attacks I06).
 *
 * @throws Malformed `archive-compression`, `archive-content`, `archive-ratio`, `limit-exceeded`, and what the sink throws
 */
export async function expandGzip(source: OctetSource, sink: Sink, onRead: OnRead): Promise<void> {
  const buffer = new Uint8Array(CHUNK);
  const count = source.read(buffer, 0);
  const start = gzipHeaderLength(buffer.subarray(0, count), crc32);
  let crc = 0;
  let length = 0;
  const engine = new Expansion(createInflateRaw({ chunkSize: CHUNK }), (bytes) => {
    crc = crc32(bytes, crc);
    length += bytes.length;
    sink(bytes);
  });
  let pushed = 0;
  try {
    for (let at = 0; at < source.size && engine.consumed === pushed; ) {
      const bytes = at === 0 ? buffer.subarray(0, count) : buffer.subarray(0, source.read(buffer, at));
      if (bytes.length === 0) break;
      onRead(bytes);
      const deflated = at === 0 ? bytes.subarray(start) : bytes;
      at += bytes.length;
      pushed += deflated.length;
      await engine.push(deflated);
    }
  } finally {
    engine.close();
  }
  // An inflater that has not reached the end takes all that it is given.
  if (engine.consumed === pushed) throw wrong('the gzip member is cut');
  const end = start + engine.consumed + GZIP_TRAILER;
  if (end > source.size) throw wrong('the gzip member is cut');
  if (end < source.size) throw wrong(`the file goes on behind its gzip member, at offset ${end}`);
  const trailer = new Uint8Array(GZIP_TRAILER);
  source.read(trailer, end - GZIP_TRAILER);
  if (pushed + start < source.size) onRead(rest(source, pushed + start));
  const told = new DataView(trailer.buffer);
  if (told.getUint32(0, true) !== crc) throw new Malformed('archive-content', 'the CRC-32 of the gzip member differs');
  if (told.getUint32(4, true) !== length % 2 ** 32) {
    throw new Malformed('archive-content', 'the length that the gzip member tells differs');
  }
}

/**
 * Expands a file that is exactly one zstd frame (RFC 8878), whose checksum the decoder compares where it has one.
 *
 * @throws Malformed as `expandGzip`
 */
export async function expandZstd(source: OctetSource, sink: Sink, onRead: OnRead): Promise<void> {
  const frame = new ZstdFrame();
  const engine = new Expansion(createZstdDecompress({ chunkSize: CHUNK }), sink);
  const buffer = new Uint8Array(CHUNK);
  try {
    for (let at = 0; at < source.size; ) {
      const bytes = buffer.subarray(0, source.read(buffer, at));
      if (bytes.length === 0) break;
      onRead(bytes);
      const own = frame.take(bytes);
      if (own < bytes.length) throw wrong(`the file goes on behind its zstd frame, at offset ${at + own}`);
      at += bytes.length;
      await engine.push(bytes);
    }
    if (!frame.complete) throw wrong('the zstd frame is cut');
    await engine.end();
  } finally {
    engine.close();
  }
}

/**
 * Expands raw deflate of a known place, as in a zip. All of it must be one stream.
 *
 * @throws Malformed as `expandGzip`
 */
export async function expandDeflate(source: OctetSource, offset: number, length: number, sink: Sink): Promise<void> {
  const engine = new Expansion(createInflateRaw({ chunkSize: CHUNK }), sink);
  const buffer = new Uint8Array(Math.min(CHUNK, length));
  let pushed = 0;
  try {
    while (pushed < length && engine.consumed === pushed) {
      const room = buffer.subarray(0, Math.min(buffer.length, length - pushed));
      if (source.read(room, offset + pushed) < room.length) throw wrong('the file ends in a deflate stream');
      pushed += room.length;
      await engine.push(room);
    }
    if (engine.consumed < length) throw wrong('the deflate stream ends before its entry does');
    await engine.end();
  } finally {
    engine.close();
  }
}

/**
 * Expands at once what was expanded before, and found to be `length` octets.
 *
 * @throws Malformed `input-changed` where it is no longer that
 */
export function expandAgain(source: OctetSource, length: number): Bytes {
  const changed = new Malformed('input-changed', `${source.name} changed while it was examined`);
  const compressed = new Uint8Array(source.size);
  if (source.read(compressed, 0) < compressed.length) throw changed;
  const options = { maxOutputLength: Math.max(1, length) };
  try {
    const expanded = isGzip(compressed)
      ? inflateRawSync(compressed.subarray(gzipHeaderLength(compressed, crc32)), options)
      : zstdDecompressSync(compressed, options);
    if (expanded.length === length) return plainBytes(expanded);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!(error instanceof Malformed) && !/^(?:Z_|ZSTD_|ERR_BUFFER_TOO_LARGE)/.test(code)) throw error;
  }
  throw changed;
}

/** One decoder: fed piece by piece, bounded in what it gives, its errors ours. */
class Expansion {
  readonly #engine: InflateRaw | ZstdDecompress;
  #failure: unknown = null;
  #ended = false;
  #pushed = 0;
  #given = 0;
  #settle: () => void = () => {};

  constructor(engine: InflateRaw | ZstdDecompress, sink: Sink) {
    this.#engine = engine;
    engine.on('data', (bytes: Bytes) => {
      if (this.#failure !== null) return;
      try {
        this.#bound(bytes.length);
        sink(bytes);
      } catch (error) {
        this.#fail(error);
      }
    });
    engine.on('error', (error: NodeJS.ErrnoException) => this.#fail(ofDecoder(error)));
    engine.on('end', () => {
      this.#ended = true;
      this.#settle();
    });
    engine.on('close', () => this.#settle());
  }

  /** Compressed octets that the decoder has used; fewer than were pushed once its stream has ended. */
  get consumed(): number {
    return this.#engine.bytesWritten;
  }

  /** The octets may be written over again once it has ended. */
  async push(bytes: Bytes): Promise<void> {
    this.#pushed += bytes.length;
    await new Promise<void>((resolve) => {
      this.#settle = resolve;
      if (this.#engine.destroyed) resolve();
      else this.#engine.write(bytes, () => resolve());
    });
    if (this.#failure !== null) throw this.#failure;
  }

  /** Waits for all that the decoder still holds. A stream that is not at its end is an error. */
  async end(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#settle = resolve;
      if (this.#ended || this.#engine.destroyed) resolve();
      else this.#engine.end();
    });
    if (this.#failure !== null) throw this.#failure;
    if (!this.#ended) throw wrong('the compressed data is cut');
  }

  close(): void {
    this.#engine.destroy();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#engine.destroy();
    this.#settle();
  }

  #bound(count: number): void {
    this.#given += count;
    checkExpansion(this.#pushed, this.#given);
  }
}

/** @throws Malformed `limit-exceeded`, `archive-ratio` */
export function checkExpansion(compressed: number, expanded: number): void {
  if (expanded > LIMITS.expandedArchive) {
    throw new Malformed('limit-exceeded', `expands to more than ${LIMITS.expandedArchive} octets: unpack it`);
  }
  if (expanded > LIMITS.archiveRatioFrom && expanded > compressed * LIMITS.archiveRatio) {
    throw new Malformed('archive-ratio', `${compressed} octets expand to ${expanded} and more`);
  }
}

/** zlib's and zstd's codes are facts about the data; anything else is a fault of ours. */
export function ofDecoder(error: NodeJS.ErrnoException): Error {
  const { code = '' } = error;
  if (/^(?:Z_(?:DATA|BUF)_ERROR|Z_NEED_DICT|ZSTD_error_)/.test(code))
    return wrong(`the data cannot be expanded: ${code}`);
  return error;
}

function rest(source: OctetSource, from: number): Bytes {
  const bytes = new Uint8Array(source.size - from);
  return bytes.subarray(0, source.read(bytes, from));
}

function wrong(detail: string): Malformed {
  return new Malformed('archive-compression', detail);
}
