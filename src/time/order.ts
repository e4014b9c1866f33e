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
    const detail = `${time.source} of ${time.authority} states ${formatInstant(time.time)}, later than ${formatInstant(at)}`;
    return notPassed('time.order', place, 'time-order', detail, { ...facts, later: formatInstant(time.time) });
  }
  return passed('time.order', place, facts);
}

/** Whether a verified time proves that the signature existed at `at`. The examiner's word proves nothing. */
export function provenAt(times: readonly SigningTime[], at: Instant): boolean {
  return times.some((time) => time.source !== 'examiner' && time.time <= at);
}
