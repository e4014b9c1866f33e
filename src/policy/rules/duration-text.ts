// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../../model/instant.ts';

const UNITS = [
  ['d', 86_400n],
  ['h', 3600n],
  ['m', 60n],
] as const;

/** Whole seconds in the largest unit that takes them: `90d`, `36h`. */
export function durationText(nanoseconds: bigint): string {
  const seconds = nanoseconds / NANOSECONDS_PER_SECOND;
  for (const [unit, size] of UNITS) {
    if (seconds !== 0n && seconds % size === 0n) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
