// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import { platformIssuer, repositoryOf, rulesAsked } from '../../src/cli/policy-flags.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import type { PolicyFacts, Rule } from '../../src/model/policy-document.ts';
import { kindOf } from '../../src/policy/rules.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { bareFacts } from '../../src/verify/policy-facts.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const SAN = 'https://github.com/o/r/.github/workflows/w.yml@refs/tags/v1.2.3';
const COMMIT = 'c'.repeat(40);
const bare = bareFacts({ ...EMPTY_ITEM, name: 'x', kind: 'dsse', checks: [] }, instantFromSeconds(0n), 'native');

function factsOf(build: Partial<PolicyFacts['build']> = {}, identity = SAN, issuer = GITHUB): PolicyFacts {
  return {
    ...bare,
    certificate: { identity, issuer, buildSignerDigest: COMMIT },
    build: {
      ...bare.build,
      builderId: SAN,
      sourceRepository: 'https://github.com/o/r',
      sourceRef: 'refs/tags/v1.2.3',
      sourceTag: 'v1.2.3',
      sourceCommit: COMMIT,
      workflowName: 'Release',
      trigger: 'push',
      runner: 'github-hosted',
      inputs: { level: 'full', empty: '' },
      ...build,
    },
  };
}

function refused(rules: readonly Rule[], facts: PolicyFacts): string[] {
  return rules.filter((rule) => kindOf(rule).judge(rule, facts).outcome !== 'passed').map(({ origin }) => origin);
}

describe('flags that spell rules', () => {
  beforeAll(() => loadPatternEngine());

  it.each([
    [{ 'source-uri': 'github.com/o/r' }, { sourceRepository: 'https://github.com/o/rA' }],
    [{ 'source-uri': 'git+https://github.com/o/r' }, { sourceRepository: null }],
    [{ 'source-uri': 'o/r' }, { sourceRepository: 'https://github.com/O/r' }],
    [{ 'source-tag': 'v1.2.3' }, { sourceTag: 'v1.2.30' }],
    [{ 'source-ref': 'refs/tags/v1.2.3' }, { sourceRef: 'refs/heads/v1.2.3' }],
    [{ 'source-digest': COMMIT }, { sourceCommit: 'd'.repeat(40) }],
    [{ 'source-versioned-tag': 'v1' }, { sourceTag: 'v10.2.3' }],
    [{ 'source-versioned-tag': 'v1.2' }, { sourceTag: 'v1' }],
    [{ 'builder-id': SAN.split('@')[0] }, { builderId: `${SAN.split('@')[0]}2@refs/tags/v1.2.3` }],
    [{ 'builder-id': SAN }, { builderId: SAN.replace('1.2.3', '1.2.4') }],
    [{ 'workflow-name': 'Release' }, { workflowName: 'release' }],
    [{ 'workflow-trigger': 'push' }, { trigger: 'pull_request' }],
    [{ 'deny-self-hosted-runners': true }, { runner: 'self-hosted' }],
    [{ 'deny-self-hosted-runners': true }, { runner: null }],
    [{ 'build-workflow-input': ['level=full', 'empty='] }, { inputs: { level: 'full' } }],
    [{ 'build-workflow-input': ['level=full'] }, { inputs: null }],
  ])('%j holds, and does not for %j', async (flags, other) => {
    const { rules } = await rulesAsked(flags, false);
    const [name] = Object.keys(flags);
    expect(refused(rules, factsOf())).toEqual([]);
    expect(refused(rules, factsOf(other))).toEqual([`--${name}`]);
  });

  it.each([
    [{ 'signer-workflow': 'o/r/.github/workflows/w.yml' }, SAN, `${SAN.split('@')[0]}x@refs/tags/v1.2.3`],
    [{ 'signer-workflow': 'github.com/o/r/.github/workflows/w.yml' }, SAN, SAN.replace('/w.yml', '/wXyml')],
    [{ 'signer-workflow': 'o/r/.github/workflows/w.yml@refs/tags/v1.2.3' }, SAN, `${SAN}0`],
    [{ 'signer-repo': 'o/r' }, SAN, SAN.replace('/r/', '/rr/')],
    [{ 'signer-repo': 'o/r' }, SAN, `https://evil.example/?${SAN}`],
  ])('%j takes %s and not %s', async (flags, good, bad) => {
    const { rules, publisher } = await rulesAsked(flags, false);
    expect(publisher).toBe(true);
    expect(refused(rules, factsOf({}, good))).toEqual([]);
    expect(refused(rules, factsOf({}, bad))).toHaveLength(1);
    expect(refused(rules, factsOf({}, good, 'https://gitlab.com'))).toHaveLength(1);
  });

  it('a publisher stands for the identity, and its platform vouches', async () => {
    for (const flags of [{ 'source-uri': 'github.com/o/r' }, { 'builder-id': SAN }]) {
      const { rules, publisher } = await rulesAsked(flags, false);
      expect(publisher).toBe(true);
      expect(refused(rules, factsOf({}, SAN, 'https://token.actions.githubusercontent.com/o'))).toHaveLength(1);
      expect(refused(rules, factsOf({}, 'somebody@example.com'))).toHaveLength(1);
    }
    for (const flags of [{ 'source-branch': 'main' }, { 'workflow-trigger': 'push' }, { 'source-digest': COMMIT }]) {
      expect((await rulesAsked(flags, false)).publisher).toBe(false);
    }
  });

  it('another issuer can be named, and beside an identity none is needed', async () => {
    const flags = { 'source-uri': 'github.com/o/r', 'certificate-oidc-issuer': 'https://issuer.example' };
    const { rules } = await rulesAsked(flags, false);
    expect(refused(rules, factsOf())).toEqual(['--source-uri']);
    expect(refused(rules, factsOf({}, SAN, 'https://issuer.example'))).toEqual([]);
    const beside = await rulesAsked({ 'source-uri': 'github.com/o/r', 'certificate-identity': SAN }, false);
    expect(beside.rules.map(({ kind }) => kind)).toEqual(['source']);
    expect(platformIssuer({ 'source-uri': 'o/r' })).toBe(GITHUB);
    expect(platformIssuer({ 'source-uri': 'gitlab.example/o/r' })).toBeNull();
  });

  it('a platform of another name is vouched for by itself', async () => {
    const { rules } = await rulesAsked({ 'source-uri': 'gitlab.example/o/r' }, false);
    const identity = 'https://gitlab.example/o/r//.gitlab-ci.yml@refs/heads/main';
    const build = { sourceRepository: 'https://gitlab.example/o/r' };
    expect(refused(rules, factsOf(build, identity, 'https://gitlab.example'))).toEqual([]);
    expect(refused(rules, factsOf(build, identity, 'https://gitlabXexample'))).toEqual(['--source-uri']);
    expect(refused(rules, factsOf(build, identity, GITHUB))).toEqual(['--source-uri']);
  });

  it('under a plain key they ask about the provenance alone', async () => {
    const { rules } = await rulesAsked({ 'source-uri': 'github.com/o/r', 'builder-id': SAN }, true);
    expect(rules.map(({ kind }) => kind)).toEqual(['source', 'builder_id']);
    await expect(rulesAsked({ 'signer-workflow': 'o/r/.github/workflows/w.yml' }, true)).rejects.toThrow(UsageError);
  });

  it('the commit of the signing workflow', async () => {
    const { rules } = await rulesAsked({ 'signer-digest': COMMIT }, false);
    expect(refused(rules, factsOf())).toEqual([]);
    const other = (await rulesAsked({ 'signer-digest': 'e'.repeat(40) }, false)).rules;
    expect(refused(other, factsOf())).toHaveLength(1);
  });

  it.each([
    { 'source-versioned-tag': '1.2' },
    { 'source-versioned-tag': 'v1.2.3.4' },
    { 'source-versioned-tag': 'v01' },
    { 'source-digest': 'abc' },
    { 'builder-id': `${SAN}@x` },
    { 'build-workflow-input': ['level'] },
    { 'build-workflow-input': ['=x'] },
    { 'build-workflow-input': ['a=1', 'a=2'] },
    { 'signer-workflow': 'w.yml' },
    { 'signer-workflow': 'o/r/w.yml@' },
    { 'source-uri': 'o/r', 'certificate-oidc-issuer': 'a', 'certificate-oidc-issuer-regexp': 'a' },
  ])('refuses %j as usage', async (flags) => {
    await expect(rulesAsked(flags, false)).rejects.toThrow(UsageError);
  });

  it('reads repositories as the other tools write them', () => {
    expect(repositoryOf('o/r')).toBe('https://github.com/o/r');
    expect(repositoryOf('github.com/o/r.git')).toBe('https://github.com/o/r');
    expect(repositoryOf('git+https://gitlab.com/g/s/p')).toBe('https://gitlab.com/g/s/p');
    expect(repositoryOf('Agithub.com/o/r/')).toBe('https://agithub.com/o/r');
    for (const other of [
      'o',
      'http://github.com/o/r',
      'ssh://git@github.com/o/r',
      'git@github.com:o/r',
      'github.com/o',
    ])
      expect(() => repositoryOf(other), other).toThrow(UsageError);
  });
});
