// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { mergeReports } from '../../../verify/merge-reports.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { openReports, shownReport, tellUnread } from '../../reports-asked.ts';
import { deliverAs, formatOf } from '../../session.ts';
import { UsageError } from '../../usage-error.ts';

const { deterministic: _, ...FLAGS } = PLAIN_REPORT_FLAGS;

export default class ReportMerge extends BaseCommand {
  static override summary = 'reports of parts that were verified apart, as one report with one verdict: the worst';
  static override description =
    'Nothing is verified again: the parts are believed, and named with their digests among the limitations. Refused, with 64, are\n' +
    'parts that were asked differently (another instant, policy, criteria, root or tool), that overlap, or that did not end. The\n' +
    'exit code is that of the merged verdict; 4 where a part cannot be read.';
  static override examples = [
    '<%= config.bin %> report merge shard-1.json shard-2.json --output-file all.json --json',
    '<%= config.bin %> report merge shards/*.json --output html --output-file all.html',
  ];
  static override strict = false;
  static override args = {
    report: Args.string({ required: true, description: 'reports of parts, JSON or ndjson, two or more' }),
  };
  static override flags = FLAGS;

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(ReportMerge);
    formatOf(flags);
    const read = openReports(operands);
    const unread = read.filter((one) => !one.ok);
    if (unread.length > 0) {
      tellUnread(unread, flags);
      return;
    }
    const parts = read.filter((one) => one.ok);
    const merged = mergeReports(parts);
    if (!merged.ok) throw new UsageError(merged.why);
    deliverAs(shownReport(merged.report, formatOf(flags), parts), merged.report, flags);
  }
}
