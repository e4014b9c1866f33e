// SPDX-License-Identifier: Apache-2.0
import { nodeHash, rootFromInclusion } from '../merkle/rfc6962.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';

/** One level of an inclusion proof: result = SHA-256(0x01 || left || right). */
export interface ProofStep {
  readonly left: Bytes;
  readonly right: Bytes;
  /** On which side the proof's hash stands; the other is what the level below gave. */
  readonly proofSide: 'left' | 'right';
  readonly result: Bytes;
}

/**
 * The way from a leaf to the root, hash by hash, in the words of RFC 9162 §2.1.3.2, so that it can be followed on paper. It is
 * no second verifier: its end must be the root that merkle/ computes in its own way, or it is not shown.
 *
 * @throws Malformed `inclusion-shape`
 */
export function inclusionSteps(index: bigint, size: bigint, leaf: Bytes, hashes: readonly Bytes[]): ProofStep[] {
  const root = rootFromInclusion(index, size, leaf, hashes);
  const steps: ProofStep[] = [];
  let [fn, sn] = [index, size - 1n];
  let current = leaf;
  for (const hash of hashes) {
    const proofSide = (fn & 1n) === 1n || fn === sn ? 'left' : 'right';
    const [left, right] = proofSide === 'left' ? [hash, current] : [current, hash];
    const result = nodeHash(left, right);
    steps.push({ left, right, proofSide, result });
    // At the right edge of the tree whole levels have no sibling.
    if (proofSide === 'left') while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    [fn, sn] = [fn >> 1n, sn >> 1n];
    current = result;
  }
  if (!equalBytes(current, root)) throw new Error('two ways of walking one inclusion proof differ');
  return steps;
}
