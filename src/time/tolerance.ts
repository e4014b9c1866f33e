// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';

/** The largest `--skew`, in nanoseconds. */
export const MAX_TOLERANCE = 300n * NANOSECONDS_PER_SECOND;

export function isTolerance(nanoseconds: bigint): boolean {
  return 0n <= nanoseconds && nanoseconds <= MAX_TOLERANCE;
}

/** The command line refuses other values before anything runs, so that one here is a fault of ours. */
export function requireTolerance(nanoseconds: bigint): void {
  if (!isTolerance(nanoseconds)) throw new RangeError(`a tolerance of ${nanoseconds} ns is not within 0 to 300 s`);
}
