// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { JsonValue } from '../model/json.ts';
import type { Report } from '../model/report.ts';

/** RFC 8785, with a final newline. The same report gives the same bytes. */
export function renderJson(report: Report): string {
  // JSON.parse(JSON.stringify()) drops nothing here: a report holds strings, numbers, booleans, null, arrays and records.
  return `${decodeUtf8(canonicalJson(JSON.parse(JSON.stringify(report)) as JsonValue))}\n`;
}
