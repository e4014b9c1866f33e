// SPDX-License-Identifier: Apache-2.0
// The body of one worker of batch-workers.ts: chunks of jobs come in, their verdicts go out.
import { parentPort, workerData } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import { type BatchJob, type BatchVerdict, examineBatch } from './batch.ts';
import type { Chunk, ChunkResults } from './crew.ts';
import { contextFrom, type PortableContext } from './portable-context.ts';

export interface BatchChunk extends Chunk {
  /** The place of the first job in the input. */
  readonly first: number;
  readonly jobs: readonly BatchJob[];
}

export interface WorkerContext {
  readonly context: PortableContext;
  /** The engine has no answer for a bare digest, and must have none here. */
  readonly withoutDigests: boolean;
}

const port = parentPort;
if (port !== null) {
  const asked = workerData as WorkerContext;
  const built = await contextFrom(asked.context);
  const engine = asked.withoutDigests ? nativeEngine : built.engine;
  const context = { ...built, engine, checkpoints: createCheckpointCache() };
  port.on('message', ({ id, first, jobs }: BatchChunk) => {
    const results: BatchVerdict[] = [];
    for (const { verdict } of examineBatch(jobs, context, first)) results.push(verdict);
    port.postMessage({ id, results } satisfies ChunkResults<BatchVerdict>);
  });
  port.on('messageerror', (error) => {
    throw error;
  });
}
