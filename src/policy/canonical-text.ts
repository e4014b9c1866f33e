// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { JsonValue } from '../model/json.ts';

/** RFC 8785: two values are equal as JSON where their canonical texts are. */
export function canonicalText(value: JsonValue): string {
  return decodeUtf8(canonicalJson(value));
}
