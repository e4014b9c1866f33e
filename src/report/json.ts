// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import type { Report } from '../model/report.ts';

/** RFC 8785, with a final newline. The same report gives the same bytes. */
export function renderJson(report: Report): string {
  const { items, ...rest } = report;
  // Item by item, so that a report of thousands is not held three times over. Member names of a report are ASCII.
  const members = Object.entries(rest).map(([name, value]) => [name, canonicalText(value)] as const);
  const all = [...members, ['items', `[${items.map(canonicalText).join(',')}]`] as const];
  const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, text]) => `"${name}":${text}`).join(',')}}\n`;
}
