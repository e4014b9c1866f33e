// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { readDocument } from '../../evidence/input.ts';
import { explainEvidence } from '../../verify/explain.ts';
import { unreadEvidence } from '../../verify/inspect.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { explainCode, looksLikeCode, nearCodes } from '../explain-code.ts';
import { settle, writeAll, writeJson } from '../settle.ts';
import { deliverStory } from '../story.ts';
import { UsageError } from '../usage-error.ts';

export default class Explain extends BaseCommand {
  static override summary =
    'explain a reason, a check or a finding; walk through a report, or through evidence step by step';
  static override description =
    'Of evidence, each step is shown with its inputs and its arithmetic: what is signed, each hash of a proof up to the\n' +
    'root, the lines of a checkpoint, the window of a certificate, and commands that repeat it. It judges nothing.\n' +
    'A file that is named like a code is ./NAME.';
  static override examples = [
    '<%= config.bin %> explain subject-digest-mismatch',
    '<%= config.bin %> explain report.json',
    '<%= config.bin %> explain release.sigstore.json',
  ];
  static override args = {
    what: Args.string({
      required: true,
      description: 'a reason, check or finding code, a JSON report, a file of evidence, or - for standard input',
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
    if (!input.ok && input.problem.reason === 'input-missing') refuseUnknownCode(what);
    if (input.ok) deliverStory(explainEvidence(input.value.bytes, what), flags);
    else deliverStory(unreadEvidence(what, 'steps', input.problem), flags, input.problem);
  }
}

/** Neither a file nor a code: a slip in a code is a usage error, and the codes that were perhaps meant are named. */
function refuseUnknownCode(what: string): void {
  const near = nearCodes(what);
  if (near.length === 0 && !looksLikeCode(what)) return;
  const hint = near.length === 0 ? 'docs/CHECKS.md lists the codes' : `did you mean ${near.join(' or ')}`;
  throw new UsageError(`${what} is neither a code of this tool nor a file: ${hint}`);
}
