// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { canonicalText } from '../../../encoding/canonical-json.ts';
import { compareReports } from '../../../verify/compare-reports.ts';
import { comparisonLines } from '../../../verify/comparison-lines.ts';
import { BaseCommand, COMMON_FLAGS } from '../../base-command.ts';
import { openReports, tellUnread } from '../../reports-asked.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { UsageError } from '../../usage-error.ts';

export default class ReportCompare extends BaseCommand {
  static override summary =
    'two runs side by side: provenance gained and lost, other signers, builders, sources, coverage';
  static override description =
    'Nothing is verified again. By package where a purl or a wheel names one, else by name. Exit 0: the same; 1: other, and nothing\n' +
    'is worse; 3: provenance or coverage was lost, a subject that was valid is not, or a signer, issuer, builder or source is\n' +
    'another one; 4: a file is no report of this version.';
  static override examples = [
    '<%= config.bin %> report compare last-week.json today.json',
    '<%= config.bin %> report compare before.json after.json --json',
  ];
  static override args = {
    before: Args.string({ required: true, description: 'the earlier report, JSON or ndjson' }),
    after: Args.string({ required: true, description: 'the later one' }),
  };
  static override flags = {
    json: COMMON_FLAGS.json,
    offline: COMMON_FLAGS.offline,
    output: Flags.string({
      char: 'o',
      aliases: ['format'],
      charAliases: ['f'],
      options: ['text', 'json'],
      description: 'text for a person, or JSON',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(ReportCompare);
    if (flags.json && flags.output === 'text') throw new UsageError('--json and --output text contradict each other');
    const json = flags.json || flags.output === 'json';
    const [before, after] = openReports(operands);
    if (!before!.ok || !after!.ok) {
      tellUnread(
        [before!, after!].filter((one) => !one.ok),
        { json },
      );
      return;
    }
    const comparison = compareReports(before!.report, after!.report);
    const files = [before!, after!].map(({ name, sha256 }) => ({ name: name.toWellFormed(), sha256 }));
    if (json) writeJson(`${canonicalText({ format: 'forensic-verify/report-comparison@v1', files, ...comparison })}\n`);
    else writeAll(1, `${comparisonLines(comparison, files).join('\n')}\n`);
    settle(comparison.exitCode);
  }
}
