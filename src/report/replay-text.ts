// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import { FINDINGS } from '../model/findings.ts';
import type { Replay } from '../model/replay.ts';
import type { ClockOffset, TimelineView } from '../model/timeline-view.ts';
import { custodyLines } from './custody-lines.ts';
import { plainPalette } from './palette.ts';
import { answerLines } from './replay-answers-text.ts';
import { diffLines } from './replay-diff-text.ts';
import { isJudged, NOTHING_JUDGED } from './replay-judged.ts';
import { keyLines } from './replay-keys-text.ts';
import { rowLines } from './replay-rows-text.ts';
import { anchorLines, gapLines, spanLines } from './replay-spans-text.ts';
import { failingLines, type TextOptions, verdictLines } from './text.ts';

/** The timeline for a person, in 80 columns: sources, rows, who held what, gaps, what proves times, and one verdict. */
export function renderReplayText({ view, report, answers, diff }: Replay, options: TextOptions): string {
  const palette = options.palette ?? plainPalette;
  const out = [palette.strong(escapeText(view.title))];
  for (const criterion of report.criteria) out.push(...wrapText('  - ', escapeText(criterion)));
  for (const answer of answers) out.push('', ...answerLines(answer, palette));
  if (diff !== null) out.push('', ...diffLines(diff, palette));
  out.push('', palette.strong('sources'), ...sourceLines(view));
  // One by one: more than some hundred thousand arguments of one call are beyond the stack.
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    out.push('', palette.strong(title));
    for (const line of lines) out.push(line);
  };
  section('events, by corrected time', rowLines(view, palette));
  section('custody', spanLines(view, palette));
  section('gaps', gapLines(view, palette));
  section('keys', keyLines(view, palette));
  section('what proves times', anchorLines(view));
  for (const item of report.items.filter(({ kind }) => kind !== 'replay-question')) {
    out.push('', palette.strong(escapeText(item.name)));
    for (const { code, detail } of item.findings.filter((one) => one.code.startsWith('timeline-')))
      out.push(...wrapText('    note    ', `${code}: ${FINDINGS[code].says} (${escapeText(detail)})`));
    out.push(
      ...custodyLines({ ...item, ...withoutItems(item) }, false, palette),
      ...failingLines(item, options, palette),
    );
  }
  const last = verdictLines(report, palette);
  if (!isJudged(report))
    last.splice(
      -1,
      1,
      ...wrapText('', `NO VERDICT: ${NOTHING_JUDGED} (exit ${report.verdict.exitCode})`).map(palette.warn),
    );
  out.push('', ...last);
  return `${out.join('\n')}\n`;
}

/** Where items are is told from event to event above. */
function withoutItems({ custody }: Replay['report']['items'][number]): { custody?: typeof custody & object } {
  return custody === undefined ? {} : { custody: { ...custody, items: [], itemsNotShown: 0 } };
}

function sourceLines({ clocks, sources, knownAt, filtered, rows }: TimelineView): string[] {
  const out: string[] = [];
  for (const [i, source] of sources.entries()) {
    const { name, format, authenticated, linesIn, rowsOut, badRows, linesOfFile } = source;
    const of = linesOfFile === undefined ? '' : ` of ${linesOfFile} in the file`;
    const bad = badRows === 0 ? '' : `, ${badRows} of them unreadable`;
    out.push(
      ...wrapText(
        `  ${i}  `,
        `${escapeText(name)} (${format}, ${authenticated ? 'authenticated' : 'NOT authenticated'})`,
      ),
    );
    out.push(...wrapText('     ', `${linesIn} lines${of} in, ${rowsOut} rows out${bad}`));
    out.push(
      '     the same in and out: SHA-256 over the hashes of all lines, sorted',
      `     sha256:${source.multisetOut}`,
    );
    for (const clock of clocks.filter((one) => one.source === i)) out.push(...wrapText('     ', clockText(clock)));
  }
  if (knownAt !== null) out.push(...wrapText('  ', `only what is proven to have existed at ${formatInstant(knownAt)}`));
  if (filtered !== null)
    out.push(
      ...wrapText('  ', `shown: ${filtered.shown} of ${filtered.of} rows (${escapeText(filtered.by.join(', '))})`),
    );
  else out.push(`  shown: ${rows.length} of ${rows.length} rows`);
  return out;
}

/** What its clock was ahead, by how much that may be wrong, and for which of its rows it holds. */
function clockText({ ahead, uncertainty, measuredAt, within, rows, rowsOutside }: ClockOffset): string {
  const near =
    measuredAt === null ? 'at all times' : `within ${secondsText(within)} of ${formatInstant(measuredAt)} as measured`;
  const slow = ahead < 0n ? 'behind' : 'ahead';
  const size = secondsText(ahead < 0n ? -ahead : ahead);
  const outside = rowsOutside === 0 ? '' : `; ${rowsOutside} rows are near no measurement`;
  return `clock ${size} ${slow}, give or take ${secondsText(uncertainty)}, ${near}: ${rows} rows${outside}`;
}

function secondsText(nanoseconds: bigint): string {
  const fraction = (nanoseconds % 1_000_000_000n).toString().padStart(9, '0').replace(/0+$/, '');
  return `${nanoseconds / 1_000_000_000n}${fraction === '' ? '' : `.${fraction}`} s`;
}
