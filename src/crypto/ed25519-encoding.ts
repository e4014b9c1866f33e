// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';

/** Octets of a point, and of a scalar (RFC 8032 §5.1). */
export const ED25519_OCTETS = 32;

/**
 * The y coordinates of the eight points of small order, sign bit cleared: 0, 1, -1 and the two of order eight. Given as
 * octets: the rule on them then holds on every version of OpenSSL, which has changed its own over the years.
 */
const SMALL_ORDER_Y = [
  `01${'00'.repeat(31)}`,
  '00'.repeat(32),
  `ec${'ff'.repeat(30)}7f`,
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
].map(decodeHex);

/** Whether y is below the field prime 2^255 - 19, as RFC 8032 §5.1.3 asks of a decoder. */
export function isCanonicalY(point: Bytes): boolean {
  if ((point[31]! & 0x7f) !== 0x7f || point[0]! < 0xed) return true;
  for (let i = 1; i < 31; i++) if (point[i] !== 0xff) return true;
  return false;
}

/** Whether these octets are one of the points of small order, in either sign. */
export function isSmallOrder(point: Bytes): boolean {
  return SMALL_ORDER_Y.some((y) => {
    for (let i = 0; i < 31; i++) if (point[i] !== y[i]) return false;
    return (point[31]! & 0x7f) === y[31];
  });
}
