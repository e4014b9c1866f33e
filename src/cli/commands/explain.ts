// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { escapeText } from '../../encoding/escape-text.ts';
import { readDocument } from '../../evidence/input.ts';
import { explainEvidence } from '../../verify/explain.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { explainCode } from '../explain-code.ts';
import { settle, tell, writeAll, writeJson } from '../settle.ts';
import { UsageError } from '../usage-error.ts';

export default class Explain extends BaseCommand {
  static override summary = 'explain a reason, a check or a finding, or walk through evidence step by step';
  static override examples = [
    '<%= config.bin %> explain subject-digest-mismatch',
    '<%= config.bin %> explain release.sigstore.json',
  ];
  static override args = {
    what: Args.string({
      required: true,
      description: 'a reason, check or finding code, a report, or a file of evidence',
    }),
  };
  static override flags = { json: COMMON_FLAGS.json, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Explain);
    const what = operands[0]!;
    const entry = explainCode(what);
    if (entry !== null) {
      if (flags.json === true) writeJson(entry.json);
      else writeAll(1, entry.text);
      settle(0);
      return;
    }
    const input = readDocument(what);
    if (!input.ok) {
      if (input.problem.reason === 'input-missing' && /^[a-z.-]+$/.test(what)) {
        throw new UsageError(`${what} is neither a code of this tool nor a file; docs/CHECKS.md lists the codes`);
      }
      const { reason, detail } = input.problem;
      if (flags.json === true) writeJson(`${JSON.stringify({ detail, known: false, name: what, reason })}\n`);
      tell(`forensic-verify: ${reason}: ${escapeText(detail, 2000)}\n`);
      settle(4);
      return;
    }
    const story = explainEvidence(input.value.bytes, what);
    if (flags.json === true) writeJson(story.json);
    else writeAll(1, story.text);
    settle(story.known ? 0 : 4);
  }
}
