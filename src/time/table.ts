// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { SigningTime, TimeRow } from '../model/times.ts';
import { countsAsProof } from './evidence.ts';

/** A time that the evidence or the examiner states, before it is a row of the report. */
export interface TimeEntry {
  readonly source: string;
  readonly instant: Instant;
  readonly trusted: boolean;
  readonly usedFor: string;
}

/** The examiner's time is a row like the others, and never a trusted one. */
export function timeEntry(time: SigningTime, usedFor: string): TimeEntry {
  return { source: `${time.source} ${time.authority}`, instant: time.time, trusted: countsAsProof(time), usedFor };
}

/** Time source → instant → trusted? → used for; earliest first, equal ones as they came. */
export function timeTable(entries: readonly TimeEntry[]): TimeRow[] {
  return [...entries]
    .sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
    .map(({ source, instant, trusted, usedFor }) => ({ source, instant: formatInstant(instant), trusted, usedFor }));
}
