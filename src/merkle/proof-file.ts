// SPDX-License-Identifier: Apache-2.0
import { asBase64, optionalArray, pointerTo, requireBase64, requireInt64 } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';

/** A proof on its own, as `check inclusion` reads it: `{leafIdx, treeSize, leafHash, proof, root}`, hashes in base64. */
export interface InclusionProofFile {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Bytes;
  readonly hashes: readonly Bytes[];
  readonly root: Bytes;
}

/** As `check consistency` reads it: `{size1, size2, root1, root2, proof}`, hashes in base64. */
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
    index: requireInt64(file, 'leafIdx', ''),
    size: requireInt64(file, 'treeSize', ''),
    leafHash: requireBase64(file, 'leafHash', ''),
    hashes: readHashes(file),
    root: requireBase64(file, 'root', ''),
  };
}

/** @throws Malformed `json-shape`, `base64-invalid`, `limit-exceeded` */
export function readConsistencyProofFile(file: JsonObject): ConsistencyProofFile {
  return {
    size1: requireInt64(file, 'size1', ''),
    size2: requireInt64(file, 'size2', ''),
    root1: requireBase64(file, 'root1', ''),
    root2: requireBase64(file, 'root2', ''),
    hashes: readHashes(file),
  };
}

/** A proof without hashes is written as null, as an empty list, or not at all. */
function readHashes(file: JsonObject): Bytes[] {
  const proof = optionalArray(file, 'proof', '') ?? [];
  if (proof.length > LIMITS.proofHashes)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.proofHashes} hashes at /proof`);
  return proof.map((hash, i) => asBase64(hash, pointerTo('/proof', i)));
}
