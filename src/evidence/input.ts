// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { createStreamDigest, digestHex } from '../crypto/digest.ts';
import { givenDocument } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Parsed, Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';

/** One input, read once: the bytes that are verified are the bytes that were digested. */
export interface Input {
  readonly name: string;
  readonly size: number;
  /** null where the file is larger than LIMITS.artifactInMemory: then only its digests are known. */
  readonly bytes: Bytes | null;
  readonly digests: ReadonlyMap<HashName, string>;
}

export type ReadProgress = (name: string, done: number, total: number) => void;

const CHUNK = 4 * 1024 * 1024;
const STANDARD_INPUT = '-';

/**
 * Reads a regular file (or `-`, standard input) through one descriptor, and compares its size, inode and times before
 * and after. A FIFO, device or directory is refused before a byte is read, so that nothing can block for ever.
 */
export function readInput(
  path: string,
  hashes: readonly HashName[],
  progress?: ReadProgress,
  descriptor?: number,
): Parsed<Input> {
  const given = descriptor === undefined ? givenDocument(path) : undefined;
  if (given === null) return failure('input-missing', `${path} was not given`);
  if (given !== undefined) return { ok: true, value: held(path, given, hashes) };
  const opened: Parsed<number> = descriptor === undefined ? open(path) : { ok: true, value: descriptor };
  if (!opened.ok) return opened;
  const fd = opened.value;
  try {
    return readAll(fd, path, hashes, descriptor !== undefined || path === STANDARD_INPUT, progress);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    return failure('input-unreadable', `${path}: ${code} while reading`);
  } finally {
    if (path !== STANDARD_INPUT && descriptor === undefined) closeSync(fd);
  }
}

/** A small document: refused where it is larger than LIMITS.documentBytes. */
export function readDocument(path: string): Parsed<Input & { readonly bytes: Bytes }> {
  const input = readInput(path, ['sha256']);
  if (!input.ok) return input;
  const { bytes } = input.value;
  if (bytes === null || bytes.length > LIMITS.documentBytes) {
    return failure('limit-exceeded', `${path} is larger than ${LIMITS.documentBytes} bytes, the bound for a document`);
  }
  return { ok: true, value: { ...input.value, bytes } };
}

function open(path: string): Parsed<number> {
  if (path === STANDARD_INPUT) return { ok: true, value: 0 };
  if (path.includes('\0')) return failure('input-missing', 'the name holds a NUL');
  try {
    return { ok: true, value: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOCTTY ?? 0)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('input-missing', `${path} does not exist`);
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    return failure('input-unreadable', `${path} cannot be opened: ${code}`);
  }
}

function readAll(
  fd: number,
  path: string,
  hashes: readonly HashName[],
  mayStream: boolean,
  progress?: ReadProgress,
): Parsed<Input> {
  const before = fstatSync(fd, { bigint: true });
  const regular = before.isFile();
  if (!regular && !mayStream) {
    const hint = before.isFIFO() ? ' but a pipe: give its content on standard input, and name it -' : '';
    return failure('input-unreadable', `${path} is not a regular file${hint}`);
  }
  const declared = regular ? Number(before.size) : 0;
  const inMemory = !regular || declared <= LIMITS.artifactInMemory;
  // A growing list of chunks, never a buffer of the declared size: the size is what the file system claims.
  const chunks: Bytes[] = [];
  const stream = inMemory ? null : createStreamDigest(['sha256', 'sha384', 'sha512']);
  const reused = inMemory ? null : new Uint8Array(CHUNK);
  let total = 0;
  for (;;) {
    const room = Math.max(1, Math.min(CHUNK, regular ? declared - total + 1 : 64 * 1024));
    const buffer = reused ?? new Uint8Array(room);
    const count = readChunk(fd, buffer);
    if (count === 0) break;
    total += count;
    // A file that keeps growing would be read for ever.
    if (regular && total > declared) return failure('input-changed', `${path} grew while it was read`);
    if (inMemory && total > LIMITS.artifactInMemory) {
      return failure('limit-exceeded', `${path} delivered more than ${LIMITS.artifactInMemory} bytes`);
    }
    if (stream === null) chunks.push(buffer.subarray(0, count));
    else stream.update(buffer.subarray(0, count));
    progress?.(path, total, declared);
  }
  const after = fstatSync(fd, { bigint: true });
  if (
    regular &&
    (total !== declared ||
      before.size !== after.size ||
      before.mtimeNs !== after.mtimeNs ||
      before.ctimeNs !== after.ctimeNs)
  ) {
    return failure('input-changed', `${path} changed while it was read (${declared} bytes at first, ${total} read)`);
  }
  const bytes = inMemory ? join(chunks, total) : null;
  if (bytes !== null) return { ok: true, value: held(path, bytes, hashes) };
  return { ok: true, value: { name: path, size: total, bytes, digests: stream!.digests() } };
}

function held(name: string, bytes: Bytes, hashes: readonly HashName[]): Input {
  return { name, size: bytes.length, bytes, digests: new Map(hashes.map((hash) => [hash, digestHex(hash, bytes)])) };
}

function readChunk(fd: number, buffer: Bytes): number {
  for (;;) {
    try {
      return readSync(fd, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EINTR') continue;
      if (code === 'EOF') return 0;
      // Standard input may be non-blocking (a terminal, a pipe of a parent that made it so).
      if (code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      throw error;
    }
  }
}

function join(chunks: readonly Bytes[], total: number): Bytes {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function failure(reason: ReasonCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { reason, detail } };
}
