// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../model/reasons.ts';

/** How r and s of an ECDSA signature are written: SEQUENCE of two INTEGERs, or r‖s (IEEE P1363). */
export type SignatureEncoding = 'der' | 'p1363';

/** What can be said of a signature before any mathematics. */
export type SignatureForm = 'well-formed' | 'signature-encoding' | 'invalid';

/**
 * - `valid`: verifies. With `dual`, in both engines, or in the one that has the algorithm (`Engine.enginesFor`).
 * - `invalid`: well formed, and does not verify; r, s or S out of range; an Ed25519 point of small order.
 * - `signature-encoding`: not the octets that the algorithm wants: another length, DER that is not strict.
 * - `algorithm-key-mismatch`: the scheme is none of this key's.
 * - `engine-lacks-algorithm`: this engine cannot tell.
 * - `engines-disagree`: never a pass.
 * - `signed-data-needed`: a digest alone is not enough for this scheme, or it is the digest of another hash.
 */
export type VerifyOutcome =
  | 'valid'
  | 'invalid'
  | 'signature-encoding'
  | 'algorithm-key-mismatch'
  | 'engine-lacks-algorithm'
  | 'engines-disagree'
  | 'signed-data-needed';

/** The reason of the check that rests on a signature; null is a pass. */
export function outcomeReason(outcome: VerifyOutcome): ReasonCode | null {
  if (outcome === 'valid') return null;
  return outcome === 'invalid' ? 'signature-mismatch' : outcome;
}
