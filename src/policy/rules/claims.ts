// SPDX-License-Identifier: Apache-2.0
import { canMatch } from '../../encoding/anchored-pattern.ts';
import { cutText } from '../../encoding/escape-text.ts';
import { pointerTo } from '../../encoding/json-fields.ts';
import { CERTIFICATE_FACTS } from '../../model/certificate-facts.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PolicyFacts, Rule, RuleKind, RuleOutcome, TextMatch } from '../../model/policy-document.ts';
import { canonicalText } from '../canonical-text.ts';
import { readJsonPointer, resolveJsonPointer } from '../json-pointer.ts';
import { policyProblem } from '../problem.ts';
import {
  blockOf,
  booleanOf,
  choiceOf,
  inexactNumber,
  isRounded,
  listOf,
  memberOf,
  patternOf,
  requiredOf,
} from '../values.ts';
import { open, refuted, satisfied } from './outcome.ts';

type Test =
  | { readonly kind: 'equals'; readonly value: JsonValue }
  | { readonly kind: 'one_of'; readonly values: readonly JsonValue[] }
  | { readonly kind: 'pattern'; readonly pattern: TextMatch }
  | { readonly kind: 'present'; readonly present: boolean }
  /** The claim is the hexadecimal digest, under this algorithm, of an artifact at hand. */
  | { readonly kind: 'equals_artifact_digest'; readonly algorithm: string };

export interface ClaimRule extends Rule {
  readonly kind: 'claims';
  readonly on: 'statement' | 'certificate';
  readonly pointer: string;
  readonly tokens: readonly string[];
  readonly test: Test;
}

const TESTS = ['equals', 'one_of', 'pattern', 'present', 'equals_artifact_digest'] as const;

/** What the verified statement, or the verified certificate, must say at a JSON Pointer (RFC 6901). One rule per claim. */
export const CLAIMS: RuleKind<ClaimRule> = {
  kind: 'claims',
  key: 'claims',
  parse: (value, pointer, origin) =>
    listOf(value, pointer, (one, at) => [one, at] as const).map(([one, at], i) =>
      readClaim(one, at, `${origin}[${i}]`),
    ),
  judge(rule, facts) {
    const document = rule.on === 'statement' ? facts.statement : (facts.certificate as JsonObject | null);
    if (document === null) return open(`no ${rule.on} has verified`, { [rule.pointer]: null });
    const found = resolveJsonPointer(document, rule.tokens);
    const seen = { [rule.pointer]: found === undefined ? null : written(found) };
    if (rule.test.kind === 'present') {
      if ((found !== undefined) === rule.test.present) return satisfied(seen);
      return refuted('policy-claim', `${rule.pointer} is ${rule.test.present ? 'absent' : 'present'}`, seen);
    }
    // A statement that is silent does not contradict; it does not establish either.
    if (found === undefined) return open(`${rule.pointer} is absent from the ${rule.on}`, seen, 'policy-claim');
    if (isInexact(found))
      return open(`${rule.pointer} has a whole number beyond 2^53, which is not known exactly`, seen);
    return compare(rule, rule.test, found, facts, seen);
  },
  explain: (rule) => `the ${rule.on} must have at ${rule.pointer} ${wordsOf(rule.test)}`,
};

function readClaim(value: JsonValue, pointer: string, origin: string): ClaimRule {
  const block = blockOf(value, pointer, ['on', 'pointer', ...TESTS]);
  const on = choiceOf(requiredOf(block, 'on', pointer), pointerTo(pointer, 'on'), ['statement', 'certificate']);
  const place = pointerTo(pointer, 'pointer');
  const where = requiredOf(block, 'pointer', pointer);
  const tokens = readJsonPointer(where, place);
  if (on === 'certificate' && (tokens.length > 1 || !CERTIFICATE_NAMES.includes(tokens[0]!)))
    throw policyProblem(place, `a certificate has nothing there: its names are ${CERTIFICATE_NAMES.join(', ')}`);
  const given = TESTS.filter((name) => memberOf(block, name) !== undefined);
  if (given.length !== 1) throw policyProblem(pointer, `a claim has exactly one of ${TESTS.join(', ')}`);
  const test = readTest(block, given[0]!, pointerTo(pointer, given[0]!));
  return { kind: 'claims', origin, half: 'attestation', on, pointer: where as string, tokens, test };
}

function readTest(block: JsonObject, kind: (typeof TESTS)[number], pointer: string): Test {
  const value = requiredOf(block, kind, pointer);
  switch (kind) {
    case 'equals':
      return { kind, value: exactly(value, pointer) };
    case 'one_of':
      return { kind, values: listOf(value, pointer, exactly) };
    case 'pattern':
      return { kind, pattern: patternOf(value, pointer) };
    case 'present':
      return { kind, present: booleanOf(value, pointer) };
    case 'equals_artifact_digest':
      return { kind, algorithm: choiceOf(value, pointer, ['sha256', 'sha384', 'sha512']) };
  }
}

function exactly(value: JsonValue, pointer: string): JsonValue {
  if (isInexact(value)) throw inexactNumber(pointer);
  return value;
}

function compare(
  { pointer }: ClaimRule,
  test: Exclude<Test, { kind: 'present' }>,
  found: JsonValue,
  facts: PolicyFacts,
  seen: { [name: string]: string | null },
): RuleOutcome {
  const judged = (holds: boolean): RuleOutcome =>
    holds ? satisfied(seen) : refuted('policy-claim', `${pointer} is ${written(found)}, not ${wordsOf(test)}`, seen);
  switch (test.kind) {
    case 'equals':
      return judged(canonicalText(found) === canonicalText(test.value));
    case 'one_of':
      return judged(test.values.some((one) => canonicalText(one) === canonicalText(found)));
    case 'pattern':
      if (typeof found === 'string' && !canMatch(test.pattern, found))
        return refuted('policy-claim', `${pointer} is longer than a pattern is compared with`, seen);
      return judged(typeof found === 'string' && test.pattern.matches(found));
    case 'equals_artifact_digest': {
      const own = facts.digests.filter((digest) => digest.startsWith(`${test.algorithm}:`));
      if (own.length === 0) return open(`no ${test.algorithm} of an artifact is at hand`, seen, 'artifact-absent');
      const text = typeof found === 'string' ? found : '';
      // With or without the algorithm's name before it; and of every artifact at hand.
      return judged(own.every((digest) => digest === text || digest === `${test.algorithm}:${text}`));
    }
  }
}

/** Such a number is rounded when it is read: another one may be written there. */
function isInexact(value: JsonValue): boolean {
  if (typeof value === 'number') return isRounded(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isInexact);
}

/** As JSON, so that `1` and `"1"` are two things. */
function written(value: JsonValue): string {
  return cutText(canonicalText(value), SHOWN);
}

const CERTIFICATE_NAMES: readonly string[] = CERTIFICATE_FACTS;
const SHOWN = 200;

function wordsOf(test: Test): string {
  switch (test.kind) {
    case 'equals':
      return canonicalText(test.value);
    case 'one_of':
      return `one of ${test.values.map(canonicalText).join(', ')}`;
    case 'pattern':
      return `a text like ${test.pattern.text}`;
    case 'present':
      return test.present ? 'something' : 'nothing';
    case 'equals_artifact_digest':
      return `the ${test.algorithm} of the artifact`;
  }
}
