// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { workInOrder } from './crew.ts';
import { portableContext } from './portable-context.ts';
import type { ExaminationContext } from './request.ts';
import type { DocumentJob, RemoteEntry, RemoteResult, SetChunk, SetWorkerData } from './set-worker.ts';

/** How the program is started in another thread: its file, or all of its text where it is one with the runtime. */
export type WorkerEntry = { readonly file: URL } | { readonly source: string };

/** A worker costs its start and the warming of its code: below so many documents for each, one thread is done sooner. */
const JOBS_PER_WORKER = 200;
const CHUNK_JOBS = 32;

/** How many workers are worth their start; 0: none. */
export function setWorkersFor(jobs: number, cores: number): number {
  const workers = Math.min(cores, Math.floor(jobs / JOBS_PER_WORKER));
  return workers >= 2 ? workers : 0;
}

/**
 * Examines documents on several threads: the results come in the order of the jobs, whatever the number of workers. A worker that
 * ends early ends the run with an error, which is no verdict.
 */
export async function* examineOnWorkers(
  jobs: readonly DocumentJob[],
  artifacts: readonly RemoteEntry[],
  context: ExaminationContext,
  entry: WorkerEntry,
  workers: number,
): AsyncGenerator<RemoteResult, void> {
  const { published: _, ...rest } = context;
  const data: SetWorkerData = {
    context: portableContext(rest),
    withoutDigests: context.engine === nativeEngine,
    artifacts,
  };
  const start = (): Worker =>
    'file' in entry
      ? new Worker(entry.file, { workerData: data })
      : new Worker(entry.source, { workerData: data, eval: true });
  yield* workInOrder<RemoteResult>(chunksOf(jobs), start, workers);
}

function* chunksOf(jobs: readonly DocumentJob[]): Generator<SetChunk, void> {
  for (let id = 0; id * CHUNK_JOBS < jobs.length; id++) {
    yield { id, jobs: jobs.slice(id * CHUNK_JOBS, (id + 1) * CHUNK_JOBS) };
  }
}
