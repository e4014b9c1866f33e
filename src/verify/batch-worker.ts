// SPDX-License-Identifier: Apache-2.0
// The body of one worker of batch-workers.ts: chunks of jobs come in, their verdicts go out.
import { parentPort, workerData } from 'node:worker_threads';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import { type BatchJob, type BatchVerdict, examineBatch } from './batch.ts';
import { contextFrom, type PortableContext } from './portable-context.ts';

export interface Chunk {
  readonly id: number;
  /** The place of the first job in the input. */
  readonly first: number;
  readonly jobs: readonly BatchJob[];
}

export interface ChunkVerdicts {
  readonly id: number;
  readonly verdicts: readonly BatchVerdict[];
}

const port = parentPort;
if (port !== null) {
  const context = { ...(await contextFrom(workerData as PortableContext)), checkpoints: createCheckpointCache() };
  port.on('message', ({ id, first, jobs }: Chunk) => {
    const verdicts: BatchVerdict[] = [];
    for (const { verdict } of examineBatch(jobs, context, first)) verdicts.push(verdict);
    port.postMessage({ id, verdicts } satisfies ChunkVerdicts);
  });
}
