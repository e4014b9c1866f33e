// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { workInOrder } from './crew.ts';
import { DocumentExaminer, type DocumentJob, type RemoteEntry, type RemoteResult } from './document-examiner.ts';
import type { FactsKey } from './known-facts.ts';
import { portableContext } from './portable-context.ts';
import type { ExaminationContext } from './request.ts';
import type { SetChunk, SetWorkerData } from './set-worker.ts';

/** How the program is started in another thread: its file, or all of its text where it is one with the runtime. */
export type WorkerEntry = { readonly file: URL } | { readonly source: string };

/** Threads that may be started, and how. */
export interface WorkerPool {
  readonly workers: number;
  readonly entry: WorkerEntry;
}

/** What every job of one folder is asked under. */
export interface DocumentQuestion {
  readonly artifacts: readonly RemoteEntry[];
  readonly context: ExaminationContext;
  readonly known: ReadonlySet<FactsKey>;
}

/** A worker costs its start and the warming of its code: below so many documents for each, one thread is done sooner. */
const JOBS_PER_WORKER = 200;
const CHUNK_JOBS = 32;
/** What a worker makes is gone with its document: a large nursery would only be memory. */
const YOUNG_MIB = 16;

/** How many workers are worth their start; 0: none. */
export function setWorkersFor(jobs: number, cores: number): number {
  const workers = Math.min(cores, Math.floor(jobs / JOBS_PER_WORKER));
  return workers >= 2 ? workers : 0;
}

/**
 * Examines documents in their order, here or on several threads: the results are the same, whatever the number of workers. A
 * worker that ends early ends the run with an error, which is no verdict.
 */
export async function* examineDocuments(
  jobs: readonly DocumentJob[],
  { artifacts, context, known }: DocumentQuestion,
  pool: WorkerPool | null,
): AsyncGenerator<RemoteResult, void> {
  const workers = pool === null ? 0 : setWorkersFor(jobs.length, pool.workers);
  const { published: _, ...rest } = context;
  if (pool === null || workers === 0) {
    const examiner = new DocumentExaminer(artifacts, rest, (key) => known.has(key));
    for (const job of jobs) yield examiner.examine(job);
    return;
  }
  const workerData: SetWorkerData = {
    context: portableContext(rest),
    withoutDigests: context.engine === nativeEngine,
    artifacts,
    known,
  };
  const { entry } = pool;
  const options = { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } };
  const hire = (): Worker =>
    'file' in entry ? new Worker(entry.file, options) : new Worker(entry.source, { ...options, eval: true });
  yield* workInOrder<RemoteResult>(chunksOf(jobs), hire, workers);
}

function* chunksOf(jobs: readonly DocumentJob[]): Generator<SetChunk, void> {
  for (let id = 0; id * CHUNK_JOBS < jobs.length; id++) {
    yield { id, jobs: jobs.slice(id * CHUNK_JOBS, (id + 1) * CHUNK_JOBS) };
  }
}
