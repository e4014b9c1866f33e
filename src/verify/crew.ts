// SPDX-License-Identifier: Apache-2.0
import type { Worker } from 'node:worker_threads';

/** A part of the work: its place, from 0, and whatever the workers understand. */
export interface Chunk {
  readonly id: number;
}

/** What a worker says of a chunk. */
export interface ChunkResults<R> {
  readonly id: number;
  readonly results: readonly R[];
}

/** Chunks that one worker may have before it: one at work, one to go on with. */
const AHEAD = 2;
/** Chunks, for each worker, that may be done or at work before the oldest one is: what bounds the memory. */
const WINDOW = 8;

/**
 * Has chunks worked on by several threads: the results come in the order of the chunks, whatever the number of workers. Chunks
 * are taken as workers come free. A worker that ends early ends the run with an error, which is no verdict.
 */
export async function* workInOrder<R>(
  chunks: Iterator<Chunk, unknown>,
  hire: () => Worker,
  workers: number,
): AsyncGenerator<R, void> {
  const crew = new Crew<R>(hire, workers);
  try {
    let next = chunks.next();
    for (let emitted = 0; ; ) {
      while (next.done !== true && crew.hasRoom(next.value.id - emitted)) {
        crew.give(next.value);
        next = chunks.next();
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
    // Whoever makes the chunks may hold a file open for them.
    try {
      chunks.return?.();
    } finally {
      await crew.end();
    }
  }
}

interface Hand {
  readonly worker: Worker;
  pending: number;
}

/** The workers, what they have before them, and what they have done out of turn. */
class Crew<R> {
  given = 0;
  readonly #hands: Hand[];
  readonly #done = new Map<number, readonly R[]>();
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor(hire: () => Worker, size: number) {
    this.#hands = Array.from({ length: size }, () => this.#welcome(hire()));
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

  /** The results of a chunk if they are there. @throws what ended a worker */
  take(id: number): readonly R[] | null {
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

  #welcome(worker: Worker): Hand {
    const hand: Hand = { worker, pending: 0 };
    worker.on('message', ({ id, results }: ChunkResults<R>) => {
      hand.pending--;
      this.#done.set(id, results);
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
