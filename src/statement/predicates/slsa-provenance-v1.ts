// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../../crypto/digest.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { asString, optionalObject, optionalString, pointerTo } from '../../encoding/json-fields.ts';
import type { Sha256 } from '../../model/bytes.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { compact } from '../compact.ts';
import { SLSA_PROVENANCE_V1 } from '../predicate-types.ts';
import { type Resource, readResources, resourceToJson } from '../resource.ts';
import type { PredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/**
 * SLSA build provenance v1 (slsa.dev/provenance/v1), whole. All of it is the builder's claim. Unset, null and empty are the
 * same throughout: whether a required member is set is the schema's question.
 */
export interface SlsaProvenanceV1 {
  readonly buildDefinition: BuildDefinition;
  readonly runDetails: RunDetails;
}

/** The inputs of the build. */
export interface BuildDefinition {
  readonly buildType: string;
  readonly externalParameters: JsonObject;
  readonly internalParameters: JsonObject | null;
  /** An unordered collection. */
  readonly resolvedDependencies: readonly Resource[];
}

/** This run of it. */
export interface RunDetails {
  readonly builder: Builder;
  readonly metadata: BuildMetadata | null;
  readonly byproducts: readonly Resource[];
}

export interface Builder {
  readonly id: string;
  readonly builderDependencies: readonly Resource[];
  /** Component of the platform → its version. */
  readonly version: ReadonlyMap<string, string>;
}

export interface BuildMetadata {
  readonly invocationId: string | null;
  readonly startedOn: Instant | null;
  readonly finishedOn: Instant | null;
}

export const SLSA_PROVENANCE_V1_KIND: PredicateKind<typeof SLSA_PROVENANCE_V1, SlsaProvenanceV1> = {
  type: SLSA_PROVENANCE_V1,
  schema: 'slsa-provenance-v1',
  parse: (predicate) => ({
    buildDefinition: readBuildDefinition(optionalObject(predicate, 'buildDefinition', '') ?? {}, '/buildDefinition'),
    runDetails: readRunDetails(optionalObject(predicate, 'runDetails', '') ?? {}, '/runDetails'),
  }),
  toJson: ({ buildDefinition, runDetails }) => ({
    buildDefinition: buildDefinitionToJson(buildDefinition),
    runDetails: runDetailsToJson(runDetails),
  }),
};

function readBuildDefinition(object: JsonObject, pointer: string): BuildDefinition {
  return {
    buildType: optionalString(object, 'buildType', pointer) ?? '',
    externalParameters: optionalObject(object, 'externalParameters', pointer) ?? {},
    internalParameters: optionalObject(object, 'internalParameters', pointer) ?? null,
    resolvedDependencies: readResources(object, 'resolvedDependencies', pointer),
  };
}

function readRunDetails(object: JsonObject, pointer: string): RunDetails {
  const metadata = optionalObject(object, 'metadata', pointer);
  return {
    builder: readBuilder(optionalObject(object, 'builder', pointer) ?? {}, `${pointer}/builder`),
    metadata: metadata === undefined ? null : readMetadata(metadata, `${pointer}/metadata`),
    byproducts: readResources(object, 'byproducts', pointer),
  };
}

function readBuilder(object: JsonObject, pointer: string): Builder {
  const version = optionalObject(object, 'version', pointer) ?? {};
  const place = `${pointer}/version`;
  return {
    id: optionalString(object, 'id', pointer) ?? '',
    builderDependencies: readResources(object, 'builderDependencies', pointer),
    version: new Map(Object.entries(version).map(([name, value]) => [name, asString(value, pointerTo(place, name))])),
  };
}

function readMetadata(object: JsonObject, pointer: string): BuildMetadata {
  return {
    invocationId: optionalString(object, 'invocationId', pointer) ?? null,
    startedOn: readTimestamp(object, 'startedOn', pointer),
    finishedOn: readTimestamp(object, 'finishedOn', pointer),
  };
}

/**
 * The serialisation of the model: what it names, without what is unset, null or empty, times in UTC, the unordered
 * dependencies in the order of their canonical text. Two documents that mean the same give the same one.
 */
export function buildDefinitionToJson(definition: BuildDefinition): JsonObject {
  const dependencies = definition.resolvedDependencies.map(resourceToJson);
  const ordered = dependencies
    .map((json) => ({ json, text: new TextDecoder().decode(canonicalJson(json)) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ json }) => json);
  return {
    ...compact({
      buildType: definition.buildType,
      internalParameters: definition.internalParameters,
      resolvedDependencies: ordered,
    }),
    externalParameters: definition.externalParameters,
  };
}

export function builderToJson(builder: Builder): JsonObject {
  return compact({
    id: builder.id,
    builderDependencies: builder.builderDependencies.map(resourceToJson),
    version: Object.fromEntries(builder.version),
  });
}

export function buildMetadataToJson(metadata: BuildMetadata): JsonObject {
  return compact({
    invocationId: metadata.invocationId,
    startedOn: timestampToJson(metadata.startedOn),
    finishedOn: timestampToJson(metadata.finishedOn),
  });
}

export function runDetailsToJson(details: RunDetails): JsonObject {
  return compact({
    builder: builderToJson(details.builder),
    metadata: details.metadata === null ? null : buildMetadataToJson(details.metadata),
    byproducts: details.byproducts.map(resourceToJson),
  });
}

/** SHA-256 of the RFC 8785 form of each model: names a build definition, or a run, across documents. */
export function buildDefinitionDigest(definition: BuildDefinition): Sha256 {
  return modelDigest(buildDefinitionToJson(definition));
}

export function runDetailsDigest(details: RunDetails): Sha256 {
  return modelDigest(runDetailsToJson(details));
}

export function builderDigest(builder: Builder): Sha256 {
  return modelDigest(builderToJson(builder));
}

export function buildMetadataDigest(metadata: BuildMetadata): Sha256 {
  return modelDigest(buildMetadataToJson(metadata));
}

function modelDigest(json: JsonObject): Sha256 {
  return digestHex('sha256', canonicalJson(json)) as Sha256;
}
