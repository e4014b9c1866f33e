// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { choiceOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { refuted, satisfied } from './outcome.ts';

export interface EnginesRule extends Rule {
  readonly kind: 'engines';
  readonly engines: readonly string[];
}

/** Which implementation must have verified: `dual` is both, and they must have agreed. */
export const ENGINES: RuleKind<EnginesRule> = {
  kind: 'engines',
  key: 'engines',
  parse: (value, pointer, origin) => [
    {
      kind: 'engines',
      origin,
      half: 'signature',
      engines: distinctListOf(value, pointer, (one, at) => choiceOf(one, at, ['native', 'noble', 'dual'])),
    },
  ],
  judge({ engines }, { engine }) {
    if (engines.includes(engine)) return satisfied({ engine });
    return refuted('policy-engine', `the engine is ${engine}, not ${engines.join(' or ')}`, { engine });
  },
  explain: ({ engines }) => `signatures must be verified by the engine ${engines.join(' or ')}`,
};
