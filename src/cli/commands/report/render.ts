// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { draftCertificate } from '../../../report/certificate-902-14.ts';
import { harmlessText } from '../../../report/harmless.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { openReport, shownReport, tellUnread } from '../../reports-asked.ts';
import { deliverAs, formatOf } from '../../session.ts';
import { UsageError } from '../../usage-error.ts';

const { deterministic: _, ...FLAGS } = PLAIN_REPORT_FLAGS;

export default class ReportRender extends BaseCommand {
  static override summary = 'a JSON report in another format, with the file that it comes from in its first lines';
  static override description =
    'Nothing is verified again: a report says what somebody wrote in it. Exit 0 where it was rendered, whatever it states; 4 where\n' +
    'the file is no report of this version, or states what does not follow from its own checks. --certificate drafts the text that a qualified person completes\n' +
    'and signs; the tool certifies nothing.';
  static override examples = [
    '<%= config.bin %> report render report.json --output html --output-file report.html',
    '<%= config.bin %> report render report.json --output junit > results.xml',
    '<%= config.bin %> report render report.json --certificate 902-14 > draft.txt',
  ];
  static override args = {
    report: Args.string({ required: true, description: 'a report, JSON or ndjson; - for standard input' }),
  };
  static override flags = {
    ...FLAGS,
    certificate: Flags.string({
      options: ['902-14'],
      description: 'draft a certification under Rule 902(14) of the Federal Rules of Evidence, with blanks',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(ReportRender);
    const format = formatOf(flags);
    if (flags.certificate !== undefined && flags.quiet)
      throw new UsageError('--certificate is a text of its own: leave --quiet out');
    if (flags.certificate !== undefined && (given.includes('output') || given.includes('json')))
      throw new UsageError('--certificate is a text of its own: leave --output and --json out');
    const read = openReport(operands[0]!);
    if (!read.ok) {
      tellUnread([read], flags);
      return;
    }
    const { report } = read;
    const shown =
      flags.certificate === undefined
        ? shownReport(report, format, [read])
        : { medium: 'text' as const, from: [read], render: () => harmlessText(draftCertificate(report, read)) };
    deliverAs(shown, { ...report, inputs: [...report.inputs, read.input] }, flags, 0);
  }
}
