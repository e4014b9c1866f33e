// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';

/** The instants, both ends included, that a stated time may stand for. */
export interface Interval {
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** A time that names a whole second stands for all of it, [t, t + 1 s); a finer one for itself. */
export function intervalOf(time: Instant): Interval {
  const whole = time % NANOSECONDS_PER_SECOND === 0n;
  return { notBefore: time, notAfter: whole ? instantFromNanoseconds(time + NANOSECONDS_PER_SECOND - 1n) : time };
}

/** RFC 3161 §2.4.2: the accuracy is a deviation to both sides of the stated time. */
export function intervalWithAccuracy(time: Instant, accuracy: bigint): Interval {
  return { notBefore: instantFromNanoseconds(time - accuracy), notAfter: instantFromNanoseconds(time + accuracy) };
}
