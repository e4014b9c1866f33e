// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { BuildFacts, PolicyFacts } from '../../src/model/policy-document.ts';
import { readExpect } from '../../src/policy/read-expect.ts';
import { EXPECT } from '../../src/policy/rules/expect.ts';
import { PROJECT } from '../support/cli.ts';

const BUILD: BuildFacts = {
  builderId: 'https://github.com/actions/runner',
  sourceRepository: 'https://github.com/example/server',
  sourceRef: 'refs/tags/v1.4.0',
  sourceCommit: null,
  sourceTag: 'v1.4.0',
  sourceBranch: null,
  workflow: '.github/workflows/release.yml',
  workflowRef: null,
  workflowName: null,
  workflowRepository: null,
  trigger: 'push',
  runner: 'github-hosted',
  inputs: null,
  contradictions: [],
};
const FACTS: PolicyFacts = {
  at: instantFromSeconds(1_770_000_000n),
  kind: 'sigstore-bundle',
  signerKind: 'certificate',
  names: [],
  digests: [],
  purls: [],
  images: [],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicateTypes: ['https://slsa.dev/provenance/v1'],
  statement: {},
  certificate: {
    identity: 'https://github.com/example/server/w',
    issuer: 'https://token.actions.githubusercontent.com',
  },
  keyFingerprints: [],
  algorithms: [],
  build: BUILD,
  distinct: { signers: 1, logs: 1, times: 1 },
  signedAt: [],
  examinerTime: false,
  inclusionProofs: 1,
  engine: 'native',
  rootAgeDays: null,
};
const NOTHING: PolicyFacts = {
  ...FACTS,
  kind: 'artifact',
  signerKind: 'none',
  predicateType: null,
  predicateTypes: [],
  statement: null,
  certificate: null,
  build: { ...BUILD, sourceRepository: null, sourceRef: null, workflow: null, runner: null },
};

const SPEC = readFileSync(join(PROJECT, 'offline-kit/samples/package-spec.yaml'), 'utf8');
const rulesOf = (text: string) => readExpect(encodeUtf8(text), 'spec.yaml');
const provenance = (lines: string) => rulesOf(`provenance:\n${lines.replace(/^/gm, '  ')}\n`);
const judged = (rules: ReturnType<typeof rulesOf>, facts: PolicyFacts) =>
  Object.fromEntries(
    rules.map((rule) => {
      const { outcome, reason } = EXPECT.judge(rule, facts);
      return [rule.field, reason ?? outcome];
    }),
  );

describe('--expect', () => {
  it('makes one rule of each field of the sample', () => {
    const rules = rulesOf(SPEC);
    expect(rules.map(({ field }) => field)).toEqual([
      'repository_uri',
      'repository_ref',
      'attestations.available',
      'attestations.verified',
      'attestations.publisher.kind',
      'attestations.publisher.repository',
      'attestations.publisher.workflow',
    ]);
    for (const rule of rules) {
      expect(EXPECT.judge(rule, FACTS)).toMatchObject({ outcome: 'passed', reason: null });
      expect(rule.half).toBe('attestation');
      expect(EXPECT.explain(rule)).toContain(rule.expected);
    }
    expect(rules[0]!.origin).toBe('--expect spec.yaml: provenance.repository_uri');
  });

  it.each<[string, Partial<BuildFacts>, string]>([
    ['another repository', { sourceRepository: 'https://github.com/example/server2' }, 'repository_uri'],
    [
      'a repository of the same name elsewhere',
      { sourceRepository: 'https://gitlab.com/example/server' },
      'attestations.publisher.repository',
    ],
    ['another ref', { sourceRef: 'refs/heads/main' }, 'repository_ref'],
    ['a longer ref', { sourceRef: 'refs/tags/v1.4.0-rc1' }, 'repository_ref'],
    ['another workflow', { workflow: '.github/workflows/test.yml' }, 'attestations.publisher.workflow'],
    ['a workflow elsewhere', { workflow: 'other/release.yml' }, 'attestations.publisher.workflow'],
  ])('finds %s', (_what, build, field) => {
    const found = judged(rulesOf(SPEC), { ...FACTS, build: { ...BUILD, ...build } });
    expect(found[field]).toBe('expect-mismatch');
  });

  it('shows expected against found', () => {
    const [rule] = provenance('repository_ref: refs/heads/main');
    expect(EXPECT.judge(rule!, FACTS)).toEqual({
      outcome: 'failed',
      reason: 'expect-mismatch',
      detail: 'repository_ref is not refs/heads/main',
      seen: { field: 'repository_ref', expected: 'refs/heads/main', found: 'refs/tags/v1.4.0' },
    });
  });

  it('finds an attestation that is claimed and absent; the rest is then not known', () => {
    expect(judged(rulesOf(SPEC), NOTHING)).toEqual({
      repository_uri: 'policy-fact-unknown',
      repository_ref: 'policy-fact-unknown',
      'attestations.available': 'expect-attestation-absent',
      'attestations.verified': 'expect-attestation-absent',
      'attestations.publisher.kind': 'policy-fact-unknown',
      'attestations.publisher.repository': 'policy-fact-unknown',
      'attestations.publisher.workflow': 'policy-fact-unknown',
    });
  });

  it('asks nothing where the spec claims no attestation', () => {
    const text =
      'repository_uri: https://github.com/example/server\nattestations: { available: false, verified: false }';
    expect(provenance(text).map(({ field }) => field)).toEqual(['repository_uri']);
  });

  it('knows a publisher by the issuer that vouches for it', () => {
    const [rule] = provenance('attestations: { publisher: { kind: GitLab } }');
    const issuer = (url: string) => ({ ...FACTS, certificate: { issuer: url } });
    expect(EXPECT.judge(rule!, issuer('https://gitlab.com')).outcome).toBe('passed');
    expect(EXPECT.judge(rule!, issuer('https://gitlab.com.evil.example')).seen).toEqual({
      field: 'attestations.publisher.kind',
      expected: 'GitLab',
      found: 'https://gitlab.com.evil.example',
    });
    expect(EXPECT.judge(rule!, FACTS)).toMatchObject({ outcome: 'failed', seen: { found: 'GitHub' } });
  });

  it.each([
    'https://github.com/example/server.git',
    'git+https://github.com/example/server.git',
    'https://github.com/example/server/',
  ])('takes %s for the repository', (uri) => {
    expect(judged(provenance(`repository_uri: "${uri}"`), FACTS)).toEqual({ repository_uri: 'passed' });
  });

  it('refuses a fact of which certificate and provenance say different things', () => {
    const facts = { ...FACTS, build: { ...BUILD, contradictions: ['sourceRepository'] } };
    expect(judged(rulesOf(SPEC), facts)['repository_uri']).toBe('policy-fact-contradicted');
  });

  it('compares the older fields', () => {
    const text = 'cert_issuer: https://other.example\nsigner_identity: nobody\nrunner_environment: self-hosted';
    expect(judged(provenance(text), FACTS)).toEqual({
      cert_issuer: 'expect-mismatch',
      signer_identity: 'expect-mismatch',
      runner_environment: 'expect-mismatch',
    });
  });

  it.each<[string, string, RegExp]>([
    ['no provenance', 'metadata: { name: x }', /^spec\.yaml:1:1: the spec has no block/],
    ['no block at all', '- a', /has no block "provenance"/],
    ['nothing expected', 'provenance: { attestations: { available: false } }', /expects nothing/],
    ['an unknown key', 'provenance:\n  repository_url: x', /^spec\.yaml:2:3: unknown key "repository_url"/],
    ['a text for a boolean', 'provenance:\n  attestations:\n    available: "true"', /^spec\.yaml:3:16: true or false/],
    [
      'a publisher without its kind',
      'provenance: { attestations: { publisher: { repository: a/b } } }',
      /"kind" is missing/,
    ],
    ['an unknown publisher', 'provenance: { attestations: { publisher: { kind: github } } }', /are the choices/],
    [
      'a repository of Google',
      'provenance: { attestations: { publisher: { kind: Google, repository: a } } }',
      /has no repository/,
    ],
    [
      'verified and not available',
      'provenance: { attestations: { available: false, verified: true } }',
      /cannot be verified/,
    ],
    ['a key twice', 'provenance:\n  repository_uri: a\n  repository_uri: b', /a second key/],
  ])('refuses %s', (_what, text, message) => {
    const result = attempt(() => rulesOf(text));
    expect(result.ok ? '' : result.problem.reason).toBe('policy-invalid');
    expect(result.ok ? '' : result.problem.detail).toMatch(message);
  });

  it('never throws anything but a problem of the file', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        attempt(() => readExpect(encodeUtf8(`{"provenance":${json}}`), 'spec.yaml'));
      }),
    );
  });
});
