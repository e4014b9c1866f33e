// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument, Rule } from '../../src/model/policy-document.ts';
import { portableRules, rulesFrom } from '../../src/policy/portable-rules.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { kindOf, RULES } from '../../src/policy/rules.ts';
import { PROJECT } from '../support/cli.ts';
import { VERIFIED } from './product.ts';
import { NOTHING } from './support.ts';

const POLICIES = join(PROJECT, 'offline-kit/policies');
const WHOLE = `policy: forensic-verify/policy@v1
name: all kinds
builders: [{ id: b, level: 3 }]
require:
  digest: ["sha256:${'ab'.repeat(32)}"]
  key_fingerprint: ["sha256:${'ab'.repeat(32)}"]
  signer: [{ identity_pattern: '^a.*$', issuer: b }]
  publisher: { kind: GitHub, repository: a/b, workflow: w.yml }
  thresholds: { logs: 1 }
  algorithms: [ecdsa-p256-sha256]
  key_bits: { rsa: 3072 }
  engines: [native]
  signed_between: { not_before: 2020-01-01T00:00:00Z, tolerance: 5s }
  ttl: 90d
  examiner_time: false
  inclusion_proof: required
  max_root_age: 90d
  predicate_types: [spdx]
  builder_id: b
  slsa_level: 2
  source: { repository: a/b, tag: { pattern: '^v[0-9]+$' } }
  workflow: { path: { pattern: '^x$' }, inputs: { a: 1, b: "2", c: true } }
  trigger: [push]
  runner: github-hosted
  promotion: { to: prod, ticket: { pattern: '^OPS-[0-9]+$' }, materials: [sbom] }
  claims:
    - { on: statement, pointer: /predicate/level, equals: { kind: exact, text: t, program: p, matches: m } }
    - { on: statement, pointer: /predicateType, pattern: '^https://.*$' }
  expressions: [{ name: e, cel: 'statement.predicate.level == 3' }]
  expect: { repository_uri: a/b }
scopes:
  - name: s
    match: { names: [a, { pattern: '^b$' }] }
    require: { trigger: [push] }
`;

async function roundTrip(bytes: Uint8Array): Promise<[PolicyDocument, PolicyDocument]> {
  const document = await readPolicy(bytes, 'p', '');
  const crossed = structuredClone(portableRules(document));
  return [document, await rulesFrom<PolicyDocument>(crossed)];
}

const told = (rules: readonly Rule[]) =>
  rules.map((rule) => [VERIFIED, NOTHING].map((facts) => kindOf(rule).judge(rule, facts)));
const said = (rules: readonly Rule[]) => rules.map((rule) => kindOf(rule).explain(rule));

describe('rules on another thread', () => {
  it('of every kind judge and say the same', async () => {
    const [here, there] = await roundTrip(new TextEncoder().encode(WHOLE));
    expect(new Set(here.rules.map(({ kind }) => kind))).toEqual(new Set(Object.keys(RULES)));
    expect(told(there.rules)).toEqual(told(here.rules));
    expect(said(there.rules)).toEqual(said(here.rules));
    expect(JSON.stringify(there.rules, bigints)).toBe(JSON.stringify(here.rules, bigints));
    const [a, b] = there.scopes[0]!.match.names;
    expect([a!.matches('a'), a!.matches('b'), b!.matches('b'), b!.matches('bb')]).toEqual([true, false, true, false]);
  });
  for (const name of readdirSync(POLICIES)) {
    it(`${name} is the same`, async () => {
      const [here, there] = await roundTrip(readFileSync(join(POLICIES, name)));
      expect(JSON.stringify(there, bigints)).toBe(JSON.stringify(here, bigints));
    });
  }
  it('takes no function that it cannot say', () => {
    expect(() => portableRules({ kind: 'x', judge: () => 1 })).toThrow('no wording');
  });
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
