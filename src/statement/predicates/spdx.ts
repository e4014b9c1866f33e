// SPDX-License-Identifier: Apache-2.0
import { optionalString, requireString } from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import { SPDX, SPDX_V2_2, SPDX_V2_3, SPDX_V3 } from '../predicate-types.ts';
import { type DocumentModel, objectsAt, requireVersion } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** SPDX 2 or 3. What it says of the software is its author's claim. */
export interface SpdxModel extends DocumentModel {
  readonly name: string | null;
  /** SPDX 2: the document's namespace; SPDX 3: the id of its SpdxDocument. */
  readonly id: string | null;
  readonly created: Instant | null;
  readonly packages: number;
  readonly files: number;
}

const V2 = /^SPDX-(2\.[0-9])$/;
const V3_CONTEXT = /^https:\/\/spdx\.org\/rdf\/(3\.[0-9]{1,2}(?:\.[0-9]{1,2})?)\/spdx-context\.jsonld$/;
const V3_PACKAGES: ReadonlySet<string> = new Set(['software_Package', 'ai_AIPackage', 'dataset_DatasetPackage']);

/** SPDX 2.3 §6 (document creation information), §7 (packages), §8 (files). */
function parseV2(document: JsonObject, named: string | null): SpdxModel {
  const version = V2.exec(requireString(document, 'spdxVersion', ''))?.[1];
  if (version === undefined) throw new Malformed('json-shape', 'the text at /spdxVersion is not that of SPDX 2');
  const [creation] = objectsAt({ creationInfo: [document['creationInfo'] ?? {}] }, 'creationInfo', '');
  return {
    version: requireVersion(version, named),
    name: optionalString(document, 'name', '') ?? null,
    id: optionalString(document, 'documentNamespace', '') ?? null,
    created: readTimestamp(creation ?? {}, 'created', '/creationInfo'),
    packages: objectsAt(document, 'packages', '').length,
    files: objectsAt(document, 'files', '').length,
    document,
  };
}

/** SPDX 3.0, JSON-LD serialisation: one flat graph, in which the SpdxDocument names the whole. */
function parseV3(document: JsonObject): SpdxModel {
  const version = V3_CONTEXT.exec(requireString(document, '@context', ''))?.[1];
  if (version === undefined) throw new Malformed('json-shape', 'the text at /@context is not that of SPDX 3');
  const graph = objectsAt(document, '@graph', '');
  const ofType = (test: (type: string) => boolean) =>
    graph
      .map((one, i) => ({ one, place: `/@graph/${i}` }))
      .filter(({ one, place }) => test(requireString(one, 'type', place)));
  const [whole] = ofType((type) => type === 'SpdxDocument');
  const [creation] = ofType((type) => type === 'CreationInfo');
  return {
    version,
    name: whole === undefined ? null : (optionalString(whole.one, 'name', whole.place) ?? null),
    id: whole === undefined ? null : (optionalString(whole.one, 'spdxId', whole.place) ?? null),
    created: creation === undefined ? null : readTimestamp(creation.one, 'created', creation.place),
    packages: ofType((type) => V3_PACKAGES.has(type)).length,
    files: ofType((type) => type === 'software_File').length,
    document,
  };
}

const COMMON = {
  toJson: ({ document }: SpdxModel) => document,
  tell: ({ version, name, id, created, packages, files }: SpdxModel) => ({
    format: `SPDX ${version}`,
    name,
    id,
    created: timestampToJson(created),
    packages,
    files,
  }),
};

type V2Type = typeof SPDX | typeof SPDX_V2_2 | typeof SPDX_V2_3;

function v2<Type extends V2Type>(type: Type, named: string | null): ToldPredicateKind<Type, SpdxModel> {
  return { ...COMMON, type, schema: 'spdx-v2', parse: (document) => parseV2(document, named) };
}

export const SPDX_KINDS = [
  v2(SPDX, null),
  v2(SPDX_V2_2, '2.2'),
  v2(SPDX_V2_3, '2.3'),
  { ...COMMON, type: SPDX_V3, schema: 'spdx-v3', parse: parseV3 } satisfies ToldPredicateKind<
    typeof SPDX_V3,
    SpdxModel
  >,
] as const;
