// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, JsonValue } from '../model/json.ts';
import { type BuildClaims, commitOf, objectAt, parseGitUri, plainRepository, textAt, valueAt } from './build-claims.ts';
import { CLOUD_BUILD_TYPE, cloudBuild1, cloudBuild01 } from './cloud-build.ts';

type Reader = (predicate: JsonObject) => BuildClaims;

/** By the predicate type of a verified statement. Another type says nothing about a build. */
const READERS: ReadonlyMap<JsonValue | undefined, Reader> = new Map([
  ['https://slsa.dev/provenance/v0.1', provenance01],
  ['https://slsa.dev/provenance/v0.2', provenance02],
  ['https://slsa.dev/provenance/v1', provenance1],
]);

/** What provenance says of its build, or null where the statement is no provenance. */
export function provenanceBuild(statement: JsonObject): BuildClaims | null {
  const predicate = objectAt(statement, 'predicate');
  const read = READERS.get(valueAt(statement, 'predicateType'));
  return predicate === null || read === undefined ? null : read(predicate);
}

function builderOnly(predicate: JsonObject): BuildClaims {
  return { builderId: textAt(predicate, 'builder', 'id') };
}

/** Of this version only Cloud Build's is met. */
function provenance01(predicate: JsonObject): BuildClaims {
  return { ...builderOnly(predicate), ...cloudBuild01(predicate) };
}

/** GitHub's generators and npm's client write one environment each: lowercase names the former, capitals the latter. */
function provenance02(predicate: JsonObject): BuildClaims {
  const invocation = objectAt(predicate, 'invocation');
  const source = objectAt(invocation ?? undefined, 'configSource');
  const environment = objectAt(invocation ?? undefined, 'environment');
  const git = parseGitUri(textAt(source ?? undefined, 'uri'));
  const event = objectAt(environment ?? undefined, 'github_event_payload');
  const variable = (name: string) =>
    textAt(environment ?? undefined, `github_${name}`) ??
    textAt(environment ?? undefined, `GITHUB_${name.toUpperCase()}`);
  return {
    ...builderOnly(predicate),
    sourceRepository: git?.repository ?? null,
    sourceRef: git?.ref ?? variable('ref'),
    sourceCommit: textAt(source ?? undefined, 'digest', 'sha1') ?? textAt(source ?? undefined, 'digest', 'gitCommit'),
    sourceBranch: baseBranch(event),
    workflow: textAt(source ?? undefined, 'entryPoint'),
    trigger: variable('event_name'),
    inputs: objectAt(event ?? undefined, 'inputs') ?? objectAt(invocation ?? undefined, 'parameters', 'event_inputs'),
  };
}

const WORKFLOW_TYPES = [
  'https://actions.github.io/buildtypes/workflow/v1',
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
];
const CONTAINER_TYPE = 'https://slsa.dev/container-based-build/v0.1?draft';
const DELEGATOR_TYPES = [
  'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0',
  'https://github.com/slsa-framework/slsa-github-generator/delegator-lowperms-generic@v0',
];

/** What stands in a build definition is the build type's own; of an unknown type only the builder is read. */
function provenance1(predicate: JsonObject): BuildClaims {
  const definition = objectAt(predicate, 'buildDefinition') ?? {};
  const builder = { builderId: textAt(predicate, 'runDetails', 'builder', 'id') };
  const type = textAt(definition, 'buildType') ?? '';
  if (WORKFLOW_TYPES.includes(type)) return { ...builder, ...workflowBuild(definition) };
  if (type === CLOUD_BUILD_TYPE) return { ...builder, ...cloudBuild1(definition) };
  if (type === CONTAINER_TYPE) {
    return { ...builder, ...generatorBuild(definition, objectAt(definition, 'externalParameters', 'source')) };
  }
  if (DELEGATOR_TYPES.includes(type)) {
    return { ...builder, ...generatorBuild(definition, objectAt(definition, 'resolvedDependencies', 0)) };
  }
  return builder;
}

/** GitHub's own build type: the workflow that was started is the source. */
function workflowBuild(definition: JsonObject): BuildClaims {
  const workflow = objectAt(definition, 'externalParameters', 'workflow') ?? undefined;
  const address = textAt(workflow, 'repository');
  const repository = address === null ? null : plainRepository(address);
  const ref = textAt(workflow, 'ref');
  return {
    sourceRepository: repository,
    sourceRef: ref,
    sourceCommit: commitOf(definition, repository),
    workflow: textAt(workflow, 'path'),
    workflowRef: ref,
    workflowRepository: repository,
    trigger: textAt(definition, 'internalParameters', 'github', 'event_name'),
    runner: textAt(definition, 'internalParameters', 'github', 'runner_environment'),
    inputs: objectAt(definition, 'externalParameters', 'inputs'),
  };
}

/** The container-based builder and the delegators note GitHub's variables by their names. */
function generatorBuild(definition: JsonObject, source: JsonObject | null): BuildClaims {
  const internal = objectAt(definition, 'internalParameters') ?? undefined;
  const git = parseGitUri(textAt(source ?? undefined, 'uri'));
  const event = objectAt(internal, 'GITHUB_EVENT_PAYLOAD');
  const started = /^([^@]+?)\/(\.github\/workflows\/[^/@]+)@(.+)$/.exec(textAt(internal, 'GITHUB_WORKFLOW_REF') ?? '');
  return {
    sourceRepository: git?.repository ?? null,
    sourceRef: git?.ref ?? textAt(internal, 'GITHUB_REF'),
    sourceCommit: textAt(source ?? undefined, 'digest', 'gitCommit') ?? textAt(source ?? undefined, 'digest', 'sha1'),
    sourceBranch: baseBranch(event),
    workflow: started?.[2] ?? null,
    workflowRef: started?.[3] ?? null,
    workflowRepository: started === null ? null : `https://github.com/${started[1]}`,
    trigger: textAt(internal, 'GITHUB_EVENT_NAME'),
    inputs: objectAt(event ?? undefined, 'inputs'),
  };
}

/** Of a pushed tag: the branch that it was pushed from, where the event says so. */
function baseBranch(event: JsonObject | null): string | null {
  const base = textAt(event ?? undefined, 'base_ref') ?? '';
  return base.startsWith('refs/heads/') ? base.slice('refs/heads/'.length) : null;
}
