// SPDX-License-Identifier: Apache-2.0
import { asObject, optionalArray } from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';

/** A predicate that is a document of a published format, whole: the same that lies in files of its own. */
export interface DocumentModel {
  /** As the format calls it: `2.3`, `3.0.1`, `1.6`, `v0.2.0`. */
  readonly version: string;
  /** Every member of it: the canonical form is that of the document. */
  readonly document: JsonObject;
}

/**
 * Holds a document to the version that the signed type names; a type without one takes each.
 *
 * @throws Malformed `json-shape`
 */
export function requireVersion(found: string, named: string | null): string {
  if (named === null || found === named) return found;
  throw new Malformed('json-shape', `the predicate type names version ${named}, and the document is of another one`);
}

export function objectsAt(object: JsonObject, name: string, pointer: string): readonly JsonObject[] {
  const values = optionalArray(object, name, pointer) ?? [];
  return values.map((value, i) => asObject(value, `${pointer}/${name}/${i}`));
}

/** How often each text occurs, in their order: `affected: 2`. */
export function counted(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, count]) => `${text}: ${count}`);
}
