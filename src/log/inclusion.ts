// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { leafHash, rootFromInclusion } from '../merkle/rfc6962.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Facts } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { InclusionProof } from '../model/signed-entity.ts';

/**
 * Verifies that an inclusion proof leads from an entry's body to the root that the proof names. That the log has signed this
 * root is the checkpoint's matter.
 *
 * @throws Malformed `inclusion-shape`, `inclusion-root-mismatch` (RFC 9162 §2.1.3.2)
 */
export function verifyInclusion(body: Bytes, proof: InclusionProof): Facts {
  const leaf = leafHash(body);
  const root = rootFromInclusion(proof.logIndex, proof.treeSize, leaf, proof.hashes);
  if (!equalBytes(root, proof.rootHash)) {
    const roots = `${encodeHex(root)}, the proof names ${encodeHex(proof.rootHash)}`;
    throw new Malformed('inclusion-root-mismatch', `the proof leads to the root ${roots}`);
  }
  return {
    leafHash: encodeHex(leaf),
    leafIndex: String(proof.logIndex),
    treeSize: String(proof.treeSize),
    rootHash: encodeHex(root),
  };
}
