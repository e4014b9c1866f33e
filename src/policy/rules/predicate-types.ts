// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { PREDICATE_TYPE_NAMES } from '../../model/predicate-type-names.ts';
import { textOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { open, satisfied } from './outcome.ts';

export interface PredicateTypesRule extends Rule {
  readonly kind: 'predicate_types';
  readonly types: readonly string[];
}

/** A short name stands for its type; every other text for itself. */
function typeOf(value: JsonValue, pointer: string): string {
  const text = textOf(value, pointer);
  return PREDICATE_TYPE_NAMES.get(text) ?? text;
}

/** For each of these types a verified attestation about the artifact must be at hand. */
export const PREDICATE_TYPES: RuleKind<PredicateTypesRule> = {
  kind: 'predicate_types',
  key: 'predicate_types',
  parse: (value, pointer, origin) => [
    { kind: 'predicate_types', origin, half: 'attestation', types: distinctListOf(value, pointer, typeOf) },
  ],
  judge({ types }, facts) {
    const seen = { predicateTypes: [...facts.predicateTypes] };
    const missing = types.find((type) => !facts.predicateTypes.includes(type));
    if (missing === undefined) return satisfied(seen);
    return open(`no verified attestation of the type ${missing}`, seen, 'policy-predicate-type');
  },
  explain: ({ types }) => `there must be a verified attestation of each of the types ${types.join(', ')}`,
};
