// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readDocument } from '../evidence/input.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { InputRecord, Report } from '../model/report.ts';
import type { FormatName } from '../report/format-names.ts';
import { harmlessText, holdsHidden } from '../report/harmless.ts';
import { plainPalette } from '../report/palette.ts';
import type { SourceFile } from '../report/rendered-from.ts';
import { readWholeReport } from '../verify/whole-report.ts';
import { tellMessage } from './message.ts';
import { formatOf, type OutputFlags, type Shown, shownAs } from './session.ts';
import { settle, writeJson } from './settle.ts';
import { UsageError } from './usage-error.ts';

/** A report that was named on the command line, as it states itself. */
export interface NamedReport {
  readonly ok: true;
  readonly name: string;
  readonly sha256: string;
  readonly input: InputRecord;
  readonly report: Report;
}

export interface UnreadReport {
  readonly ok: false;
  readonly name: string;
  readonly problem: Problem;
}

export function openReport(name: string, input = readDocument(name)): NamedReport | UnreadReport {
  if (!input.ok) return { ok: false, name, problem: input.problem };
  const { bytes } = input.value;
  const sha256 = sha256Hex(bytes);
  const report = attempt(() => readWholeReport(bytes, name));
  if (!report.ok) return { ok: false, name, problem: report.problem };
  return { ok: true, name, sha256, input: { name, role: 'data', size: bytes.length, sha256 }, report: report.value };
}

/** @throws UsageError where there are too many */
export function openReports(names: readonly string[]): (NamedReport | UnreadReport)[] {
  if (names.length > LIMITS.reports) throw new UsageError(`more than ${LIMITS.reports} reports`);
  return names.map((name) => openReport(name));
}

/**
 * As the run itself would have shown it, and above it that it was read from files. Its texts are those of a file that anybody may have written: where one holds what a terminal
 * would act upon, there is no colour, and all of that is written out.
 */
export function shownReport(report: Report, format: FormatName, from: readonly SourceFile[]): Shown {
  const { medium, render } = shownAs(report, format, from);
  if (medium !== 'text' || !holdsHidden(report)) return { medium, from, render };
  return { medium, from, render: ({ verbose }) => harmlessText(render({ verbose, palette: plainPalette })) };
}

/** What is no report, and why: exit 4, and never a verdict. */
export function tellUnread(unread: readonly UnreadReport[], flags: OutputFlags): void {
  const lines = unread.map(
    ({ name, problem }) => `${escapeText(name)}: ${problem.reason}: ${escapeText(problem.detail, 400)}`,
  );
  if (formatOf(flags) === 'json')
    writeJson(
      `${JSON.stringify({ error: lines.join('; '), exitCode: 4, format: 'forensic-verify/error@v1', kind: 'evidence' })}\n`,
    );
  for (const line of lines) tellMessage(line);
  settle(4);
}
