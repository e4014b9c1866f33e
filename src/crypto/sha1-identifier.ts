// SPDX-License-Identifier: Apache-2.0
import { hash } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';

/**
 * SHA-1, only to recognise a certificate that a signed attribute names by it (ESSCertID, RFC 2634 §5.4.1). It proves
 * nothing: two certificates can be made that share it. Every other digest goes through digest.ts, which does not have it.
 */
export function sha1Identifier(bytes: Bytes): Bytes {
  return Uint8Array.from(hash('sha1', bytes, 'buffer'));
}
