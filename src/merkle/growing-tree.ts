// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import { HashPages } from './hash-pages.ts';
import { nodeHash } from './rfc6962.ts';

/** Roots of whole subtrees are kept from this level up: the ones below are made again, of at most 2^8 leaves. */
const KEPT = 8;

/**
 * An RFC 6962 tree whose leaves come one by one, and which knows the root of every size that it has had, and the proofs
 * (RFC 9162 §2.1). It holds 33 octets for each leaf.
 */
export class GrowingTree {
  readonly #leaves = new HashPages();
  /** Entry n: roots of whole subtrees of 2^(KEPT + n) leaves. */
  readonly #levels: HashPages[] = [];

  get size(): number {
    return this.#leaves.size;
  }

  /** @param hash of the leaf (`leafHash`) */
  push(hash: Bytes): void {
    this.#leaves.push(hash);
    for (let level = KEPT; this.size % 2 ** level === 0; level++) {
      const width = 2 ** level;
      const start = this.size - width;
      const root = nodeHash(this.#hashOf(start, width / 2), this.#hashOf(start + width / 2, width / 2));
      this.#levels[level - KEPT] ??= new HashPages();
      this.#levels[level - KEPT]!.push(root);
    }
  }

  leaf(index: number): Bytes {
    return this.#leaves.at(index).slice();
  }

  /** @param size from 0 to the present one; the root of nothing is the hash of nothing */
  root(size: number = this.size): Bytes {
    this.#require(size >= 0 && size <= this.size);
    return size === 0 ? sha256(new Uint8Array(0)) : this.#hashOf(0, size).slice();
  }

  /** PATH(m, D[n]) (RFC 9162 §2.1.3.1). */
  inclusion(index: number, size: number = this.size): Bytes[] {
    this.#require(size <= this.size && index >= 0 && index < size);
    const path: Bytes[] = [];
    for (let start = 0, width = size; width > 1; ) {
      const left = splitOf(width);
      const goesLeft = index < start + left;
      path.push((goesLeft ? this.#hashOf(start + left, width - left) : this.#hashOf(start, left)).slice());
      if (!goesLeft) start += left;
      width = goesLeft ? left : width - left;
    }
    return path.reverse();
  }

  /** Of `width` leaves from `start`, a place where a tree of RFC 6962 has a node. */
  #hashOf(start: number, width: number): Bytes {
    if (width === 1) return this.#leaves.at(start);
    const level = Math.log2(width);
    if (Number.isInteger(level) && level >= KEPT) {
      const known = this.#levels[level - KEPT];
      if (known !== undefined && start / width < known.size) return known.at(start / width);
    }
    const left = splitOf(width);
    return nodeHash(this.#hashOf(start, left), this.#hashOf(start + left, width - left));
  }

  #require(holds: boolean): void {
    if (!holds) throw new RangeError('no such place in the tree');
  }
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
