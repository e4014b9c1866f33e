// SPDX-License-Identifier: Apache-2.0
import { instantFromSeconds } from '../../src/model/instant.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { BuildFacts, EffectivePolicy, PolicyFacts, Rule } from '../../src/model/policy-document.ts';
import { kindOf, RULES } from '../../src/policy/rules.ts';
import { UNKNOWN_BUILD } from '../../src/verify/build-facts.ts';

export const NOW = instantFromSeconds(1_760_000_000n);
export const HEX = 'ab'.repeat(32);
export const OTHER_HEX = 'cd'.repeat(32);

/** Facts of an item of which nothing has verified. */
export const NOTHING: PolicyFacts = {
  at: NOW,
  kind: 'dsse',
  signerKind: 'none',
  names: [],
  digests: [],
  purls: [],
  images: [],
  predicateType: null,
  predicateTypes: [],
  statement: null,
  certificate: null,
  keyFingerprints: [],
  algorithms: [],
  build: UNKNOWN_BUILD,
  distinct: { signers: 0, logs: 0, times: 0 },
  signedAt: [],
  examinerTime: false,
  inclusionProofs: 0,
  engine: 'native',
  rootUsed: false,
  rootAgeDays: null,
};

export function factsOf(changes: Partial<PolicyFacts> = {}, build: Partial<BuildFacts> = {}): PolicyFacts {
  return { ...NOTHING, ...changes, build: { ...UNKNOWN_BUILD, ...build } };
}

export const BUILDERS = [
  { id: 'https://b.example/three', level: 3 },
  { id: 'https://b.example/two', level: 2 },
  { id: 'https://b.example/three@refs/heads/main', level: 1 },
  { id: 'https://b.example/two@refs/tags/v9', level: 3 },
];

/** The rules that a `require` block of one key makes. */
export function rulesOf(key: string, value: JsonValue): readonly Rule[] {
  return RULES[key]!.parse(value, `/require/${key}`, `require.${key}`, { builders: BUILDERS });
}

export function outcomeOf(key: string, value: JsonValue, facts: PolicyFacts): string {
  const outcomes = rulesOf(key, value).map((rule) => kindOf(rule).judge(rule, facts));
  const worst = outcomes.find(({ outcome }) => outcome !== 'passed') ?? outcomes[0]!;
  return worst.reason === null ? worst.outcome : `${worst.outcome} ${worst.reason}`;
}

export function effective(changes: Partial<EffectivePolicy> = {}): EffectivePolicy {
  const { requireSignature, attestMode, fallback } = DEFAULT_POLICY;
  const none = { checks: {}, scopes: [], rules: [], effectiveFrom: null, expires: null };
  return { requireSignature, attestMode, fallback, ...none, ...changes };
}
