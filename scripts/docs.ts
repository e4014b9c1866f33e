// SPDX-License-Identifier: Apache-2.0
// Prints docs/CHECKS.md and the table of docs/POLICY.md, and compares the tables with what the other documents say.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../src/model/checks.ts';
import { FINDINGS } from '../src/model/findings.ts';
import { REASONS, type ReasonEntry } from '../src/model/reasons.ts';
import { EXIT_CODES, exitCodeOf } from '../src/policy/exit-code.ts';
import { tableAsMarkdown } from '../test/policy/product.ts';
import { finish, ROOT, textOf } from './lib/sources.ts';

const check = process.argv.includes('--check');
const problems: string[] = [];

const checks = [
  '# Checks, reasons, findings',
  '',
  'Printed from the tables in `src/model` by `npm run docs`; do not edit. `forensic-verify explain CODE` says the same.',
  '',
  '## Exit codes',
  '',
  ...exitTable(),
  '',
  '## Checks, in the order of a report',
  '',
  '| Check | Asks |',
  '| --- | --- |',
  ...Object.entries(CHECKS).map(([id, asks]) => `| \`${id}\` | ${cell(asks)}? |`),
  '',
  '## Reasons: every way in which a check can end other than passed',
  '',
  '| Reason | Says | Next | Rests on | Indication | Exit |',
  '| --- | --- | --- | --- | --- | --- |',
  ...Object.entries(REASONS as Record<string, ReasonEntry>).map(
    ([code, { says, next, clause, indication, sub }]) =>
      `| \`${code}\` | ${cell(says)} | ${cell(next)} | ${cell(clause)} | ${indication} / ${sub} | ${exitCodeOf(sub)} |`,
  ),
  '',
  '## Findings: listed, and decide nothing',
  '',
  '| Finding | Says | Next |',
  '| --- | --- | --- |',
  ...Object.entries(FINDINGS).map(([code, { says, next }]) => `| \`${code}\` | ${cell(says)} | ${cell(next)} |`),
  '',
].join('\n');

keep('docs/CHECKS.md', checks);
block('README.md', 'exit-codes', exitTable().join('\n'));
block('docs/POLICY.md', 'product', tableAsMarkdown().trimEnd());
finish('docs', problems, 'docs/CHECKS.md and the table of exit codes');

function exitTable(): string[] {
  return [
    '| Exit | Means |',
    '| --- | --- |',
    ...Object.entries(EXIT_CODES).map(([code, text]) => `| ${code} | ${text} |`),
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function keep(path: string, wanted: string): void {
  if (!check) writeFileSync(join(ROOT, path), wanted);
  else if (existing(path) !== wanted) problems.push(`${path} is not what the tables say: run npm run docs`);
}

/** The part of a document between two markers. */
function block(path: string, name: string, wanted: string): void {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = existing(path);
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start) {
    problems.push(`${path} has no block ${name}`);
    return;
  }
  keep(path, `${text.slice(0, start + open.length)}\n${wanted}\n${text.slice(end)}`);
}

function existing(path: string): string {
  try {
    return textOf(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
