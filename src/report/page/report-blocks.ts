// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../model/report.ts';
import { type SourceFile, sourceParts } from '../rendered-from.ts';
import { instantOf } from '../text.ts';
import { type Block, line, listed, quoted, type Tone, toned } from './blocks.ts';
import { itemBlocks } from './item-blocks.ts';
import { materialBlocks } from './material-blocks.ts';
import { setBlocks } from './set-blocks.ts';

export const DECISIONS = {
  accept: ['ACCEPTED', 'good'],
  warn: ['ACCEPTED WITH WARNINGS', 'warn'],
  reject: ['REJECTED', 'bad'],
} as const satisfies Record<Report['verdict']['decision'], readonly [string, Tone]>;

/** The report for a page: what was decided and under which criteria; each item; what nobody should read into it; what was read. */
export function reportBlocks(report: Report, from?: readonly SourceFile[]): Block[] {
  const { verdict, tool, toleranceSeconds } = report;
  const [words, tone] = DECISIONS[verdict.decision];
  const many = report.items.length > 1;
  return [
    { kind: 'title', line: line('Report of ', quoted(report.command, 80)) },
    ...sourceBlocks(from),
    {
      kind: 'text',
      line: toned(
        'muted',
        ...[
          `Made by ${tool.name} `,
          quoted(tool.version, 60),
          ', engine ',
          quoted(tool.engine, 20),
          ', always offline; ',
        ],
        ...[quoted(instantOf(report), 200), `, tolerance ${toleranceSeconds} s.`],
      ),
    },
    { kind: 'verdict', line: toned(tone, `${words}: ${verdict.indication} (exit code ${verdict.exitCode})`) },
    ...(report.interrupted === true ? [INTERRUPTED] : []),
    ...listed(
      'What asks less than the defaults',
      report.weakenings.map((one) => toned('warn', quoted(one))),
    ),
    ...listed(
      'Criteria enforced',
      report.criteria.map((one) => line(quoted(one))),
    ),
    ...listed(
      'What is not established',
      report.items.flatMap((item) =>
        item.notEstablished.map((one) => (many ? line(quoted(item.name, 120), ': ', quoted(one)) : line(quoted(one)))),
      ),
    ),
    ...listed('Limitations', [...report.limitations.map((one) => line(quoted(one)))]),
    ...listed('Not done', [...report.notDone.map((one) => line(quoted(one)))]),
    ...setBlocks(report),
    ...report.items.flatMap((item, i) => itemBlocks(item, i)),
    ...materialBlocks(report),
  ];
}

function sourceBlocks(from: readonly SourceFile[] | undefined): Block[] {
  return sourceParts(from).map((one) => ({
    kind: 'text',
    line: typeof one === 'string' ? toned('warn', one) : toned('warn', one.lead, quoted(one.name), one.end),
  }));
}

const INTERRUPTED: Block = {
  kind: 'text',
  line: toned('bad', 'INTERRUPTED: not all was examined, and this is no verdict over all'),
};
