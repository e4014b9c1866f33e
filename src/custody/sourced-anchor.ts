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
  /** What it proves beyond the log that is judged; absent: that is the only one, or it is not known of others. */
  readonly across?: AcrossLogs;
}

/** Of one piece of evidence, by numbers of logs: what it proves of each follows from hashes, whoever has signed what. */
export interface AcrossLogs {
  /** The log that holds it, or lies beside it. */
  readonly log: number;
  /** Lines of logs that hold its octets. */
  readonly stands: readonly { readonly log: number; readonly line: number }[];
  /** As of a time anchor, for each log. */
  readonly covers: readonly number[];
  readonly within: readonly (number | null)[];
}

/** Whether the one, if it is believed, proves that the other existed by its end. */
export function provesExistence(proof: SourcedAnchor, of: SourcedAnchor): boolean {
  if (of.within !== null && proof.covers > of.within) return true;
  if (of.inNote && !proof.inNote && proof.over !== null && proof.over === of.over) return true;
  const covers = proof.across?.covers;
  return covers !== undefined && (of.across?.stands ?? []).some(({ log, line }) => covers[log]! > line);
}
