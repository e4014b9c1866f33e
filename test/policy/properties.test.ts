// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Check, notPassed, passed, skipped } from '../../src/model/check.ts';
import { CHECKS, type CheckId } from '../../src/model/checks.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { EffectivePolicy, PolicyFacts, Rule } from '../../src/model/policy-document.ts';
import { REASONS, type ReasonCode } from '../../src/model/reasons.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { provesSomething } from '../../src/policy/indication.ts';
import { judge } from '../../src/policy/judge.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { VERIFIED } from './product.ts';
import { effective, HEX, NOTHING, NOW, OTHER_HEX, rulesOf } from './support.ts';

const at = { evidence: 'e', pointer: '' };
const IDS = Object.keys(CHECKS) as CheckId[];
// Who was not asked for is what a rule about the signer answers: test/policy/modes has that one exception.
const CODES = (Object.keys(REASONS) as ReasonCode[]).filter((code) => code !== 'identity-not-asked');

const check: fc.Arbitrary<Check> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...IDS).map((id) => passed(id, at)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...CODES))
      .map(([id, code]) => notPassed(id, at, code, 'd')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS))
      .map(([id, because]) => skipped(id, at, because)),
  },
);

const item: fc.Arbitrary<ItemFacts> = fc
  .record({
    checks: fc.array(check, { maxLength: 8 }),
    kind: fc.constantFrom('dsse', 'sigstore-bundle', 'artifact', 'input'),
    predicateType: fc.constantFrom(null, 'https://slsa.dev/provenance/v1'),
    signerKind: fc.constantFrom('certificate' as const, 'key' as const, 'none' as const),
  })
  .map((parts) => ({ ...EMPTY_ITEM, name: 'e', ...parts }));

const rule: fc.Arbitrary<Rule> = fc.constantFrom(
  ...rulesOf('digest', [`sha256:${HEX}`]),
  ...rulesOf('digest', [`sha256:${OTHER_HEX}`]),
  ...rulesOf('key_fingerprint', [`sha256:${HEX}`]),
  ...rulesOf('signer', [{ identity: 'a', issuer: 'b' }]),
  ...rulesOf('builder_id', 'https://b.example/three'),
  ...rulesOf('source', { repository: 'github.com/a/b' }),
  ...rulesOf('trigger', ['push']),
  ...rulesOf('predicate_types', ['https://slsa.dev/provenance/v1']),
  ...rulesOf('ttl', '1d'),
  ...rulesOf('thresholds', { logs: 1 }),
  ...rulesOf('claims', [{ on: 'statement', pointer: '/predicate/level', equals: 3 }]),
  ...rulesOf('max_root_age', '1d'),
);

const facts: fc.Arbitrary<PolicyFacts | null> = fc.constantFrom(VERIFIED, NOTHING, null, {
  ...VERIFIED,
  build: { ...VERIFIED.build, builderId: 'https://b.example/other', trigger: 'push' },
});

const modes: fc.Arbitrary<EffectivePolicy> = fc
  .record({
    requireSignature: fc.boolean(),
    attestMode: fc.constantFrom('none' as const, 'record' as const, 'enforce' as const),
    fallback: fc.constantFrom('fail' as const, 'warn' as const, 'auto_update' as const),
    checks: fc.dictionary(
      fc.constantFrom(...IDS),
      fc.constantFrom('enforce' as const, 'warn' as const, 'skip' as const),
      { maxKeys: 4 },
    ),
    rules: fc.array(rule, { maxLength: 3 }),
    expires: fc.constantFrom(null, NOW),
  })
  .map((parts) => effective(parts));

const RANK = { accept: 0, warn: 1, reject: 2 } as const;
const runs = { numRuns: 2000 };

describe('whatever the evidence and the policy', () => {
  it('adding a rule never improves the decision', () => {
    fc.assert(
      fc.property(item, modes, rule, facts, (one, policy, more, known) => {
        const before = judge(one, DEFAULT_POLICY, policy, known);
        const after = judge(one, DEFAULT_POLICY, { ...policy, rules: [...policy.rules, more] }, known);
        expect(RANK[after.decision]).toBeGreaterThanOrEqual(RANK[before.decision]);
      }),
      runs,
    );
  });
  it('no policy changes a check', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const before = structuredClone(one);
        const { judgements } = judge(one, DEFAULT_POLICY, policy, known);
        expect(one).toEqual(before);
        expect(judgements.slice(0, one.checks.length).map((row) => [row.check, row.reason])).toEqual(
          one.checks.map((each) => [each.id, each.outcome === 'passed' ? null : each.reason]),
        );
      }),
      runs,
    );
  });
  it('a policy alone never gives 0 where no named check passed', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        if (one.checks.some(provesSomething)) return;
        expect(judge(one, DEFAULT_POLICY, policy, known).exitCode).not.toBe(0);
      }),
      runs,
    );
  });
  it('whatever is not 0 has a judgement that says why', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const { exitCode, judgements } = judge(one, DEFAULT_POLICY, policy, known);
        const told = judgements.some(
          ({ effect, underEnforce, reason }) =>
            reason !== null && [effect, underEnforce].some((each) => each === 'rejects' || each === 'warns'),
        );
        if (exitCode !== 0) expect(told).toBe(true);
      }),
      runs,
    );
  });
  it('nothing refuted is ever 0, but what was skipped by name', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const failed = one.checks.some(({ id, outcome }) => outcome === 'failed' && policy.checks[id] !== 'skip');
        if (failed) expect(judge(one, DEFAULT_POLICY, policy, known).exitCode).not.toBe(0);
      }),
      runs,
    );
  });
  it('no mode, no relaxed check and no fallback changes the indication', () => {
    fc.assert(
      fc.property(item, modes, modes, (one, a, b) => {
        const indicated = (policy: EffectivePolicy) => {
          const { indication, sub } = judge(one, DEFAULT_POLICY, { ...policy, rules: [], expires: null }, VERIFIED);
          return [indication, sub];
        };
        expect(indicated(a)).toEqual(indicated(b));
      }),
      runs,
    );
  });
  it('rules never make the indication better', () => {
    const severity = { 'TOTAL-PASSED': 0, INDETERMINATE: 1, 'TOTAL-FAILED': 2 };
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const bare = judge(one, DEFAULT_POLICY, { ...policy, rules: [], expires: null }, known);
        const ruled = judge(one, DEFAULT_POLICY, policy, known);
        expect(severity[ruled.indication]).toBeGreaterThanOrEqual(severity[bare.indication]);
      }),
      runs,
    );
  });
  it('0 is for TOTAL-PASSED alone, and whatever is not accepted has a judgement that says why', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const { exitCode, indication, judgements } = judge(one, DEFAULT_POLICY, policy, known);
        if (exitCode === 0) expect(indication).toBe('TOTAL-PASSED');
        else {
          const against = judgements.filter(({ effect }) => effect === 'warns' || effect === 'rejects');
          expect(against.filter(({ reason }) => reason !== null)).not.toEqual([]);
        }
      }),
      runs,
    );
  });
  it('relaxing a mode never makes a decision worse, and enforcing never makes it better', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const strict = { ...policy, requireSignature: true, attestMode: 'enforce', fallback: 'fail' } as const;
        const lax = judge(one, DEFAULT_POLICY, policy, known);
        const hard = judge(one, DEFAULT_POLICY, strict, known);
        expect(RANK[hard.decision]).toBeGreaterThanOrEqual(RANK[lax.decision]);
      }),
      runs,
    );
  });
  it('a fallback leaves 4 and 5, and the indication, as they are', () => {
    fc.assert(
      fc.property(item, modes, facts, (one, policy, known) => {
        const hard = judge(one, DEFAULT_POLICY, { ...policy, fallback: 'fail' }, known);
        const soft = judge(one, DEFAULT_POLICY, { ...policy, fallback: 'warn' }, known);
        if (hard.exitCode >= 4 || hard.exitCode <= 1) expect(soft.exitCode).toBe(hard.exitCode);
        expect([soft.indication, soft.sub]).toEqual([hard.indication, hard.sub]);
      }),
      runs,
    );
  });
});
