// SPDX-License-Identifier: Apache-2.0
import type { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';

/** The same memory as a plain Uint8Array, so that no Buffer method can be called on evidence by accident. */
export function plainBytes(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
