// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import type { HashName } from '../model/public-key.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { STRONG_DIGESTS } from '../statement/digest-set.ts';
import { artifactDigest } from './artifact-stage.ts';
import { imageOf } from './image-payload-stage.ts';
import type { Artifact } from './request.ts';
import { statementOf } from './statement-of.ts';

/** Artifacts by their digests. SHA-256 is known of each; another one is taken of all once a piece of evidence names nothing else. */
export class DigestIndex {
  readonly #artifacts: Artifact[] = [];
  readonly #byDigest = new Map<HashName, Map<string, Artifact[]>>();

  add(artifact: Artifact): void {
    this.#artifacts.push(artifact);
    for (const [algorithm, index] of this.#byDigest) enter(index, algorithm, artifact);
  }

  /** In the order in which they were added. */
  get artifacts(): readonly Artifact[] {
    return this.#artifacts;
  }

  find(algorithm: HashName, hex: string): readonly Artifact[] {
    let index = this.#byDigest.get(algorithm);
    if (index === undefined) {
      index = new Map();
      for (const artifact of this.#artifacts) enter(index, algorithm, artifact);
      this.#byDigest.set(algorithm, index);
    }
    return index.get(hex) ?? [];
  }

  /** The artifacts that a piece of evidence claims to be about, by the strongest digest that comes free of cost; in their order. */
  about(entity: SignedEntity): readonly Artifact[] {
    const found = new Set<Artifact>();
    for (const { algorithm, hex } of claimedDigests(entity)) {
      for (const artifact of this.find(algorithm, hex)) found.add(artifact);
    }
    return [...found];
  }
}

function enter(index: Map<string, Artifact[]>, algorithm: HashName, artifact: Artifact): void {
  // An examiner who gave one digest gave that one.
  const hex = artifact.given === 'digest' ? artifact.digests.get(algorithm) : artifactDigest(artifact, algorithm);
  if (hex === undefined || hex === null) return;
  const same = index.get(hex);
  if (same === undefined) index.set(hex, [artifact]);
  else same.push(artifact);
}

export interface ClaimedDigest {
  readonly algorithm: HashName;
  readonly hex: string;
}

/** Every strong digest of a subject but where SHA-256 is among them: that one is enough to find it, all are compared later. */
export function claimedDigests(entity: SignedEntity): readonly ClaimedDigest[] {
  if (entity.content.kind === 'message') {
    const { digest } = entity.content;
    return digest === null ? [] : [{ algorithm: digest.algorithm, hex: encodeHex(digest.value) }];
  }
  const image = imageOf(entity);
  if (image !== null) return image.ok ? [image.value] : [];
  const statement = statementOf(entity);
  if (statement === null || !statement.ok) return [];
  return statement.value.subject.flatMap(({ digest }) => {
    const sha256 = digest.get('sha256');
    if (sha256 !== undefined) return [{ algorithm: 'sha256' as const, hex: sha256 }];
    return STRONG_DIGESTS.flatMap((algorithm) => {
      const hex = digest.get(algorithm);
      return hex === undefined ? [] : [{ algorithm, hex }];
    });
  });
}
