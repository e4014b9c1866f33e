// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { givenDocument } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';

/** What a named path leads to, links followed: enough to choose how it is opened. Null where it cannot be told. */
export function pathKind(path: string): { readonly kind: 'directory' | 'file'; readonly head: Bytes } | null {
  if (path === '-' || path.includes('\0')) return null;
  if (givenDocument(path) !== undefined) return null;
  let fd = -1;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { kind: 'directory', head: new Uint8Array(0) };
    if (!stats.isFile()) return null;
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const head = new Uint8Array(LIMITS.memberHead);
    return { kind: 'file', head: head.subarray(0, readSync(fd, head, 0, head.length, 0)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Whoever reads it says what is wrong.
    if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) return null;
    throw error;
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}
