// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, sha256 } from './bytes.ts';

/** RFC 9162 §2.1.1, written from the definition: recursive, over whole slices. */
export function leafHash(data: Bytes): Bytes {
  return sha256(bytes([0], data));
}

function nodeHash(left: Bytes, right: Bytes): Bytes {
  return sha256(bytes([1], left, right));
}

function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

export function treeRoot(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 0) return sha256(bytes());
  if (leaves.length === 1) return leafHash(leaves[0] ?? bytes());
  const k = split(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, k)), treeRoot(leaves.slice(k)));
}

/** RFC 9162 §2.1.3.1. */
export function inclusionPath(leaves: readonly Bytes[], index: number): Bytes[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionPath(leaves.slice(0, k), index), treeRoot(leaves.slice(k))]
    : [...inclusionPath(leaves.slice(k), index - k), treeRoot(leaves.slice(0, k))];
}

/** RFC 9162 §2.1.4.1: from the tree of the first `size` leaves to the whole. */
export function consistencyPath(leaves: readonly Bytes[], size: number, whole = true): Bytes[] {
  if (size === leaves.length) return whole ? [] : [treeRoot(leaves)];
  const k = split(leaves.length);
  return size <= k
    ? [...consistencyPath(leaves.slice(0, k), size, whole), treeRoot(leaves.slice(k))]
    : [...consistencyPath(leaves.slice(k), size - k, false), treeRoot(leaves.slice(0, k))];
}
