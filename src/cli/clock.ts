// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromNanoseconds } from '../model/instant.ts';

/** The machine's clock: untrusted, and read here only. */
export function machineClock(): Instant {
  return instantFromNanoseconds(BigInt(Date.now()) * 1_000_000n);
}
