// SPDX-License-Identifier: Apache-2.0
// The body of one worker of custody-crew.ts: lines come in, what their signatures are worth goes out.
import { parentPort, workerData } from 'node:worker_threads';
import { type Engine, type EngineId, loadEngine, underEngine } from '../crypto/engine.ts';
import { importSpki } from '../crypto/public-key.ts';
import { readLine } from '../custody/line.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import { codeOf, DONE, type LineSlot, SIGNATURES, slotIn } from './custody-slot.ts';

export interface CustodyWorkerData {
  readonly kind: 'custody';
  readonly engine: EngineId;
}

/** A key that the first thread has come to know. */
export interface SentKey {
  readonly spki: Bytes;
  readonly scheme: SchemeId;
}

export interface CustodyChunk {
  readonly shared: SharedArrayBuffer;
  readonly lines: number;
  readonly keys: readonly SentKey[];
}

/** Runs until the port is closed. */
export async function serveCustody(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no worker');
  const engine = await loadEngine((workerData as CustodyWorkerData).engine);
  const keys = new Map<string, { readonly key: PublicKey; readonly scheme: SchemeId }>();
  // What is shared is nobody's alone: what is judged is a copy of it, and stays what it is until all of it is judged.
  let own: Bytes | null = null;
  port.on('message', ({ shared, lines, keys: more }: CustodyChunk) => {
    for (const { spki, scheme } of more) {
      const key = importSpki(spki);
      keys.set(key.fingerprint, { key, scheme });
    }
    const slot = slotIn(shared);
    own ??= new Uint8Array(slot.data.length);
    own.set(slot.data.subarray(0, slot.ends[lines]!));
    for (let i = 0; i < lines; i++) judgeLine(slot, i, own.subarray(slot.ends[i]!, slot.ends[i + 1]!), engine, keys);
    Atomics.store(slot.state, 0, DONE);
    Atomics.notify(slot.state, 0);
  });
}

function judgeLine(
  slot: LineSlot,
  i: number,
  bytes: Bytes,
  engine: Engine,
  keys: ReadonlyMap<string, { readonly key: PublicKey; readonly scheme: SchemeId }>,
): void {
  const read = attempt(() => readLine(bytes));
  if (!read.ok) return;
  const { signatures, signed } = read.value;
  for (const [at, { keyid, sig }] of signatures.slice(0, SIGNATURES).entries()) {
    const known = keys.get(keyid);
    if (known === undefined) continue;
    const outcome = underEngine(engine, () => engine.verify(known.scheme, known.key, signed, sig));
    slot.outcomes[i * SIGNATURES + at] = codeOf(outcome);
  }
}
