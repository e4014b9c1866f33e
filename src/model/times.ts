// SPDX-License-Identifier: Apache-2.0
import type { Instant } from './instant.ts';

export type TimeSourceKind = 'log-integrated-time' | 'rfc3161-timestamp' | 'examiner';

/**
 * One piece of trusted evidence of time. `time` is what the source states (genTime, integrated time) and what windows are judged at;
 * [`notBefore`, `notAfter`] is the interval that it proves (± accuracy; a second-precision time stands for the whole second).
 */
export interface SigningTime {
  readonly source: TimeSourceKind;
  /** The log's origin or the authority's name. */
  readonly authority: string;
  /** Distinguishes authorities for thresholds (log id or certificate fingerprint, hex). */
  readonly authorityId: string;
  readonly time: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** A row of the report's time table, trusted or not. */
export interface TimeRow {
  readonly source: string;
  readonly instant: string;
  readonly trusted: boolean;
  readonly usedFor: string;
}
