// SPDX-License-Identifier: Apache-2.0
import type { TimeAnchor } from './intervals.ts';

/** A key without which a piece of evidence is nobody's word. */
export interface AnchorKey {
  /** SHA-256 of the SubjectPublicKeyInfo. */
  readonly key: string;
  /** SHA-256 of the certificate; null: a plain key. */
  readonly certificate: string | null;
  readonly name: string;
}

/** Evidence of time with what it rests on itself: asked for where one of those keys may have been stolen. */
export interface SourcedAnchor extends TimeAnchor {
  /** Its signer's first, then those of the authorities above it. */
  readonly keys: readonly AnchorKey[];
  /** SHA-256 of the note that it is about; null: it is over something else. */
  readonly over: string | null;
  /** It is a line of that note: whatever covers the note as it stands covers it too. */
  readonly inNote: boolean;
}

/** Whether the one, if it is believed, proves that the other existed by its end. */
export function provesExistence(proof: SourcedAnchor, of: SourcedAnchor): boolean {
  if (of.within !== null && proof.covers > of.within) return true;
  return of.inNote && !proof.inNote && proof.over !== null && proof.over === of.over;
}
