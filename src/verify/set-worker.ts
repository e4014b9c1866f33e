// SPDX-License-Identifier: Apache-2.0
// The body of one worker of set-workers.ts: places of documents come in, the facts about them go out.
import { parentPort, workerData } from 'node:worker_threads';
import { nativeEngine, underEngine } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readRegularFile } from '../evidence/regular-file.ts';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Chunk, ChunkResults } from './crew.ts';
import { DigestIndex } from './digest-index.ts';
import { type ReadDocument, readDocument } from './document-stage.ts';
import { contextFrom, type PortableContext } from './portable-context.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { examineUnderRoots } from './under-roots.ts';

/** A document on disk: read again, and only if its octets are still those that were digested. */
export interface DocumentJob {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Sha256;
  readonly head: Bytes;
}

/** What a worker knows of an artifact. */
export interface RemoteEntry {
  readonly name: string;
  readonly digests: ReadonlyMap<HashName, string>;
  readonly given: Artifact['given'];
  readonly size: number;
  /** null where only this thread can read it. */
  readonly path: string | null;
  readonly package?: PackageIdentity;
}

export interface SetChunk extends Chunk {
  readonly jobs: readonly DocumentJob[];
}

export interface RemoteEntity {
  readonly name: string;
  readonly item: ItemFacts;
  /** Places in the list of artifacts. */
  readonly about: readonly number[];
}

export type RemoteResult =
  | Exclude<ReadDocument, { kind: 'evidence' }>
  | { readonly kind: 'evidence'; readonly refused: readonly ItemFacts[]; readonly entities: readonly RemoteEntity[] }
  /** It needs what only the first thread has. */
  | { readonly kind: 'here' };

export interface SetWorkerData {
  readonly context: PortableContext;
  readonly withoutDigests: boolean;
  readonly artifacts: readonly RemoteEntry[];
}

/** Thrown where the octets of an artifact are wanted that are not on disk. */
class NotHere extends Error {}

class RemoteArtifact implements Artifact {
  readonly name: string;
  readonly given: Artifact['given'];
  readonly digests: ReadonlyMap<HashName, string>;
  readonly package?: PackageIdentity;
  readonly #entry: RemoteEntry;

  constructor(entry: RemoteEntry) {
    this.#entry = entry;
    this.name = entry.name;
    this.given = entry.given;
    this.digests = entry.digests;
    if (entry.package !== undefined) this.package = entry.package;
  }

  get bytes(): Bytes | null {
    const { given, size, path, name, digests } = this.#entry;
    if (given === 'digest' || size > LIMITS.artifactInMemory) return null;
    const read =
      path === null ? null : readRegularFile(path, name, LIMITS.artifactInMemory, digests.get('sha256') ?? '');
    if (read?.ok !== true) throw new NotHere();
    return read.value;
  }

  digest(algorithm: HashName): string | null {
    const known = this.digests.get(algorithm);
    if (known !== undefined) return known;
    if (this.given === 'digest') return null;
    throw new NotHere();
  }
}

function examineDocument(
  job: DocumentJob,
  index: DigestIndex,
  places: ReadonlyMap<Artifact, number>,
  context: ExaminationContext,
): RemoteResult {
  const octets = () => readRegularFile(job.path, job.name, LIMITS.documentBytes, job.sha256);
  const read = readDocument(job, job.name, false, octets, context);
  if (read.kind !== 'evidence') return read;
  // What the registry's evidence shows of times decides about other evidence of it.
  if (read.entities.some(({ entity }) => entity.registry !== undefined)) return { kind: 'here' };
  try {
    const entities = read.entities.map((one): RemoteEntity => {
      const about = underEngine(context.engine, () => index.about(one.entity));
      const item = examineUnderRoots(one, about, context);
      const name = one.entity.at.evidence + one.entity.at.pointer;
      return { name, item, about: about.map((artifact) => places.get(artifact)!) };
    });
    return { kind: 'evidence', refused: read.refused, entities };
  } catch (error) {
    if (error instanceof NotHere) return { kind: 'here' };
    throw error;
  }
}

/** Runs until the port is closed. */
export async function serveSet(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no worker');
  const asked = workerData as SetWorkerData;
  const built = await contextFrom(asked.context);
  const engine = asked.withoutDigests ? nativeEngine : built.engine;
  const context = { ...built, engine, checkpoints: createCheckpointCache() };
  const index = new DigestIndex();
  const places = new Map<Artifact, number>();
  for (const [place, entry] of asked.artifacts.entries()) {
    const artifact = new RemoteArtifact(entry);
    places.set(artifact, place);
    index.add(artifact);
  }
  port.on('message', ({ id, jobs }: SetChunk) => {
    const results = jobs.map((job) => examineDocument(job, index, places, context));
    port.postMessage({ id, results } satisfies ChunkResults<RemoteResult>);
  });
  port.on('messageerror', (error) => {
    throw error;
  });
}
