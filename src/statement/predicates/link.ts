// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  asString,
  optionalArray,
  optionalObject,
  optionalString,
  pointerTo,
} from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import type { DigestSet } from '../../model/statement.ts';
import { compact } from '../compact.ts';
import { readDigestSet } from '../digest-set.ts';
import { LINK_V0_3, LINK_V1 } from '../predicate-types.ts';
import { type Resource, readResources, resourceToJson } from '../resource.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

interface StepOf<T> {
  readonly name: string;
  readonly command: readonly string[];
  readonly materials: T;
  readonly byproducts: JsonObject | null;
  readonly environment: JsonObject | null;
}

/** in-toto link v0.3: the products are the subjects of the statement. */
export type LinkModel = StepOf<readonly Resource[]>;

/** An in-toto link as it stands, with products of its own: what cosign writes, and older in-toto. */
export interface PlainLinkModel extends StepOf<ReadonlyMap<string, DigestSet>> {
  readonly products: ReadonlyMap<string, DigestSet>;
}

function readStep<T>(predicate: JsonObject, materials: T): StepOf<T> {
  const command = optionalArray(predicate, 'command', '') ?? [];
  return {
    name: optionalString(predicate, 'name', '') ?? '',
    command: command.map((word, i) => asString(word, `/command/${i}`)),
    materials,
    byproducts: optionalObject(predicate, 'byproducts', '') ?? null,
    environment: optionalObject(predicate, 'environment', '') ?? null,
  };
}

function readArtifacts(predicate: JsonObject, name: string): ReadonlyMap<string, DigestSet> {
  const artifacts = optionalObject(predicate, name, '') ?? {};
  return new Map(
    Object.entries(artifacts).map(([path, value]) => {
      const place = pointerTo(`/${name}`, path);
      return [path, readDigestSet(asObject(value, place), place)];
    }),
  );
}

function artifactsToJson(artifacts: ReadonlyMap<string, DigestSet>): JsonObject {
  return Object.fromEntries([...artifacts].map(([path, digests]) => [path, Object.fromEntries(digests)]));
}

export const LINK_V0_3_KIND: ToldPredicateKind<typeof LINK_V0_3, LinkModel> = {
  type: LINK_V0_3,
  schema: 'link-v0.3',
  parse: (predicate) => readStep(predicate, readResources(predicate, 'materials', '')),
  toJson: ({ materials, ...step }) => compact({ ...step, materials: materials.map(resourceToJson) }),
  tell: ({ name, command, materials }) => ({ step: name, command, materials: materials.length }),
};

export const LINK_V1_KIND: ToldPredicateKind<typeof LINK_V1, PlainLinkModel> = {
  type: LINK_V1,
  schema: 'link-v1',
  parse: (predicate) => ({
    ...readStep(predicate, readArtifacts(predicate, 'materials')),
    products: readArtifacts(predicate, 'products'),
  }),
  toJson: ({ materials, products, ...step }) =>
    compact({ ...step, materials: artifactsToJson(materials), products: artifactsToJson(products) }),
  tell: ({ name, command, materials, products }) => ({
    step: name,
    command,
    materials: materials.size,
    products: products.size,
  }),
};
