// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Facts, type Locator, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { SigningTime } from '../model/times.ts';
import { countsAsProof } from './evidence.ts';
import { requireTolerance } from './tolerance.ts';

/** `--not-before`, `--not-after`: both ends inclusive, null is open. A window that ends before it starts holds nothing. */
export interface AskedWindow {
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
  /** Nanoseconds, 0 to 300 s, given once at each edge. */
  readonly skew: bigint;
  /** Whether the examiner's own word may decide (plain keys; certificates only where the policy says `examiner_time`). */
  readonly examinerDecides: boolean;
}

/**
 * Did the signing fall in the window that was asked for? Every known time must lie in it, judged at the stated instant
 * itself: an accuracy widens no window. One time that lies outside refuses; none that counts proves nothing.
 */
export function judgeWindow(times: readonly SigningTime[], window: AskedWindow, place: Locator): Check {
  requireTolerance(window.skew);
  const facts: Facts = {
    notBefore: window.notBefore === null ? null : formatInstant(window.notBefore),
    notAfter: window.notAfter === null ? null : formatInstant(window.notAfter),
    toleranceSeconds: Number(window.skew / 1_000_000_000n),
    times: times.map((time) => formatInstant(time.time)),
  };
  const outside = times.find((time) => !isInside(time.time, window));
  if (outside !== undefined) {
    const detail = `${outside.source} of ${outside.authority} states ${formatInstant(outside.time)}`;
    return notPassed('time.window', place, 'time-window', detail, facts);
  }
  if (!times.some((time) => countsAsProof(time) || window.examinerDecides)) {
    return notPassed('time.window', place, 'time-window-unproven', 'no time that counts was found', facts);
  }
  return passed('time.window', place, facts);
}

/** Written positively: what is not shown to lie inside lies outside. */
function isInside(time: Instant, window: AskedWindow): boolean {
  const begun = window.notBefore === null || window.notBefore - window.skew <= time;
  const notEnded = window.notAfter === null || time <= window.notAfter + window.skew;
  const empty = window.notBefore !== null && window.notAfter !== null && window.notAfter < window.notBefore;
  return begun && notEnded && !empty;
}
