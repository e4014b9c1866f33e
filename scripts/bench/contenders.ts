// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { openSync, readSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { parseDigestOperand } from '../../src/artifact/digest-operand.ts';
import { ALGORITHMS } from '../../src/crypto/algorithms.ts';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { createCheckpointCache } from '../../src/log/checkpoint-cache.ts';
import type { PublicKey, SchemeId } from '../../src/model/public-key.ts';
import { exactly, type TextCriterion } from '../../src/trust/identity.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { type BatchArtifact, type BatchJob, examineBatch } from '../../src/verify/batch.ts';
import { examineBatchWithWorkers } from '../../src/verify/batch-workers.ts';
import { type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';
import type { Order } from './contender.ts';
import type { PlannedJob, Workload } from './workload.ts';

export interface Contender {
  /** Not measured. */
  prepare(order: Order): Promise<unknown>;
  /** @returns how many were accepted */
  run(order: Order, prepared: unknown): Promise<number>;
  readonly notes: Record<string, number>;
}

export const CONTENDERS: Readonly<Record<string, (workload: Workload, option: number) => Promise<Contender>>> = {
  ours: async (workload) => new Ours(workload),
  workers: async (workload, workers) => new Workers(workload, workers),
  floor: async (workload) => new Floor(workload),
  peer: async (workload) => new Peer(workload),
};

const ANYBODY: TextCriterion = { mode: 'regexp', text: '.*', anyone: true, matches: () => true };

/** One context for each trusted root. */
function contextsOf(workload: Workload, engine: Engine): ExaminationContext[] {
  const at = parseRfc3339(workload.at).time;
  const { identity } = workload;
  return workload.roots.map((text, i) => ({
    ...PLAIN_QUESTION,
    engine,
    at,
    clockFloor: at,
    roots: parseTrustedRoots(new TextEncoder().encode(text), `root ${i}`),
    identity:
      identity === null
        ? { identity: ANYBODY, issuer: ANYBODY }
        : { identity: exactly(identity.san), issuer: exactly(identity.issuer) },
    checkpoints: createCheckpointCache(),
  }));
}

function jobOf({ bundle, artifact }: PlannedJob, index: number, path: string): BatchJob {
  const range = ([offset, length]: readonly [number, number]) => ({ path, offset, length });
  return { name: `job ${index}`, evidence: range(bundle), artifacts: [artifactOf(artifact, range)] };
}

function artifactOf(
  artifact: PlannedJob['artifact'],
  range: (place: readonly [number, number]) => { path: string; offset: number; length: number },
): BatchArtifact {
  if (typeof artifact !== 'string') return { name: 'artifact', content: range(artifact) };
  const digest = parseDigestOperand(artifact)!;
  return { name: artifact, bytes: null, digests: new Map([[digest.algorithm, digest.hex]]), given: 'digest' };
}

/** The jobs from `from` to `to`, over and over where the workload is shorter, in runs that share a trusted root. */
function* runsOf(workload: Workload, { from, to }: Order): Generator<[root: number, jobs: BatchJob[]]> {
  let jobs: BatchJob[] = [];
  let root = -1;
  for (let i = from; i < to; i++) {
    const planned = workload.jobs[i % workload.jobs.length]!;
    if (planned.root !== root && jobs.length > 0) {
      yield [root, jobs];
      jobs = [];
    }
    root = planned.root;
    jobs.push(jobOf(planned, i, workload.file));
  }
  if (jobs.length > 0) yield [root, jobs];
}

class Ours implements Contender {
  readonly notes = {};
  readonly #workload: Workload;
  #contexts: ExaminationContext[];

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#contexts = contextsOf(workload, nativeEngine);
  }

  async prepare({ afresh }: Order): Promise<void> {
    if (afresh) this.#contexts = forgetful(this.#contexts, { ...nativeEngine });
  }

  async run(order: Order): Promise<number> {
    return examine(this.#workload, this.#contexts, order);
  }
}

/** What is known of leaves is known by the engine: another one starts from nothing, whatever the root has learned of itself. */
function forgetful(contexts: readonly ExaminationContext[], engine: Engine): ExaminationContext[] {
  return contexts.map((context) => ({ ...context, engine, checkpoints: createCheckpointCache() }));
}

function examine(workload: Workload, contexts: readonly ExaminationContext[], order: Order): number {
  let accepted = 0;
  for (const [root, jobs] of runsOf(workload, order)) {
    for (const { verdict } of examineBatch(jobs, contexts[root]!)) if (verdict.exitCode === 0) accepted++;
  }
  return accepted;
}

class Workers implements Contender {
  readonly notes = {};
  readonly #workload: Workload;
  readonly #context: ExaminationContext;
  readonly #workers: number;

  constructor(workload: Workload, workers: number) {
    this.#workload = workload;
    this.#context = contextsOf(workload, nativeEngine)[0]!;
    this.#workers = workers;
  }

  async prepare(): Promise<void> {}

  async run({ from, to }: Order): Promise<number> {
    const { jobs, file } = this.#workload;
    function* all(): Generator<BatchJob> {
      for (let i = from; i < to; i++) yield jobOf(jobs[i]!, i, file);
    }
    let accepted = 0;
    for await (const verdict of examineBatchWithWorkers(all(), this.#context, this.#workers)) {
      if (verdict.exitCode === 0) accepted++;
    }
    return accepted;
  }
}

interface Recorded {
  readonly scheme: SchemeId;
  readonly key: PublicKey;
  readonly message: Uint8Array;
  readonly sig: Uint8Array;
}

/**
 * What no verifier is spared: the signatures that our own examination verifies of these very jobs, caches and all, through
 * OpenSSL and nothing else, and each key imported once: a leaf's for its one signature, the trusted root's for all. No
 * parsing, no hashing of trees or artifacts, no reading.
 */
class Floor implements Contender {
  readonly notes: Record<string, number> = {};
  readonly #workload: Workload;
  readonly #recorded: Recorded[] = [];
  readonly #keys = new WeakMap<PublicKey, KeyObject>();
  #contexts: ExaminationContext[];

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#contexts = contextsOf(workload, this.#recorder());
  }

  #recorder(): Engine {
    return {
      ...nativeEngine,
      verify: (scheme, key, message, sig, encoding) => {
        this.#recorded.push({ scheme, key, message, sig });
        return nativeEngine.verify(scheme, key, message, sig, encoding);
      },
    };
  }

  async prepare(order: Order): Promise<Recorded[]> {
    if (order.afresh) this.#contexts = forgetful(this.#contexts, this.#recorder());
    this.#recorded.length = 0;
    examine(this.#workload, this.#contexts, order);
    for (const { scheme } of this.#recorded) this.notes[scheme] = (this.notes[scheme] ?? 0) + 1;
    return [...this.#recorded];
  }

  async run({ from, to }: Order, prepared: unknown): Promise<number> {
    for (const { scheme, key, message, sig } of prepared as Recorded[]) {
      if (!verify(ALGORITHMS[scheme].hash, message, this.#keyOf(key), sig)) {
        throw new Error('a recorded signature does not verify');
      }
    }
    return to - from;
  }

  #keyOf(key: PublicKey): KeyObject {
    let object = this.#keys.get(key);
    if (object === undefined) {
      object = createPublicKey({ key: key.spki as Buffer, format: 'der', type: 'spki' });
      this.#keys.set(key, object);
    }
    return object;
  }
}

/** @sigstore/verify in a warm loop: its trust material is made once. */
class Peer implements Contender {
  readonly notes: Record<string, number> = {};
  readonly #workload: Workload;
  readonly #verifiers: Verifier[];
  readonly #fd: number;

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#fd = openSync(workload.file, 'r');
    this.#verifiers = workload.roots.map(
      (text) => new Verifier(toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(text)))),
    );
  }

  async prepare(): Promise<void> {}

  async run({ from, to }: Order): Promise<number> {
    const { jobs, identity } = this.#workload;
    const policy =
      identity === null ? undefined : { subjectAlternativeName: identity.san, extensions: { issuer: identity.issuer } };
    let accepted = 0;
    for (let i = from; i < to; i++) {
      const { root, bundle, artifact } = jobs[i % jobs.length]!;
      const json = bundleFromJSON(JSON.parse(this.#read(bundle).toString('utf8')));
      const data = typeof artifact === 'string' ? undefined : this.#read(artifact);
      const entity = toSignedEntity(json, json.content.$case === 'messageSignature' ? data : undefined);
      try {
        this.#verifiers[root]!.verify(entity, policy);
        accepted++;
      } catch (error) {
        const why = String(error);
        this.notes[why] = (this.notes[why] ?? 0) + 1;
      }
    }
    return accepted;
  }

  #read([offset, length]: readonly [number, number]): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#fd, bytes, 0, length, offset);
    return bytes;
  }
}
