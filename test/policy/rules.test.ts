// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { CERTIFICATE_FACTS } from '../../src/model/certificate-facts.ts';
import type { Facts } from '../../src/model/check.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import type { BuildFacts, PolicyFacts } from '../../src/model/policy-document.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { loadExpressionEngine } from '../../src/policy/cel.ts';
import { PolicyFault } from '../../src/policy/problem.ts';
import { kindOf, RULES } from '../../src/policy/rules.ts';
import { FULCIO_EXTENSIONS } from '../../src/x509/fulcio-extensions.ts';
import { factsOf, HEX, NOTHING, NOW, OTHER_HEX, outcomeOf, rulesOf } from './support.ts';

beforeAll(async () => {
  await loadPatternEngine();
  await loadExpressionEngine();
});

const DAY = 86_400_000_000_000n;
const ago = (nanoseconds: bigint) => instantFromNanoseconds(NOW - nanoseconds);
const build = (changes: Partial<BuildFacts>) => factsOf({}, changes);
const claim = (test: object, on = 'statement', pointer = '/predicate/x'): JsonValue => [{ on, pointer, ...test }];
const says = (x: JsonValue): PolicyFacts => factsOf({ digests: [`sha256:${HEX}`], statement: { predicate: { x } } });
const PROMOTION = 'stella.ops/promotion@v1';
/** As a statement, or bare as StellaOps documents it. */
const promoted = (changes: JsonObject = {}, bare = false): PolicyFacts => {
  const promotion = { from: 'staging', to: 'prod', ticket: 'OPS-1', ...changes };
  const content = { materials: [{ role: 'sbom' }], promotion };
  const statement: JsonObject = bare
    ? { _type: PROMOTION, ...content }
    : { predicateType: PROMOTION, predicate: content };
  return factsOf({ statement });
};
const by = (identity: string, issuer: string): PolicyFacts => factsOf({ certificate: { identity, issuer } });
const GITHUB = { kind: 'GitHub', repository: 'o/r', workflow: 'w.yml' };
const SOURCE = 'https://github.com/o/r';
const published = (changes: Facts = {}): PolicyFacts =>
  factsOf({
    certificate: {
      identity: `${SOURCE}/.github/workflows/w.yml@refs/tags/v1`,
      sanType: 'uri',
      issuer: 'https://token.actions.githubusercontent.com',
      sourceRepositoryURI: SOURCE,
      sourceRepositoryDigest: 'a'.repeat(40),
      sourceRepositoryRef: 'refs/tags/v1',
      buildConfigURI: `${SOURCE}/.github/workflows/w.yml@refs/tags/v1`,
      ...changes,
    },
  });
const GITLAB = { kind: 'GitLab', repository: 'g/s/p', workflow_filepath: '.gitlab-ci.yml' };
const onGitlab = (changes: Facts = {}): PolicyFacts =>
  published({
    issuer: 'https://gitlab.com',
    sourceRepositoryURI: 'https://gitlab.com/g/s/p',
    buildConfigURI: 'https://gitlab.com/g/s/p//.gitlab-ci.yml@refs/tags/v1',
    ...changes,
  });
const GENERATOR =
  'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml';

type Case = readonly [key: string, value: JsonValue, facts: PolicyFacts, outcome: string];
const MET: readonly Case[] = [
  ['digest', [`sha256:${HEX}`, `sha256:${OTHER_HEX}`], factsOf({ digests: [`sha256:${HEX}`] }), 'passed'],
  ['key_fingerprint', [`sha256:${HEX}`], factsOf({ keyFingerprints: [HEX] }), 'passed'],
  [
    'signer',
    [
      { identity: 'x', issuer: 'y' },
      { identity: 'a', issuer_pattern: '^https://.*$' },
    ],
    by('a', 'https://i'),
    'passed',
  ],
  ['publisher', GITHUB, published(), 'passed'],
  ['publisher', GITHUB, published({ buildConfigURI: `${SOURCE}/.github/workflows/w.yml@${'a'.repeat(40)}` }), 'passed'],
  ['publisher', { ...GITHUB, environment: 'pypi' }, published({ deploymentEnvironment: 'pypi' }), 'passed'],
  ['publisher', GITLAB, onGitlab(), 'passed'],
  [
    'publisher',
    { kind: 'Google', email: 'a@b.example' },
    published({ identity: 'a@b.example', sanType: 'email', issuer: 'https://accounts.google.com' }),
    'passed',
  ],
  ['builder_id', GENERATOR, build({ builderId: `${GENERATOR}@refs/tags/v1.2.0` }), 'passed'],
  ['builder_id', `${GENERATOR}@v1.2.0`, build({ builderId: `${GENERATOR}@refs/tags/v1.2.0` }), 'passed'],
  ['builder_id', `${GENERATOR}@refs/heads/main`, build({ builderId: `${GENERATOR}@refs/heads/main` }), 'passed'],
  [
    'source',
    { repository: 'github.com/a/b', ref: 'refs/heads/main' },
    build({ sourceRepository: 'git+https://github.com/a/b', sourceRef: 'refs/heads/main' }),
    'passed',
  ],
  [
    'source',
    { repository: { pattern: '^https://github\\.com/a/.*$' } },
    build({ sourceRepository: 'https://github.com/a/b' }),
    'passed',
  ],
  ['source', { versioned_tag: 'v1' }, build({ sourceTag: 'v1.7.3' }), 'passed'],
  ['source', { versioned_tag: 'v1.0' }, build({ sourceTag: 'v1' }), 'passed'],
  ['source', { versioned_tag: 'v1.2.3' }, build({ sourceTag: 'v1.2.3' }), 'passed'],
  [
    'source',
    { tag: 'v1.2.3', commit: 'a'.repeat(40) },
    build({ sourceTag: 'v1.2.3', sourceCommit: 'a'.repeat(40) }),
    'passed',
  ],
  [
    'workflow',
    { path: '.github/workflows/r.yml', inputs: { a: 'b', n: 1 } },
    build({ workflow: '.github/workflows/r.yml', inputs: { a: 'b', n: 1, other: 2 } }),
    'passed',
  ],
  ['trigger', ['push', 'release'], build({ trigger: 'release' }), 'passed'],
  ['runner', 'github-hosted', build({ runner: 'github-hosted' }), 'passed'],
  [
    'predicate_types',
    ['urn:a', 'b:b'],
    factsOf({ predicateType: 'urn:a', predicateTypes: ['b:b', 'urn:a'] }),
    'passed',
  ],
  ['predicate_types', ['spdxjson'], factsOf({ predicateTypes: ['https://spdx.dev/Document'] }), 'passed'],
  ['slsa_level', 3, build({ builderId: 'https://b.example/three' }), 'passed'],
  ['slsa_level', 2, build({ builderId: 'https://b.example/two@refs/tags/v1' }), 'passed'],
  ['ttl', '90d', factsOf({ signedAt: [ago(90n * DAY), ago(DAY)] }), 'passed'],
  ['thresholds', { signers: 2, logs: 1 }, factsOf({ distinct: { signers: 2, logs: 1, times: 0 } }), 'passed'],
  ['promotion', { from: 'staging', to: 'prod', materials: ['sbom'] }, promoted(), 'passed'],
  ['promotion', { ticket: { pattern: '^OPS-[0-9]+$' } }, promoted({}, true), 'passed'],
  ['claims', claim({ equals: { b: [1], a: null } }), says({ a: null, b: [1] }), 'passed'],
  ['claims', claim({ one_of: ['y', 'x'] }), says('x'), 'passed'],
  ['claims', claim({ pattern: '^x+$' }), says('xxx'), 'passed'],
  ['claims', claim({ present: true }), says(null), 'passed'],
  ['claims', claim({ present: false }, 'statement', '/predicate/y'), says(1), 'passed'],
  ['claims', claim({ equals_artifact_digest: 'sha256' }), says(HEX), 'passed'],
  ['claims', claim({ equals_artifact_digest: 'sha256' }), says(`sha256:${HEX}`), 'passed'],
  ['claims', claim({ equals: 'a' }, 'certificate', '/identity'), by('a', 'i'), 'passed'],
  ['claims', claim({ equals: 2 }, 'statement', '/predicate/x/1/a~1b'), says([1, { 'a/b': 2 }]), 'passed'],
  ['expressions', [{ name: 'e', cel: 'statement.predicate.x == "y"' }], says('y'), 'passed'],
  [
    'algorithms',
    ['ed25519'],
    factsOf({ algorithms: [{ scheme: 'ed25519', keyKind: 'ed25519', bits: 256 }] }),
    'passed',
  ],
  [
    'key_bits',
    { rsa: 3072, ec: 256 },
    factsOf({ algorithms: [{ scheme: 'rsa-pss-sha256', keyKind: 'rsa', bits: 3072 }] }),
    'passed',
  ],
  ['engines', ['dual'], factsOf({ engine: 'dual' }), 'passed'],
  [
    'signed_between',
    { not_before: '2025-10-09T08:53:20Z', not_after: '2025-10-09T08:53:20Z' },
    factsOf({ signedAt: [NOW] }),
    'passed',
  ],
  ['signed_between', { not_after: '2025-10-09T08:53:19Z', tolerance: '1s' }, factsOf({ signedAt: [NOW] }), 'passed'],
  ['max_root_age', '90d', factsOf({ rootAgeDays: 89 }), 'passed'],
  ['examiner_time', false, factsOf({ examinerTime: true, signedAt: [NOW] }), 'passed'],
  ['examiner_time', true, factsOf({ examinerTime: true }), 'passed'],
  ['examiner_time', true, factsOf(), 'passed'],
  ['inclusion_proof', 'required', factsOf({ inclusionProofs: 1 }), 'passed'],
  [
    'expect',
    { repository_uri: 'git+https://github.com/a/b.git' },
    build({ sourceRepository: 'https://github.com/a/b' }),
    'passed',
  ],
  ['slsa_level', 3, build({ builderId: 'https://b.example/two@refs/tags/v9' }), 'passed'],
];

const REFUTED: readonly Case[] = [
  ['digest', [`sha256:${OTHER_HEX}`], factsOf({ digests: [`sha256:${HEX}`] }), 'failed policy-digest'],
  ['digest', [`sha256:${HEX}`], factsOf({ digests: [`sha256:${HEX}`, `sha256:${OTHER_HEX}`] }), 'failed policy-digest'],
  [
    'digest',
    [`sha256:${HEX}`, `sha512:${'0'.repeat(128)}`],
    factsOf({ digests: [`sha256:${HEX}`, `sha512:${'1'.repeat(128)}`] }),
    'failed policy-digest',
  ],
  ['key_fingerprint', [`sha256:${HEX}`], factsOf({ keyFingerprints: [HEX, OTHER_HEX] }), 'failed policy-key'],
  [
    'signer',
    [
      { identity: 'a', issuer: 'i' },
      { identity: 'b', issuer: 'j' },
    ],
    by('a', 'j'),
    'failed policy-signer',
  ],
  ['signer', [{ identity_pattern: '^a$', issuer: 'i' }], by('aa', 'i'), 'failed policy-signer'],
  ['publisher', GITHUB, published({ issuer: 'https://gitlab.com' }), 'failed policy-publisher'],
  [
    'publisher',
    GITHUB,
    published({ issuer: 'https://token.actions.githubusercontent.com/o' }),
    'failed policy-publisher',
  ],
  ['publisher', GITHUB, published({ sourceRepositoryURI: `${SOURCE}x` }), 'failed policy-publisher'],
  ['publisher', GITHUB, published({ sourceRepositoryURI: null }), 'failed policy-publisher'],
  ['publisher', { ...GITHUB, workflow: 'x.yml' }, published(), 'failed policy-publisher'],
  [
    'publisher',
    GITHUB,
    published({ buildConfigURI: `${SOURCE}/.github/workflows/w.yml@refs/heads/other` }),
    'failed policy-publisher',
  ],
  [
    'publisher',
    GITHUB,
    published({
      sourceRepositoryRef: null,
      sourceRepositoryDigest: null,
      buildConfigURI: `${SOURCE}/.github/workflows/w.yml@`,
    }),
    'failed policy-publisher',
  ],
  [
    'publisher',
    { ...GITHUB, environment: 'pypi' },
    published({ deploymentEnvironment: 'test' }),
    'failed policy-publisher',
  ],
  ['publisher', GITLAB, onGitlab({ sourceRepositoryURI: 'https://gitlab.com/g/s/p2' }), 'failed policy-publisher'],
  ['publisher', GITLAB, published(), 'failed policy-publisher'],
  [
    'publisher',
    { kind: 'Google', email: 'a@b.example' },
    published({ identity: 'a@b.example', sanType: 'uri', issuer: 'https://accounts.google.com' }),
    'failed policy-publisher',
  ],
  ['builder_id', GENERATOR, build({ builderId: `${GENERATOR}x@refs/tags/v1.2.0` }), 'failed policy-builder'],
  [
    'builder_id',
    GENERATOR,
    build({ builderId: `${GENERATOR.slice(0, -1)}@refs/tags/v1.2.0` }),
    'failed policy-builder',
  ],
  ['builder_id', `${GENERATOR}@v1.2`, build({ builderId: `${GENERATOR}@refs/tags/v1.2.0` }), 'failed policy-builder'],
  ['builder_id', `${GENERATOR}@v1.2.0`, build({ builderId: GENERATOR }), 'failed policy-builder'],
  ['builder_id', GENERATOR, build({ builderId: `${GENERATOR}@a@b` }), 'failed policy-builder'],
  [
    'source',
    { repository: 'github.com/a/b' },
    build({ sourceRepository: 'https://github.com/a/bc' }),
    'failed policy-source',
  ],
  [
    'source',
    { ref: 'refs/heads/main', repository: 'github.com/a/b' },
    build({ sourceRepository: 'https://github.com/a/b', sourceRef: 'refs/heads/maint' }),
    'failed policy-source',
  ],
  ['source', { versioned_tag: 'v1.2' }, build({ sourceTag: 'v1.3.0' }), 'failed policy-source'],
  ['source', { versioned_tag: 'v1' }, build({ sourceTag: 'v10.0.0' }), 'failed policy-source'],
  ['source', { versioned_tag: 'v1.2.3' }, build({ sourceTag: 'v1.2.3-rc1' }), 'failed policy-source'],
  ['source', { versioned_tag: 'v1.2' }, build({ sourceTag: 'v1' }), 'failed policy-source'],
  ['source', { branch: 'main' }, build({ sourceBranch: 'Main' }), 'failed policy-source'],
  [
    'source',
    { repository: 'github.com/a/b' },
    build({ sourceRepository: 'github.com/a/b', contradictions: ['sourceRepository'] }),
    'failed policy-fact-contradicted',
  ],
  ['workflow', { path: 'a' }, build({ workflow: 'b' }), 'failed policy-workflow'],
  ['workflow', { inputs: { a: '1' } }, build({ inputs: { a: 1 } }), 'failed policy-workflow'],
  ['workflow', { inputs: { toString: 'x' } }, build({ inputs: { a: 1 } }), 'failed policy-workflow'],
  [
    'workflow',
    { inputs: { a: 1 } },
    build({ inputs: { a: 1 }, contradictions: ['inputs'] }),
    'failed policy-fact-contradicted',
  ],
  ['trigger', ['push'], build({ trigger: 'workflow_dispatch' }), 'failed policy-trigger'],
  ['runner', 'github-hosted', build({ runner: 'self-hosted' }), 'failed policy-runner'],
  ['slsa_level', 3, build({ builderId: 'https://b.example/two' }), 'failed policy-slsa-level'],
  ['slsa_level', 1, build({ builderId: 'https://b.example/none' }), 'failed policy-slsa-level'],
  ['slsa_level', 2, build({ builderId: 'https://b.example/three@refs/heads/main' }), 'failed policy-slsa-level'],
  [
    'slsa_level',
    1,
    build({ builderId: 'https://b.example/three', contradictions: ['builderId'] }),
    'failed policy-fact-contradicted',
  ],
  ['ttl', '90d', factsOf({ signedAt: [ago(DAY), ago(90n * DAY + 1n)] }), 'failed policy-ttl'],
  ['promotion', { to: 'prod' }, promoted({ to: 'staging' }), 'failed policy-promotion'],
  ['promotion', { pipeline: 'p' }, promoted(), 'failed policy-promotion'],
  ['promotion', { ticket: { pattern: '^DEV-.*$' } }, promoted(), 'failed policy-promotion'],
  ['promotion', { materials: ['sbom', 'vex'] }, promoted({}, true), 'failed policy-promotion'],
  ['promotion', { to: 'prod' }, says(1), 'indeterminate policy-fact-unknown'],
  ['claims', claim({ equals: '1' }), says(1), 'failed policy-claim'],
  ['claims', claim({ pattern: '^x+$' }), says('x'.repeat(2049)), 'failed policy-claim'],
  ['claims', claim({ one_of: ['a', 'b'] }), says('c'), 'failed policy-claim'],
  ['claims', claim({ pattern: '^x$' }), says(['x']), 'failed policy-claim'],
  ['claims', claim({ pattern: '^x$' }), says('x\n'), 'failed policy-claim'],
  ['claims', claim({ present: true }, 'statement', '/predicate/y'), says(1), 'failed policy-claim'],
  ['claims', claim({ present: false }), says(null), 'failed policy-claim'],
  ['claims', claim({ equals_artifact_digest: 'sha256' }), says(OTHER_HEX), 'failed policy-claim'],
  ['claims', claim({ equals_artifact_digest: 'sha256' }), says(HEX.toUpperCase()), 'failed policy-claim'],
  ['expressions', [{ name: 'e', cel: 'statement.predicate.x == "y"' }], says('z'), 'failed policy-expression'],
  [
    'algorithms',
    ['ed25519'],
    factsOf({
      algorithms: [
        { scheme: 'ed25519', keyKind: 'ed25519', bits: 256 },
        { scheme: 'rsa-pss-sha256', keyKind: 'rsa', bits: 4096 },
      ],
    }),
    'failed policy-algorithm',
  ],
  [
    'key_bits',
    { rsa: 3072 },
    factsOf({ algorithms: [{ scheme: 'rsa-pss-sha256', keyKind: 'rsa', bits: 2048 }] }),
    'failed policy-algorithm',
  ],
  [
    'key_bits',
    { ec: 384 },
    factsOf({ algorithms: [{ scheme: 'ed25519', keyKind: 'ed25519', bits: 256 }] }),
    'failed policy-algorithm',
  ],
  ['engines', ['dual'], factsOf({ engine: 'native' }), 'failed policy-engine'],
  [
    'signed_between',
    { not_after: '2025-10-09T08:53:19Z' },
    factsOf({ signedAt: [ago(DAY), NOW] }),
    'failed policy-signed-between',
  ],
  [
    'signed_between',
    { not_before: '2025-10-09T08:53:21Z' },
    factsOf({ signedAt: [NOW] }),
    'failed policy-signed-between',
  ],
  [
    'expect',
    { repository_uri: 'https://github.com/a/b' },
    build({ sourceRepository: 'https://github.com/a/c' }),
    'failed expect-mismatch',
  ],
];

const OPEN: readonly Case[] = [
  ['digest', [`sha512:${'0'.repeat(128)}`], factsOf({ digests: [`sha256:${HEX}`] }), 'indeterminate artifact-absent'],
  [
    'predicate_types',
    ['urn:a', 'b:b'],
    factsOf({ predicateType: 'urn:a', predicateTypes: ['urn:a'] }),
    'indeterminate policy-predicate-type',
  ],
  [
    'thresholds',
    { times: 2 },
    factsOf({ distinct: { signers: 9, logs: 9, times: 1 } }),
    'indeterminate policy-threshold',
  ],
  ['claims', claim({ equals: 1 }, 'statement', '/predicate/y'), says(1), 'indeterminate policy-claim'],
  ['claims', claim({ equals: 1 }, 'statement', '/predicate/x/01'), says([0, 1]), 'indeterminate policy-claim'],
  ['claims', claim({ equals: 1 }, 'statement', '/predicate/constructor'), says(1), 'indeterminate policy-claim'],
  [
    'expressions',
    [{ name: 'e', cel: 'statement.predicate.missing == "y"' }],
    says('z'),
    'indeterminate policy-expression-error',
  ],
  ['max_root_age', '90d', factsOf({ rootAgeDays: 90 }), 'indeterminate policy-root-age'],
  ['examiner_time', false, factsOf({ examinerTime: true }), 'indeterminate policy-examiner-time'],
  ['inclusion_proof', 'required', NOTHING, 'indeterminate policy-inclusion-proof'],
];

describe.each([
  ['met', MET],
  ['refuted', REFUTED],
  ['left open', OPEN],
])('a rule that is %s', (_, cases) => {
  it.each(cases.map((one) => [one[0], JSON.stringify(one[1]).slice(0, 80), one] as const))(
    '%s: %s',
    (_key, _value, [key, value, facts, outcome]) => {
      expect(outcomeOf(key, value, facts)).toBe(outcome);
    },
  );
});

describe('every kind of rule', () => {
  it.each(Object.keys(RULES))('%s has cases, a sentence, and reasons that exist', (key) => {
    const [, value] = MET.find((one) => one[0] === key)!;
    expect(RULES[key]).toMatchObject({ kind: key, key });
    for (const rule of rulesOf(key, value)) {
      expect(kindOf(rule).kind).toBe(key);
      expect(rule.origin.startsWith(`require.${key}`)).toBe(true);
      expect(kindOf(rule).explain(rule)).toMatch(/^[a-z].*[^.]$/);
    }
    for (const [, , , outcome] of [...REFUTED, ...OPEN].filter((one) => one[0] === key))
      expect(Object.keys(REASONS)).toContain(outcome.split(' ')[1]);
  });
  // The engine is known of every item, and that the examiner said nothing is an answer.
  it.each(Object.keys(RULES).filter((key) => key !== 'engines' && key !== 'examiner_time'))(
    '%s is not met by facts of which none has verified',
    (key) => {
      const [, value] = MET.find((one) => one[0] === key && !JSON.stringify(one[1]).includes('"present":false'))!;
      expect(outcomeOf(key, value, NOTHING)).toMatch(/^indeterminate /);
    },
  );
});

describe('what is no rule', () => {
  it.each<readonly [string, JsonValue, string]>([
    ['digest', [], 'the list is empty'],
    ['digest', [`sha256:${HEX.toUpperCase()}`], 'lowercase'],
    ['digest', [`md5:${'0'.repeat(32)}`], 'sha256:…'],
    ['digest', [`sha256:${HEX}`, `sha256:${HEX}`], 'before'],
    ['key_fingerprint', [`sha512:${'0'.repeat(128)}`], 'sha256:…'],
    ['signer', [{ identity: 'a' }], 'issuer or issuer_pattern'],
    ['signer', [{ identity: 'a', identity_pattern: '^a$', issuer: 'i' }], 'exclude each other'],
    ['signer', [{ identity_pattern: 'a', issuer: 'i' }], 'does not begin with ^'],
    ['signer', [{ identity: 'a', issuer: 'i', subject: 'x' }], 'unknown key'],
    ['signer', { identity: 'a', issuer: 'i' }, 'a list is wanted'],
    ['builder_id', 'a@b@c', 'id@ref'],
    ['builder_id', 'a@', 'id@ref'],
    ['source', {}, 'empty'],
    ['source', { repo: 'x' }, 'unknown key'],
    ['source', { commit: 'abc' }, '40 or 64'],
    ['source', { tag: 'v1.0.0', versioned_tag: 'v1' }, 'exclude'],
    ['source', { versioned_tag: '1.2' }, 'v1.2'],
    ['source', { versioned_tag: 'v01' }, 'v1.2'],
    ['workflow', { inputs: {} }, 'empty'],
    ['workflow', { inputs: { a: ['b'] } }, 'an input is'],
    ['runner', 'any', 'are the choices'],
    ['slsa_level', 0, 'from 1 to'],
    ['slsa_level', 4, 'no builder'],
    ['ttl', '90', 's, m, h or d'],
    ['ttl', 90, 'a text is wanted'],
    ['ttl', '0d', 'zero'],
    ['publisher', { kind: 'ActiveState' }, 'are the choices'],
    ['publisher', { kind: 'GitHub', repository: 'o/r' }, 'has workflow'],
    ['publisher', { kind: 'GitHub', repository: 'o/r', workflow: 'w', email: 'a' }, 'unknown key'],
    ['publisher', { repository: 'o/r', workflow: 'w' }, '"kind" is missing'],
    ['thresholds', { signers: 0 }, 'not from 1 to 32'],
    ['thresholds', { signers: 33 }, 'not from 1 to 32'],
    ['thresholds', { signers: 1.5 }, 'whole number'],
    ['claims', claim({}), 'exactly one of'],
    ['claims', claim({ equals: 1, present: true }), 'exactly one of'],
    ['claims', [{ on: 'predicate', pointer: '/x', equals: 1 }], 'are the choices'],
    ['claims', claim({ equals: 1 }, 'statement', 'predicate/x'), 'begins with /'],
    ['claims', claim({ equals: 1 }, 'statement', '/a~2'), '~0'],
    ['claims', claim({ pattern: '^a|b$' }), 'alternatives'],
    [
      'expressions',
      [
        { name: 'a', cel: 'true' },
        { name: 'a', cel: 'true' },
      ],
      'same name',
    ],
    ['expressions', [{ name: 'a', cel: 'statemnt.x' }], 'none of the facts'],
    ['algorithms', ['rsa-sha1'], 'are the choices'],
    ['key_bits', { rsa: 1024 }, 'not from 2048'],
    ['engines', ['openssl'], 'are the choices'],
    ['signed_between', { tolerance: '1s' }, 'not_before or not_after'],
    ['signed_between', { not_before: '2026-01-02T00:00:00Z', not_after: '2026-01-01T00:00:00Z' }, 'is before'],
    ['signed_between', { not_before: '2026-01-02T00:00:00Z', tolerance: '301s' }, 'above 300s'],
    ['max_root_age', '36h', 'whole days'],
    ['examiner_time', 'no', 'true or false'],
    ['inclusion_proof', 'optional', 'are the choices'],
  ])('%s: %j', (key, value, why) => {
    expect(() => rulesOf(key, value)).toThrow(PolicyFault);
    expect(() => rulesOf(key, value)).toThrow(why);
  });
});

it('a claim that is too long for a pattern is refused for that, and not for what it says', () => {
  const [rule] = rulesOf('claims', claim({ pattern: '^x+$' }));
  const judged = (text: string) => kindOf(rule!).judge(rule!, says(text));
  expect(judged('x'.repeat(2049)).detail).toBe('/predicate/x is longer than a pattern is compared with');
  expect(judged('y').detail).toBe('/predicate/x is "y", not a text like ^x+$');
});

describe('a repository that is asked for', () => {
  const from = (sourceRepository: string) => build({ sourceRepository, workflowRepository: sourceRepository });
  const asking = (repository: JsonValue) =>
    (['source', 'workflow'] as const).map((key) => [key, { repository }] as const);
  it.each([
    'https://github.com/a/b',
    'git+https://github.com/a/b.git',
    'https://github.com/a/b/',
    'GitHub.com/a/b.git/',
    'github.com/a/b',
    'a/b',
  ])('%s means each of them', (repository) => {
    for (const [key, value] of asking(repository)) {
      for (const found of ['https://github.com/a/b', 'git+https://github.com/a/b.git', 'https://github.com/a/b/'])
        expect(outcomeOf(key, value, from(found))).toBe('passed');
      for (const found of [
        'https://github.com/a/B',
        'https://gitlab.com/a/b',
        'http://github.com/a/b',
        'https://github.com/a/bb',
      ])
        expect(outcomeOf(key, value, from(found)), found).toMatch(/^failed/);
    }
    expect(outcomeOf('expect', { repository_uri: repository }, from('git+https://github.com/a/b.git'))).toBe('passed');
  });
  it.each([
    'b',
    'http://github.com/a/b',
    'ssh://git@github.com/a/b',
    'git@github.com:a/b',
    'https://u@github.com/a/b',
    'github.com/a',
  ])('%s is none, and refused when it is read', (repository) => {
    for (const [key, value] of asking(repository)) expect(() => rulesOf(key, value)).toThrow('a repository is written');
    expect(() => rulesOf('expect', { repository_uri: repository })).toThrow('a repository is written');
  });
  it('and a publisher knows its own', () => {
    const publisher = (repository: string) => ({ attestations: { publisher: { kind: 'GitHub', repository } } });
    expect(() => rulesOf('expect', publisher('a/b.git'))).not.toThrow();
    expect(() => rulesOf('expect', publisher('github.com/a/b'))).toThrow('a repository is written');
  });
  it('a pattern sees it as it was found, and by its address', () => {
    const like = { repository: { pattern: '^https://github\\.com/a/.+$' } };
    expect(outcomeOf('source', like, from('git+https://github.com/a/b.git'))).toBe('passed');
    expect(outcomeOf('source', like, from('git+https://github.com/b/b.git'))).toBe('failed policy-source');
  });
});

describe('a tag that was made from a branch', () => {
  const value = { tag: 'v1', branch: 'main' };
  it('meets both where both are proven', () => {
    expect(outcomeOf('source', value, build({ sourceTag: 'v1', sourceBranch: 'main' }))).toBe('passed');
    expect(outcomeOf('source', value, build({ sourceTag: 'v1', sourceBranch: 'dev' }))).toBe('failed policy-source');
    expect(outcomeOf('source', value, build({ sourceTag: 'v1' }))).toBe('indeterminate policy-fact-unknown');
  });
});

describe('what a claim says', () => {
  const detailOf = (test: object, facts: PolicyFacts) => {
    const [rule] = rulesOf('claims', claim(test));
    return kindOf(rule!).judge(rule!, facts).detail;
  };
  it('shows texts as texts and numbers as numbers', () => {
    expect(detailOf({ equals: 1 }, says('1'))).toBe('/predicate/x is "1", not 1');
    expect(detailOf({ one_of: ['1', true] }, says(1))).toBe('/predicate/x is 1, not one of "1", true');
  });
  it('is not known where a number was rounded', () => {
    const rounded = says(JSON.parse('9007199254740993') as number);
    expect(outcomeOf('claims', claim({ equals: 1 }), rounded)).toBe('indeterminate policy-fact-unknown');
    expect(outcomeOf('claims', claim({ present: true }), rounded)).toBe('passed');
    expect(() => rulesOf('claims', claim({ equals: 9007199254740992 }))).toThrow('2^53');
    expect(() => rulesOf('claims', claim({ one_of: [{ a: 9007199254740992 }] }))).toThrow('2^53');
    expect(() => rulesOf('workflow', { inputs: { n: 9007199254740992 } })).toThrow('2^53');
    const inputs = { trigger: 'workflow_dispatch', inputs: { n: JSON.parse('9007199254740993') as number } };
    expect(outcomeOf('workflow', { inputs: { n: 1 } }, build(inputs))).toBe('indeterminate policy-fact-unknown');
  });
  it('of a certificate has a name that certificates have', () => {
    const names = [...FULCIO_EXTENSIONS.values()].map(({ name }) => name);
    expect(new Set(CERTIFICATE_FACTS)).toEqual(new Set(['identity', 'sanType', 'issuer', 'fingerprint', ...names]));
    for (const name of CERTIFICATE_FACTS)
      expect(() => rulesOf('claims', claim({ equals: 'a' }, 'certificate', `/${name}`))).not.toThrow();
    for (const pointer of ['/buildTriger', '/issuer/0', '/'])
      expect(() => rulesOf('claims', claim({ equals: 'a' }, 'certificate', pointer)), pointer).toThrow('its names are');
  });
});

describe('the age of a trusted root', () => {
  it('that says nothing of it is not known', () => {
    expect(outcomeOf('max_root_age', '90d', factsOf({ rootUsed: true }))).toBe('indeterminate policy-fact-unknown');
    expect(outcomeOf('max_root_age', '90d', factsOf())).toBe('indeterminate policy-fact-unknown');
  });
  it('is nothing to ask where a plain key that has signed needs none', () => {
    const key = factsOf({ signerKind: 'key', keyFingerprints: [HEX] });
    expect(outcomeOf('max_root_age', '90d', key)).toBe('passed');
    const unsigned = factsOf({ signerKind: 'key' });
    expect(outcomeOf('max_root_age', '90d', unsigned)).toBe('indeterminate policy-fact-unknown');
    expect(outcomeOf('max_root_age', '90d', { ...key, rootUsed: true })).toBe('indeterminate policy-fact-unknown');
    expect(outcomeOf('max_root_age', '90d', { ...key, rootUsed: true, rootAgeDays: 90 })).toBe(
      'indeterminate policy-root-age',
    );
  });
});

it('a time may be a leap second, as that of --at', () => {
  const [rule] = rulesOf('signed_between', { not_before: '2016-12-31T23:59:60Z' });
  expect(rule).toMatchObject({ notBefore: parseRfc3339('2017-01-01T00:00:00Z').time });
});
