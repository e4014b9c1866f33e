// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/model/check.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { buildFacts } from '../../src/verify/build-facts.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const REPOSITORY = 'https://github.com/o/r';
const GENERATOR = 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows';
const COMMIT = 'a'.repeat(40);
const SAN = `${REPOSITORY}/.github/workflows/release.yml@refs/tags/v1.2.3`;

const CERTIFICATE: Facts = {
  identity: SAN,
  sanType: 'uri',
  issuer: GITHUB,
  sourceRepositoryURI: REPOSITORY,
  sourceRepositoryRef: 'refs/tags/v1.2.3',
  sourceRepositoryDigest: COMMIT,
  buildConfigURI: `${REPOSITORY}/.github/workflows/start.yml@refs/tags/v1.2.3`,
  buildTrigger: 'push',
  runnerEnvironment: 'github-hosted',
  githubWorkflowName: 'Release',
};

function slsa1(definition: JsonObject, builder: string, subject = 'app'): JsonObject {
  return {
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [{ name: subject, digest: { sha256: 'b'.repeat(64) } }],
    predicate: { buildDefinition: definition, runDetails: { builder: { id: builder } } },
  };
}

const WORKFLOW_BUILD: JsonObject = {
  buildType: 'https://actions.github.io/buildtypes/workflow/v1',
  externalParameters: {
    workflow: { repository: REPOSITORY, ref: 'refs/tags/v1.2.3', path: '.github/workflows/start.yml' },
    inputs: { level: 'full' },
  },
  internalParameters: { github: { event_name: 'push', runner_environment: 'github-hosted' } },
  resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/tags/v1.2.3`, digest: { gitCommit: COMMIT } }],
};

describe('a certificate of GitHub', () => {
  it('says source, workflow, trigger and runner by itself', () => {
    expect(buildFacts(null, CERTIFICATE, false)).toMatchObject({
      builderId: SAN,
      sourceRepository: REPOSITORY,
      sourceRef: 'refs/tags/v1.2.3',
      sourceTag: 'v1.2.3',
      sourceBranch: null,
      sourceCommit: COMMIT,
      workflow: '.github/workflows/start.yml',
      workflowRepository: REPOSITORY,
      workflowRef: 'refs/tags/v1.2.3',
      workflowName: 'Release',
      trigger: 'push',
      runner: 'github-hosted',
      inputs: null,
      contradictions: [],
    });
  });
  it('of the first generation says it by its own extensions', () => {
    const old: Facts = {
      identity: SAN,
      issuer: GITHUB,
      githubWorkflowRepository: 'o/r',
      githubWorkflowRef: 'refs/heads/main',
      githubWorkflowSHA: COMMIT,
      githubWorkflowTrigger: 'schedule',
    };
    const facts = buildFacts(null, old, false);
    expect(facts).toMatchObject({ sourceRepository: REPOSITORY, sourceBranch: 'main', sourceTag: null });
    expect(facts).toMatchObject({ sourceCommit: COMMIT, trigger: 'schedule', workflow: null, runner: null });
  });
  it('whose two generations of extensions differ contradicts itself', () => {
    const facts = buildFacts(null, { ...CERTIFICATE, githubWorkflowRepository: 'o/other' }, false);
    expect(facts.contradictions).toEqual(['sourceRepository']);
  });
  it.each([
    ['another issuer', { issuer: 'https://accounts.example' }],
    ['no issuer', { issuer: null }],
    ['a repository of another host', { sourceRepositoryURI: 'https://gitlab.com/o/r' }],
    ['a name that is no address', { identity: 'somebody@example.com' }],
    ['a host that only begins alike', { identity: SAN.replace('github.com', 'github.com.example') }],
  ])('counts for nothing with %s', (_, other) => {
    const facts = buildFacts(slsa1(WORKFLOW_BUILD, SAN), { ...CERTIFICATE, ...other } as Facts, false);
    expect(facts.sourceRepository).toBeNull();
    expect(facts.builderId).toBeNull();
  });
});

describe('other platforms', () => {
  it('GitLab stands under its own issuer, and parts repository and path by two slashes', () => {
    const facts = buildFacts(
      null,
      {
        identity: 'https://gitlab.com/g/s/p//.gitlab-ci.yml@refs/heads/main',
        issuer: 'https://gitlab.com',
        sourceRepositoryURI: 'https://gitlab.com/g/s/p',
        buildConfigURI: 'https://gitlab.com/g/s/p//.gitlab-ci.yml@refs/heads/main',
        runnerEnvironment: 'gitlab-hosted',
      },
      false,
    );
    expect(facts).toMatchObject({ sourceRepository: 'https://gitlab.com/g/s/p', workflow: '.gitlab-ci.yml' });
    expect(facts).toMatchObject({ workflowRepository: 'https://gitlab.com/g/s/p', runner: 'gitlab-hosted' });
  });
  it("a signer's own provenance counts only where that signer was asked for, and names no builder", () => {
    const person: Facts = { identity: 'somebody@example.com', issuer: 'https://accounts.example' };
    expect(buildFacts(slsa1(WORKFLOW_BUILD, SAN), person, false).sourceRepository).toBeNull();
    const asked = buildFacts(slsa1(WORKFLOW_BUILD, SAN), person, true);
    expect(asked).toMatchObject({ sourceRepository: REPOSITORY, builderId: null });
  });
  it('under a key that was given, the provenance says it all', () => {
    expect(buildFacts(slsa1(WORKFLOW_BUILD, 'https://cloudbuild.example/worker@v1'), null, true)).toMatchObject({
      builderId: 'https://cloudbuild.example/worker@v1',
      sourceRepository: REPOSITORY,
      sourceCommit: COMMIT,
      runner: 'github-hosted',
      trigger: 'push',
      inputs: null,
    });
    expect(buildFacts(slsa1(WORKFLOW_BUILD, SAN), null, false).sourceRepository).toBeNull();
  });
});

describe('certificate and provenance', () => {
  it('that agree contradict nothing', () => {
    expect(buildFacts(slsa1(WORKFLOW_BUILD, SAN), CERTIFICATE, false).contradictions).toEqual([]);
  });
  it('inputs are those of the provenance, of a workflow that was started by hand', () => {
    const by = (event_name: string | undefined, certificate: Facts | null) =>
      buildFacts(
        slsa1(
          { ...WORKFLOW_BUILD, internalParameters: event_name === undefined ? {} : { github: { event_name } } },
          SAN,
        ),
        certificate,
        true,
      ).inputs;
    const dispatched: Facts = { ...CERTIFICATE, buildTrigger: 'workflow_dispatch' };
    expect(by('workflow_dispatch', dispatched)).toEqual({ level: 'full' });
    expect(by(undefined, dispatched)).toEqual({ level: 'full' });
    expect(by('workflow_dispatch', null)).toEqual({ level: 'full' });
    expect(by(undefined, null)).toEqual({ level: 'full' });
    expect(by(undefined, CERTIFICATE)).toBeNull();
    expect(by('workflow_dispatch', CERTIFICATE)).toBeNull();
    expect(by('push', null)).toBeNull();
  });
  it.each([
    ['repository', 'https://github.com/o/other', ['sourceRepository', 'workflowRepository']],
    ['ref', 'refs/heads/main', ['sourceRef', 'workflowRef', 'sourceTag', 'sourceBranch']],
    ['path', '.github/workflows/other.yml', ['workflow']],
  ])('that differ in %s are named', (name, value, contradictions) => {
    const external = WORKFLOW_BUILD['externalParameters'] as JsonObject;
    const workflow = { ...(external['workflow'] as JsonObject), [name]: value };
    const definition = { ...WORKFLOW_BUILD, externalParameters: { ...external, workflow } };
    const found = buildFacts(slsa1(definition, SAN), CERTIFICATE, false).contradictions;
    expect([...found].sort()).toEqual([...contradictions].sort());
  });
  it('of an unknown build type say only what the certificate does', () => {
    const facts = buildFacts(slsa1({ ...WORKFLOW_BUILD, buildType: 'https://example.com/x' }, SAN), CERTIFICATE, false);
    expect(facts).toMatchObject({ sourceRepository: REPOSITORY, inputs: null, contradictions: [] });
  });
  it('v0.2: source, entry point and inputs of the event', () => {
    const statement: JsonObject = {
      predicateType: 'https://slsa.dev/provenance/v0.2',
      subject: [],
      predicate: {
        builder: { id: SAN },
        invocation: {
          configSource: {
            uri: `git+${REPOSITORY}.git@refs/tags/v1.2.3`,
            digest: { sha1: COMMIT },
            entryPoint: '.github/workflows/start.yml',
          },
          environment: {
            github_event_name: 'workflow_dispatch',
            github_event_payload: { base_ref: 'refs/heads/main', inputs: { a: '1' } },
          },
        },
      },
    };
    const facts = buildFacts(statement, { ...CERTIFICATE, buildTrigger: 'workflow_dispatch' }, false);
    expect(facts).toMatchObject({ contradictions: [], sourceTag: 'v1.2.3', sourceBranch: 'main', inputs: { a: '1' } });
  });
  it.each([null, 7, 'text', [], { builder: 'x', invocation: [1] }, { buildDefinition: null, runDetails: 3 }])(
    'a predicate of another shape says nothing: %j',
    (predicate) => {
      for (const version of ['v0.1', 'v0.2', 'v1']) {
        const statement = {
          predicateType: `https://slsa.dev/provenance/${version}`,
          subject: 1,
          predicate,
        } as JsonObject;
        expect(buildFacts(statement, null, true)).toMatchObject({
          builderId: null,
          sourceRepository: null,
          inputs: null,
        });
      }
    },
  );
});

describe('the builder', () => {
  const TOOL = 'https://github.com/t/w/.github/workflows/build.yml@refs/tags/v2.0.0';
  const definition: JsonObject = {
    buildType: 'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0',
    resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/tags/v1.2.3`, digest: { gitCommit: COMMIT } }],
  };
  const by = (identity: string, builder: string, subject?: string, more: Facts = {}) =>
    buildFacts(slsa1(definition, builder, subject), { ...CERTIFICATE, ...more, identity }, false);

  it.each([
    'delegator_generic_slsa3.yml@refs/tags/v2.0.0',
    'delegator_generic_slsa3.yml@refs/tags/v2.0.0-rc.1',
    'delegator_lowperms-generic_slsa3.yml@refs/tags/v1.10.0',
    'delegator_generic_slsa3.yml@refs/heads/main',
  ])('is the one that a delegator names: %s', (name) => {
    expect(by(`${GENERATOR}/${name}`, TOOL)).toMatchObject({ builderId: TOOL, contradictions: [] });
  });
  it.each([
    `${GENERATOR}/delegator_generic_slsa3.yml@refs/heads/other`,
    `${GENERATOR}/delegator_generic_slsa3.yml@refs/tags/main`,
    `${GENERATOR}/delegator_generic_slsa3.yml@refs/tags/v2`,
    `${GENERATOR}/delegator_generic_slsa3.yml`,
    `${GENERATOR}/delegator_generic_slsa3.yml2@refs/tags/v2.0.0`,
    `${GENERATOR}/delegator_generic_slsa3.yml@refs/tags/v2.0.0@refs/tags/v2.0.0`,
    `${GENERATOR}/generator_generic_slsa3.yml@refs/tags/v2.0.0`,
    'https://github.com/evil/slsa-github-generator/.github/workflows/delegator_generic_slsa3.yml@refs/tags/v2.0.0',
  ])('is not what anybody else names: %s', (identity) => {
    const facts = by(identity, TOOL);
    expect(facts.builderId).toBe(identity);
    expect(facts.contradictions).toContain('builderId');
  });
  it("of npm's client is the machine, as far as the certificate says so too", () => {
    const hosted = 'https://github.com/actions/runner/github-hosted';
    expect(by(SAN, hosted, 'pkg:npm/a@1.0.0')).toMatchObject({ builderId: hosted, contradictions: [] });
    expect(by(SAN, 'https://github.com/actions/runner', 'pkg:npm/a@1.0.0').contradictions).toEqual([]);
    for (const runnerEnvironment of ['self-hosted', null]) {
      expect(by(SAN, hosted, 'pkg:npm/a@1.0.0', { runnerEnvironment }).contradictions).toEqual(['builderId']);
    }
    expect(by(SAN, TOOL, 'pkg:npm/a@1.0.0').contradictions).toEqual(['builderId']);
  });
  it('of anything but a package of npm is the workflow, whatever machine it names', () => {
    const facts = by(SAN, 'https://github.com/actions/runner/github-hosted');
    expect(facts).toMatchObject({ builderId: SAN, contradictions: [] });
  });
});
