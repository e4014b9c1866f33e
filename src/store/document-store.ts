// SPDX-License-Identifier: Apache-2.0
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import { Lock, type Processes } from './lock.ts';
import { StoreError, storeError, writeNewFile } from './new-file.ts';

const OWNER_ONLY = 0o700;

export interface StoreLayout {
  readonly folder: string;
  readonly indexFile: string;
  readonly documentFolder: string;
}

export interface StoreChange {
  readonly index: Bytes;
  readonly documents: readonly Bytes[];
}

/**
 * Changes a folder of documents that lie under their digests, and the index that names them. The documents come first, each whole under
 * a name that nothing else has; then the new index takes the place of the old one in one step. Whoever is stopped in between has left
 * documents that no index names (attacks N01, N02). One writer at a time.
 *
 * @param change of the index that is there under the lock, null where there is none; null: nothing is to be written
 * @throws StoreError
 */
export function changeStore(
  { folder, indexFile, documentFolder }: StoreLayout,
  processes: Processes,
  wait: number,
  change: (index: Bytes | null) => StoreChange | null,
): { readonly notices: readonly string[] } {
  makeFolder(folder);
  const index = `${folder}/${indexFile}`;
  const lock = Lock.take(index, processes, wait);
  try {
    const there = readOrNull(index);
    const next = change(there);
    if (next === null) return { notices: lock.notices };
    makeFolder(`${folder}/${documentFolder}`);
    for (const document of next.documents) keepDocument(`${folder}/${documentFolder}`, document);
    writeNewFile(index, next.index, { replace: there !== null, never: [] });
    return { notices: lock.notices };
  } finally {
    lock.release();
  }
}

function keepDocument(folder: string, document: Bytes): void {
  const digest = sha256Hex(document);
  const path = `${folder}/${digest}`;
  const there = readOrNull(path);
  if (there !== null && sha256Hex(there) === digest) return;
  // Not what its name says: it was torn or touched, and nothing that is right is lost.
  writeNewFile(path, document, { replace: there !== null, never: [] });
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: OWNER_ONLY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw storeError(error, path);
    if (!lstatSync(path).isDirectory()) throw new StoreError(`${path} is there, and is no directory`);
  }
}

function readOrNull(path: string): Bytes | null {
  try {
    if (!lstatSync(path).isFile()) throw new StoreError(`${path} is there, and is no regular file`);
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw storeError(error, path);
  }
}
