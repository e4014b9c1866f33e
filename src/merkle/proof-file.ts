// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../encoding/base64.ts';
import {
  asBase64,
  optionalArray,
  optionalString,
  pointerTo,
  requireBase64,
  requireInt64,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { MerkleProfileId } from './profile.ts';
import { DEFAULT_PROFILE, isProfileId, PROFILES } from './profiles.ts';

const FORMAT = 'forensic-verify/merkle-proof@v1';

/**
 * A proof on its own: `{leafIdx, treeSize, leafHash, proof, root}`, hashes in base64, and with it the `profile` of its tree, which
 * is RFC 6962's where none is named (docs/spec/merkle-profiles-v1.md).
 */
export interface InclusionProofFile {
  readonly profile: MerkleProfileId;
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Bytes;
  readonly hashes: readonly Bytes[];
  /** As the proof names it: it proves nothing until somebody else says the same (attacks G06). */
  readonly root: Bytes;
}

/** `{size1, size2, root1, root2, proof}`, hashes in base64: of RFC 6962 trees alone. */
export interface ConsistencyProofFile {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: Bytes;
  readonly root2: Bytes;
  readonly hashes: readonly Bytes[];
}

/** @throws Malformed `json-shape`, `base64-invalid`, `limit-exceeded` */
export function readInclusionProofFile(file: JsonObject): InclusionProofFile {
  return {
    profile: readProfile(file, 'inclusion'),
    index: requireInt64(file, 'leafIdx', ''),
    size: requireInt64(file, 'treeSize', ''),
    leafHash: requireBase64(file, 'leafHash', ''),
    hashes: readHashes(file),
    root: requireBase64(file, 'root', ''),
  };
}

/** @throws Malformed `json-shape`, `base64-invalid`, `limit-exceeded` */
export function readConsistencyProofFile(file: JsonObject): ConsistencyProofFile {
  if (readProfile(file, 'consistency') !== DEFAULT_PROFILE)
    throw new Malformed('json-shape', `only ${DEFAULT_PROFILE} has consistency proofs, at /profile`);
  return {
    size1: requireInt64(file, 'size1', ''),
    size2: requireInt64(file, 'size2', ''),
    root1: requireBase64(file, 'root1', ''),
    root2: requireBase64(file, 'root2', ''),
    hashes: readHashes(file),
  };
}

/**
 * That the proof leads from its leaf to the root that it names, under the rule of its own profile.
 *
 * @throws Malformed `inclusion-shape`, `inclusion-root-mismatch`
 */
export function checkInclusionFile({ profile, index, size, leafHash, hashes, root }: InclusionProofFile): void {
  if (equalBytes(PROFILES[profile].inclusion!.rootFrom(index, size, leafHash, hashes), root)) return;
  throw new Malformed('inclusion-root-mismatch', 'the inclusion proof leads to another root');
}

/** @param name of the leaf: for people, and under no hash */
export function writeInclusionProofFile(proof: InclusionProofFile, name: string | null): JsonObject {
  return {
    format: FORMAT,
    kind: 'inclusion',
    profile: proof.profile,
    ...(name === null ? {} : { name }),
    leafIdx: Number(proof.index),
    treeSize: Number(proof.size),
    leafHash: encodeBase64(proof.leafHash),
    proof: proof.hashes.map(encodeBase64),
    root: encodeBase64(proof.root),
  };
}

export function writeConsistencyProofFile(proof: ConsistencyProofFile): JsonObject {
  return {
    format: FORMAT,
    kind: 'consistency',
    profile: DEFAULT_PROFILE,
    size1: Number(proof.size1),
    size2: Number(proof.size2),
    root1: encodeBase64(proof.root1),
    root2: encodeBase64(proof.root2),
    proof: proof.hashes.map(encodeBase64),
  };
}

/** Others' files have neither format nor kind nor profile; one that names another than ours is not guessed at. */
function readProfile(file: JsonObject, kind: 'inclusion' | 'consistency'): MerkleProfileId {
  const format = optionalString(file, 'format', '');
  if (format !== undefined && format !== null && format !== FORMAT)
    throw new Malformed('json-shape', `another format than ${FORMAT}, at /format`);
  const stated = optionalString(file, 'kind', '');
  if (stated !== undefined && stated !== null && stated !== kind)
    throw new Malformed('json-shape', `a proof of another kind than ${kind}, at /kind`);
  const profile = optionalString(file, 'profile', '') ?? DEFAULT_PROFILE;
  if (!isProfileId(profile)) throw new Malformed('json-shape', 'a profile of no known name, at /profile');
  if (PROFILES[profile].inclusion === null)
    throw new Malformed('json-shape', `${profile} has no proofs of single leaves, at /profile`);
  return profile;
}

/** A proof without hashes is written as null, as an empty list, or not at all. */
function readHashes(file: JsonObject): Bytes[] {
  const proof = optionalArray(file, 'proof', '') ?? [];
  if (proof.length > LIMITS.proofHashes)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.proofHashes} hashes at /proof`);
  return proof.map((hash, i) => asBase64(hash, pointerTo('/proof', i)));
}
