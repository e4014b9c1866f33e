// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { encodeHex } from '../encoding/hex.ts';
import { rootOfLeaves } from '../merkle/tree.ts';
import type { JsonObject } from '../model/json.ts';
import { SLSA_PROVENANCE_V1 } from '../statement/predicate-types.ts';
import {
  type BuildDefinition,
  type Builder,
  type BuildMetadata,
  buildDefinitionDigest,
  buildMetadataDigest,
  SLSA_PROVENANCE_V1_KIND,
} from '../statement/predicates/slsa-provenance-v1.ts';
import { type Resource, resourceToJson } from '../statement/resource.ts';
import { type BuiltStatement, buildStatement, type SubjectGiven, sorted } from './statement.ts';

/** Name of the byproduct that carries the Merkle root over the materials. */
export const MATERIALS_ROOT = 'materials.merkle';
const PROFILE = 'rfc6962-sha256';

export interface ProvenanceParts {
  readonly subjects: readonly SubjectGiven[];
  readonly definition: BuildDefinition;
  readonly builder: Builder;
  readonly metadata: BuildMetadata | null;
  readonly byproducts?: readonly Resource[];
}

/** Digests that name the parts of a build across documents: SHA-256 of the RFC 8785 form of each, and the root over the materials. */
export interface ProvenanceDigests {
  readonly buildDefinition: string;
  readonly buildMetadata: string | null;
  readonly materials: string | null;
}

/**
 * The Merkle root (RFC 6962) over materials: a leaf is the RFC 8785 form of one resource descriptor, leaves in the order of their
 * text, so that the root depends on what the materials are and on nothing else. Null where there are none.
 */
export function materialsRoot(materials: readonly Resource[]): string | null {
  if (materials.length === 0) return null;
  return encodeHex(rootOfLeaves(sorted(materials.map(resourceToJson)).map((json) => canonicalJson(json))));
}

/**
 * A statement with SLSA provenance v1 from the models of a build. The root over the materials stands among the byproducts, as
 * `materials.merkle`, so that one digest names all of them.
 *
 * @throws Malformed as `buildStatement`
 */
export function buildProvenance(parts: ProvenanceParts): BuiltStatement & { readonly digests: ProvenanceDigests } {
  const { definition, builder, metadata, byproducts = [] } = parts;
  const root = materialsRoot(definition.resolvedDependencies);
  const predicate = SLSA_PROVENANCE_V1_KIND.toJson({
    buildDefinition: definition,
    runDetails: {
      builder,
      metadata,
      byproducts: [
        ...byproducts,
        ...(root === null ? [] : [rootResource(root, definition.resolvedDependencies.length)]),
      ],
    },
  });
  return {
    ...buildStatement(parts.subjects, SLSA_PROVENANCE_V1, predicate),
    digests: {
      buildDefinition: buildDefinitionDigest(definition),
      buildMetadata: metadata === null ? null : buildMetadataDigest(metadata),
      materials: root,
    },
  };
}

function rootResource(root: string, leaves: number): Resource {
  const annotations: JsonObject = { leaves, profile: PROFILE };
  return {
    ...{ name: MATERIALS_ROOT, uri: null, digest: new Map([['sha256', root]]), annotations },
    ...{ content: null, downloadLocation: null, mediaType: null },
  };
}
