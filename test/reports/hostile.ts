// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../src/model/report.ts';
import { keptReport } from '../transcripts/reports.ts';

export function reportOf(name: string): Report {
  return JSON.parse(keptReport(name)) as Report;
}

/** Members whose values are words of ours: the rest is text that anybody may have written. */
const OURS = new Set([
  ...['format', 'offline', 'atSource', 'role', 'id', 'outcome', 'reason', 'because', 'code', 'effect', 'underEnforce'],
  ...['indication', 'sub', 'decision', 'trustStatus', 'signerKind', 'attestMode', 'fallback', 'container', 'applies'],
  ...['standing', 'state', 'dated', 'clock', 'check', 'rule'],
]);

/** The same report with this text in every place where evidence, a file name or the command line could have put it. */
export function withText(report: Report, nasty: string): Report {
  const change = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return OURS.has(name) ? value : nasty;
    if (Array.isArray(value)) return value.map((one) => change(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, key)]));
  };
  const changed = change(report, '') as Report;
  // The one name that the schema of reports fixes.
  return { ...changed, tool: { ...changed.tool, name: 'forensic-verify' } };
}
