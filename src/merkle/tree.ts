// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { Hashes } from './hash-list.ts';
import { TreeHasher, type TreeRule } from './tree-hasher.ts';

/** RFC 6962 §2.1, RFC 9162 §2.1.1: to raise the last node of an odd level is to split at the largest power of two. */
export const RFC_6962: TreeRule = { prefixes: { leaf: 0x00, node: 0x01 }, joins: 'octets', odd: 'promoted' };

/**
 * The root over leaf data in the order given (RFC 9162 §2.1.1). Leaves may come one by one: only one hash per level is
 * kept. The empty tree has the hash of nothing as its root; no check here ever passes on it.
 */
export function rootOfLeaves(leaves: Iterable<Bytes>): Bytes {
  const tree = new TreeHasher(RFC_6962);
  for (const leaf of leaves) tree.addData(leaf);
  return tree.root();
}

/** As `rootOfLeaves`, over leaf hashes. */
export function rootOfHashes(hashes: Iterable<Bytes>): Bytes {
  const tree = new TreeHasher(RFC_6962);
  for (const hash of hashes) tree.addHash(hash);
  return tree.root();
}

function rootOfRange(hashes: Hashes, from: number, to: number): Bytes {
  const tree = new TreeHasher(RFC_6962);
  for (let i = from; i < to; i++) tree.addHash(hashes.at(i)!);
  return tree.root();
}

/**
 * PATH(m, D[n]) (RFC 9162 §2.1.3.1), for those who make evidence.
 *
 * @param hashes all leaf hashes of the tree
 * @param index below their number
 */
export function inclusionProof(hashes: Hashes, index: number): Bytes[] {
  const proof: Bytes[] = [];
  let [from, to] = [0, hashes.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      proof.push(rootOfRange(hashes, middle, to));
      to = middle;
    } else {
      proof.push(rootOfRange(hashes, from, middle));
      from = middle;
    }
  }
  return proof.reverse();
}

/**
 * PROOF(m, D[n]) (RFC 9162 §2.1.4.1), for those who make evidence.
 *
 * @param hashes all leaf hashes of the larger tree
 * @param size of the smaller one, from 1 to their number
 */
export function consistencyProof(hashes: Hashes, size: number): Bytes[] {
  const proof: Bytes[] = [];
  let [from, to] = [0, hashes.length];
  while (size < to) {
    const middle = from + splitOf(to - from);
    if (size <= middle) {
      proof.push(rootOfRange(hashes, middle, to));
      to = middle;
    } else {
      proof.push(rootOfRange(hashes, from, middle));
      from = middle;
    }
  }
  // The verifier knows the root of the smaller tree where it is a whole subtree of the larger one.
  if (from > 0) proof.push(rootOfRange(hashes, from, to));
  return proof.reverse();
}

/** The largest power of two below n. Splitting there, and never doubling a leaf, gives each list its own root (attacks G01). */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}
