// SPDX-License-Identifier: Apache-2.0

import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { decodeBase64 } from './base64.ts';
import { decodeHex } from './hex.ts';

const TEXT = /^[A-Za-z0-9+/_=-]+(?:\r?\n)?$/;
/** Lines of one width and a last one, as `base64` and `openssl base64` write what is longer than one. */
const WRAPPED =
  /^(?:[A-Za-z0-9+/]{64}\r?\n)+[A-Za-z0-9+/=]{1,64}(?:\r?\n)?$|^(?:[A-Za-z0-9+/]{76}\r?\n)+[A-Za-z0-9+/=]{1,76}(?:\r?\n)?$/;

/**
 * A detached signature as users keep it: raw octets, or base64 in one line (cosign's `.sig`) or in lines of 64 or 76. A file of base64 characters
 * alone is read as base64: no raw signature of an accepted scheme consists of nothing but those in practice, and where one
 * did, it would fail to verify, never pass.
 *
 * @throws Malformed `signature-encoding`, `base64-invalid`
 */
export function readSignatureFile(bytes: Bytes): Bytes {
  if (bytes.length === 0) throw new Malformed('signature-encoding', 'the signature file is empty');
  const text = new TextDecoder('latin1').decode(bytes);
  if (TEXT.test(text)) return decodeBase64(text.replace(/\r?\n$/, ''));
  return WRAPPED.test(text) ? decodeBase64(text.replace(/[\r\n]/g, '')) : bytes;
}

const TAG_HEX = /^[0-9a-fA-F]+\n?$/;
const TAG_OCTETS = { sha256: 32, sha384: 48, sha512: 64 } as const;

/**
 * A message authentication code: raw octets of the full length, hexadecimal of it, or base64.
 *
 * @throws Malformed `signature-encoding`, `base64-invalid`
 */
export function readTagFile(bytes: Bytes, hash: keyof typeof TAG_OCTETS): Bytes {
  if (bytes.length === TAG_OCTETS[hash]) return bytes;
  const text = new TextDecoder('latin1').decode(bytes);
  if (TAG_HEX.test(text) && text.trimEnd().length === 2 * TAG_OCTETS[hash]) return decodeHex(text.replace(/\n$/, ''));
  return readSignatureFile(bytes);
}
