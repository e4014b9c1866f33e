// SPDX-License-Identifier: Apache-2.0

import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { readExact } from '../match-forms.ts';
import { distinctListOf } from './lists.ts';
import { open, satisfied } from './outcome.ts';

export interface PredicateTypesRule extends Rule {
  readonly kind: 'predicate_types';
  readonly types: readonly string[];
}

/** For each of these types a verified attestation about the artifact must be at hand. */
export const PREDICATE_TYPES: RuleKind<PredicateTypesRule> = {
  kind: 'predicate_types',
  key: 'predicate_types',
  parse: (value, pointer, origin) => [
    {
      kind: 'predicate_types',
      origin,
      half: 'attestation',
      types: distinctListOf(value, pointer, (one, at) => readExact('predicateTypes', one, at)),
    },
  ],
  judge({ types }, facts) {
    const seen = { predicateTypes: [...facts.predicateTypes] };
    const missing = types.find((type) => !facts.predicateTypes.includes(type));
    if (missing === undefined) return satisfied(seen);
    return open(`no verified attestation of the type ${missing}`, seen, 'policy-predicate-type');
  },
  explain: ({ types }) => `there must be a verified attestation of each of the types ${types.join(', ')}`,
};
