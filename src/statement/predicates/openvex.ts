// SPDX-License-Identifier: Apache-2.0
import { isObject, member, optionalArray, optionalString, requireString } from '../../encoding/json-fields.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import { OPENVEX, OPENVEX_V0_0_1, OPENVEX_V0_2_0 } from '../predicate-types.ts';
import { counted, type DocumentModel, objectsAt, requireVersion } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';
import { readTimestamp, timestampToJson } from './timestamp.ts';

/** OpenVEX: who says that which vulnerability affects what. The author's opinion, told and never judged. */
export interface OpenVexModel extends DocumentModel {
  readonly id: string | null;
  readonly author: string | null;
  readonly created: Instant | null;
  readonly statements: readonly VexStatement[];
}

export interface VexStatement {
  /** Its name where it has one, else its id. */
  readonly vulnerability: string;
  readonly status: string;
  readonly products: number;
}

const CONTEXT = /^https:\/\/openvex\.dev\/ns(?:\/(v[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}))?$/;

function parse(document: JsonObject, named: string | null): OpenVexModel {
  const context = CONTEXT.exec(requireString(document, '@context', ''));
  if (context === null) throw new Malformed('json-shape', 'the text at /@context is not that of OpenVEX');
  const statements = objectsAt(document, 'statements', '').map((one, i) => readStatement(one, `/statements/${i}`));
  return {
    // Before v0.2.0 the context had no version.
    version: requireVersion(context[1] ?? 'v0.0.1', named),
    id: optionalString(document, '@id', '') ?? null,
    author: optionalString(document, 'author', '') ?? null,
    created: readTimestamp(document, 'timestamp', ''),
    statements,
    document,
  };
}

function readStatement(statement: JsonObject, place: string): VexStatement {
  const vulnerability = member(statement, 'vulnerability');
  const name = isObject(vulnerability)
    ? (optionalString(vulnerability, 'name', `${place}/vulnerability`) ??
      optionalString(vulnerability, '@id', `${place}/vulnerability`))
    : optionalString(statement, 'vulnerability', place);
  return {
    vulnerability: name ?? '',
    status: requireString(statement, 'status', place),
    products: (optionalArray(statement, 'products', place) ?? []).length,
  };
}

type Types = typeof OPENVEX | typeof OPENVEX_V0_0_1 | typeof OPENVEX_V0_2_0;

function kind<Type extends Types>(type: Type, named: string | null): ToldPredicateKind<Type, OpenVexModel> {
  return {
    type,
    schema: 'openvex',
    parse: (document) => parse(document, named),
    toJson: ({ document }) => document,
    tell: ({ version, id, author, created, statements }) => ({
      format: `OpenVEX ${version}`,
      id,
      author,
      created: timestampToJson(created),
      statements: statements.length,
      statuses: counted(statements.map(({ status }) => status)),
      vulnerabilities: statements.map(({ vulnerability, status }) => `${vulnerability}: ${status}`),
    }),
  };
}

export const OPENVEX_KINDS = [
  kind(OPENVEX, null),
  kind(OPENVEX_V0_0_1, 'v0.0.1'),
  kind(OPENVEX_V0_2_0, 'v0.2.0'),
] as const;
