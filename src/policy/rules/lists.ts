// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonValue } from '../../model/json.ts';
import { policyProblem } from '../problem.ts';
import { listOf } from '../values.ts';

/** A list of texts in which none stands twice: a second one is a slip, and most likely meant to be another. */
export function distinctListOf<T extends string>(
  value: JsonValue,
  pointer: string,
  read: (value: JsonValue, pointer: string) => T,
): T[] {
  const seen = new Set<T>();
  return listOf(value, pointer, (one, at) => {
    const text = read(one, at);
    if (seen.has(text)) throw policyProblem(at, 'the same stands in the list before');
    seen.add(text);
    return text;
  });
}

/** The keys of a block in its order, each read with its place. */
export function entriesOf<T>(
  block: { readonly [key: string]: JsonValue },
  pointer: string,
  read: (value: JsonValue, pointer: string, key: string) => T,
): (readonly [string, T])[] {
  return Object.entries(block).map(([key, value]) => [key, read(value, pointerTo(pointer, key), key)] as const);
}
