// SPDX-License-Identifier: Apache-2.0
import { lstatSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The runtime reads file times that the system keeps in steps. */
const STEP = 10_000_000n;

/**
 * Where `NODE_COMPILE_CACHE` is set, the runtime has made the folder that it names before any program begins, and nothing that is
 * baked into the binary stops it. What is younger than this process and empty is taken away again; all else is somebody's.
 */
export function forgetCompileCache(): void {
  if (process.env['NODE_COMPILE_CACHE'] === undefined) return;
  const begun = BigInt(Math.floor(performance.timeOrigin * 1e6)) - STEP;
  let folder = process.getBuiltinModule('node:module').getCompileCacheDir();
  while (folder !== undefined && isEmptyAndSince(folder, begun)) folder = dirname(folder);
}

/** @returns whether it was, and is gone */
function isEmptyAndSince(folder: string, begun: bigint): boolean {
  try {
    if (lstatSync(folder, { bigint: true }).birthtimeNs < begun) return false;
    rmdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}
