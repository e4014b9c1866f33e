// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';

const MOST = BigInt(LIMITS.custodyUncertaintySeconds) * NANOSECONDS_PER_SECOND;

/**
 * What of a clock's uncertainty counts where claimed times are compared (custody timeline v1, section 7). It is the word of whoever
 * wrote the event: without a bound it would excuse any time at all.
 *
 * @param told nanoseconds
 */
export function countedUncertainty(told: bigint): bigint {
  return told < MOST ? told : MOST;
}
