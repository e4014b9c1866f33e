// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import type { EngineId } from '../crypto/engine.ts';
import type { RingKey } from '../custody/key-ring.ts';
import type { KnownSignatures } from '../custody/known-signatures.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Parsed } from '../model/malformed.ts';
import {
  DONE,
  type LineSlot,
  newSlot,
  OPEN,
  outcomeOf,
  SIGNATURES,
  SLOT_BYTES,
  SLOT_LINES,
  slotIn,
} from './custody-slot.ts';
import type { CustodyChunk, CustodyWorkerData, SentKey } from './custody-worker.ts';
import type { WorkerPool } from './set-workers.ts';
import type { TimelineSource } from './timeline.ts';

/** Lines that the first thread verifies by itself: most logs are done then, and the keys of the others are known. */
const FIRST = 4096;
/** Slots for each worker: one at work, one to go on with, one that is being filled or judged. */
const SLOTS = 3;
/** Long after which a worker is given up; what it has not said the first thread finds itself. */
const PATIENCE_MS = 60_000;
/** What a worker makes is gone with its line. */
const YOUNG_MIB = 8;

/**
 * The signatures of a long log, verified by several threads ahead of the one that judges its lines in their order: this one reads on
 * while it waits, and what it finds is the same, whatever the number of workers. It waits without a loop, so that whoever reads a
 * log need not know of threads.
 */
export class CustodyCrew {
  readonly #pool: WorkerPool;
  readonly #engine: EngineId;
  readonly #hands: Hand[] = [];
  readonly #free: Slot[] = [];
  /** Keys that have come up, in the order in which they did. */
  readonly #keys: SentKey[] = [];
  readonly #schemes = new Map<string, string>();
  #broken = false;
  #next = 0;

  constructor(pool: WorkerPool, engine: EngineId) {
    this.#pool = pool;
    this.#engine = engine;
  }

  /** The same source, whose lines come with what is known of their signatures. */
  ahead(source: TimelineSource): TimelineSource {
    return {
      name: source.name,
      each: (line) => this.#each(source, line),
      again: (line) => (source.again === undefined ? source.each(line) : source.again(line)),
    };
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  #each(source: TimelineSource, line: Line): Parsed<{ readonly torn: number }> {
    const queue: Slot[] = [];
    let filling: Slot | null = null;
    let seen = 0;
    let goesOn = true;
    const judgeOldest = (): void => {
      const slot = queue.shift()!;
      const answered = this.#await(slot);
      slot.lines.forEach((bytes, i) => {
        if (goesOn) goesOn = line(bytes, answered ? this.#known(slot, i) : this.#learning);
      });
      slot.lines = [];
      this.#free.push(slot);
    };
    const give = (): void => {
      if (filling === null) return;
      this.#give(filling);
      queue.push(filling);
      filling = null;
    };
    const read = source.each((bytes) => {
      if (seen++ < FIRST || this.#broken) {
        while (queue.length > 0) judgeOldest();
        if (goesOn) goesOn = line(bytes, this.#learning);
        return goesOn;
      }
      while (filling === null) {
        filling = this.#slot();
        if (filling === null) judgeOldest();
      }
      if (filling.put(bytes)) give();
      return goesOn;
    });
    give();
    if (!read.ok) {
      goesOn = false;
      while (queue.length > 0) judgeOldest();
      return read;
    }
    while (queue.length > 0) judgeOldest();
    return { ok: true, value: { torn: goesOn ? read.value.torn : 0 } };
  }

  /** null: all are given away. */
  #slot(): Slot | null {
    if (this.#hands.length === 0) this.#hire();
    return this.#free.pop() ?? null;
  }

  #hire(): void {
    const { workers, entry } = this.#pool;
    const workerData: CustodyWorkerData = { kind: 'custody', engine: this.#engine };
    const options = { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } };
    for (let i = 0; i < workers; i++) {
      const worker =
        'file' in entry ? new Worker(entry.file, options) : new Worker(entry.source, { ...options, eval: true });
      // What it has not said is found here: its end is no reason to end.
      worker.on('error', () => {
        this.#broken = true;
      });
      worker.unref();
      this.#hands.push({ worker, keys: 0 });
    }
    for (let i = 0; i < SLOTS * workers; i++) this.#free.push(new Slot());
  }

  #give(slot: Slot): void {
    const hand = this.#hands[this.#next++ % this.#hands.length]!;
    Atomics.store(slot.view.state, 0, OPEN);
    const chunk: CustodyChunk = { shared: slot.shared, lines: slot.lines.length, keys: this.#keys.slice(hand.keys) };
    hand.keys = this.#keys.length;
    hand.worker.postMessage(chunk);
  }

  #await({ view: { state } }: Slot): boolean {
    if (this.#broken) return Atomics.load(state, 0) === DONE;
    if (Atomics.wait(state, 0, OPEN, PATIENCE_MS) === 'timed-out') this.#broken = true;
    return Atomics.load(state, 0) === DONE;
  }

  readonly #learning: KnownSignatures = {
    of: (_index, key) => {
      this.#learn(key);
      return null;
    },
  };

  #known({ view: { outcomes } }: Slot, i: number): KnownSignatures {
    return {
      of: (index, key) => {
        const outcome = index < SIGNATURES ? outcomeOf(outcomes[i * SIGNATURES + index]!) : null;
        // Under the very key, and by the very scheme, that was sent.
        if (outcome !== null && this.#schemes.get(key.key.fingerprint) === key.scheme) return outcome;
        this.#learn(key);
        return null;
      },
    };
  }

  #learn({ key, scheme }: RingKey): void {
    if (this.#schemes.has(key.fingerprint)) return;
    this.#schemes.set(key.fingerprint, scheme);
    this.#keys.push({ spki: key.spki, scheme });
  }
}

type Line = Parameters<TimelineSource['each']>[0];

interface Hand {
  readonly worker: Worker;
  /** How many keys it was sent. */
  keys: number;
}

class Slot {
  readonly shared = newSlot();
  readonly view: LineSlot = slotIn(this.shared);
  lines: Bytes[] = [];

  /** @returns whether it is full */
  put(bytes: Bytes): boolean {
    const { data, ends, outcomes } = this.view;
    const i = this.lines.push(bytes) - 1;
    const start = i === 0 ? 0 : ends[i]!;
    ends[0] = 0;
    // One that is too long is refused unread.
    const length = bytes.length > LIMITS.custodyLine ? 0 : bytes.length;
    if (length > 0) data.set(bytes, start);
    ends[i + 1] = start + length;
    outcomes.fill(0, i * SIGNATURES, (i + 1) * SIGNATURES);
    return i + 1 === SLOT_LINES || start + length >= SLOT_BYTES;
  }
}
