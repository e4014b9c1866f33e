// SPDX-License-Identifier: Apache-2.0
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import { parseTimestampToken } from '../time/token.ts';

/**
 * The latest time that a piece of evidence speaks of: of its log entries and timestamps. Nothing of it is verified; a clock that
 * stands before it is wrong, or the evidence is forged. Null where it names none, or is no evidence.
 */
export function latestClaimedTime(bytes: Bytes, name: string): Instant | null {
  const opened = openEvidence(bytes, { evidence: name, pointer: '' });
  if (!opened.ok) return null;
  let latest: Instant | null = null;
  const take = (time: Instant): void => {
    if (latest === null || time > latest) latest = time;
  };
  for (const { logEntries, timestamps } of opened.value) {
    for (const { integratedTime } of logEntries) if (integratedTime !== null) take(instantFromSeconds(integratedTime));
    for (const der of timestamps) {
      const token = attempt(() => parseTimestampToken(der));
      if (token.ok) take(token.value.info.genTime);
    }
  }
  return latest;
}
