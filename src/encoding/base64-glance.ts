// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';

/**
 * What base64 in the midst of other octets says, a character for each octet, read as leniently as the native decoder does: a look that
 * finds what it looks for, or leaves it to those who read strictly.
 */
export class Base64Glance {
  #octets: Buffer = Buffer.alloc(4096);

  textOf(bytes: Bytes, start: number, end: number): string {
    if (this.#octets.length < end - start) this.#octets = Buffer.alloc(2 * (end - start));
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end);
    return this.#octets.toString('latin1', 0, this.#octets.write(text, 'base64'));
  }
}

/** The octets of a text in UTF-8, a character for each. */
export function octetsAsText(text: string): string {
  return Buffer.from(text).toString('latin1');
}
