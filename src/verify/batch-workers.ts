// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { type BatchJob, type BatchVerdict, examineBatch } from './batch.ts';
import type { Chunk, ChunkVerdicts, WorkerContext } from './batch-worker.ts';
import { portableContext } from './portable-context.ts';
import type { ExaminationContext } from './request.ts';

/** A worker costs 34 ms to start, and a bundle about 1 ms: below so many for each, one thread is done sooner. */
const JOBS_PER_WORKER = 100;
/** Large enough that passing messages does not count, small enough that the last chunk does not hold up the rest. */
const CHUNK_JOBS = 32;
/** Chunks that one worker may have before it: one at work, one to go on with. */
const AHEAD = 2;
/** Chunks, for each worker, that may be done or at work before the oldest one is. */
const WINDOW = 8;

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
  const crew = new Crew(context, workers);
  const source = chunksOf(jobs);
  try {
    let next = source.next();
    for (let emitted = 0; ; ) {
      while (next.done !== true && crew.hasRoom(next.value.id - emitted)) {
        crew.give(next.value);
        next = source.next();
      }
      if (next.done === true && emitted === crew.given) return;
      const done = crew.take(emitted);
      if (done === null) await crew.news();
      else {
        emitted++;
        yield* done;
      }
    }
  } finally {
    // Whoever makes the jobs may hold a file open for them.
    try {
      source.return();
    } finally {
      await crew.end();
    }
  }
}

function* chunksOf(jobs: Iterable<BatchJob>): Generator<Chunk, void> {
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

interface Hand {
  readonly worker: Worker;
  pending: number;
}

/** The workers, what they have before them, and what they have done out of turn. */
class Crew {
  given = 0;
  readonly #hands: Hand[];
  readonly #done = new Map<number, readonly BatchVerdict[]>();
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor(context: ExaminationContext, size: number) {
    const workerData: WorkerContext = {
      context: portableContext(context),
      withoutDigests: context.engine === nativeEngine,
    };
    // Compiled, the files are .js, and no compiler rewrites a URL.
    const file = new URL(import.meta.url.endsWith('.ts') ? './batch-worker.ts' : './batch-worker.js', import.meta.url);
    this.#hands = Array.from({ length: size }, () => this.#hire(file, workerData));
  }

  hasRoom(ahead: number): boolean {
    return ahead < this.#hands.length * WINDOW && this.#hands.some(({ pending }) => pending < AHEAD);
  }

  give(chunk: Chunk): void {
    const hand = this.#hands.reduce((least, one) => (one.pending < least.pending ? one : least));
    hand.pending++;
    this.given++;
    hand.worker.postMessage(chunk);
  }

  /** The verdicts of a chunk if they are there. @throws what ended a worker */
  take(id: number): readonly BatchVerdict[] | null {
    if (this.#failure !== null) throw this.#failure;
    const done = this.#done.get(id) ?? null;
    this.#done.delete(id);
    return done;
  }

  /** Until a worker has said something since `take`: another chunk is done, and there is room for one more. */
  async news(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  #hire(file: URL, workerData: unknown): Hand {
    const worker = new Worker(file, { workerData });
    const hand: Hand = { worker, pending: 0 };
    worker.on('message', ({ id, verdicts }: ChunkVerdicts) => {
      hand.pending--;
      this.#done.set(id, verdicts);
      this.#rouse();
    });
    worker.on('error', (error) => this.#fail(error));
    worker.on('messageerror', (error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`a worker ended with code ${code} before its work was done`)));
    return hand;
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#rouse();
  }

  #rouse(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }
}
