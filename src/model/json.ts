// SPDX-License-Identifier: Apache-2.0

/** A document that the strict reader has accepted: no duplicate keys, no `__proto__`, bounded depth and size. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
