// SPDX-License-Identifier: Apache-2.0
import { lstatSync, mkdirSync } from 'node:fs';
import type { Bytes } from '../model/bytes.ts';
import { StoreError, storeError, writeNewFile } from './new-file.ts';

const OWNER_ONLY = 0o700;

/** @throws StoreError where something is there already: nothing is ever written among what somebody else keeps there */
export function refuseFolder(path: string): void {
  if (path.includes('\0')) throw new StoreError('the name of the folder holds a NUL');
  try {
    lstatSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw storeError(error, path);
  }
  throw new StoreError(`${path} exists: name a folder that is not there yet`);
}

/**
 * A new folder with these files, whose names have no folder in them. Each file is whole or not there; the last one is written last, so that
 * it tells that all are.
 *
 * @throws StoreError
 */
export function writeNewFolder(path: string, files: readonly { readonly name: string; readonly bytes: Bytes }[]): void {
  try {
    mkdirSync(path, { mode: OWNER_ONLY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuseFolder(path);
    throw storeError(error, path);
  }
  for (const { name, bytes } of files) writeNewFile(`${path}/${name}`, bytes, { replace: false, never: [] });
}
