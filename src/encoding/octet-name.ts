// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file name as text, one to one: UTF-8 stands as it is, and every octet that is part of none as `\xNN`; so does a backslash
 * that is followed by `x`, so that no two names have one text.
 */
export function nameFromOctets(octets: Bytes): string {
  try {
    const text = STRICT.decode(octets);
    return text.includes('\\x') ? text.replaceAll('\\x', '\\x5cx') : text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  let text = '';
  for (let at = 0; at < octets.length; ) {
    const length = sequenceLength(octets, at);
    if (length === 0) text += `\\x${octets[at++]!.toString(16).padStart(2, '0')}`;
    else {
      const part = STRICT.decode(octets.subarray(at, at + length));
      text += part === '\\' && octets[at + 1] === 0x78 ? '\\x5c' : part;
      at += length;
    }
  }
  return text;
}

/** Of the well-formed UTF-8 sequence that begins here; 0 where none does. */
function sequenceLength(octets: Bytes, at: number): number {
  for (const length of [1, 2, 3, 4]) {
    if (at + length > octets.length) return 0;
    try {
      STRICT.decode(octets.subarray(at, at + length));
      return length;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return 0;
}

/** The order of names everywhere: that of their octets. */
export function compareOctets(a: Bytes, b: Bytes): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
