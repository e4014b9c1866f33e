// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import type { Item, Report, ReportEnd, ReportHead } from '../model/report.ts';

const HEAD = [
  'tool',
  'command',
  'at',
  'atSource',
  'knownAt',
  'toleranceSeconds',
  'criteria',
  'question',
  'policy',
  'revocation',
] as const satisfies readonly (keyof ReportHead)[];

const NOT_AT_END: ReadonlySet<string> = new Set([...HEAD, 'items', 'format', 'verified', 'failed']);

export const LINES_FORMAT = 'forensic-verify/report-lines@v1';

/**
 * The report as lines of JSON, each one RFC 8785: `{"head": …}`, one `{"item": …}` for each item in the order of the report, and
 * `{"end": …}` with everything that is known at the end alone, the verdict among it. A file without its last line is of a run
 * that did not end, and no verdict.
 */
export function renderNdjson(report: Report): string {
  return [headLine(report), ...report.items.map(itemLine), endLine(report)].join('');
}

export function headLine(report: ReportHead): string {
  const head = Object.fromEntries(HEAD.flatMap((name) => (report[name] === undefined ? [] : [[name, report[name]]])));
  return line({ format: LINES_FORMAT, head });
}

export function itemLine(item: Item): string {
  return line({ item });
}

export function endLine(report: ReportEnd): string {
  return line({ end: Object.fromEntries(Object.entries(report).filter(([name]) => !NOT_AT_END.has(name))) });
}

function line(value: object): string {
  return `${canonicalText(value)}\n`;
}
