// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import { type Item, isVerified, type Report } from '../model/report.ts';
import { table } from './lines.ts';
import type { Palette } from './palette.ts';

/** More items than a person reads one by one. */
export const MANY_ITEMS = 20;
const LISTED = 50;

/** What each opened operand held, how much of it is covered, and the three lists. Nothing where every operand is a file. */
export function setLines({ sets, coverage, items }: Report, palette: Palette, verbose: boolean): string[] {
  if (sets.length === 0) return [];
  const out = ['', palette.strong('evidence sets')];
  for (const { name, container, files, evidence, artifacts, listed } of sets) {
    const counts = `${files} files: ${evidence} evidence, ${artifacts} artifacts, ${listed.length} listed`;
    out.push(...wrapText('  ', `${escapeText(name)}  (${container})  ${counts}`));
    const shown = verbose ? listed : listed.slice(0, LISTED);
    for (const one of shown) out.push(...wrapText('      ', `${escapeText(one.name)}: ${escapeText(one.what)}`));
    if (shown.length < listed.length) out.push(`      … ${listed.length - shown.length} more in the JSON report`);
  }
  const rows = coverage.map((row) => [
    row.ecosystem,
    ...[row.total, row.verified, row.signedOnly, row.detected, row.none].map(String),
    `${row.percentVerified.toFixed(1)} %`,
  ]);
  const heading = ['coverage', 'artifacts', 'verified', 'signed only', 'detected', 'none', 'verified'];
  if (rows.length > 0) out.push('', ...table(heading, rows));
  const evidence = items.filter(({ kind }) => kind !== 'evidence-set' && kind !== 'artifact');
  out.push('', ...listOf('verified', evidence.filter(isVerified), palette, verbose));
  out.push(
    '',
    ...listOf(
      'failed',
      items.filter((item) => !isVerified(item)),
      palette,
      verbose,
    ),
  );
  return out;
}

function listOf(title: string, items: readonly Item[], palette: Palette, verbose: boolean): string[] {
  const out = [palette.strong(`${title} (${items.length})`)];
  const shown = verbose ? items : items.slice(0, LISTED);
  for (const item of shown) out.push(...wrapText('  ', lineOf(item)));
  if (shown.length < items.length) out.push(`  … ${items.length - shown.length} more: see them with --verbose`);
  return out;
}

function lineOf(item: Item): string {
  const about = item.artifacts.map(({ name }) => escapeText(name)).filter((name) => name !== escapeText(item.name));
  const reason = reasonOf(item);
  return `${escapeText(item.name)}${about.length === 0 ? '' : ` → ${about.join(', ')}`}${reason === null ? '' : `: ${reason}`}`;
}

/** What decided, for one line. */
export function reasonOf(item: Item): string | null {
  const decided = item.judgements.find(({ effect }) => effect === (item.decision === 'warn' ? 'warns' : 'rejects'));
  return item.decision === 'accept' ? null : (decided?.reason ?? item.sub);
}
