// SPDX-License-Identifier: Apache-2.0
import type { SchemaId } from '../../encoding/schema.ts';
import type { JsonObject } from '../../model/json.ts';

/** One row of PREDICATES. */
export interface PredicateKind<Type extends string, T> {
  /** The signed `predicateType`, compared exactly. */
  readonly type: Type;
  readonly schema: SchemaId;
  /** @throws Malformed `json-shape`, `time-invalid`, `base64-invalid` */
  parse(predicate: JsonObject): T;
  /** The model's serialisation: RFC 8785 over it is canonical. Members outside the model are not part of it. */
  toJson(model: T): JsonObject;
}
