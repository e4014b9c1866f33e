// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { plainBytes } from './plain-bytes.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF, and no byte order mark in front.
 *
 * @throws Malformed `utf8-invalid`
 */
export function decodeUtf8(bytes: Bytes): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw new Malformed('utf8-invalid', 'a byte order mark stands in front');
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Malformed('utf8-invalid', `not UTF-8 at offset ${firstBadOffset(bytes)}`);
  }
}

/**
 * The UTF-8 of a well-formed string. A lone surrogate has none, and two of them would give the same bytes.
 *
 * @throws Malformed `utf8-invalid`
 */
export function encodeUtf8(text: string): Bytes {
  if (!text.isWellFormed()) throw new Malformed('utf8-invalid', 'the text holds a lone surrogate');
  // A third of the time that TextEncoder takes for the long ASCII texts of log entries.
  return plainBytes(Buffer.from(text, 'utf8'));
}

/** Only run on refusal: the length of the longest prefix that the lenient decoder gives back unchanged. */
function firstBadOffset(bytes: Bytes): number {
  const again = encoder.encode(lenient.decode(bytes));
  let offset = 0;
  while (offset < bytes.length && bytes[offset] === again[offset]) offset++;
  return offset;
}
