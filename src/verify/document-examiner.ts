// SPDX-License-Identifier: Apache-2.0
import { underEngine } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readRegularFile } from '../evidence/regular-file.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import { DigestIndex } from './digest-index.ts';
import { type ReadDocument, readDocument } from './document-stage.ts';
import { type FactsKey, factsKey } from './known-facts.ts';
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

/** What is known of an artifact wherever it is examined: octets are read again from disk. */
export interface RemoteEntry {
  readonly name: string;
  readonly digests: ReadonlyMap<HashName, string>;
  readonly given: Artifact['given'];
  readonly size: number;
  readonly head?: Bytes;
  /** null where only the thread that opened its holding can read it. */
  readonly path: string | null;
  readonly package?: PackageIdentity;
}

export interface RemoteEntity {
  readonly name: string;
  readonly key: FactsKey;
  /** null: they are known under this key, and were not found again. */
  readonly item: ItemFacts | null;
  /** Places in the list of artifacts. */
  readonly about: readonly number[];
}

export type RemoteResult =
  | Exclude<ReadDocument, { kind: 'evidence' }>
  | (Omit<Extract<ReadDocument, { kind: 'evidence' }>, 'entities'> & { readonly entities: readonly RemoteEntity[] })
  /** It needs what only the first thread has. */
  | { readonly kind: 'here' };

/** Thrown where the octets of an artifact are wanted that are not on disk. */
class NotHere extends Error {}

class RemoteArtifact implements Artifact {
  readonly name: string;
  readonly given: Artifact['given'];
  readonly digests: ReadonlyMap<HashName, string>;
  readonly head?: Bytes;
  readonly package?: PackageIdentity;
  readonly #entry: RemoteEntry;
  #bytes: WeakRef<Bytes> | null = null;

  constructor(entry: RemoteEntry) {
    this.#entry = entry;
    this.name = entry.name;
    this.given = entry.given;
    this.digests = entry.digests;
    if (entry.head !== undefined) this.head = entry.head;
    if (entry.package !== undefined) this.package = entry.package;
  }

  get bytes(): Bytes | null {
    const { given, size, path, name, digests } = this.#entry;
    if (given === 'digest' || size > LIMITS.artifactInMemory) return null;
    const known = this.#bytes?.deref();
    if (known !== undefined) return known;
    const read =
      path === null ? null : readRegularFile(path, name, LIMITS.artifactInMemory, digests.get('sha256') ?? '');
    if (read?.ok !== true) throw new NotHere();
    this.#bytes = new WeakRef(read.value);
    return read.value;
  }

  digest(algorithm: HashName): string | null {
    const known = this.digests.get(algorithm);
    if (known !== undefined) return known;
    if (this.given === 'digest') return null;
    throw new NotHere();
  }
}

/** Examines documents of a folder one by one, in any order and on any thread: the facts are the same. */
export class DocumentExaminer {
  readonly #context: ExaminationContext;
  readonly #isKnown: (key: FactsKey) => boolean;
  readonly #index = new DigestIndex();
  readonly #places = new Map<Artifact, number>();

  constructor(artifacts: readonly RemoteEntry[], context: ExaminationContext, isKnown: (key: FactsKey) => boolean) {
    this.#context = context;
    this.#isKnown = isKnown;
    for (const [place, entry] of artifacts.entries()) {
      const artifact = new RemoteArtifact(entry);
      this.#places.set(artifact, place);
      this.#index.add(artifact);
    }
  }

  examine(job: DocumentJob): RemoteResult {
    const octets = () => readRegularFile(job.path, job.name, LIMITS.documentBytes, job.sha256);
    const read = readDocument(job, job.name, false, octets, this.#context);
    if (read.kind !== 'evidence') return read;
    // What the registry's evidence shows of times decides about other evidence of it.
    if (read.entities.some(({ entity }) => entity.registry !== undefined)) return { kind: 'here' };
    try {
      const entities = read.entities.map((one): RemoteEntity => {
        const about = underEngine(this.#context.engine, () => this.#index.about(one.entity));
        const name = one.entity.at.evidence + one.entity.at.pointer;
        const key = factsKey(job.sha256, name, one.entity.envelope, about);
        const item = this.#isKnown(key) ? null : examineUnderRoots(one, about, this.#context);
        return { name, key, item, about: about.map((artifact) => this.#places.get(artifact)!) };
      });
      return { ...read, entities };
    } catch (error) {
      if (error instanceof NotHere) return { kind: 'here' };
      throw error;
    }
  }
}
