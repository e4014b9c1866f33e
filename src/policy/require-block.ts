// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { Rule, RuleContext, RuleKind } from '../model/policy-document.ts';
import { policyProblem } from './problem.ts';
import { mapOf, unknownKey } from './values.ts';

/** RULES: by the key of a `require` block, without a prototype. */
export type RuleTable = Readonly<Record<string, RuleKind>>;

/** The rules of one block, in the order of the table, so that two spellings of one policy give one report. */
export function parseRequire(
  value: JsonValue,
  pointer: string,
  origin: string,
  table: RuleTable,
  context: RuleContext,
): readonly Rule[] {
  const block = mapOf(value, pointer);
  const keys = Object.keys(table);
  for (const key of Object.keys(block)) if (!keys.includes(key)) throw unknownKey(pointer, key, keys);
  return keys
    .filter((key) => Object.hasOwn(block, key))
    .flatMap((key) => {
      const place = pointerTo(pointer, key);
      const rules = placed(place, () => table[key]!.parse(block[key]!, place, `${origin}.${key}`, context));
      if (rules.length === 0) throw policyProblem(place, 'nothing is asked here');
      return rules;
    });
}

/** A reader of the encoding layer knows no place: then it is that of the whole requirement. */
function placed<T>(pointer: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed && !('pointer' in error)) throw policyProblem(pointer, error.detail);
    throw error;
  }
}
