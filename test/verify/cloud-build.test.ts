// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { buildFacts } from '../../src/verify/build-facts.ts';

const WORKER = 'https://cloudbuild.googleapis.com/GoogleHostedWorker';
const YAML = 'https://cloudbuild.googleapis.com/CloudBuildYaml@v0.1';
const REPOSITORY = 'https://github.com/o/r';
const COMMIT = 'a'.repeat(40);

interface Old {
  readonly builder?: string;
  readonly recipe?: string;
  readonly material?: JsonObject | null;
  readonly substitutions?: JsonObject;
}

function old({ builder = `${WORKER}@v0.3`, recipe = YAML, material, substitutions = {} }: Old): JsonObject {
  const source = material === undefined ? { uri: `git+${REPOSITORY}`, digest: { sha1: COMMIT } } : material;
  return {
    predicateType: 'https://slsa.dev/provenance/v0.1',
    subject: [],
    predicate: {
      builder: { id: builder },
      materials: source === null ? [] : [source, { uri: 'git+https://github.com/other/r' }],
      recipe: { type: recipe, entryPoint: 'cloudbuild.yaml', arguments: { substitutions } },
    },
  };
}

function v1(source: JsonObject, substitutions: JsonObject = {}, type = 'google-worker/v1'): JsonObject {
  return {
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [],
    predicate: {
      buildDefinition: {
        buildType: `https://cloud.google.com/build/gcb-buildtypes/${type}`,
        externalParameters: { buildConfigSource: { path: 'build/cloudbuild.yaml', ...source } },
        internalParameters: { systemSubstitutions: substitutions },
        resolvedDependencies: [
          { uri: `git+${REPOSITORY}@refs/heads/main`, digest: { gitCommit: COMMIT } },
          { uri: 'gcr.io/cloud-builders/docker@sha256:00', digest: { sha256: '00' } },
        ],
      },
      runDetails: { builder: { id: WORKER } },
    },
  };
}

const told = (statement: JsonObject) => buildFacts(statement, null, true);

describe('Cloud Build, provenance v0.1', () => {
  it('says source, commit, tag and configuration', () => {
    expect(told(old({ substitutions: { TAG_NAME: 'v1.2.3', COMMIT_SHA: COMMIT } }))).toMatchObject({
      builderId: `${WORKER}@v0.3`,
      sourceRepository: REPOSITORY,
      sourceRef: 'refs/tags/v1.2.3',
      sourceTag: 'v1.2.3',
      sourceBranch: null,
      sourceCommit: COMMIT,
      workflow: 'cloudbuild.yaml',
      trigger: null,
      contradictions: [],
    });
  });
  it('says a branch, and no tag, where a branch was built', () => {
    const facts = told(old({ substitutions: { BRANCH_NAME: 'main', REF_NAME: 'main' } }));
    expect(facts).toMatchObject({ sourceBranch: 'main', sourceTag: null, sourceRef: 'refs/heads/main' });
  });
  it.each([7, '', null, { a: 1 }])('a tag that is %j is none', (TAG_NAME) => {
    expect(told(old({ substitutions: { TAG_NAME } as JsonObject })).sourceTag).toBeNull();
  });
  it.each([
    [`${REPOSITORY}/commit/${COMMIT}`, REPOSITORY, COMMIT],
    [`${REPOSITORY}.git`, REPOSITORY, null],
    [`git+${REPOSITORY}`, REPOSITORY, null],
    ['gs://o_cloudbuild/source/1.tgz#1665165360279184', 'gs://o_cloudbuild/source/1.tgz', null],
    [`${REPOSITORY}/commit/main`, `${REPOSITORY}/commit/main`, null],
    ['git+gs://o/r', null, null],
    ['http://github.com/o/r', null, null],
    [`x${REPOSITORY}`, null, null],
    [`${REPOSITORY}@refs/heads/main`, null, null],
  ])('the source %s is of %s, at %s', (uri, sourceRepository, sourceCommit) => {
    expect(told(old({ material: { uri } }))).toMatchObject({ sourceRepository, sourceCommit });
  });
  it('the first material alone is the source', () => {
    expect(told(old({ material: null })).sourceRepository).toBeNull();
  });
  it('a commit that is told twice and differs is not told', () => {
    expect(told(old({ substitutions: { COMMIT_SHA: 'b'.repeat(40) } })).sourceCommit).toBeNull();
  });
  it.each([
    [`${WORKER}@v0.3`, 'https://cloudbuild.googleapis.com/CloudBuildSteps@v0.1', true],
    [`${WORKER}@v0.2`, `${WORKER}@v0.2`, true],
    [`${WORKER}@v0.2`, YAML, false],
    [`${WORKER}@v0.3`, `${WORKER}@v0.3`, false],
    [`${WORKER}@v0.3`, 'https://cloudbuild.googleapis.com/CloudBuildOther@v0.1', false],
    [`${WORKER}@v0.4`, YAML, false],
    [WORKER, YAML, false],
    ['https://example.com/worker', YAML, false],
  ])('the builder %s with the recipe %s: %s', (builder, recipe, counts) => {
    const facts = told(old({ builder, recipe }));
    expect([facts.builderId, facts.sourceRepository]).toEqual([builder, counts ? REPOSITORY : null]);
  });
});

describe('Cloud Build, provenance v1', () => {
  const MAIN = { repository: `git+${REPOSITORY}`, ref: 'refs/heads/main' };
  it('says the source of its configuration', () => {
    expect(told(v1(MAIN, { BRANCH_NAME: 'main', COMMIT_SHA: COMMIT }))).toMatchObject({
      builderId: WORKER,
      sourceRepository: REPOSITORY,
      sourceBranch: 'main',
      sourceTag: null,
      sourceCommit: COMMIT,
      workflow: 'build/cloudbuild.yaml',
    });
  });
  it('says a tag', () => {
    const tagged = { ...MAIN, ref: 'refs/tags/v1' };
    expect(told(v1(tagged, { TAG_NAME: 'v1' }))).toMatchObject({ sourceTag: 'v1', sourceBranch: null });
    expect(told(v1(tagged)).sourceTag).toBe('v1');
  });
  it.each([
    [{ TAG_NAME: 'main' }, 'sourceRef'],
    [{ BRANCH_NAME: 'other' }, 'sourceRef'],
    [{ COMMIT_SHA: 'b'.repeat(40) }, 'sourceCommit'],
  ] as const)('substitutions that differ leave it open: %j', (substitutions, fact) => {
    expect(told(v1(MAIN, substitutions))[fact]).toBeNull();
  });
  it('of another repository than its dependencies has no commit', () => {
    const facts = told(v1({ ...MAIN, repository: `git+${REPOSITORY}-wrong` }, { COMMIT_SHA: COMMIT }));
    expect(facts).toMatchObject({ sourceRepository: `${REPOSITORY}-wrong`, sourceCommit: null });
  });
  it('of another build type says only who built', () => {
    expect(told(v1(MAIN, {}, 'google-worker/v2'))).toMatchObject({ builderId: WORKER, sourceRepository: null });
  });
});
