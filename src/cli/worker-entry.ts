// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import type { WorkerEntry } from '../verify/set-workers.ts';

/** How this very program is started on another thread: as a file, or out of the binary that it is part of. */
export function workerPool(): { readonly workers: number; readonly entry: WorkerEntry } {
  return { workers: availableParallelism(), entry: workerEntry() };
}

function workerEntry(): WorkerEntry {
  const sea = process.getBuiltinModule('node:sea');
  if (sea.isSea()) return { source: sea.getAsset('program', 'latin1') };
  const here = import.meta.url;
  // In the sources this file lies beside the entry's folder; in the one file of a bundle it is the entry itself.
  if (here.endsWith('/cli/worker-entry.ts')) return { file: new URL('../main.ts', here) };
  if (here.endsWith('/cli/worker-entry.js')) return { file: new URL('../main.js', here) };
  return { file: new URL(here) };
}
