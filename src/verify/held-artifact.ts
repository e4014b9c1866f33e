// SPDX-License-Identifier: Apache-2.0
import { packageOfFileName } from '../artifact/claimed-package.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Holding, type Member, memberName, type Origin } from '../model/holding.ts';
import type { Problem } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { HashName } from '../model/public-key.ts';
import type { Artifact } from './request.ts';

/** What an arrangement knows of the artifact that one of its members is. */
export type HeldAs = Partial<Pick<Artifact, 'name' | 'origin' | 'ecosystem' | 'coveredBy'>>;

/** A member of a holding as an artifact: digested already, its octets read again only where a check needs them. */
export class HeldArtifact implements Artifact {
  readonly name: string;
  readonly given = 'file';
  readonly origin: Origin;
  readonly member: Member;
  readonly holding: Holding;
  readonly ecosystem?: string;
  readonly coveredBy?: readonly Artifact[];
  readonly package?: PackageIdentity;
  /** Why octets or a further digest could not be had: the file is not what it was, or too large. */
  problem: Problem | null = null;
  readonly #digests: Map<HashName, string>;
  #bytes: WeakRef<Bytes> | null = null;

  constructor(holding: Holding, member: Member, as: HeldAs = {}) {
    this.name = as.name ?? memberName(holding, member.path);
    this.origin = as.origin ?? (holding.container === 'file' ? holding.origin : 'found');
    if (as.ecosystem !== undefined) this.ecosystem = as.ecosystem;
    if (as.coveredBy !== undefined) this.coveredBy = as.coveredBy;
    this.holding = holding;
    this.member = member;
    this.#digests = new Map(member.digests);
    const named = packageOfFileName(this.name);
    if (named !== null) this.package = named;
  }

  get head(): Bytes {
    return this.member.head;
  }

  get digests(): ReadonlyMap<HashName, string> {
    return this.#digests;
  }

  /** null where it is larger than what is held in memory, or no longer what was digested. */
  get bytes(): Bytes | null {
    if (this.member.size > LIMITS.artifactInMemory) return null;
    const known = this.#bytes?.deref();
    if (known !== undefined) return known;
    const read = this.holding.document(this.member, LIMITS.artifactInMemory);
    if (!read.ok) {
      this.problem ??= read.problem;
      return null;
    }
    this.#bytes = new WeakRef(read.value);
    return read.value;
  }

  digest(algorithm: HashName): string | null {
    const known = this.#digests.get(algorithm);
    if (known !== undefined) return known;
    const read = this.holding.digests(this.member, [algorithm]);
    if (!read.ok) {
      this.problem ??= read.problem;
      return null;
    }
    for (const [name, value] of read.value) this.#digests.set(name, value);
    return this.#digests.get(algorithm) ?? null;
  }
}

const all = new WeakMap<Member, HeldArtifact>();

/** The same object for the same member, whoever asks: what was computed of it, and that evidence speaks of it, is kept there. */
export function heldArtifact(holding: Holding, member: Member): HeldArtifact {
  const known = all.get(member) ?? new HeldArtifact(holding, member);
  all.set(member, known);
  return known;
}
