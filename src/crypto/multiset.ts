// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import { createStreamDigest } from './digest.ts';

/**
 * One digest over any number of lines, the same in whatever order they stand: SHA-256 over their SHA-256 values, sorted.
 *
 * @param hashes lowercase hexadecimal, of each line one, also where two lines are the same
 */
export function multisetDigest(hashes: readonly string[]): string {
  const sum = createStreamDigest(['sha256']);
  for (const hash of [...hashes].sort()) sum.update(decodeHex(hash));
  return sum.digests().get('sha256')!;
}
