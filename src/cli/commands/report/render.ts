// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { readDocument } from '../../../evidence/input.ts';
import { draftCertificate } from '../../../report/certificate-902-14.ts';
import { FORMAT_NAMES, FORMAT_WORDS } from '../../../report/format-names.ts';
import { harmlessText } from '../../../report/harmless.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { openReport, shownReport, tellUnread } from '../../reports-asked.ts';
import { deliverAs, formatOf } from '../../session.ts';
import { UsageError } from '../../usage-error.ts';

/** Formats that a timeline has, and a report has not. */
const ONLY_REPLAY: readonly string[] = ['svg', 'timesketch', 'case'];

const { deterministic: _, ...FLAGS } = PLAIN_REPORT_FLAGS;

export default class ReportRender extends BaseCommand {
  static override summary =
    'a JSON report or replay in another format, with the file that it comes from in its first lines';
  static override description =
    'Nothing is verified again: a report says what somebody wrote in it. Exit 0 where it was rendered, whatever it states; 4 where\n' +
    'the file is no report of this version, or states what does not follow from its own checks. --certificate drafts the text that a qualified person completes\n' +
    'and signs; the tool certifies nothing. A replay (replay --json) has the formats of replay; in the others the report that is in it is shown.';
  static override examples = [
    '<%= config.bin %> report render report.json --output html --output-file report.html',
    '<%= config.bin %> report render report.json --output junit > results.xml',
    '<%= config.bin %> report render replay.json --output html --output-file timeline.html',
    '<%= config.bin %> report render report.json --certificate 902-14 > draft.txt',
  ];
  static override args = {
    report: Args.string({ required: true, description: 'a report, JSON or ndjson, or a replay; - for standard input' }),
  };
  static override flags = {
    ...FLAGS,
    output: Flags.string({
      char: 'o',
      options: [...FORMAT_NAMES, ...ONLY_REPLAY],
      description: `report format; ${FORMAT_WORDS}; of a replay alone: ${ONLY_REPLAY.join(', ')}`,
    }),
    certificate: Flags.string({
      options: ['902-14'],
      description: 'draft a certification under Rule 902(14) of the Federal Rules of Evidence, with blanks',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(ReportRender);
    const format = formatOf(flags);
    const asked = flags.json === true ? format : (flags.output ?? format);
    if (flags.certificate !== undefined && flags.quiet)
      throw new UsageError('--certificate is a text of its own: leave --quiet out');
    if (flags.certificate !== undefined && (given.includes('output') || given.includes('json')))
      throw new UsageError('--certificate is a text of its own: leave --output and --json out');
    const { openReplay, shownReplay } = await import('../../replay-report.ts');
    const [name] = operands as [string];
    // Once: standard input is gone then.
    const input = readDocument(name);
    const replay = openReplay(name, input);
    const read = replay ?? openReport(name, input);
    if (!read.ok) {
      tellUnread([read], flags);
      return;
    }
    const { report } = read;
    if (replay === null && ONLY_REPLAY.includes(asked))
      throw new UsageError(`--output ${asked} is for what replay --json writes, and ${name} is a report`);
    const shown =
      flags.certificate === undefined
        ? replay?.ok === true
          ? shownReplay(replay, asked)
          : shownReport(report, format, [read])
        : { medium: 'text' as const, from: [read], render: () => harmlessText(draftCertificate(report, read)) };
    deliverAs(shown, { ...report, inputs: [...report.inputs, read.input] }, flags, 0);
  }
}
