// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { createStreamDigest, sha256Hex } from '../crypto/digest.ts';
import { givenDocument } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Parsed, Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { FileRange } from './file-range.ts';

const CHUNK = 256 * 1024;
const LF = 0x0a;

export interface LinesRead {
  /** Lowercase hex. */
  readonly sha256: string;
  readonly size: number;
  /** Whether the last line has its end; also of a file without any line. */
  readonly ended: boolean;
}

/**
 * Reads a regular file line by line, once, and digests it: nothing of it is held but the line at hand.
 *
 * @param line called with each line, without its end, and where it stands; false ends the reading of lines, and not the digest.
 *   Its octets stay as they are, and are part of all that was read with them: who keeps one for long keeps a copy
 * @param empty whether lines without a single octet count
 * @returns of the whole file
 */
export function readLines(
  path: string,
  line: (bytes: Bytes, place: FileRange) => boolean,
  empty = false,
): Parsed<LinesRead> {
  if (path.includes('\0')) return failure('input-missing', 'the name holds a NUL');
  const given = givenDocument(path);
  if (given === null) return failure('input-missing', `${path} was not given`);
  if (given !== undefined) return givenLines(given, path, line, empty);
  let fd = -1;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOCTTY ?? 0));
    const before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) return failure('input-unreadable', `${path} is not a regular file`);
    const stream = createStreamDigest(['sha256']);
    let last = LF;
    const digest = (bytes: Bytes): void => {
      stream.update(bytes);
      last = bytes[bytes.length - 1]!;
    };
    const problem = eachLine((chunk) => readSync(fd, chunk), path, line, digest, empty);
    if (problem !== null) return { ok: false, problem };
    const after = fstatSync(fd, { bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs || before.ctimeNs !== after.ctimeNs)
      return failure('input-changed', `${path} changed while it was read`);
    const sha256 = stream.digests().get('sha256')!;
    return { ok: true, value: { sha256, size: Number(after.size), ended: last === LF } };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('input-missing', `${path} does not exist`);
    return failure('input-unreadable', `${path}: ${code}`);
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}

function givenLines(
  bytes: Bytes,
  path: string,
  line: (bytes: Bytes, place: FileRange) => boolean,
  empty: boolean,
): Parsed<LinesRead> {
  let at = 0;
  const next = (chunk: Bytes): number => {
    const part = bytes.subarray(at, at + chunk.length);
    chunk.set(part);
    at += part.length;
    return part.length;
  };
  const problem = eachLine(next, path, line, () => {}, empty);
  if (problem !== null) return { ok: false, problem };
  const ended = bytes.length === 0 || bytes[bytes.length - 1] === LF;
  return { ok: true, value: { sha256: sha256Hex(bytes), size: bytes.length, ended } };
}

function eachLine(
  next: (chunk: Bytes) => number,
  path: string,
  line: (bytes: Bytes, place: FileRange) => boolean,
  digest: (bytes: Bytes) => void,
  empty: boolean,
): Problem | null {
  let parts: Bytes[] = [];
  let held = 0;
  let start = 0;
  let goesOn = true;
  const take = (isLine: boolean): void => {
    if (goesOn && isLine) goesOn = line(joined(parts, held), { path, offset: start, length: held });
    parts = [];
    held = 0;
  };
  for (let size = 0; ; ) {
    // A new one each time: lines are parts of it, and not copies. No octet of it is seen that was not read.
    const chunk: Bytes = new Uint8Array(Buffer.allocUnsafeSlow(CHUNK).buffer);
    const count = next(chunk);
    if (count === 0) break;
    const bytes = chunk.subarray(0, count);
    digest(bytes);
    for (let at = 0; goesOn && at < count; ) {
      const found = bytes.indexOf(LF, at);
      const end = found === -1 ? count : found;
      if (held + end - at > LIMITS.documentBytes) {
        const detail = `${path}: a line is longer than ${LIMITS.documentBytes} bytes`;
        return { reason: 'limit-exceeded', detail };
      }
      parts.push(bytes.subarray(at, end));
      held += end - at;
      if (found !== -1) {
        take(held > 0 || empty);
        start = size + end + 1;
      }
      at = end + 1;
    }
    size += count;
  }
  take(held > 0);
  return null;
}

function joined(parts: readonly Bytes[], length: number): Bytes {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function failure(reason: ReasonCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { reason, detail } };
}
