// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { type Instant, NANOSECONDS_PER_SECOND } from '../../model/instant.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, durationOf, instantOf, memberOf } from '../values.ts';
import { durationText } from './duration-text.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface SignedBetweenRule extends Rule {
  readonly kind: 'signed_between';
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
  /** Nanoseconds, once at each edge. */
  readonly tolerance: bigint;
}

/** As `--skew`: 300 s. */
const MOST_TOLERANCE = 300n * NANOSECONDS_PER_SECOND;

/** Every verified time of signing must lie in the window, both ends inclusive. */
export const SIGNED_BETWEEN: RuleKind<SignedBetweenRule> = {
  kind: 'signed_between',
  key: 'signed_between',
  parse(value, pointer, origin) {
    const block = blockOf(value, pointer, ['not_before', 'not_after', 'tolerance']);
    const [from, to, skew] = ['not_before', 'not_after', 'tolerance'].map((name) => memberOf(block, name));
    if (from === undefined && to === undefined) throw policyProblem(pointer, 'a window has not_before or not_after');
    const notBefore = from === undefined ? null : instantOf(from, pointerTo(pointer, 'not_before'));
    const notAfter = to === undefined ? null : instantOf(to, pointerTo(pointer, 'not_after'));
    if (notBefore !== null && notAfter !== null && notAfter < notBefore)
      throw policyProblem(pointerTo(pointer, 'not_after'), 'not_after is before not_before');
    const tolerance = skew === undefined ? 0n : durationOf(skew, pointerTo(pointer, 'tolerance'));
    if (tolerance > MOST_TOLERANCE) throw policyProblem(pointerTo(pointer, 'tolerance'), 'the tolerance is above 300s');
    return [{ kind: 'signed_between', origin, half: 'signature', notBefore, notAfter, tolerance }];
  },
  judge({ notBefore, notAfter, tolerance }, { signedAt }) {
    const seen = { signedAt: signedAt.map(formatInstant) };
    if (signedAt.length === 0) return open('no time of signing has verified', seen);
    const inside = (time: Instant): boolean =>
      (notBefore === null || notBefore - tolerance <= time) && (notAfter === null || time <= notAfter + tolerance);
    const other = signedAt.find((time) => !inside(time));
    if (other === undefined) return satisfied(seen);
    return refuted('policy-signed-between', `${formatInstant(other)} lies outside the window`, seen);
  },
  explain({ notBefore, notAfter, tolerance }) {
    const parts = [];
    if (notBefore !== null) parts.push(`not before ${formatInstant(notBefore)}`);
    if (notAfter !== null) parts.push(`not after ${formatInstant(notAfter)}`);
    if (tolerance > 0n) parts.push(`with a tolerance of ${durationText(tolerance)}`);
    return `every verified time of signing must be ${parts.join(', ')}`;
  },
};
