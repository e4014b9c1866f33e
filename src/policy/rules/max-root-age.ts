// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../../model/instant.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { durationOf } from '../values.ts';
import { open, satisfied } from './outcome.ts';

export interface MaxRootAgeRule extends Rule {
  readonly kind: 'max_root_age';
  readonly days: number;
}

const NO_DATE = 'the trusted root does not say when it was issued, so that its age is not known';
const DAY = 86_400n * NANOSECONDS_PER_SECOND;

/** How old the trusted root may be at the instant that is judged at, in whole days. */
export const MAX_ROOT_AGE: RuleKind<MaxRootAgeRule> = {
  kind: 'max_root_age',
  key: 'max_root_age',
  parse(value, pointer, origin) {
    const duration = durationOf(value, pointer);
    if (duration % DAY !== 0n) throw policyProblem(pointer, 'the age of a trusted root is asked in whole days: 90d');
    return [{ kind: 'max_root_age', origin, half: 'signature', days: Number(duration / DAY) }];
  },
  judge({ days }, { rootAgeDays, rootUsed, signerKind, keyFingerprints }) {
    const seen = { rootAgeDays };
    // A plain key leads to trust by itself: there is no root that could be old.
    if (!rootUsed && signerKind === 'key' && keyFingerprints.length > 0)
      return satisfied({ ...seen, trustedRoot: 'none' });
    if (rootAgeDays === null) return open(rootUsed ? NO_DATE : 'no trusted root was used', seen);
    // An age below the limit in whole days may be above it by hours: the day that has begun counts.
    if (rootAgeDays < days) return satisfied(seen);
    return open(
      `the trusted root is ${rootAgeDays} ${rootAgeDays === 1 ? 'day' : 'days'} old, and ${days} are allowed`,
      seen,
      'policy-root-age',
    );
  },
  explain: ({ days }) => `the trusted root must be at most ${days} days old`,
};
