// SPDX-License-Identifier: Apache-2.0
import type { ProvenInterval } from '../custody/intervals.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { AssumedInterval } from '../model/what-if-facts.ts';

export function intervalText({ notBefore, notAfter }: ProvenInterval): AssumedInterval {
  const text = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));
  return { notBefore: text(notBefore), notAfter: text(notAfter) };
}
