// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  optionalArray,
  optionalBoolean,
  optionalObject,
  optionalString,
  pointerTo,
} from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { DigestSet } from '../../model/statement.ts';
import { compact } from '../compact.ts';
import { readDigestSet } from '../digest-set.ts';
import { SLSA_PROVENANCE_V02 } from '../predicate-types.ts';
import type { PredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** SLSA provenance v0.2 (slsa.dev/provenance/v0.2), whole. All of it is the builder's claim; an empty text is an unset one. */
export interface SlsaProvenanceV02 {
  readonly builder: { readonly id: string };
  readonly buildType: string;
  readonly invocation: Invocation | null;
  readonly buildConfig: JsonObject | null;
  readonly metadata: Metadata | null;
  readonly materials: readonly Material[];
}

export interface Invocation {
  readonly configSource: ConfigSource | null;
  readonly parameters: JsonObject | null;
  readonly environment: JsonObject | null;
}

export interface ConfigSource {
  readonly uri: string | null;
  readonly digest: DigestSet;
  readonly entryPoint: string | null;
}

export interface Metadata {
  readonly buildInvocationId: string | null;
  readonly buildStartedOn: Instant | null;
  readonly buildFinishedOn: Instant | null;
  /** An unset claim is no claim: false. */
  readonly completeness: { readonly parameters: boolean; readonly environment: boolean; readonly materials: boolean };
  readonly reproducible: boolean;
}

export interface Material {
  readonly uri: string | null;
  readonly digest: DigestSet;
}

export const SLSA_PROVENANCE_V02_KIND: PredicateKind<typeof SLSA_PROVENANCE_V02, SlsaProvenanceV02> = {
  type: SLSA_PROVENANCE_V02,
  schema: 'slsa-provenance-v0.2',
  parse(predicate) {
    const invocation = optionalObject(predicate, 'invocation', '');
    const metadata = optionalObject(predicate, 'metadata', '');
    const materials = optionalArray(predicate, 'materials', '') ?? [];
    return {
      builder: { id: optionalString(optionalObject(predicate, 'builder', '') ?? {}, 'id', '/builder') ?? '' },
      buildType: optionalString(predicate, 'buildType', '') ?? '',
      invocation: invocation === undefined ? null : readInvocation(invocation, '/invocation'),
      buildConfig: optionalObject(predicate, 'buildConfig', '') ?? null,
      metadata: metadata === undefined ? null : readMetadata(metadata, '/metadata'),
      materials: materials.map((material, i) => readMaterial(material, `/materials/${i}`)),
    };
  },
  toJson: (model) =>
    compact({
      builder: model.builder,
      buildType: model.buildType,
      invocation: model.invocation === null ? null : invocationToJson(model.invocation),
      buildConfig: model.buildConfig,
      metadata: model.metadata === null ? null : metadataToJson(model.metadata),
      materials: model.materials.map(materialToJson),
    }),
};

function readInvocation(object: JsonObject, pointer: string): Invocation {
  const source = optionalObject(object, 'configSource', pointer);
  return {
    configSource: source === undefined ? null : readConfigSource(source, `${pointer}/configSource`),
    parameters: optionalObject(object, 'parameters', pointer) ?? null,
    environment: optionalObject(object, 'environment', pointer) ?? null,
  };
}

function readConfigSource(object: JsonObject, pointer: string): ConfigSource {
  return { ...readMaterial(object, pointer), entryPoint: optionalString(object, 'entryPoint', pointer) ?? null };
}

function readMaterial(value: JsonValue, pointer: string): Material {
  const object = asObject(value, pointer);
  return {
    uri: optionalString(object, 'uri', pointer) ?? null,
    digest: readDigestSet(optionalObject(object, 'digest', pointer) ?? {}, pointerTo(pointer, 'digest')),
  };
}

function readMetadata(object: JsonObject, pointer: string): Metadata {
  const completeness = optionalObject(object, 'completeness', pointer) ?? {};
  const place = `${pointer}/completeness`;
  return {
    buildInvocationId: readInvocationId(object, pointer),
    buildStartedOn: readTimestamp(object, 'buildStartedOn', pointer),
    buildFinishedOn: readTimestamp(object, 'buildFinishedOn', pointer),
    completeness: {
      parameters: optionalBoolean(completeness, 'parameters', place) ?? false,
      environment: optionalBoolean(completeness, 'environment', place) ?? false,
      materials: optionalBoolean(completeness, 'materials', place) ?? false,
    },
    reproducible: optionalBoolean(object, 'reproducible', pointer) ?? false,
  };
}

/** The specification says `…Id`; the reference generators write `…ID`. Both are read, and must not differ. */
function readInvocationId(object: JsonObject, pointer: string): string | null {
  const specified = optionalString(object, 'buildInvocationId', pointer) ?? null;
  const written = optionalString(object, 'buildInvocationID', pointer) ?? null;
  if (specified !== null && written !== null && specified !== written) {
    throw new Malformed('json-shape', `buildInvocationId and buildInvocationID differ at ${pointer}`);
  }
  return specified ?? written;
}

function invocationToJson(invocation: Invocation): JsonObject {
  const source = invocation.configSource;
  return compact({
    configSource: source === null ? null : compact({ ...materialToJson(source), entryPoint: source.entryPoint }),
    parameters: invocation.parameters,
    environment: invocation.environment,
  });
}

function metadataToJson(metadata: Metadata): JsonObject {
  const claimed = Object.entries(metadata.completeness).filter(([, claim]) => claim);
  return compact({
    buildInvocationId: metadata.buildInvocationId,
    buildStartedOn: timestampToJson(metadata.buildStartedOn),
    buildFinishedOn: timestampToJson(metadata.buildFinishedOn),
    completeness: Object.fromEntries(claimed),
    reproducible: metadata.reproducible ? true : null,
  });
}

function materialToJson({ uri, digest }: Material): JsonObject {
  return compact({ uri, digest: Object.fromEntries(digest) });
}
