// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { JsonValue } from '../model/json.ts';
import type { Problem } from '../model/malformed.ts';
import { table, wrapped } from './lines.ts';
import { type StatedReport, type StatedSubject, TRUST_STATUSES } from './read-report.ts';

/** A file that is no report, and why. */
export interface UnreadReport {
  readonly name: string;
  readonly problem: Problem;
}

export interface Counted {
  readonly value: string | null;
  readonly subjects: number;
}

/** What many reports state together. A report that was given twice, byte for byte, is counted once. */
export interface ReportsInspection {
  readonly reports: readonly StatedReport[];
  readonly repeated: readonly { readonly name: string; readonly sameAs: string }[];
  readonly unread: readonly UnreadReport[];
  readonly subjects: number;
  readonly statuses: readonly Counted[];
  readonly signers: readonly Counted[];
  readonly reasons: readonly Counted[];
  /** Where less was asked than by default: skipped checks, warnings in place of refusals. */
  readonly weakenings: readonly { readonly value: string; readonly reports: number }[];
  readonly policies: number;
}

export function inspectReports(found: readonly StatedReport[], unread: readonly UnreadReport[]): ReportsInspection {
  const reports = new Map<string, StatedReport>();
  const repeated: { name: string; sameAs: string }[] = [];
  for (const report of found) {
    const first = reports.get(report.sha256);
    if (first === undefined) reports.set(report.sha256, report);
    else repeated.push({ name: report.name, sameAs: first.name });
  }
  const rows = [...reports.values()].flatMap(({ subjects }) => subjects);
  const statuses = count(rows.map(({ trustStatus }) => trustStatus));
  return {
    reports: [...reports.values()],
    repeated,
    unread,
    subjects: rows.length,
    statuses: TRUST_STATUSES.flatMap((status) => statuses.filter(({ value }) => value === status)),
    signers: mostFirst(count(rows.map(({ signer }) => signer))),
    reasons: mostFirst(count(rows.map(({ reason }) => reason))),
    weakenings: mostFirst(count([...reports.values()].flatMap((report) => [...new Set(report.weakenings)]))).map(
      ({ value, subjects }) => ({ value: value ?? '', reports: subjects }),
    ),
    policies: new Set([...reports.values()].map(({ policySha256 }) => policySha256)).size,
  };
}

function count(values: readonly (string | null)[]): Counted[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, subjects]) => ({ value, subjects }));
}

function mostFirst(counts: readonly Counted[]): Counted[] {
  const key = ({ value }: Counted): string => value ?? '';
  return [...counts].sort((a, b) => b.subjects - a.subjects || (key(a) < key(b) ? -1 : 1));
}

/** Said in every form: whoever can write a file can write a report. */
const UNVERIFIED = 'as the files state it; to know whether it is true, verify the evidence again';

export function renderReportsJson(inspection: ReportsInspection): string {
  const { reports, ...rest } = inspection;
  const document = { format: 'forensic-verify/report-inspection@v1', unverified: true, reports, ...rest };
  return `${decodeUtf8(canonicalJson(JSON.parse(JSON.stringify(document)) as JsonValue))}\n`;
}

/** One report: a table of its subjects, with the decision path of each. Several: counts, and a line for each report. */
export function renderReportsText(inspection: ReportsInspection, verbose: boolean): string {
  const { reports, unread, repeated } = inspection;
  const one = reports.length === 1 && unread.length === 0 && repeated.length === 0;
  const lines = [
    UNVERIFIED,
    ...(one ? [] : countLines(inspection)),
    ...(one || verbose ? reports.flatMap((report) => ['', ...reportLines(report)]) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function countLines(inspection: ReportsInspection): string[] {
  const { reports, unread, repeated, subjects, policies } = inspection;
  const lines = ['', `${plural(reports.length, 'report')}, ${plural(subjects, 'subject')}`];
  const counted = (title: string, counts: readonly Counted[], none: string) => {
    if (counts.length === 0) return;
    const rows = counts.map((one) => [String(one.subjects), one.value === null ? none : escapeText(one.value)]);
    lines.push('', ...table(['SUBJECTS', title], rows));
  };
  counted('STATUS', inspection.statuses, '');
  counted('SIGNER', inspection.signers, '(none)');
  counted('REASON', inspection.reasons, '(none: nothing refused it)');
  if (reports.length > 0) {
    const rows = reports.map((one) => [
      one.decision,
      String(one.exitCode),
      String(one.subjects.length),
      escapeText(one.name),
    ]);
    lines.push('', ...table(['DECISION', 'EXIT', 'SUBJECTS', 'REPORT'], rows));
  }
  if (inspection.weakenings.length > 0) {
    lines.push('', 'asked less than by default');
    for (const { value, reports: n } of inspection.weakenings)
      lines.push(...wrapped('  ! ', `${escapeText(value)} (${plural(n, 'report')})`));
  }
  if (policies > 1) lines.push('', `judged under ${policies} different policies`);
  if (repeated.length > 0) {
    lines.push('', 'given more than once, and counted once');
    lines.push(...repeated.map(({ name, sameAs }) => `  ${escapeText(name)}, as ${escapeText(sameAs)}`));
  }
  if (unread.length > 0) {
    lines.push('', 'not read, and not counted');
    for (const { name, problem } of unread) {
      lines.push(`  ${escapeText(name)}`);
      lines.push(...wrapped('    ', `${problem.reason}: ${escapeText(problem.detail, 400)}`));
    }
  }
  return lines;
}

function plural(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function reportLines(report: StatedReport): string[] {
  const rows = report.subjects.map((one) => [
    one.trustStatus,
    escapeText(one.signedTime ?? '-', 40),
    escapeText(one.digestAlgorithm, 20) || '-',
    escapeText(one.subject),
  ]);
  return [
    `${escapeText(report.name)}  (${escapeText(report.command)})`,
    `  verdict   ${report.decision}, ${escapeText(report.indication)}, exit ${report.exitCode}`,
    `  judged at ${escapeText(report.at ?? 'an instant that is not told')}`,
    ...wrapped('  policy    ', `${escapeText(report.policyName)}, sha256 ${escapeText(report.policySha256)}`),
    ...report.weakenings.flatMap((line) => wrapped('  !         ', escapeText(line))),
    '',
    ...table(['STATUS', 'SIGNED', 'ALGORITHM', 'SUBJECT'], rows),
    ...report.subjects.flatMap((one) => ['', ...subjectLines(one)]),
  ];
}

function subjectLines(one: StatedSubject): string[] {
  const fact = (name: string, value: string | null) =>
    value === null ? [] : [`    ${name.padEnd(9)} ${escapeText(value)}`];
  return [
    `  ${escapeText(one.subject)}`,
    ...(one.item === one.subject ? [] : fact('evidence', one.item)),
    ...fact('signer', one.signer),
    ...fact('issuer', one.issuer),
    ...fact('reason', one.reason),
    ...pathLines(one.decisionPath),
  ];
}

/** `check: effect by rule (reason)` as columns; a line of another form stands as it is. */
function pathLines(path: readonly string[]): string[] {
  const rows = path.map((line) => /^([^ :]+): (\S+) by (.+)$/.exec(line)?.slice(1) ?? ['', '', line]);
  return rows.length === 0
    ? []
    : table(
        ['CHECK', 'EFFECT', 'BY RULE'],
        rows.map((row) => row.map((cell) => escapeText(cell))),
        '    ',
      );
}
