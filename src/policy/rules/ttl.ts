// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../../encoding/rfc3339.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { durationOf } from '../values.ts';
import { durationText } from './duration-text.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface TtlRule extends Rule {
  readonly kind: 'ttl';
  /** Nanoseconds. */
  readonly ttl: bigint;
}

/** How old the earliest verified time of signing may be. Past it an item is old: a warning, never more. */
export const TTL: RuleKind<TtlRule> = {
  kind: 'ttl',
  key: 'ttl',
  worst: 'warns',
  parse: (value, pointer, origin) => [{ kind: 'ttl', origin, half: 'signature', ttl: durationOf(value, pointer) }],
  judge({ ttl }, { at, signedAt }) {
    const [first, ...others] = signedAt;
    if (first === undefined) return open('no time of signing has verified', { signedAt: null });
    const earliest = others.reduce((least, one) => (one < least ? one : least), first);
    const seen = { signedAt: formatInstant(earliest), at: formatInstant(at) };
    if (at - earliest <= ttl) return satisfied(seen);
    return refuted('policy-ttl', `it was signed more than ${durationText(ttl)} before`, seen);
  },
  explain: ({ ttl }) => `a signature older than ${durationText(ttl)} is a warning`,
};
