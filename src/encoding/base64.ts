// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { plainBytes } from './plain-bytes.ts';

/**
 * Strict base64: RFC 4648 §4 or §5, one alphabet throughout, right padding or none, trailing bits zero, no white space.
 * The native decoder is lenient, so that its result is written again and must give the very text: no second spelling passes.
 *
 * @throws Malformed `base64-invalid`
 */
export function decodeBase64(text: string): Bytes {
  const short = text.length <= SHORT ? decodeShort(text) : null;
  if (short !== null) return short;
  const decoded = Buffer.from(text, 'base64');
  const padded = decoded.toString('base64');
  if (padded === text || isOtherSpelling(text, padded)) return plainBytes(decoded);
  throw new Malformed('base64-invalid', describe(text));
}

/** As `decodeBase64`, but the standard alphabet with its padding only (PEM, signed notes). */
export function decodeBase64Standard(text: string): Bytes {
  const short = text.length <= SHORT ? decodeShort(text) : null;
  if (short !== null) return short;
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64') === text) return plainBytes(decoded);
  throw new Malformed('base64-invalid', describe(text));
}

/** As `decodeBase64`, but the URL alphabet without padding only (RFC 7515 §2, as JWK has it). */
export function decodeBase64UrlUnpadded(text: string): Bytes {
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64url') === text) return plainBytes(decoded);
  throw new Malformed('base64-invalid', describe(text));
}

/** Standard alphabet, padded. */
export function encodeBase64(bytes: Bytes): string {
  return asBuffer(bytes).toString('base64');
}

/** URL alphabet, without padding. */
export function encodeBase64Url(bytes: Bytes): string {
  return asBuffer(bytes).toString('base64url');
}

function isOtherSpelling(text: string, padded: string): boolean {
  const end = padded.indexOf('=');
  const bare = end === -1 ? padded : padded.slice(0, end);
  if (text === bare) return true;
  const url = bare.replaceAll('+', '-').replaceAll('/', '_');
  return text === url || text === url + padded.slice(bare.length);
}

function asBuffer(bytes: Bytes): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Characters up to which decoding by hand is faster than two calls of the native decoder: digests, and most signatures. */
const SHORT = 96;

/** The value of each character of the standard alphabet; 255 for all others. */
const VALUES = new Uint8Array(256).fill(255);
for (const [value, character] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  VALUES[character.charCodeAt(0)] = value;
}

/** The bytes of a text in the standard alphabet, padded, trailing bits zero; null for any other, which may still be right. */
function decodeShort(text: string): Bytes | null {
  const size = text.length;
  if (size === 0 || size % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = size - padding;
  const bytes = new Uint8Array((size / 4) * 3 - padding);
  let seen = 0;
  let group = 0;
  for (let i = 0, end = 0; i < size; i += 4, end += 3) {
    const third = i + 2 < digits ? valueAt(text, i + 2) : 0;
    const fourth = i + 3 < digits ? valueAt(text, i + 3) : 0;
    group = (valueAt(text, i) << 18) | (valueAt(text, i + 1) << 12) | (third << 6) | fourth;
    seen |= valueAt(text, i) | valueAt(text, i + 1) | third | fourth;
    // What the padding says is not there lies behind the end of the array, and is not written.
    bytes[end] = group >>> 16;
    bytes[end + 1] = group >>> 8;
    bytes[end + 2] = group;
  }
  const trailing = padding === 0 ? 0 : group & (padding === 1 ? 0xff : 0xffff);
  return seen > 63 || trailing !== 0 ? null : bytes;
}

/** 0 to 63, or more where the character is not of the standard alphabet. */
function valueAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return VALUES[code & 0xff]! | (code & 0xff00);
}

const FOREIGN = /[^A-Za-z0-9+/_=-]/;

function describe(text: string): string {
  const foreign = FOREIGN.exec(text);
  if (foreign !== null) return `character ${foreign.index} is not of a base64 alphabet`;
  if (/[+/]/.test(text) && /[-_]/.test(text)) return 'the standard and the URL alphabet are mixed';
  const padding = text.indexOf('=');
  const digits = padding === -1 ? text.length : padding;
  if (digits % 4 === 1) return `${digits} digits are no whole number of bytes`;
  if (padding !== -1) {
    const wanted = (4 - (digits % 4)) % 4;
    if (text.length - padding !== wanted || /[^=]/.test(text.slice(padding))) return 'the padding is wrong';
  }
  return 'the bits behind the last byte are not zero, or the spelling is not the one wanted here';
}
