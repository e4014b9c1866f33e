// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { sha256Hex } from '../../../crypto/digest.ts';
import { LIMITS } from '../../../encoding/limits.ts';
import { readDocument } from '../../../evidence/input.ts';
import type { JsonValue } from '../../../model/json.ts';
import { attempt } from '../../../model/malformed.ts';
import {
  inspectReports,
  renderReportsJson,
  renderReportsText,
  type UnreadReport,
} from '../../../report/inspect-reports.ts';
import { type StatedReport, statedBy } from '../../../report/read-report.ts';
import { readWholeReport } from '../../../verify/whole-report.ts';
import { BaseCommand, COMMON_FLAGS } from '../../base-command.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { UsageError } from '../../usage-error.ts';

export default class ReportInspect extends BaseCommand {
  static override summary = 'what JSON reports state: one as a table, many as counts per status, signer and reason';
  static override description =
    'Nothing is verified: a report says what somebody wrote in it. Exit 0 where every file is a report of this tool, whatever it\n' +
    'states; else 4, also where one states what does not follow from its own checks. What could be read is shown all the same.';
  static override examples = [
    '<%= config.bin %> report inspect report.json',
    '<%= config.bin %> report inspect reports/*.json --json',
  ];
  static override strict = false;
  static override args = {
    report: Args.string({ required: true, description: 'reports, JSON or ndjson, any number; - for standard input' }),
  };
  static override flags = {
    json: COMMON_FLAGS.json,
    verbose: COMMON_FLAGS.verbose,
    offline: COMMON_FLAGS.offline,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(ReportInspect);
    if (operands.length > LIMITS.reports) throw new UsageError(`more than ${LIMITS.reports} reports`);
    const found: StatedReport[] = [];
    const unread: UnreadReport[] = [];
    for (const name of operands) {
      const input = readDocument(name);
      const report = input.ok
        ? attempt(() => {
            const { bytes } = input.value;
            return statedBy(readWholeReport(bytes, name) as unknown as JsonValue, name, sha256Hex(bytes));
          })
        : input;
      if (report.ok) found.push(report.value);
      else unread.push({ name, problem: report.problem });
    }
    const inspection = inspectReports(found, unread);
    if (flags.json === true) writeJson(renderReportsJson(inspection));
    else writeAll(1, renderReportsText(inspection, flags.verbose === true));
    settle(unread.length === 0 ? 0 : 4);
  }
}
