// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { blockOf, integerOf } from '../values.ts';
import { entriesOf } from './lists.ts';
import { open, satisfied } from './outcome.ts';

const WHAT = { signers: 'distinct signers', logs: 'distinct logs', times: 'distinct sources of time' } as const;
type Counted = keyof typeof WHAT;

export interface ThresholdsRule extends Rule {
  readonly kind: 'thresholds';
  readonly least: Readonly<Partial<Record<Counted, number>>>;
}

const MOST = 32;

/** k of n: how many distinct signers, logs and sources of time must have verified. */
export const THRESHOLDS: RuleKind<ThresholdsRule> = {
  kind: 'thresholds',
  key: 'thresholds',
  parse(value, pointer, origin) {
    const block = blockOf(value, pointer, Object.keys(WHAT));
    const least = Object.fromEntries(entriesOf(block, pointer, (one, at) => integerOf(one, at, 1, MOST)));
    return [{ kind: 'thresholds', origin, half: 'signature', least }];
  },
  judge({ least }, { distinct }) {
    const seen = { ...distinct };
    for (const [name, wanted] of Object.entries(least) as [Counted, number][]) {
      // Written positively: a count that is not a number is not enough.
      if (!(distinct[name] >= wanted))
        return open(`${distinct[name]} ${WHAT[name]}, and ${wanted} are asked`, seen, 'policy-threshold');
    }
    return satisfied(seen);
  },
  explain: ({ least }) =>
    `at least ${(Object.entries(least) as [Counted, number][]).map(([name, n]) => `${n} ${WHAT[name]}`).join(', ')} must have verified`,
};
