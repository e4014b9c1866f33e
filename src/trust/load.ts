// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { givenDocument } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

const CHUNK = 64 * 1024;

/**
 * Reads one trust file that the user named: a regular file, or a symbolic link to one, of at most LIMITS.documentBytes.
 * Opened without blocking and judged by its descriptor, so that a FIFO or a device can neither hang nor be swapped in.
 * Nothing else in this folder reads a file, and nothing here looks for one.
 *
 * @throws Malformed `input-missing`, `input-unreadable`, `input-changed`, `limit-exceeded`
 */
export function readTrustFile(path: string): Bytes {
  if (path.includes('\0')) throw new Malformed('input-missing', 'the name holds a NUL');
  const given = givenDocument(path);
  if (given === null) throw new Malformed('input-missing', `${path} was not given`);
  if (given !== undefined) return given;
  const fd = system(path, 'opened', () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    return system(path, 'read', () => readWhole(fd, path));
  } finally {
    closeSync(fd);
  }
}

function readWhole(fd: number, path: string): Bytes {
  const before = fstatSync(fd, { bigint: true });
  if (!before.isFile()) throw new Malformed('input-unreadable', `${path} is not a regular file`);
  const chunks: Bytes[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(CHUNK);
    const count = readSync(fd, chunk, 0, CHUNK, null);
    if (count === 0) break;
    total += count;
    if (total > LIMITS.documentBytes) {
      throw new Malformed('limit-exceeded', `${path} is larger than ${LIMITS.documentBytes} bytes`);
    }
    chunks.push(chunk.subarray(0, count));
  }
  const after = fstatSync(fd, { bigint: true });
  const same = before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
  if (!same || BigInt(total) !== after.size) throw new Malformed('input-changed', `${path} changed while it was read`);
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** An error of the operating system says something about the input; any other is a fault of ours and goes on. */
function system<T>(path: string, done: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Malformed('input-missing', `${path} does not exist`);
    throw new Malformed('input-unreadable', `${path} cannot be ${done}: ${code}`);
  }
}
