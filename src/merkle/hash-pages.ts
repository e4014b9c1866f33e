// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

const HASH = 32;
const PAGE = 512;

/** SHA-256 hashes in pages: they grow without ever being copied. */
export class HashPages {
  readonly #pages: Bytes[] = [];
  size = 0;

  push(hash: Bytes): void {
    const place = this.size % PAGE;
    if (place === 0) this.#pages.push(new Uint8Array(PAGE * HASH));
    this.#pages.at(-1)!.set(hash, place * HASH);
    this.size++;
  }

  at(index: number): Bytes {
    const start = (index % PAGE) * HASH;
    return this.#pages[Math.floor(index / PAGE)]!.subarray(start, start + HASH);
  }
}
