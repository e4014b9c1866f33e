// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { HASH_OCTETS } from './tree-hasher.ts';

/** Hashes by their place: an array of them, or a `HashList`. */
export interface Hashes {
  readonly length: number;
  at(index: number): Bytes | undefined;
}

const FIRST = 1024;

/** Many hashes in one buffer, which grows as they come: a million take 32 MB, and not the 200 that an array of arrays takes. */
export class HashList implements Hashes {
  #octets = new Uint8Array(FIRST * HASH_OCTETS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Bytes): void {
    if (hash.length !== HASH_OCTETS) throw new RangeError('a hash of a tree has 32 octets');
    const end = this.#length * HASH_OCTETS;
    if (end === this.#octets.length) {
      const more = new Uint8Array(2 * end);
      more.set(this.#octets);
      this.#octets = more;
    }
    this.#octets.set(hash, end);
    this.#length++;
  }

  at(index: number): Bytes | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    return this.#octets.subarray(index * HASH_OCTETS, (index + 1) * HASH_OCTETS);
  }
}
