// SPDX-License-Identifier: Apache-2.0
import { isObject, pointerTo } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { CHECKS, type CheckId } from '../model/checks.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type {
  CheckMode,
  PolicyDocument,
  PolicyModes,
  PolicyScope,
  Rule,
  RuleContext,
} from '../model/policy-document.ts';
import { refuseContradictions } from './contradictions.ts';
import { DEFAULT_MODES } from './default-modes.ts';
import { parseMatch } from './match-block.ts';
import { policyProblem } from './problem.ts';
import { parseRequire, type RuleTable } from './require-block.ts';
import {
  blockOf,
  booleanOf,
  choiceOf,
  instantOf,
  integerOf,
  listOf,
  mapOf,
  memberOf,
  requiredOf,
  textOf,
  unknownKey,
} from './values.ts';

export const POLICY_VERSION = 'forensic-verify/policy@v1';

const ATTEST_MODES = ['none', 'record', 'enforce'] as const;
const FALLBACKS = ['fail', 'warn', 'auto_update'] as const;
const CHECK_MODES = ['enforce', 'warn', 'skip'] as const;
const MODE_KEYS = ['require_signature', 'attest_mode', 'fallback', 'checks'] as const;
const SCOPE_KEYS = ['name', 'match', ...MODE_KEYS, 'require'] as const;
export const POLICY_KEYS = [
  ...['policy', 'name', 'effective_from', 'expires'],
  ...MODE_KEYS,
  ...['builders', 'require', 'scopes'],
] as const;

/**
 * From the value of a file to the policy that it is. Nothing unknown, empty or contradictory is left over.
 *
 * @throws PolicyFault with a JSON Pointer
 */
export function parsePolicy(value: JsonValue, sha256: string, rules: RuleTable): PolicyDocument {
  if (!isObject(value)) throw policyProblem('', 'a policy is a block of keys');
  const version = requiredOf(value, 'policy', '');
  if (version !== POLICY_VERSION)
    throw policyProblem('/policy', `the one kind of policy read here is ${POLICY_VERSION}`);
  refuseEmpty(value, '');
  const policy = blockOf(value, '', POLICY_KEYS);
  const name = shortText(requiredOf(policy, 'name', ''), '/name');
  const effectiveFrom = instant(policy, 'effective_from');
  const expires = instant(policy, 'expires');
  if (effectiveFrom !== null && expires !== null && expires <= effectiveFrom)
    throw policyProblem('/expires', 'the policy expires before it takes effect');
  const context = { builders: builders(policy) };
  const scopes = memberOf(policy, 'scopes');
  const document: PolicyDocument = {
    name,
    sha256,
    effectiveFrom,
    expires,
    defaults: { ...DEFAULT_MODES, ...modes(policy, '') },
    rules: requirements(policy, '', '', rules, context),
    scopes: scopes === undefined ? [] : parseScopes(scopes, rules, context),
  };
  // A table that nothing reads looks as if it were asked for.
  if (memberOf(policy, 'builders') !== undefined && !asksFor(policy, 'slsa_level'))
    throw policyProblem('/builders', 'no slsa_level asks for the table of builders', 'key');
  refuseContradictions(document, policy);
  return document;
}

function parseScopes(value: JsonValue, rules: RuleTable, context: RuleContext): readonly PolicyScope[] {
  const names = new Set<string>();
  const scopes = listOf(value, '/scopes', (one, pointer) => {
    const scope = blockOf(one, pointer, SCOPE_KEYS);
    const name = shortText(requiredOf(scope, 'name', pointer), pointerTo(pointer, 'name'));
    if (names.has(name)) throw policyProblem(pointerTo(pointer, 'name'), 'another scope has this name');
    names.add(name);
    const match = parseMatch(requiredOf(scope, 'match', pointer), pointerTo(pointer, 'match'));
    if (Object.keys(scope).length === 2) throw policyProblem(pointer, 'the scope asks nothing and relaxes nothing');
    const origin = `scopes[${pointer.slice(pointer.lastIndexOf('/') + 1)}].`;
    return { name, match, modes: modes(scope, pointer), rules: requirements(scope, pointer, origin, rules, context) };
  });
  if (scopes.length > LIMITS.policyScopes)
    throw policyProblem('/scopes', `more than ${LIMITS.policyScopes} scopes in one policy`);
  return scopes;
}

function requirements(
  block: JsonObject,
  pointer: string,
  origin: string,
  rules: RuleTable,
  context: RuleContext,
): readonly Rule[] {
  const value = memberOf(block, 'require');
  if (value === undefined) return [];
  return parseRequire(value, pointerTo(pointer, 'require'), `${origin}require`, rules, context);
}

function modes(block: JsonObject, pointer: string): Partial<PolicyModes> {
  const read = <T>(key: (typeof MODE_KEYS)[number], parse: (value: JsonValue, place: string) => T): T | undefined => {
    const value = memberOf(block, key);
    return value === undefined ? undefined : parse(value, pointerTo(pointer, key));
  };
  const requireSignature = read('require_signature', booleanOf);
  const attestMode = read('attest_mode', (value, place) => choiceOf(value, place, ATTEST_MODES));
  const fallback = read('fallback', (value, place) => choiceOf(value, place, FALLBACKS));
  const checks = read('checks', checkModes);
  return {
    ...(requireSignature === undefined ? {} : { requireSignature }),
    ...(attestMode === undefined ? {} : { attestMode }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(checks === undefined ? {} : { checks }),
  };
}

/** Checks of the policy's own signature and digest: they come before it is read. */
const OF_ITSELF = /^policy-file\./;

function checkModes(value: JsonValue, pointer: string): PolicyModes['checks'] {
  const block = mapOf(value, pointer);
  const read: Partial<Record<CheckId, CheckMode>> = {};
  for (const [id, mode] of Object.entries(block)) {
    if (!Object.hasOwn(CHECKS, id)) throw unknownKey(pointer, id, Object.keys(CHECKS));
    if (OF_ITSELF.test(id)) throw policyProblem(pointerTo(pointer, id), 'a policy has no say about itself', 'key');
    read[id as CheckId] = choiceOf(mode, pointerTo(pointer, id), CHECK_MODES);
  }
  return read;
}

function builders(policy: JsonObject): RuleContext['builders'] {
  const value = memberOf(policy, 'builders');
  if (value === undefined) return [];
  const ids = new Set<string>();
  return listOf(value, '/builders', (one, pointer) => {
    const row = blockOf(one, pointer, ['id', 'level']);
    const id = textOf(requiredOf(row, 'id', pointer), pointerTo(pointer, 'id'));
    if (ids.has(id)) throw policyProblem(pointerTo(pointer, 'id'), 'another row is about this builder');
    ids.add(id);
    return { id, level: integerOf(requiredOf(row, 'level', pointer), pointerTo(pointer, 'level'), 1, 4) };
  });
}

/** Whether the policy, or a scope of it, has this requirement; of any value that a file may hold. */
export function asksFor(policy: JsonValue, key: string): boolean {
  if (!isObject(policy)) return false;
  const scopes = memberOf(policy, 'scopes');
  return [policy, ...(Array.isArray(scopes) ? (scopes as readonly JsonValue[]) : [])].some((block) => {
    const require = isObject(block) ? memberOf(block, 'require') : undefined;
    return isObject(require) && Object.hasOwn(require, key);
  });
}

/** What no part of a policy may be, whoever reads it: null, empty, or longer than anybody reads. */
function refuseEmpty(value: JsonValue, pointer: string): void {
  if (value === null) throw policyProblem(pointer, 'null asks nothing: leave the key out, or write what is wanted');
  if (typeof value === 'string') {
    if (value.trim() === '') throw policyProblem(pointer, 'the text is empty');
    if (value.length > LIMITS.policyText)
      throw policyProblem(pointer, `the text is longer than ${LIMITS.policyText} characters`);
  }
  if (typeof value !== 'object') return;
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((one: JsonValue, i) => [i, one] as const)
    : Object.entries(value);
  if (entries.length === 0)
    throw policyProblem(pointer, Array.isArray(value) ? 'the list is empty' : 'the block is empty');
  if (entries.length > LIMITS.policyMembers)
    throw policyProblem(pointer, `more than ${LIMITS.policyMembers} members stand here`);
  for (const [key, one] of entries) {
    if (typeof key === 'string' && key.length > LIMITS.policyKey)
      throw policyProblem(pointerTo(pointer, key), `the key is longer than ${LIMITS.policyKey} characters`, 'key');
    refuseEmpty(one, pointerTo(pointer, key));
  }
}

function shortText(value: JsonValue, pointer: string): string {
  const text = textOf(value, pointer);
  if (text.length > LIMITS.policyName || text.includes('\n'))
    throw policyProblem(pointer, `a name is one line of at most ${LIMITS.policyName} characters`);
  return text;
}

function instant(policy: JsonObject, key: string): Instant | null {
  const value = memberOf(policy, key);
  return value === undefined ? null : instantOf(value, pointerTo('', key));
}
