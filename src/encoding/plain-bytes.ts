// SPDX-License-Identifier: Apache-2.0
import type { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';

/** As `plainBytes`, for what may be one already: a caller of the library gives what his file system gave him. */
export function asPlainBytes(bytes: Bytes): Bytes {
  return Object.getPrototypeOf(bytes) === Uint8Array.prototype
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The same memory as a plain Uint8Array, so that no Buffer method can be called on evidence by accident. */
export function plainBytes(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
