// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { JsonValue } from '../model/json.ts';
import type { Item, Report } from '../model/report.ts';

/** What is known before the first item: what was asked, and by what it is judged. */
export type ReportHead = Pick<
  Report,
  | 'tool'
  | 'command'
  | 'at'
  | 'atSource'
  | 'knownAt'
  | 'toleranceSeconds'
  | 'criteria'
  | 'policy'
  | 'revocation'
  | 'notDone'
>;

const HEAD: readonly (keyof ReportHead)[] = [
  'tool',
  'command',
  'at',
  'atSource',
  'knownAt',
  'toleranceSeconds',
  'criteria',
  'policy',
  'revocation',
  'notDone',
];

/**
 * The report as lines of JSON, each one RFC 8785: `{"head": …}`, one `{"item": …}` for each item in the order of the report, and
 * `{"end": …}` with everything that is known at the end alone, the verdict among it. A file without its last line is of a run
 * that did not end, and no verdict.
 */
export function renderNdjson(report: Report): string {
  const lines = [headLine(report), ...report.items.map(itemLine), endLine(report)];
  return lines.join('');
}

export function headLine(report: ReportHead): string {
  const head = Object.fromEntries(HEAD.map((name) => [name, report[name]]));
  return line({ format: 'forensic-verify/report-lines@v1', head });
}

export function itemLine(item: Item): string {
  return line({ item });
}

export function endLine(report: Omit<Report, 'items'>): string {
  const known = new Set<string>([...HEAD, 'items', 'format', 'verified', 'failed']);
  return line({ end: Object.fromEntries(Object.entries(report).filter(([name]) => !known.has(name))) });
}

function line(value: object): string {
  return `${decodeUtf8(canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue))}\n`;
}
