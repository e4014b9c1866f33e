// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { Columns, TimedLine } from './columns.ts';
import { type Demand, demandsOf, fares } from './demands.ts';
import type { Intervals, ProvenInterval } from './intervals.ts';
import type { KeyRing, RingKey } from './key-ring.ts';
import type { Ledger } from './ledger.ts';
import { countedUncertainty } from './uncertainty.ts';

export interface TimesAsked {
  readonly at: Instant;
  /** Nanoseconds. */
  readonly tolerance: bigint;
}

/** C05 and C13, once all evidence of time is known. */
export function judgeTimes(
  columns: Columns,
  intervals: Intervals,
  ring: KeyRing,
  asked: TimesAsked,
  ledger: Ledger,
): void {
  const limited = ring.keys.filter(
    (key) => key.validFrom !== null || key.validUntil !== null || key.compromised !== null,
  );
  const watched = new Set(limited.map(({ index }) => index));
  for (let i = 0; i < columns.size; i++) {
    const timed = columns.at(i);
    const interval = intervals.at(timed.line);
    judgeClaim(timed, interval, asked, ledger);
    if (watched.size === 0) continue;
    for (const index of timed.keys)
      if (watched.has(index)) judgeKey(timed.line, ring.keys[index]!, interval, asked, ledger);
  }
}

function judgeClaim(
  { line, corrected, uncertainty }: TimedLine,
  interval: ProvenInterval,
  asked: TimesAsked,
  ledger: Ledger,
): void {
  const room = countedUncertainty(uncertainty) + asked.tolerance;
  const { notBefore, notAfter } = interval;
  const claimed = `event ${line} claims ${formatInstant(corrected)}`;
  if (notBefore !== null && notBefore > asked.at + asked.tolerance) {
    const detail = `event ${line} is proven to be of ${formatInstant(notBefore)} or later, after the instant that is judged at`;
    ledger.note('custody.claims', line, 'custody-time-future', detail);
  } else if (notAfter !== null && corrected - room > notAfter)
    ledger.note(
      'custody.claims',
      line,
      'claimed-time-contradicted',
      `${claimed}, and existed by ${formatInstant(notAfter)}`,
    );
  else if (notBefore !== null && corrected + room < notBefore)
    ledger.note(
      'custody.claims',
      line,
      'claimed-time-contradicted',
      `${claimed}, and did not exist before ${formatInstant(notBefore)}`,
    );
  else if (corrected - room > asked.at)
    ledger.note('custody.claims', line, 'custody-time-future', `${claimed}, after the instant that is judged at`);
}

function judgeKey(line: number, key: RingKey, interval: ProvenInterval, asked: TimesAsked, ledger: Ledger): void {
  for (const problem of problemsOfKey(line, key, interval, asked.at)) ledger.problem('custody.keys', line, problem);
}

/** What stands against a key that has signed a line of which this is proven. */
export function problemsOfKey(line: number, key: RingKey, interval: ProvenInterval, at: Instant): Problem[] {
  return demandsOf(key, line, at).flatMap((demand) => {
    const standing = fares(demand, interval);
    if (standing === 'stands') return [];
    const [said, falls, undecided] = SAYS[demand.kind];
    const [reason, why] = standing === 'falls' ? [falls, ''] : undecided;
    return [{ reason, detail: `event ${line}: key ${demand.key} ${said} ${formatInstant(demand.edge)}${why}` }];
  });
}

type Says = readonly [said: string, falls: ReasonCode, undecided: readonly [ReasonCode, string]];

const COMPROMISED: Says = [
  'is compromised since',
  'custody-key-compromised',
  ['custody-key-compromised-unproven', ', and nothing proves that it signed before'],
];
const SAYS: Readonly<Record<Demand['kind'], Says>> = {
  compromised: COMPROMISED,
  join: COMPROMISED,
  expired: [
    'was valid until',
    'custody-key-expired',
    ['custody-key-unproven', ', and nothing proves that it signed by then'],
  ],
  early: ['was valid from', 'custody-key-early', ['custody-key-unproven', ', and nothing proves that it signed after']],
};
