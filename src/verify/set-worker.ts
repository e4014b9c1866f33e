// SPDX-License-Identifier: Apache-2.0
// The body of one worker of set-workers.ts: places of documents come in, the facts about them go out.
import { parentPort, workerData } from 'node:worker_threads';
import { nativeEngine } from '../crypto/engine.ts';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import type { Chunk, ChunkResults } from './crew.ts';
import { DocumentExaminer, type DocumentJob, type RemoteEntry, type RemoteResult } from './document-examiner.ts';
import type { FactsKey } from './known-facts.ts';
import { contextFrom, type PortableContext } from './portable-context.ts';

export interface SetChunk extends Chunk {
  readonly jobs: readonly DocumentJob[];
}

export interface SetWorkerData {
  readonly context: PortableContext;
  readonly withoutDigests: boolean;
  readonly artifacts: readonly RemoteEntry[];
  /** Of facts that the first thread has. */
  readonly known: ReadonlySet<FactsKey>;
}

/** Runs until the port is closed. */
export async function serveSet(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no worker');
  const asked = workerData as SetWorkerData;
  const built = await contextFrom(asked.context);
  const engine = asked.withoutDigests ? nativeEngine : built.engine;
  const context = { ...built, engine, checkpoints: createCheckpointCache() };
  const examiner = new DocumentExaminer(asked.artifacts, context, (key) => asked.known.has(key));
  port.on('message', ({ id, jobs }: SetChunk) => {
    const results = jobs.map((job) => examiner.examine(job));
    port.postMessage({ id, results } satisfies ChunkResults<RemoteResult>);
  });
  port.on('messageerror', (error) => {
    throw error;
  });
}
