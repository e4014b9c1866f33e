// SPDX-License-Identifier: Apache-2.0
import { asString, optionalArray, optionalObject, optionalString } from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import { SVR_V0_2 } from '../predicate-types.ts';
import { type Resource, readResources, resourceToJson } from '../resource.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** in-toto simple verification result v0.2: what a verifier has found to hold, and by which policies. */
export interface SimpleVerification {
  readonly verifier: string;
  readonly policies: readonly Resource[];
  readonly timeCreated: Instant | null;
  readonly properties: readonly string[];
}

export const SVR_KIND: ToldPredicateKind<typeof SVR_V0_2, SimpleVerification> = {
  type: SVR_V0_2,
  schema: 'svr-v0.2',
  parse: (predicate) => {
    const verifier = optionalObject(predicate, 'verifier', '') ?? {};
    return {
      verifier: optionalString(verifier, 'id', '/verifier') ?? '',
      policies: readResources(verifier, 'policies', '/verifier'),
      timeCreated: readTimestamp(predicate, 'timeCreated', ''),
      properties: (optionalArray(predicate, 'properties', '') ?? []).map((one, i) => asString(one, `/properties/${i}`)),
    };
  },
  // Both lists must be there even where they are empty.
  toJson: ({ verifier, policies, timeCreated, properties }) => ({
    verifier: { id: verifier, policies: policies.map(resourceToJson) },
    timeCreated: timestampToJson(timeCreated),
    properties: [...properties],
  }),
  tell: ({ verifier, policies, timeCreated, properties }) => ({
    verifier,
    policies: policies.length,
    timeCreated: timestampToJson(timeCreated),
    properties,
  }),
};
