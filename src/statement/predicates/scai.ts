// SPDX-License-Identifier: Apache-2.0
import { optionalObject, requireString } from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { compact } from '../compact.ts';
import { SCAI_TYPES } from '../predicate-types.ts';
import { type Resource, readResource, resourceToJson } from '../resource.ts';
import { objectsAt } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** SCAI attribute report: what is asserted about an artifact, or about what made it. */
export interface AttributeReport {
  readonly attributes: readonly AttributeAssertion[];
  readonly producer: Resource | null;
}

export interface AttributeAssertion {
  readonly attribute: string;
  readonly target: Resource | null;
  readonly conditions: JsonObject | null;
  /** Where the evidence is; it is not looked at here. */
  readonly evidence: Resource | null;
}

function resourceAt(object: JsonObject, name: string, place: string): Resource | null {
  const value = optionalObject(object, name, place);
  return value === undefined ? null : readResource(value, `${place}/${name}`);
}

const json = (resource: Resource | null) => (resource === null ? null : resourceToJson(resource));

export const SCAI_KINDS = SCAI_TYPES.map(
  (type): ToldPredicateKind<(typeof SCAI_TYPES)[number], AttributeReport> => ({
    type,
    schema: 'scai',
    parse: (predicate) => ({
      attributes: objectsAt(predicate, 'attributes', '').map((one, i) => {
        const place = `/attributes/${i}`;
        return {
          attribute: requireString(one, 'attribute', place),
          target: resourceAt(one, 'target', place),
          conditions: optionalObject(one, 'conditions', place) ?? null,
          evidence: resourceAt(one, 'evidence', place),
        };
      }),
      producer: resourceAt(predicate, 'producer', ''),
    }),
    toJson: ({ attributes, producer }) =>
      compact({
        attributes: attributes.map(({ attribute, target, conditions, evidence }) =>
          compact({ attribute, target: json(target), conditions, evidence: json(evidence) }),
        ),
        producer: json(producer),
      }),
    tell: ({ attributes, producer }) => ({
      attributes: attributes.map(({ attribute }) => attribute),
      withEvidence: attributes.filter(({ evidence }) => evidence !== null).length,
      producer: producer?.name ?? producer?.uri ?? null,
    }),
  }),
);
