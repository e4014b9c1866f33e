// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { policyProblem } from './problem.ts';

interface Pins {
  readonly digests: readonly string[];
  readonly pointer: string;
}

/**
 * Pins of the digest that no artifact can meet together: those for every item and those of a scope, those of a scope and the
 * digests that it is for, and those of two scopes that are for the same exact subject. Pins of different algorithms can hold
 * together.
 */
export function refusePins(policy: JsonObject): void {
  const everywhere = pinsOf(policy, '');
  const scopes = blocksOf(policy['scopes']);
  scopes.forEach((scope, i) => {
    const own = pinsOf(scope, `/scopes/${i}`);
    if (own === null) return;
    if (everywhere !== null && excludes(everywhere.digests, own.digests))
      throw policyProblem(own.pointer, 'the policy requires another digest of every item: both cannot hold');
    const matched = textsOf(matchOf(scope)['digests']);
    if (matched.length > 0 && matched.every((digest) => excludes([digest], own.digests)))
      throw policyProblem(own.pointer, 'the scope is for other digests than it requires: it could never be met');
    for (let k = 0; k < i; k++) {
      const other = pinsOf(scopes[k]!, `/scopes/${k}`);
      if (other !== null && excludes(other.digests, own.digests) && meet(matchOf(scopes[k]!), matchOf(scope)))
        throw policyProblem(own.pointer, `scopes[${k}] requires another digest of the same subject: both cannot hold`);
    }
  });
}

/** Some algorithm is pinned by both, and no digest of it by both. */
function excludes(a: readonly string[], b: readonly string[]): boolean {
  return a.some((digest) => {
    const prefix = digest.slice(0, digest.indexOf(':') + 1);
    const others = b.filter((other) => other.startsWith(prefix));
    return others.length > 0 && !a.some((own) => own.startsWith(prefix) && others.includes(own));
  });
}

/** There is a subject for both: each asks by the same lists, and each pair of lists names one thing exactly. */
function meet(a: JsonObject, b: JsonObject): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => textsOf(a[key]).some((text) => textsOf(b[key]).includes(text)))
  );
}

function pinsOf(block: JsonObject, pointer: string): Pins | null {
  const require = block['require'];
  const value = isObject(require) ? require['digest'] : undefined;
  const digests = typeof value === 'string' ? [value] : textsOf(value);
  return digests.length === 0 ? null : { digests, pointer: `${pointer}/require/digest` };
}

function matchOf(scope: JsonObject): JsonObject {
  const match = scope['match'];
  return isObject(match) ? match : {};
}

function blocksOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((one: JsonValue) => isObject(one)) : [];
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one: JsonValue) => typeof one === 'string') : [];
}
