// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { Instant } from '../model/instant.ts';
import type { TimelineRow, TimelineView } from '../model/timeline-view.ts';
import type { Palette } from './palette.ts';

const INDENT = '           ';
/** Rows are two lines and more: of many, a person wants to filter. */
const LEGEND =
  'The time of a row is what is claimed, less what its clock was ahead. Marks: ! something is wrong; ? nobody vouches for it; = the same time as the row before, so that neither is first; ~ not proven to have happened after the row before';

export function rowLines({ rows }: TimelineView, palette: Palette): string[] {
  if (rows.length === 0) return ['  none'];
  const out = wrapText('  ', LEGEND);
  for (const [i, row] of rows.entries()) out.push(...oneRow(row, rows[i - 1] ?? null, palette));
  return out;
}

function oneRow(row: TimelineRow, before: TimelineRow | null, palette: Palette): string[] {
  const same = before !== null && row.corrected !== null && row.corrected === before.corrected;
  const marks = [
    row.findings.length > 0 ? '!' : ' ',
    row.authenticated ? ' ' : '?',
    same ? '=' : row.orderUndecided ? '~' : ' ',
  ].join('');
  const time = row.corrected === null ? '(time unknown)' : formatInstant(row.corrected);
  const paint = row.findings.length > 0 ? palette.bad : row.authenticated ? palette.strong : palette.warn;
  const head = `${row.id.padEnd(6)} ${marks} ${time}  ${escapeText(row.kind, 40)}`;
  const out = [paint(head)];
  const who = [
    ...(row.items.length === 0 ? [] : [some(row.items)]),
    ...(row.actor === null ? [] : [`by ${escapeText(row.actor, 100)}`]),
    ...(row.place === null ? [] : [`at ${escapeText(row.place, 60)}`]),
  ];
  if (who.length > 0) out.push(...wrapText(INDENT, who.join(' ')));
  // Of a line that cannot be read, the finding says it.
  if (row.message !== '' && !row.findings.some(({ detail }) => detail === row.message))
    out.push(...wrapText(INDENT, escapeText(row.message, 200)));
  const claimed = claimedText(row);
  if (claimed !== `claimed ${time}`) out.push(...wrapText(INDENT, claimed));
  const { notBefore, notAfter } = row.proven;
  if (notBefore !== null || notAfter !== null)
    out.push(...wrapText(INDENT, `proven ${provenText(notBefore, notAfter)}`));
  for (const { reason, detail } of row.findings)
    out.push(...wrapText(`${INDENT}! `, `${reason}: ${escapeText(detail, 300)}`).map(palette.bad));
  return out;
}

/** As it is written: what was read of it stands above. */
function claimedText({ times, corrected, uncertainty }: TimelineRow): string {
  const [first, ...others] = times;
  if (first === undefined) return 'no time';
  const raw = first.raw === '' ? 'no time that can be read' : `claimed ${escapeText(first.raw, 60)}`;
  const moved = first.instant !== null && corrected !== null && first.instant !== corrected ? ', clock corrected' : '';
  const about = uncertainty === 0n ? '' : `, give or take ${seconds(uncertainty)} s`;
  const rest = others
    .filter(({ raw: text }) => text !== first.raw)
    .map(({ of, raw: text }) => `, ${escapeText(of, 40)} ${escapeText(text, 60)}`);
  return `${raw}${moved}${about}${rest.join('')}`;
}

function seconds(nanoseconds: bigint): string {
  const whole = nanoseconds / 1_000_000_000n;
  const rest = String(nanoseconds % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

export function provenText(notBefore: Instant | null, notAfter: Instant | null): string {
  const from = notBefore === null ? 'with no beginning' : `not before ${formatInstant(notBefore)}`;
  return `${from}, ${notAfter === null ? 'with no end' : `not after ${formatInstant(notAfter)}`}`;
}

const SOME = 4;

export function some(names: readonly string[]): string {
  const shown = names.slice(0, SOME).map((name) => `"${escapeText(name, 60)}"`);
  return `${shown.join(', ')}${names.length > SOME ? ` and ${names.length - SOME} more` : ''}`;
}
