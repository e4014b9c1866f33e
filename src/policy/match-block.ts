// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ScopeMatch } from '../model/policy-document.ts';
import { readSpelled, type SpelledKey } from './match-forms.ts';
import { policyProblem } from './problem.ts';
import { blockOf, digestOf, listOf, memberOf } from './values.ts';

const MATCH_KEYS = ['names', 'digests', 'purls', 'images', 'predicate_types'] as const;

export function parseMatch(value: JsonValue, pointer: string): ScopeMatch {
  const block = blockOf(value, pointer, MATCH_KEYS);
  const spelled = (key: SpelledKey) => (one: JsonValue, place: string) => readSpelled(key, one, place);
  return {
    names: members(block, 'names', pointer, spelled('names')),
    digests: members(block, 'digests', pointer, digestOf),
    purls: members(block, 'purls', pointer, spelled('purls')),
    images: members(block, 'images', pointer, spelled('images')),
    predicateTypes: members(block, 'predicate_types', pointer, spelled('predicateTypes')),
  };
}

function members<T>(
  block: JsonObject,
  key: (typeof MATCH_KEYS)[number],
  pointer: string,
  read: (value: JsonValue, pointer: string) => T,
): readonly T[] {
  const value = memberOf(block, key);
  if (value === undefined) return [];
  const seen = new Set<string>();
  return listOf(value, pointerTo(pointer, key), (one, place) => {
    const parsed = read(one, place);
    const written = JSON.stringify(one);
    if (seen.has(written)) throw policyProblem(place, 'it stands in the list already');
    seen.add(written);
    return parsed;
  });
}
