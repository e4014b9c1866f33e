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
  const decoded = Buffer.from(text, 'base64');
  const padded = decoded.toString('base64');
  if (padded === text || isOtherSpelling(text, padded)) return plainBytes(decoded);
  throw new Malformed('base64-invalid', describe(text));
}

/** As `decodeBase64`, but the standard alphabet with its padding only (PEM, signed notes). */
export function decodeBase64Standard(text: string): Bytes {
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
