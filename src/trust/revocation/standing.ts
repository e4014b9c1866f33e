// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../../model/instant.ts';

/** What is proven of when a signature was made. */
export interface ProofOfExistence {
  /** It was there by then; null: nothing says so. */
  readonly notAfter: Instant | null;
  /** It was not there before; null: nothing says so. */
  readonly notBefore: Instant | null;
}

export type Standing = 'stands' | 'falls' | 'undecided';

/**
 * What becomes of a signature by a key that is revoked since some instant (verdicts: revoked or compromised). Only what is proven counts,
 * never what anybody says of the time: whoever holds the key can write any time.
 *
 * @param since null: from the beginning
 */
export function standingUnder(since: Instant | null, { notAfter, notBefore }: ProofOfExistence): Standing {
  if (since === null) return 'falls';
  if (notAfter !== null && notAfter < since) return 'stands';
  return notBefore !== null && notBefore >= since ? 'falls' : 'undecided';
}
