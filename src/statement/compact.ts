// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, JsonValue } from '../model/json.ts';

/** Leaves out the members that are null or empty: "unset, null, and empty field values MUST be interpreted equivalently" (SLSA v1). */
export function compact(object: Readonly<Record<string, JsonValue>>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isUnset(value)));
}

function isUnset(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
