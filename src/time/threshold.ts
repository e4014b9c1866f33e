// SPDX-License-Identifier: Apache-2.0
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { SigningTime } from '../model/times.ts';
import { countsAsProof } from './evidence.ts';

export interface WantedTimes {
  /** Distinct sources of any kind: logs and authorities. */
  readonly sources: number;
  /** Distinct RFC 3161 authorities that must be among them. */
  readonly authorities: number;
}

/** Is there enough trusted evidence of time? Counts logs and authorities, never entries or tokens (attacks C03). */
export function judgeTimeThreshold(times: readonly SigningTime[], wanted: WantedTimes, place: Locator): Check {
  const proofs = times.filter(countsAsProof);
  const sources = distinct(proofs);
  const authorities = distinct(proofs.filter((time) => time.source === 'rfc3161-timestamp'));
  const facts = {
    sources: sources.size,
    sourcesWanted: wanted.sources,
    authorities: authorities.size,
    authoritiesWanted: wanted.authorities,
    counted: [...sources].sort(),
  };
  if (wanted.sources <= sources.size && wanted.authorities <= authorities.size) {
    return passed('time.threshold', place, facts);
  }
  if (sources.size === 0) {
    return notPassed('time.threshold', place, 'time-absent', 'no verified time was found', facts);
  }
  const detail = `${sources.size} of ${wanted.sources} sources, ${authorities.size} of ${wanted.authorities} authorities`;
  return notPassed('time.threshold', place, 'time-threshold', detail, facts);
}

function distinct(times: readonly SigningTime[]): Set<string> {
  return new Set(times.map((time) => `${time.source} ${time.authorityId}`));
}
