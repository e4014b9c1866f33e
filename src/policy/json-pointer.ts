// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';
import { policyProblem } from './problem.ts';

const MOST_TOKENS = 32;

/** The tokens of a JSON Pointer (RFC 6901 §3) that a policy asks about; the whole document is no claim. */
export function readJsonPointer(value: JsonValue, pointer: string): string[] {
  if (typeof value !== 'string' || !value.startsWith('/'))
    throw policyProblem(pointer, 'a JSON Pointer is a text that begins with /');
  if (/~(?![01])/.test(value)) throw policyProblem(pointer, '~ is written ~0, and / inside a name ~1');
  const tokens = value.slice(1).split('/');
  if (tokens.length > MOST_TOKENS) throw policyProblem(pointer, `the pointer has more than ${MOST_TOKENS} steps`);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** RFC 6901 §4: own members, and indices without leading zeros; undefined where it leads nowhere. */
export function resolveJsonPointer(document: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = document;
  for (const token of tokens) {
    if (Array.isArray(here)) here = /^(0|[1-9][0-9]{0,9})$/.test(token) ? here[Number(token)] : undefined;
    else if (isObject(here)) here = Object.hasOwn(here, token) ? here[token] : undefined;
    else return undefined;
  }
  return here;
}
