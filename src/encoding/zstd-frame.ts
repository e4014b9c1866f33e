// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd] as const;
const BLOCK_HEADER = 3;
const RLE = 1;
const RESERVED = 3;
const CHECKSUM = 4;
const DICTIONARY_ID = [0, 1, 2, 4] as const;
const CONTENT_SIZE = [0, 2, 4, 8] as const;

export function isZstd(head: Bytes): boolean {
  return MAGIC.every((octet, i) => head[i] === octet);
}

/**
 * Follows one zstd frame (RFC 8878 §3.1.1) by its block headers and expands nothing: so that where it ends is known before it is
 * given to a decoder, which would go on with whatever follows.
 *
 * @throws Malformed `archive-compression`, `limit-exceeded` for a window that is too large
 */
export class ZstdFrame {
  /** Octets of a small field that are still missing, and those that are there. */
  #wanted = 5;
  #field: number[] = [];
  #next: 'descriptor' | 'header' | 'block' | 'content' | 'checksum' | 'done' = 'descriptor';
  #skip = 0;
  #last = false;
  #hasChecksum = false;

  get complete(): boolean {
    return this.#next === 'done';
  }

  /** @returns how many of the octets belong to the frame */
  take(bytes: Bytes): number {
    let at = 0;
    while (at < bytes.length && this.#next !== 'done') {
      if (this.#next === 'content') {
        const step = Math.min(this.#skip, bytes.length - at);
        this.#skip -= step;
        at += step;
        if (this.#skip === 0) this.#blockEnded();
        continue;
      }
      this.#field.push(bytes[at++]!);
      if (this.#field.length === this.#wanted) this.#readField();
    }
    return at;
  }

  #readField(): void {
    const field = Uint8Array.from(this.#field);
    if (this.#next === 'descriptor') {
      if (!isZstd(field)) throw wrong('the frame has no magic number of zstd');
      const descriptor = field[4]!;
      if ((descriptor & 0x08) !== 0) throw wrong('the frame has a reserved bit');
      const single = (descriptor & 0x20) !== 0;
      this.#hasChecksum = (descriptor & 0x04) !== 0;
      const size = CONTENT_SIZE[descriptor >> 6]! || (single ? 1 : 0);
      const more = (single ? 0 : 1) + DICTIONARY_ID[descriptor & 0x03]! + size;
      this.#wanted = field.length + more;
      this.#next = 'header';
      return;
    }
    this.#field = [];
    if (this.#next === 'header') {
      checkHeader(field);
      this.#expectBlock();
    } else if (this.#next === 'block') {
      const header = field[0]! | (field[1]! << 8) | (field[2]! << 16);
      const type = (header >> 1) & 0x03;
      if (type === RESERVED) throw wrong('a block is of the reserved type');
      this.#last = (header & 1) === 1;
      this.#skip = type === RLE ? 1 : header >> 3;
      this.#next = 'content';
      if (this.#skip === 0) this.#blockEnded();
    } else this.#next = 'done';
  }

  #blockEnded(): void {
    if (!this.#last) this.#expectBlock();
    else if (this.#hasChecksum) {
      this.#wanted = CHECKSUM;
      this.#next = 'checksum';
    } else this.#next = 'done';
  }

  #expectBlock(): void {
    this.#wanted = BLOCK_HEADER;
    this.#next = 'block';
  }
}

function checkHeader(field: Bytes): void {
  const descriptor = field[4]!;
  const single = (descriptor & 0x20) !== 0;
  const dictionary = DICTIONARY_ID[descriptor & 0x03]!;
  const from = single ? 5 : 6;
  for (let i = from; i < from + dictionary; i++) if (field[i] !== 0) throw wrong('the frame needs a dictionary');
  let window = 0;
  if (single) {
    for (let i = field.length - 1; i >= from + dictionary; i--) window = window * 256 + field[i]!;
    if (field.length - from - dictionary === 2) window += 256;
  } else {
    const base = 2 ** (10 + (field[5]! >> 3));
    window = base + (base / 8) * (field[5]! & 0x07);
  }
  if (window > LIMITS.zstdWindow) {
    throw new Malformed(
      'limit-exceeded',
      `the zstd frame asks for ${window} octets of memory, more than ${LIMITS.zstdWindow}`,
    );
  }
}

function wrong(what: string): Malformed {
  return new Malformed('archive-compression', what);
}
