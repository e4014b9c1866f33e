// SPDX-License-Identifier: Apache-2.0
// The worker of a set in a bad mood: it answers late, in an order of its own, or leaves. `globalThis.mood`: `seed=N`, `dies=CHUNK&code=N`, `throws=1`.
import { parentPort } from 'node:worker_threads';
import type { ChunkResults } from '../../src/verify/crew.ts';

const mood = new URLSearchParams((globalThis as { readonly mood?: string }).mood);
let state = Number(mood.get('seed') ?? 1);
const dies = mood.get('dies');
const port = parentPort!;
const post = port.postMessage.bind(port);
port.postMessage = (message: ChunkResults<unknown>): void => {
  if (dies !== null && message.id >= Number(dies)) process.exit(Number(mood.get('code') ?? 9));
  if (mood.get('throws') !== null) throw new Error('a fault of the worker');
  state = (Math.imul(state, 1103515245) + 12345) >>> 1;
  setTimeout(() => post(message), state % 40);
};
const { serveSet } = await import('../../src/verify/set-worker.ts');
await serveSet();
