// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import type { WorkerEntry, WorkerPool } from '../verify/set-workers.ts';
import { host } from './host.ts';
import { UsageError } from './usage-error.ts';

/** How this very program is started on another thread: as a file, or out of the binary that it is part of. */
export function workerPool(asked: string | undefined): WorkerPool {
  const workers = asked === undefined ? Math.min(availableParallelism(), MOST) : workersAsked(asked);
  return {
    // Under permissions without threads there is this one, and the same report.
    workers: mayStartThreads() ? workers : 1,
    get entry() {
      return workerEntry();
    },
  };
}

const MOST = 64;

function workersAsked(text: string): number {
  const workers = /^[1-9][0-9]?$/.test(text) ? Number(text) : 0;
  if (workers < 1 || workers > MOST) throw new UsageError(`--workers wants a number from 1 to ${MOST}`);
  return workers;
}

function mayStartThreads(): boolean {
  // What another thread computes, nobody records.
  if (!host().owned || host().recording !== null) return false;
  const { permission } = process as { permission?: { has(scope: string): boolean } };
  return permission === undefined || permission.has('worker');
}

function workerEntry(): WorkerEntry {
  const sea = process.getBuiltinModule('node:sea');
  if (sea.isSea()) return { source: sea.getAsset('entry', 'latin1') };
  const here = import.meta.url;
  // In the sources this file lies beside the entry's folder; in the one file of a bundle it is the entry itself.
  if (here.endsWith('/cli/worker-entry.ts')) return { file: new URL('../main.ts', here) };
  if (here.endsWith('/cli/worker-entry.js')) return { file: new URL('../main.js', here) };
  return { file: new URL(here) };
}
