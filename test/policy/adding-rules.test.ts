// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { type Check, notPassed, passed, skipped } from '../../src/model/check.ts';
import { CHECKS, type CheckId } from '../../src/model/checks.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { PolicyDocument, PolicyFacts } from '../../src/model/policy-document.ts';
import { REASONS, type ReasonCode } from '../../src/model/reasons.ts';
import type { ItemFacts, Report } from '../../src/model/report.ts';
import { asksSigner } from '../../src/policy/asks-signer.ts';
import { loadExpressionEngine } from '../../src/policy/cel.ts';
import { type AskedModes, effectivePolicy, NOTHING_ASKED } from '../../src/policy/effective.ts';
import { judge } from '../../src/policy/judge.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { RULES } from '../../src/policy/rules.ts';
import { exactly } from '../../src/trust/identity.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { composeReport, EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { examineSet } from '../../src/verify/evidence-set.ts';
import { type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';
import { PROJECT } from '../support/cli.ts';
import { VERIFIED } from './product.ts';
import { BUILDERS, HEX, NOTHING, NOW, OTHER_HEX } from './support.ts';

let withDigests: Engine = nativeEngine;
beforeAll(async () => {
  await loadPatternEngine();
  await loadExpressionEngine();
  withDigests = await loadEngine('native', { digestOnly: true });
});

// Policies, as they are written, of every kind of rule and every mode; evidence, as checks and as facts.

/** Of every key two values at least, most of which some of the facts below meet. */
const REQUIREMENTS: readonly (readonly [string, JsonValue])[] = [
  ['digest', [`sha256:${HEX}`]],
  ['digest', [`sha256:${OTHER_HEX}`]],
  ['key_fingerprint', [`sha256:${HEX}`]],
  ['key_fingerprint', [`sha256:${OTHER_HEX}`]],
  ['signer', [{ identity: 'https://ci.example/release', issuer: 'https://issuer.example' }]],
  ['signer', [{ identity_pattern: '^x.*$', issuer: 'https://issuer.example' }]],
  ['thresholds', { signers: 1, logs: 1 }],
  ['thresholds', { times: 2 }],
  ['algorithms', ['ecdsa-p256-sha256']],
  ['algorithms', ['ed25519']],
  ['key_bits', { ec: 384 }],
  ['engines', ['native']],
  ['engines', ['dual']],
  ['signed_between', { not_before: '2025-10-01T00:00:00Z' }],
  ['signed_between', { not_after: '2025-10-01T00:00:00Z' }],
  ['ttl', '1d'],
  ['ttl', '900d'],
  ['examiner_time', false],
  ['inclusion_proof', 'required'],
  ['max_root_age', '1d'],
  ['predicate_types', ['https://slsa.dev/provenance/v1']],
  ['predicate_types', ['https://spdx.dev/Document']],
  ['builder_id', 'https://b.example/three'],
  ['builder_id', 'https://b.example/two'],
  ['slsa_level', 3],
  ['source', { repository: 'github.com/a/b' }],
  ['source', { branch: 'main' }],
  ['workflow', { repository: 'github.com/a/b' }],
  ['workflow', { path: '.github/workflows/x.yml' }],
  ['trigger', ['push']],
  ['runner', 'github-hosted'],
  ['promotion', { to: 'prod' }],
  ['promotion', { materials: ['sbom', 'vex'] }],
  ['claims', [{ on: 'statement', pointer: '/predicate/level', equals: 3 }]],
  ['claims', [{ on: 'certificate', pointer: '/issuer', pattern: '^x$' }]],
  ['expressions', [{ name: 'e', cel: 'statement.predicate.level == 3' }]],
  ['expressions', [{ name: 'e', cel: 'build.trigger == "push"' }]],
  ['expect', { repository_uri: 'https://github.com/a/b' }],
  ['expect', { repository_ref: 'refs/heads/main', attestations: { available: true } }],
  ['expect', { attestations: { publisher: { kind: 'GitHub', repository: 'a/b' } } }],
];

type Require = { readonly [key: string]: JsonValue };
const requirement = fc.constantFrom(...REQUIREMENTS);
const require: fc.Arbitrary<Require> = fc
  .array(requirement, { maxLength: 4 })
  .map((some) => Object.fromEntries(some) as Require);

const IDS = Object.keys(CHECKS) as CheckId[];
const modes = fc.record(
  {
    require_signature: fc.boolean(),
    attest_mode: fc.constantFrom('none', 'record', 'enforce'),
    fallback: fc.constantFrom('fail', 'warn', 'auto_update'),
    checks: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('enforce', 'warn', 'skip'), {
      minKeys: 1,
      maxKeys: 4,
    }),
  },
  { requiredKeys: [] },
);
const MATCHES: readonly JsonObject[] = [
  { names: ['app'] },
  { names: [{ pattern: '^a.*$' }] },
  { predicate_types: ['https://slsa.dev/provenance/v1'] },
  { digests: [`sha256:${HEX}`] },
  { images: ['nothing'] },
];
const scope = fc.record({ match: fc.constantFrom(...MATCHES), modes, require });

interface Written {
  readonly modes: JsonObject;
  readonly require: Require;
  readonly scopes: readonly { readonly match: JsonObject; readonly modes: JsonObject; readonly require: Require }[];
  readonly expires: string | null;
}
const written = fc.record({
  modes,
  require,
  scopes: fc.array(scope, { maxLength: 3 }),
  expires: fc.constantFrom(null, null, null, '2025-01-01T00:00:00Z'),
}) as fc.Arbitrary<Written>;

/** Null where it contradicts itself: then there is no such policy. */
function policyOf(one: Written): PolicyDocument | null {
  const asking = (require: Require) => (Object.keys(require).length === 0 ? {} : { require });
  const scopes = one.scopes.map(({ match, modes: own, require: more }, i) => {
    const whole = { name: `s${i}`, match, ...own, ...asking(more) };
    return Object.keys(whole).length === 2 ? { ...whole, fallback: 'fail' } : whole;
  });
  const level = [one.require, ...one.scopes.map((each) => each.require)].some((each) => 'slsa_level' in each);
  const value: JsonObject = {
    policy: 'forensic-verify/policy@v1',
    name: 'n',
    ...one.modes,
    ...(one.expires === null ? {} : { expires: one.expires }),
    ...(level ? { builders: BUILDERS as unknown as JsonValue } : {}),
    ...asking(one.require),
    ...(scopes.length === 0 ? {} : { scopes: scopes as unknown as JsonValue }),
  };
  const parsed = attempt(() => parsePolicy(value, '', RULES));
  return parsed.ok ? parsed.value : null;
}

/** The same policy with one requirement more, at the top or in a scope; null where that place has one of the kind. */
function withMore(one: Written, [key, value]: readonly [string, JsonValue], place: number): PolicyDocument | null {
  const at = place % (one.scopes.length + 1);
  const add = (require: Require): Require => ({ ...require, [key]: value });
  const target = at === 0 ? one.require : one.scopes[at - 1]!.require;
  if (key in target) return null;
  return policyOf(
    at === 0
      ? { ...one, require: add(one.require) }
      : {
          ...one,
          scopes: one.scopes.map((each, i) => (i === at - 1 ? { ...each, require: add(each.require) } : each)),
        },
  );
}

const at = { evidence: 'e', pointer: '' };
const CODES = Object.keys(REASONS) as ReasonCode[];
const check: fc.Arbitrary<Check> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...IDS).map((id) => passed(id, at)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...CODES))
      .map(([id, code]) => notPassed(id, at, code, 'd')),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)).map(([id, other]) => skipped(id, at, other)),
  },
);
const IDENTITY: fc.Arbitrary<readonly Check[]> = fc.constantFrom(
  [],
  [passed('certificate.identity', at)],
  [notPassed('certificate.identity', at, 'identity-not-asked', 'd')],
  [notPassed('certificate.identity', at, 'identity-mismatch', 'd')],
);
const item: fc.Arbitrary<ItemFacts> = fc
  .record({
    some: fc.array(check, { maxLength: 6 }),
    signed: fc.boolean(),
    identity: IDENTITY,
    kind: fc.constantFrom('dsse', 'sigstore-bundle', 'artifact', 'input'),
    predicateType: fc.constantFrom(null, 'https://slsa.dev/provenance/v1'),
    signerKind: fc.constantFrom('certificate' as const, 'key' as const, 'none' as const),
  })
  .map(({ some, signed, identity, ...parts }) => {
    const checks = [...(signed ? [passed('signature.valid', at)] : []), ...identity, ...some];
    return { ...EMPTY_ITEM, name: 'e', ...parts, checks };
  });
const build = fc
  .record({
    builderId: fc.constantFrom(null, 'https://b.example/three', 'https://b.example/two@refs/tags/v9'),
    sourceRepository: fc.constantFrom(null, 'https://github.com/a/b', 'https://github.com/a/c'),
    sourceRef: fc.constantFrom(null, 'refs/heads/main', 'refs/tags/v1'),
    sourceBranch: fc.constantFrom(null, 'main'),
    workflow: fc.constantFrom(null, '.github/workflows/x.yml'),
    workflowRepository: fc.constantFrom(null, 'https://github.com/a/b'),
    trigger: fc.constantFrom(null, 'push', 'schedule'),
    runner: fc.constantFrom(null, 'github-hosted'),
    contradictions: fc.constantFrom([], [], ['sourceRepository']),
  })
  .map((parts) => ({ ...VERIFIED.build, ...parts }));
const facts: fc.Arbitrary<PolicyFacts> = fc
  .tuple(fc.constantFrom(VERIFIED, VERIFIED, NOTHING), build, fc.boolean())
  .map(([known, own, examinerTime]) => ({ ...known, at: NOW, build: own, examinerTime }));

const asked: fc.Arbitrary<AskedModes> = fc.constantFrom(
  NOTHING_ASKED,
  NOTHING_ASKED,
  { ...NOTHING_ASKED, strict: true },
  { ...NOTHING_ASKED, override: true, modes: { requireSignature: false, attestMode: 'none' as const } },
);

const RANK = { accept: 0, warn: 1, reject: 2 } as const;
const runs = { numRuns: 2000 };

function decided(one: ItemFacts, document: PolicyDocument, known: PolicyFacts, modesAsked: AskedModes): number {
  const { policy } = effectivePolicy(document, known, modesAsked);
  return RANK[judge(one, DEFAULT_POLICY, policy, known).decision];
}

const isUnasked = (one: Check) => one.outcome === 'indeterminate' && one.reason === 'identity-not-asked';
/** The signer had been named, and it was he. */
const named = (one: ItemFacts): ItemFacts => ({
  ...one,
  checks: one.checks.map((each) => (isUnasked(each) ? passed(each.id, each.at) : each)),
});

describe('one requirement more, wherever it stands', () => {
  it('never makes a decision better; of who signed, where nobody was asked for, never better than if he had been named', () => {
    let added = 0;
    fc.assert(
      fc.property(item, written, requirement, fc.nat(9), facts, asked, (one, policy, more, place, known, words) => {
        const before = policyOf(policy);
        const after = withMore(policy, more, place);
        if (before === null || after === null) return;
        added++;
        const without = decided(one, before, known, words);
        const answers = one.checks.some(isUnasked) && asksSigner(rulesIn(after));
        const least = answers ? Math.min(without, decided(named(one), before, known, words)) : without;
        expect(decided(one, after, known, words)).toBeGreaterThanOrEqual(least);
      }),
      runs,
    );
    expect(added).toBeGreaterThan(250);
  });
  it('is a real exception: such a rule may answer the question, and no other may', () => {
    const unasked = { ...EMPTY_ITEM, name: 'e', kind: 'dsse', signerKind: 'certificate' as const };
    const checks = [passed('signature.valid', at), notPassed('certificate.identity', at, 'identity-not-asked', 'd')];
    const build = { ...VERIFIED.build, sourceRepository: 'https://github.com/a/b', trigger: 'push' };
    const bare: Written = { modes: {}, require: {}, scopes: [], expires: null };
    const code = (...more: (readonly [string, JsonValue])[]) => {
      const document = policyOf({ ...bare, require: Object.fromEntries(more) })!;
      return decided({ ...unasked, checks }, document, { ...VERIFIED, build }, NOTHING_ASKED);
    };
    expect(code()).toBe(RANK.reject);
    expect(code(['trigger', ['push']])).toBe(RANK.reject);
    expect(code(['source', { repository: 'github.com/a/b' }])).toBe(RANK.accept);
  });
});

function rulesIn(document: PolicyDocument) {
  return [...document.rules, ...document.scopes.flatMap((each) => each.rules)];
}

// Whole reports over the minted cases.

const CASES = join(PROJECT, 'fixtures/cases');
const SAN = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';

function contextOf(change: Partial<ExaminationContext>): ExaminationContext {
  const instant = parseRfc3339('2026-03-01T00:00:00Z').time;
  return {
    ...PLAIN_QUESTION,
    engine: withDigests,
    at: instant,
    clockFloor: instant,
    roots: parseTrustedRoots(new Uint8Array(readFileSync(join(PROJECT, 'fixtures/shared/trusted-root.json'))), 'root'),
    identity: { identity: exactly(SAN), issuer: exactly('https://issuer.mint.example') },
    ...change,
  };
}

function reportOf(folder: string, context: ExaminationContext, document: PolicyDocument | null): Report {
  const read = (name: string) => new Uint8Array(readFileSync(join(CASES, folder, name)));
  const bytes = existsSync(join(CASES, folder, 'artifact.txt')) ? read('artifact.txt') : new Uint8Array();
  const artifact = { name: 'artifact.txt', bytes, digests: new Map(), given: 'file' as const };
  const examined = examineSet([{ name: 'b', bytes: read('bundle.sigstore.json') }], [artifact], {
    ...context,
    withPolicyFacts: document !== null,
  });
  return composeReport({
    version: '',
    engine: context.engine.id,
    command: 'verify',
    at: context.at,
    atIsClock: false,
    skewSeconds: 0,
    criteria: [],
    weakenings: [],
    inputs: [],
    roots: context.roots,
    policy: context.policy,
    ...(document === null ? {} : { judging: { document, asked: NOTHING_ASKED } }),
    ...examined,
    limitations: [],
    run: null,
  });
}

describe('no policy changes a single check', () => {
  const folders = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'bundle.sigstore.json')));
  const taking = { modes: {}, require: { examiner_time: true }, scopes: [], expires: null } as const;

  it('of any report, nor a finding, a time or a signer, whatever it asks', () => {
    expect(folders.length).toBeGreaterThan(150);
    const policies = [taking, ...fc.sample(written, { numRuns: 24, seed: 1 })].flatMap((one) => policyOf(one) ?? []);
    expect(policies.length).toBeGreaterThan(8);
    const said = parseRfc3339('2026-02-01T12:00:00Z').time;
    const contexts = [contextOf({}), contextOf({ identity: null }), contextOf({ signedAt: said, notBefore: said })];
    const facts = ({ items }: Report) =>
      items.map(({ name, kind, checks, findings, times, signers, subjects, attestationDigest }) => {
        return { name, kind, checks, findings, times, signers, subjects, attestationDigest };
      });
    const decisions = new Set<string>();
    for (const [i, folder] of folders.entries()) {
      const context = contexts[i % contexts.length]!;
      const bare = facts(reportOf(folder, context, null));
      for (const [k, document] of policies.entries()) {
        // Each case under a third of the policies, each policy over a third of the cases.
        if ((i + k) % 3 !== 0 && k > 0) continue;
        const report = reportOf(folder, context, document);
        decisions.add(report.verdict.decision);
        expect(facts(report), `${folder} under ${k}`).toEqual(bare);
      }
    }
    expect(decisions).toEqual(new Set(['accept', 'warn', 'reject']));
  }, 60_000);
});
