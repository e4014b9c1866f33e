// SPDX-License-Identifier: Apache-2.0
import { optionalString, pointerTo } from '../../encoding/json-fields.ts';
import { formatInstant, parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';

/**
 * in-toto Timestamp, a time that the builder claims: absent, null and empty are the same.
 *
 * @throws Malformed `json-shape`, `time-invalid`
 */
export function readTimestamp(object: JsonObject, name: string, pointer: string): Instant | null {
  const text = optionalString(object, name, pointer) ?? '';
  if (text === '') return null;
  const parsed = attempt(() => parseRfc3339(text));
  if (parsed.ok) return parsed.value.time;
  throw new Malformed(parsed.problem.reason, `${parsed.problem.detail} at ${pointerTo(pointer, name)}`);
}

export function timestampToJson(time: Instant | null): string | null {
  return time === null ? null : formatInstant(time);
}
