// SPDX-License-Identifier: Apache-2.0
import type { Brand } from './bytes.ts';

/** Nanoseconds since 1970-01-01T00:00:00Z. A bigint, because a Date would lose what a timestamp token states. */
export type Instant = Brand<bigint, 'instant'>;

export const NANOSECONDS_PER_SECOND = 1_000_000_000n;

export function instantFromSeconds(seconds: bigint): Instant {
  return (seconds * NANOSECONDS_PER_SECOND) as Instant;
}

export function instantFromNanoseconds(nanoseconds: bigint): Instant {
  return nanoseconds as Instant;
}

/** Both ends inclusive (RFC 5280 §4.1.2.5). `notAfter: null` is open. A window that ends before it starts is empty. */
export interface TimeWindow {
  readonly notBefore: Instant;
  readonly notAfter: Instant | null;
}

/** Written positively, so that nothing but a proven order says yes. */
export function windowContains(window: TimeWindow, at: Instant): boolean {
  return window.notBefore <= at && (window.notAfter === null || at <= window.notAfter);
}
