// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { SigningTime } from '../model/times.ts';
import { requireTolerance } from './tolerance.ts';

/**
 * Could everything have existed at `at`? A time whose whole interval lies after it, and after the tolerance, says no. The
 * sources need no order among themselves: a log may record before or after an authority stamps.
 *
 * @param tolerance nanoseconds, 0 to 300 s
 */
export function judgeAt(times: readonly SigningTime[], at: Instant, tolerance: bigint, place: Locator): Check {
  requireTolerance(tolerance);
  const facts = { at: formatInstant(at), toleranceSeconds: Number(tolerance / 1_000_000_000n), times: times.length };
  const last = at + tolerance;
  for (const time of times) {
    if (time.notBefore <= last) continue;
    const who = time.source === 'examiner' ? 'the examiner' : `${time.source} of ${time.authority}`;
    const detail = `${who} states ${formatInstant(time.time)}, later than ${formatInstant(at)}`;
    return notPassed('time.order', place, 'time-order', detail, { ...facts, later: formatInstant(time.time) });
  }
  return passed('time.order', place, facts);
}

export interface JudgedInstant {
  readonly at: Instant;
  /** `at` is the machine's clock: untrusted, and implausible before `clockFloor`. */
  readonly atIsClock: boolean;
  readonly clockFloor: Instant;
}

/** The same where `at` may be the machine's clock. It varies from run to run: it stands in the report's `run` alone. */
export function judgeOrder(
  times: readonly SigningTime[],
  { at, atIsClock, clockFloor }: JudgedInstant,
  tolerance: bigint,
  place: Locator,
): Check {
  if (!atIsClock) return judgeAt(times, at, tolerance, place);
  if (at < clockFloor) {
    const detail = `the clock says ${formatInstant(at)}, and this build is of ${formatInstant(clockFloor)} or later`;
    return notPassed('time.order', place, 'clock-implausible', detail);
  }
  const judged = judgeAt(times, at, tolerance, place);
  const { at: _, ...facts } = judged.facts;
  const check = { ...judged, facts };
  if (check.outcome === 'passed' || check.outcome === 'skipped') return check;
  // Against evidence it is the clock that is in doubt; the examiner's word is no evidence.
  const proven = times.filter(({ source }) => source !== 'examiner');
  const isClock = judgeAt(proven, at, tolerance, place).outcome !== 'passed';
  return notPassed('time.order', place, isClock ? 'clock-implausible' : 'time-order', check.detail, facts);
}

/** Whether a verified time proves that the signature existed at `at`. The examiner's word proves nothing. */
export function provenAt(times: readonly SigningTime[], at: Instant): boolean {
  return times.some((time) => time.source !== 'examiner' && time.time <= at);
}
