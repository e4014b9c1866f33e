// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { CustodyFacts } from '../model/custody-facts.ts';
import type { Item } from '../model/report.ts';
import type { Palette } from './palette.ts';

const SHOWN = 12;

/** The five roll-ups of a custody log, each apart, how far it is covered and proven, and where its items are. */
export function custodyLines({ custody }: Item, verbose: boolean, palette: Palette): string[] {
  if (custody === undefined) return [];
  const out = [
    ...wrapText(
      '  log       ',
      `${escapeText(custody.origin ?? '(none)')}, case ${escapeText(custody.case ?? '(none)')}`,
    ),
    ...wrapText('  lines     ', linesText(custody)),
    ...(custody.head === null ? [] : wrapText('  head      ', `sha256:${custody.head}`)),
  ];
  const paint = { passed: palette.good, failed: palette.bad, indeterminate: palette.warn, skipped: palette.warn };
  const mark = { passed: 'pass', failed: 'FAIL', indeterminate: 'open', skipped: 'skip' };
  for (const { name, outcome, reasons } of custody.rollUps) {
    const why = reasons.length === 0 ? '' : `  ${reasons.join(', ')}`;
    out.push(
      ...wrapText(`  ${name.padEnd(14)}`, `${mark[outcome]}${why}`).map((line, i) =>
        i === 0 ? paint[outcome](line) : line,
      ),
    );
  }
  const items = verbose ? custody.items : custody.items.slice(0, SHOWN);
  for (const { name, state, holder, since, sealed, out: taken, holds } of items) {
    const where =
      holder === null
        ? state
        : state === 'elsewhere'
          ? `received elsewhere by ${escapeText(holder, 100)}`
          : `${state} by ${escapeText(holder, 100)}`;
    const more = [
      ...(taken === undefined ? [] : [`checked out by ${escapeText(taken, 100)}`]),
      ...(sealed === null ? [] : [`sealed with ${escapeText(sealed, 60)}`]),
      ...(holds.length === 0 ? [] : [`under hold ${holds.map((one) => escapeText(one, 60)).join(', ')}`]),
    ];
    out.push(
      ...wrapText('  item      ', [`${escapeText(name, 100)}: ${where} since event ${since}`, ...more].join(', ')),
    );
  }
  const left = custody.items.length - items.length + custody.itemsNotShown;
  if (left > 0) out.push(`            … ${left} more items in the JSON report`);
  const rows = verbose ? custody.intervals : [];
  for (const { seq, claimed, notBefore, notAfter } of rows) {
    const proven = `proven ${notBefore ?? 'no beginning'} to ${notAfter ?? 'no end'}`;
    out.push(...wrapText(`  event ${String(seq).padEnd(4)}`, `claimed ${claimed}, ${proven}`));
  }
  return out;
}

function linesText(facts: CustodyFacts): string {
  const { lines, linesOfFile, checkpointed, anchored, closed, orderUndecided } = facts;
  const of = linesOfFile === lines ? `${lines}` : `${lines} of ${linesOfFile}`;
  const order = orderUndecided === 0 ? '' : `, ${orderUndecided} neighbours without a proven order in time`;
  return `${of}, ${checkpointed} under a checkpoint, ${anchored} proven in time, ${closed ? 'closed' : 'not closed'}${order}`;
}
