// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { Columns, TimedLine } from './columns.ts';
import type { Intervals, ProvenInterval } from './intervals.ts';
import type { KeyRing, RingKey } from './key-ring.ts';
import type { Ledger } from './ledger.ts';

export interface TimesAsked {
  readonly at: Instant;
  /** Nanoseconds. */
  readonly tolerance: bigint;
}

/** How a signature fares under what is known of its key: pure, so that an assumed compromise asks the same question. */
export type Standing = 'stands' | 'undecided' | 'falls';

/** Custody timeline v1, section 5: a compromised key, by what is proven of the line alone. */
export function standingUnder(since: Instant, { notBefore, notAfter }: ProvenInterval): Standing {
  if (notAfter !== null && notAfter <= since) return 'stands';
  return notBefore !== null && notBefore >= since ? 'falls' : 'undecided';
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
  const room = uncertainty + asked.tolerance;
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
  const { validFrom, validUntil, compromised } = key;
  const { notBefore, notAfter } = interval;
  const who = `event ${line}: key ${key.key.fingerprint}`;
  // What is declared of an instant after the one that is judged at was not so then.
  if (compromised !== null && compromised.since <= asked.at) {
    const since = formatInstant(compromised.since);
    const standing = standingUnder(compromised.since, interval);
    if (standing === 'falls')
      ledger.note('custody.keys', line, 'custody-key-compromised', `${who} is compromised since ${since}`);
    if (standing === 'undecided')
      ledger.note(
        'custody.keys',
        line,
        'custody-key-compromised-unproven',
        `${who} is compromised since ${since}, and nothing proves that it signed before`,
      );
    return;
  }
  if (validUntil !== null) {
    const until = formatInstant(validUntil);
    if (notBefore !== null && notBefore > validUntil)
      ledger.note('custody.keys', line, 'custody-key-expired', `${who} was valid until ${until}`);
    else if (notAfter === null || notAfter > validUntil)
      ledger.note(
        'custody.keys',
        line,
        'custody-key-unproven',
        `${who} was valid until ${until}, and nothing proves that it signed by then`,
      );
  }
  if (validFrom !== null) {
    const from = formatInstant(validFrom);
    if (notAfter !== null && notAfter < validFrom)
      ledger.note('custody.keys', line, 'custody-key-early', `${who} was valid from ${from}`);
    else if (notBefore === null || notBefore < validFrom)
      ledger.note(
        'custody.keys',
        line,
        'custody-key-unproven',
        `${who} was valid from ${from}, and nothing proves that it signed after`,
      );
  }
}
