// SPDX-License-Identifier: Apache-2.0
import { optionalObject, optionalString, requireString } from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import { CYCLONEDX_TYPES } from '../predicate-types.ts';
import { counted, type DocumentModel, objectsAt, requireVersion } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** CycloneDX in JSON, as bill of materials, as VEX or as both. What it says of the software is its author's claim. */
export interface CycloneDxModel extends DocumentModel {
  readonly serialNumber: string | null;
  readonly created: Instant | null;
  /** What the document is about. */
  readonly component: {
    readonly name: string | null;
    readonly version: string | null;
    readonly purl: string | null;
  } | null;
  readonly components: number;
  readonly vulnerabilities: number;
  /** `analysis.state` of the vulnerabilities that have one. */
  readonly states: readonly string[];
}

const VERSION = /^1\.[2-7]$/;

function parse(document: JsonObject, named: string | null): CycloneDxModel {
  const version = requireString(document, 'specVersion', '');
  if (requireString(document, 'bomFormat', '') !== 'CycloneDX' || !VERSION.test(version)) {
    throw new Malformed('json-shape', 'the document is not CycloneDX 1.2 to 1.7');
  }
  const metadata = optionalObject(document, 'metadata', '') ?? {};
  const component = optionalObject(metadata, 'component', '/metadata');
  const place = '/metadata/component';
  const vulnerabilities = objectsAt(document, 'vulnerabilities', '');
  const states = vulnerabilities.flatMap((one, i) => {
    const analysis = optionalObject(one, 'analysis', `/vulnerabilities/${i}`);
    const state =
      analysis === undefined ? undefined : optionalString(analysis, 'state', `/vulnerabilities/${i}/analysis`);
    return state === undefined ? [] : [state];
  });
  return {
    version: requireVersion(version, named),
    serialNumber: optionalString(document, 'serialNumber', '') ?? null,
    created: readTimestamp(metadata, 'timestamp', '/metadata'),
    component:
      component === undefined
        ? null
        : {
            name: optionalString(component, 'name', place) ?? null,
            version: optionalString(component, 'version', place) ?? null,
            purl: optionalString(component, 'purl', place) ?? null,
          },
    components: objectsAt(document, 'components', '').length,
    vulnerabilities: vulnerabilities.length,
    states,
    document,
  };
}

export const CYCLONEDX_KINDS = CYCLONEDX_TYPES.map(
  (type): ToldPredicateKind<(typeof CYCLONEDX_TYPES)[number], CycloneDxModel> => ({
    type,
    schema: 'cyclonedx',
    parse: (document) => parse(document, /\/v(1\.[0-9])$/.exec(type)?.[1] ?? null),
    toJson: ({ document }) => document,
    tell: ({ version, serialNumber, created, component, components, vulnerabilities, states }) => ({
      format: `CycloneDX ${version}`,
      serialNumber,
      created: timestampToJson(created),
      component: component === null ? null : component.name,
      componentVersion: component === null ? null : component.version,
      componentPurl: component === null ? null : component.purl,
      components,
      vulnerabilities,
      states: counted(states),
    }),
  }),
);
