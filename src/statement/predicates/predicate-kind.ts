// SPDX-License-Identifier: Apache-2.0
import type { SchemaId } from '../../encoding/schema.ts';
import type { Facts } from '../../model/check.ts';
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

/** A row whose content is told in facts and decides nothing by itself. One kind may have several types, one row each. */
export interface ToldPredicateKind<Type extends string, T> extends PredicateKind<Type, T> {
  /** In short, as claimed: texts are text of the evidence, and are escaped by whoever shows them. */
  tell(model: T): Facts;
}
