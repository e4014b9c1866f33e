// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { CoverageRow } from '../model/report.ts';
import type { ComparedChange, ComparedState, ComparedSubject, ReportComparison } from './compare-reports.ts';

/** A comparison for a person: what is worse stands with a minus, what is better with a plus, what is other with a tilde. */
export function comparisonLines(
  comparison: ReportComparison,
  files: readonly { readonly name: string; readonly sha256: string }[],
): string[] {
  const { askedDifferently, subjects, unchanged, coverage, verdicts, exitCode } = comparison;
  const out = files.flatMap(({ name, sha256 }, i) => [
    ...wrapText(i === 0 ? 'before  ' : 'after   ', escapeText(name)),
    `        sha256 ${sha256}`,
  ]);
  out.push('        two report files as they state themselves; nothing was verified again');
  if (askedDifferently.length > 0)
    out.push(
      ...wrapText(
        '! ',
        `asked differently, so that a difference may be the question's: another ${askedDifferently.join(', ')}`,
      ),
    );
  for (const subject of subjects) out.push('', ...subjectLines(subject));
  if (coverage.length > 0) out.push('', 'coverage');
  for (const { ecosystem, before, after } of coverage) {
    const less = (after?.percentVerified ?? 0) < (before?.percentVerified ?? 0);
    out.push(
      ...wrapText(
        less ? '  - ' : '  ~ ',
        `${escapeText(ecosystem)}: ${coverageText(before)}, then ${coverageText(after)}`,
      ),
    );
  }
  const said = ({ decision, exitCode: code }: ReportComparison['verdicts']['before']) => `${decision} (exit ${code})`;
  out.push(
    '',
    ...wrapText(
      '',
      `${unchanged} ${unchanged === 1 ? 'subject' : 'subjects'} unchanged; verdict ${said(verdicts.before)}, then ${said(verdicts.after)}`,
    ),
  );
  out.push(CONCLUSIONS[exitCode]);
  return out;
}

const CONCLUSIONS = {
  0: 'THE SAME (exit 0)',
  1: 'OTHER, AND NOTHING IS WORSE (exit 1)',
  3: 'WORSE, OR SIGNED, BUILT OR TAKEN FROM ELSEWHERE (exit 3)',
} as const;

const MARKS = { gained: '+', lost: '-', changed: '~' } as const;

function subjectLines({ subject, presence, before, after, changes }: ComparedSubject): string[] {
  const head = wrapText('', escapeText(subject));
  if (presence === 'added') return [...head, ...wrapText('  + ', `not there before; ${stateText(after)}`)];
  if (presence === 'removed') return [...head, ...wrapText('  - ', `not there any more; ${stateText(before)}`)];
  return [...head, ...changes.flatMap(changeLines)];
}

function changeLines({ member, before, after, kind }: ComparedChange): string[] {
  const list = (values: readonly string[]) =>
    values.length === 0 ? 'none' : values.map((one) => escapeText(one)).join(', ');
  return [
    `  ${MARKS[kind]} ${member} ${kind}`,
    ...wrapText('      before  ', list(before)),
    ...wrapText('      after   ', list(after)),
  ];
}

function stateText(state: ComparedState | null): string {
  if (state === null) return '';
  const types =
    state.provenance.length === 0
      ? 'no provenance'
      : `provenance ${state.provenance.map((one) => escapeText(one)).join(', ')}`;
  return `${state.status}, ${types}`;
}

function coverageText(row: CoverageRow | null): string {
  return row === null ? 'none' : `${row.verified} of ${row.total} verified (${row.percentVerified.toFixed(1)} %)`;
}
