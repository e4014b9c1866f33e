// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { parseJson } from './json.ts';
import { inexactNumbers } from './json-inexact.ts';

/**
 * A document whose canonical form stands for it: with a number that no double holds, two different documents would have the same one
 * (RFC 8785 §3.2.2.3, RFC 7493 §2.2).
 *
 * @throws Malformed `json-number`, and those of `parseJson`
 */
export function parseExactJson(bytes: Bytes): JsonValue {
  const value = parseJson(bytes);
  const inexact = inexactNumbers(bytes);
  if (inexact !== null) throw new Malformed('json-number', inexact.detail);
  return value;
}
