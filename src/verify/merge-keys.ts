// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { KeySpan } from '../model/timeline-view.ts';

/** A key that several logs know is one: what any of them says of it is said, of two compromises the earlier. */
export function mergeKeys(keys: readonly KeySpan[]): KeySpan[] {
  const merged = new Map<string, KeySpan>();
  for (const key of keys) {
    // A key that the examiner gave without a name has one in the logs that know its owner.
    const known = merged.get(key.fingerprint);
    merged.set(key.fingerprint, known === undefined ? key : joined(known, key));
  }
  return [...merged.values()];
}

function joined(a: KeySpan, b: KeySpan): KeySpan {
  return {
    id: a.id === '' ? b.id : a.id,
    fingerprint: a.fingerprint,
    from: a.from ?? b.from,
    until: earlier(a.until, b.until),
    compromisedSince: earlier(a.compromisedSince, b.compromisedSince),
    introduced: a.introduced ?? b.introduced,
    retired: a.retired ?? b.retired,
    events: a.events + b.events,
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
