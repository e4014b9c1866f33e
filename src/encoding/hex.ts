// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { plainBytes } from './plain-bytes.ts';

const FOREIGN = /[^0-9a-fA-F]/;

/**
 * RFC 4648 §8, both cases, an even number of digits and nothing else.
 *
 * @throws Malformed `hex-invalid`
 */
export function decodeHex(text: string): Bytes {
  if (text.length % 2 !== 0) throw new Malformed('hex-invalid', `${text.length} digits are no whole number of bytes`);
  const foreign = FOREIGN.exec(text);
  if (foreign !== null) throw new Malformed('hex-invalid', `character ${foreign.index} is no hexadecimal digit`);
  return plainBytes(Buffer.from(text, 'hex'));
}

/** Lowercase. */
export function encodeHex(bytes: Bytes): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
