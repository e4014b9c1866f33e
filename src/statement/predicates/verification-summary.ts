// SPDX-License-Identifier: Apache-2.0
import {
  asInteger,
  asObject,
  asString,
  optionalArray,
  optionalObject,
  optionalString,
} from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { compact } from '../compact.ts';
import { VSA_V0_2, VSA_V1 } from '../predicate-types.ts';
import { type Resource, readResource, readResources, resourceToJson } from '../resource.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** SLSA verification summary, both versions: what a verifier says that it has found. */
export interface VerificationSummary {
  readonly verifier: string;
  readonly verifierVersion: ReadonlyMap<string, string>;
  readonly timeVerified: Instant | null;
  readonly resourceUri: string;
  readonly policy: Resource | null;
  readonly inputAttestations: readonly Resource[];
  /** As written: `PASSED`, `FAILED`, or what is neither. */
  readonly result: string;
  /** v0.2 has one level, `policy_level`. */
  readonly verifiedLevels: readonly string[];
  /** null: the verifier makes no claim about dependencies. */
  readonly dependencyLevels: ReadonlyMap<string, number> | null;
  readonly slsaVersion: string | null;
}

/** How the two versions spell the same. */
interface Spelling {
  readonly time: string;
  readonly resource: string;
  readonly attestations: string;
  readonly result: string;
  readonly dependencies: string;
}

const V1: Spelling = {
  time: 'timeVerified',
  resource: 'resourceUri',
  attestations: 'inputAttestations',
  result: 'verificationResult',
  dependencies: 'dependencyLevels',
};
const V0_2: Spelling = {
  time: 'time_verified',
  resource: 'resource_uri',
  attestations: 'input_attestations',
  result: 'verification_result',
  dependencies: 'dependency_levels',
};

function parse(predicate: JsonObject, as: Spelling): VerificationSummary {
  const verifier = optionalObject(predicate, 'verifier', '') ?? {};
  const version = optionalObject(verifier, 'version', '/verifier') ?? {};
  const policy = optionalObject(predicate, 'policy', '');
  const dependencies = optionalObject(predicate, as.dependencies, '');
  return {
    verifier: optionalString(verifier, 'id', '/verifier') ?? '',
    verifierVersion: new Map(
      Object.entries(version).map(([name, value]) => [name, asString(value, `/verifier/version/${name}`)]),
    ),
    timeVerified: readTimestamp(predicate, as.time, ''),
    resourceUri: optionalString(predicate, as.resource, '') ?? '',
    policy: policy === undefined ? null : readResource(policy, '/policy'),
    inputAttestations: readResources(predicate, as.attestations, ''),
    result: optionalString(predicate, as.result, '') ?? '',
    verifiedLevels: readLevels(predicate, as),
    dependencyLevels:
      dependencies === undefined
        ? null
        : new Map(
            Object.entries(asObject(dependencies, `/${as.dependencies}`)).map(([level, count]) => [
              level,
              asInteger(count, `/${as.dependencies}/${level}`),
            ]),
          ),
    slsaVersion: optionalString(predicate, 'slsaVersion', '') ?? null,
  };
}

function readLevels(predicate: JsonObject, as: Spelling): readonly string[] {
  if (as === V0_2) {
    const level = optionalString(predicate, 'policy_level', '');
    return level === undefined ? [] : [level];
  }
  return (optionalArray(predicate, 'verifiedLevels', '') ?? []).map((one, i) => asString(one, `/verifiedLevels/${i}`));
}

function toJson(model: VerificationSummary, as: Spelling): JsonObject {
  const { verifiedLevels, dependencyLevels } = model;
  return {
    ...compact({
      verifier: compact({ id: model.verifier, version: Object.fromEntries(model.verifierVersion) }),
      [as.time]: timestampToJson(model.timeVerified),
      [as.resource]: model.resourceUri,
      policy: model.policy === null ? null : resourceToJson(model.policy),
      [as.attestations]: model.inputAttestations.map(resourceToJson),
      [as.result]: model.result,
      ...(as === V0_2 ? { policy_level: verifiedLevels[0] ?? null } : { verifiedLevels }),
      slsaVersion: model.slsaVersion,
    }),
    // An empty one claims that there are no dependencies.
    ...(dependencyLevels === null ? {} : { [as.dependencies]: Object.fromEntries(dependencyLevels) }),
  };
}

function tell(model: VerificationSummary) {
  return {
    verifier: model.verifier,
    timeVerified: timestampToJson(model.timeVerified),
    resourceUri: model.resourceUri,
    verificationResult: model.result,
    verifiedLevels: model.verifiedLevels,
    policy: model.policy?.uri ?? null,
    inputAttestations: model.inputAttestations.length,
    dependencyLevels:
      model.dependencyLevels === null
        ? null
        : [...model.dependencyLevels].map(([level, count]) => `${level}: ${count}`),
  };
}

function kind<Type extends typeof VSA_V1 | typeof VSA_V0_2>(
  type: Type,
  schema: 'vsa-v1' | 'vsa-v0.2',
  as: Spelling,
): ToldPredicateKind<Type, VerificationSummary> {
  return { type, schema, parse: (value) => parse(value, as), toJson: (model) => toJson(model, as), tell };
}

export const VSA_KINDS = [kind(VSA_V1, 'vsa-v1', V1), kind(VSA_V0_2, 'vsa-v0.2', V0_2)] as const;
