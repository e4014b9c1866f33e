// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import { leafHash, nodeHash } from './rfc6962.ts';

/**
 * The root over leaf data in the order given (RFC 9162 §2.1.1). Leaves may come one by one: only one hash per level is
 * kept. The empty tree has the hash of nothing as its root; no check here ever passes on it.
 */
export function rootOfLeaves(leaves: Iterable<Bytes>): Bytes {
  return rootOfHashes(hashesOf(leaves));
}

/** As `rootOfLeaves`, over leaf hashes. */
export function rootOfHashes(hashes: Iterable<Bytes>): Bytes {
  // Slot n holds the root of a whole subtree of 2^n leaves, to the left of everything in lower slots.
  const whole: (Bytes | null)[] = [];
  for (const hash of hashes) {
    let carried = hash;
    let level = 0;
    for (; whole[level]; level++) {
      carried = nodeHash(whole[level]!, carried);
      whole[level] = null;
    }
    whole[level] = carried;
  }
  const rest = whole.filter((hash) => hash !== null);
  return rest.length === 0 ? sha256(new Uint8Array(0)) : rest.reduce((right, left) => nodeHash(left, right));
}

/**
 * PATH(m, D[n]) (RFC 9162 §2.1.3.1), for those who make evidence.
 *
 * @param hashes all leaf hashes of the tree
 * @param index below their number
 */
export function inclusionProof(hashes: readonly Bytes[], index: number): Bytes[] {
  if (hashes.length <= 1) return [];
  const split = splitOf(hashes.length);
  const left = hashes.slice(0, split);
  const right = hashes.slice(split);
  return index < split
    ? [...inclusionProof(left, index), rootOfHashes(right)]
    : [...inclusionProof(right, index - split), rootOfHashes(left)];
}

/**
 * PROOF(m, D[n]) (RFC 9162 §2.1.4.1), for those who make evidence.
 *
 * @param hashes all leaf hashes of the larger tree
 * @param size of the smaller one, from 1 to their number
 */
export function consistencyProof(hashes: readonly Bytes[], size: number): Bytes[] {
  return subproof(hashes, size, true);
}

function subproof(hashes: readonly Bytes[], size: number, isWholeOld: boolean): Bytes[] {
  if (size === hashes.length) return isWholeOld ? [] : [rootOfHashes(hashes)];
  const split = splitOf(hashes.length);
  const left = hashes.slice(0, split);
  const right = hashes.slice(split);
  return size <= split
    ? [...subproof(left, size, isWholeOld), rootOfHashes(right)]
    : [...subproof(right, size - split, false), rootOfHashes(left)];
}

/** The largest power of two below n. Splitting there, and never doubling a leaf, gives each list its own root (attacks G01). */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

function* hashesOf(leaves: Iterable<Bytes>): Iterable<Bytes> {
  for (const leaf of leaves) yield leafHash(leaf);
}
