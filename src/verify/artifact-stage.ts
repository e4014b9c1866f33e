// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { HashName } from '../model/public-key.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { Artifact } from './request.ts';

/** The digest of an artifact by one algorithm, computed where its bytes are at hand; null where it cannot be known. */
export function artifactDigest(artifact: Artifact, algorithm: HashName): string | null {
  const known = artifact.digests.get(algorithm) ?? computed.get(artifact)?.get(algorithm);
  if (known !== undefined) return known;
  if (artifact.digest !== undefined) return artifact.digest(algorithm);
  if (artifact.bytes === null) return null;
  const digest = digestHex(algorithm, artifact.bytes);
  const mine = computed.get(artifact) ?? new Map<HashName, string>();
  computed.set(artifact, mine.set(algorithm, digest));
  return digest;
}

/** Each artifact is digested once by each algorithm, whatever number of envelopes names it. */
const computed = new WeakMap<Artifact, Map<HashName, string>>();

export function digestsFor(artifact: Artifact, algorithms: readonly HashName[]): ReadonlyMap<HashName, string> {
  const found = new Map<HashName, string>();
  for (const algorithm of algorithms) {
    const value = artifactDigest(artifact, algorithm);
    if (value !== null) found.set(algorithm, value);
  }
  return found;
}

export function digestBytesOf(artifact: Artifact): ReadonlyMap<HashName, Bytes> {
  return new Map(
    [...digestsFor(artifact, ['sha256', 'sha384', 'sha512'])].map(([name, hex]) => [name, decodeHex(hex)]),
  );
}

/** A message bundle names the digest of its artifact: it must be that of the artifact at hand. */
export function checkMessageDigest(entity: SignedEntity, artifact: Artifact): Check | null {
  if (entity.content.kind !== 'message' || entity.content.digest === null) return null;
  const { algorithm, value } = entity.content.digest;
  const at: Locator = { evidence: artifact.name, pointer: '' };
  const found = artifactDigest(artifact, algorithm);
  const expected = encodeHex(value);
  const facts = { algorithm, computed: found, expected };
  if (found === null) {
    return notPassed(
      'subject.digest',
      at,
      'subject-digest-other',
      `the bundle names a ${algorithm} digest, and another was given`,
      facts,
    );
  }
  if (found === expected) return passed('subject.digest', at, facts);
  return notPassed('subject.digest', at, 'artifact-digest-mismatch', `the artifact has ${algorithm} ${found}`, facts);
}

const COMPARED: readonly HashName[] = ['sha256', 'sha384', 'sha512'];

/** Whether two artifacts are the same one, by a strong digest that both have. */
export function checkSameArtifact(first: Artifact, other: Artifact): Check {
  const at: Locator = { evidence: other.name, pointer: '' };
  for (const algorithm of COMPARED) {
    const [expected, computed] = [artifactDigest(first, algorithm), artifactDigest(other, algorithm)];
    if (expected === null || computed === null) continue;
    const facts = { algorithm, computed, expected };
    if (expected === computed) return passed('subject.digest', at, facts);
    return notPassed('subject.digest', at, 'artifact-digest-mismatch', `it is not the artifact ${first.name}`, facts);
  }
  return notPassed('subject.digest', at, 'subject-digest-other', `it has no digest in common with ${first.name}`);
}
