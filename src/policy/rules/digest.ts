// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { digestOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface DigestRule extends Rule {
  readonly kind: 'digest';
  /** `algorithm:hex`. Of one algorithm any may hold; each algorithm that is given must. */
  readonly pins: readonly string[];
}

/** The artifact at hand must have a digest that is pinned. An algorithm nobody computed is an open question, not a match. */
export const DIGEST: RuleKind<DigestRule> = {
  kind: 'digest',
  key: 'digest',
  parse: (value, pointer, origin) => [
    { kind: 'digest', origin, half: 'signature', pins: distinctListOf(value, pointer, digestOf) },
  ],
  judge(rule, facts) {
    const seen = { digests: [...facts.digests] };
    const algorithms = new Set(rule.pins.map(algorithmOf));
    for (const algorithm of algorithms) {
      const found = facts.digests.filter((digest) => algorithmOf(digest) === algorithm);
      // With several artifacts each has to be one of those pinned.
      const other = found.find((digest) => !rule.pins.includes(digest));
      if (other !== undefined) return refuted('policy-digest', `${other} is not pinned`, seen);
    }
    const missing = [...algorithms].find((one) => !facts.digests.some((digest) => algorithmOf(digest) === one));
    if (missing !== undefined) return open(`no ${missing} of an artifact is at hand`, seen, 'artifact-absent');
    return satisfied(seen);
  },
  explain: ({ pins }) => `the artifact must have the digest ${pins.join(' or ')}`,
};

export function algorithmOf(digest: string): string {
  return digest.slice(0, digest.indexOf(':'));
}
