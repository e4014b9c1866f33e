// SPDX-License-Identifier: Apache-2.0
import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * One TOML 1.0 document as JSON would hold it, times as text. Keys stand once, as TOML demands; `__proto__` and
 * `constructor` are refused.
 *
 * @throws Malformed `toml-invalid` with line and column, `limit-exceeded`, `utf8-invalid`
 */
export function parseToml(bytes: Bytes): JsonObject {
  if (bytes.length > LIMITS.tomlBytes)
    throw new Malformed('limit-exceeded', `the file has ${bytes.length} bytes, more than ${LIMITS.tomlBytes}`);
  return plain(tableOf(decodeUtf8(bytes)), 0) as JsonObject;
}

function tableOf(text: string): unknown {
  try {
    return parse(text, { maxDepth: LIMITS.tomlDepth, unsafeKeyBehaviour: 'throw' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new Malformed('toml-invalid', `this is not TOML at line ${error.line} column ${error.column}`);
  }
}

/** Tables can be nested by their headers, which the parser does not count. */
function plain(value: unknown, depth: number): JsonValue {
  if (depth > LIMITS.tomlDepth) throw new Malformed('limit-exceeded', `more than ${LIMITS.tomlDepth} nested tables`);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
  const object: Record<string, JsonValue> = Object.create(null);
  for (const [name, one] of Object.entries(value as object)) object[name] = plain(one, depth + 1);
  return object;
}
