// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { type BatchJob, type BatchVerdict, examineBatch } from './batch.ts';
import type { BatchChunk, WorkerContext } from './batch-worker.ts';
import { workInOrder } from './crew.ts';
import { portableContext } from './portable-context.ts';
import type { ExaminationContext } from './request.ts';

/** A worker costs 34 ms to start, and a bundle about 1 ms: below so many for each, one thread is done sooner. */
const JOBS_PER_WORKER = 100;
/** Large enough that passing messages does not count, small enough that the last chunk does not hold up the rest. */
const CHUNK_JOBS = 32;

/** How many workers are worth their start for so many jobs; 0: none. */
export function workersFor(jobs: number, cores: number): number {
  const workers = Math.min(cores, Math.floor(jobs / JOBS_PER_WORKER));
  return workers >= 2 ? workers : 0;
}

/**
 * `examineBatch` on several threads: the same verdicts in the same order, whatever the number of workers. Jobs are taken from
 * `jobs` as workers come free; give files by their ranges, which each worker reads itself. A worker that ends early ends the
 * batch with an error, which is no verdict. The engine is one of `loadEngine` or `nativeEngine`: only its id crosses threads.
 *
 * @param workers below 1: everything in this thread
 */
export async function* examineBatchWithWorkers(
  jobs: Iterable<BatchJob>,
  context: ExaminationContext,
  workers: number,
): AsyncGenerator<BatchVerdict, void> {
  if (!(workers >= 1)) {
    for (const { verdict } of examineBatch(jobs, context)) yield verdict;
    return;
  }
  const workerData: WorkerContext = {
    context: portableContext(context),
    withoutDigests: context.engine === nativeEngine,
  };
  // Compiled, the files are .js, and no compiler rewrites a URL.
  const file = new URL(import.meta.url.endsWith('.ts') ? './batch-worker.ts' : './batch-worker.js', import.meta.url);
  yield* workInOrder<BatchVerdict>(chunksOf(jobs), () => new Worker(file, { workerData }), workers);
}

function* chunksOf(jobs: Iterable<BatchJob>): Generator<BatchChunk, void> {
  let waiting: BatchJob[] = [];
  let first = 0;
  let id = 0;
  for (const job of jobs) {
    if (waiting.push(job) < CHUNK_JOBS) continue;
    yield { id: id++, first, jobs: waiting };
    first += waiting.length;
    waiting = [];
  }
  if (waiting.length > 0) yield { id, first, jobs: waiting };
}
