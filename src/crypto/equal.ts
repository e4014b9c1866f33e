// SPDX-License-Identifier: Apache-2.0
import { timingSafeEqual } from 'node:crypto';
import { encodeUtf8 } from '../encoding/utf8.ts';

/** Whether two texts are the same, in a time that tells nothing but their lengths. */
export function equalTexts(a: string, b: string): boolean {
  const [left, right] = [encodeUtf8(a), encodeUtf8(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
