// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { BuildFacts, PolicyFacts } from '../../src/model/policy-document.ts';
import { readExpect } from '../../src/policy/read-expect.ts';
import { EXPECT } from '../../src/policy/rules/expect.ts';
import { PROJECT } from '../support/cli.ts';
import { NOTHING as BARE, factsOf } from './support.ts';

const BUILD: BuildFacts = {
  ...BARE.build,
  builderId: 'https://github.com/actions/runner',
  sourceRepository: 'https://github.com/example/server',
  sourceRef: 'refs/tags/v1.4.0',
  sourceTag: 'v1.4.0',
  workflow: '.github/workflows/release.yml',
  trigger: 'push',
  runner: 'github-hosted',
};
const PURL = 'pkg:npm/%40example/server@1.4.0';
const SLSA = 'https://slsa.dev/provenance/v1';
const FACTS = factsOf(
  {
    kind: 'sigstore-bundle',
    signerKind: 'certificate',
    names: ['server-1.4.0.tgz', PURL],
    purls: [PURL],
    predicateType: SLSA,
    predicateTypes: [SLSA],
    statement: { subject: [{ name: PURL }] },
    certificate: {
      identity: 'https://github.com/example/server/w',
      issuer: 'https://token.actions.githubusercontent.com',
    },
    distinct: { signers: 1, logs: 1, times: 1 },
    inclusionProofs: 1,
  },
  BUILD,
);
const NOTHING = factsOf({ kind: 'artifact', names: ['server-1.4.0.tgz'] });

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
      'spec.package',
      'spec.version',
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
    expect(rules[0]!.origin).toBe('--expect spec.yaml: spec.package');
    expect(rules[2]!.origin).toBe('--expect spec.yaml: provenance.repository_uri');
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

  describe('the package', () => {
    const named = (name: string | null, type: string | null = 'npx') =>
      rulesOf(
        JSON.stringify({
          metadata: { name: 'x', ...(type === null ? {} : { protocol: type }) },
          spec: { package: name ?? '@example/server', version: '1.4.0', build: ['anything'] },
          provenance: { repository_ref: 'refs/tags/v1.4.0' },
        }),
      );
    const about = (...subjects: JsonObject[]): PolicyFacts => {
      const names = subjects.flatMap((one) => Object.values(one) as string[]);
      return {
        ...FACTS,
        names,
        purls: names.filter((one) => one.startsWith('pkg:')),
        statement: { subject: subjects },
      };
    };
    const found = (rules: ReturnType<typeof rulesOf>, facts: PolicyFacts) =>
      rules
        .slice(0, 2)
        .map((rule) => EXPECT.judge(rule, facts))
        .map(({ reason, outcome, seen }) => [seen['field'], reason ?? outcome, seen['expected'], seen['found']]);

    it('is compared with the package URL that was signed, name and version apart', () => {
      expect(found(named(null), FACTS)).toEqual([
        ['spec.package', 'passed', '@example/server', '@example/server'],
        ['spec.version', 'passed', '1.4.0', '1.4.0'],
      ]);
      expect(found(named(null), about({ name: 'pkg:npm/%40example/server@1.4.1' }))).toEqual([
        ['spec.package', 'passed', '@example/server', '@example/server'],
        ['spec.version', 'expect-mismatch', '1.4.0', '1.4.1'],
      ]);
      expect(found(named(null), about({ name: 'pkg:npm/%40evil/server@1.4.0' }))).toEqual([
        ['spec.package', 'expect-mismatch', '@example/server', '@evil/server'],
        ['spec.version', 'policy-fact-unknown', '1.4.0', null],
      ]);
    });
    it.each<[string, JsonObject, string | null, string, readonly string[]]>([
      ['a subject by its uri', { uri: 'pkg:npm/%40example/server@1.4.0' }, null, 'npx', ['passed', 'passed']],
      ['an @ that is not escaped', { name: 'pkg:npm/@example/server@1.4.0' }, null, 'npx', ['passed', 'passed']],
      ['qualifiers', { name: 'pkg:npm/%40example/server@1.4.0?a=@2#x' }, null, 'npx', ['passed', 'passed']],
      ['no version', { name: 'pkg:npm/%40example/server' }, null, 'npx', ['passed', 'policy-fact-unknown']],
      [
        'another registry',
        { name: 'pkg:pypi/server@1.4.0' },
        'server',
        'npx',
        ['policy-fact-unknown', 'policy-fact-unknown'],
      ],
      ['a module', { name: 'pkg:golang/github.com/a/b@1.4.0' }, 'github.com/a/b', 'go', ['passed', 'passed']],
      ['a wheel', { name: 'My_server-1.4.0-py3-none-any.whl' }, 'my-server', 'uvx', ['passed', 'passed']],
      ['a source distribution', { name: 'my_server-1.4.1.tar.gz' }, 'my-server', 'uvx', ['passed', 'expect-mismatch']],
      ['letters of npm', { name: 'pkg:npm/Server@1.4.0' }, 'server', 'npx', ['expect-mismatch', 'policy-fact-unknown']],
      ['a broken escape', { name: 'pkg:npm/%zz@1.4.0' }, 'x', 'npx', ['policy-fact-unknown', 'policy-fact-unknown']],
      ['a file', { name: 'server.tgz' }, null, 'npx', ['policy-fact-unknown', 'policy-fact-unknown']],
    ])('knows %s', (_what, subject, name, protocol, reasons) => {
      expect(found(named(name, protocol), about(subject)).map(([, reason]) => reason)).toEqual(reasons);
    });
    it('has to be each package that the artifact is said to be', () => {
      const both = about({ name: PURL }, { name: 'pkg:npm/other@1.4.0' });
      expect(found(named(null, null), both).map(([, reason]) => reason)).toEqual(['expect-mismatch', 'passed']);
    });
    it('is not what the file at hand is called', () => {
      const own = { ...FACTS, statement: { subject: [{ name: 'x' }] } };
      expect(found(named(null), own).map(([, reason]) => reason)).toEqual(Array(2).fill('policy-fact-unknown'));
    });
    it('is a text', () => {
      const spec = 'spec: { version: 1.4 }\nprovenance: { repository_ref: x }';
      const result = attempt(() => rulesOf(spec));
      expect(result.ok ? '' : result.problem.detail).toMatch(/^spec\.yaml:1:18: a text is wanted/);
    });
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
      'spec.package': 'policy-fact-unknown',
      'spec.version': 'policy-fact-unknown',
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
