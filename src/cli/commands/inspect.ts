// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { escapeText } from '../../encoding/escape-text.ts';
import { readDocument } from '../../evidence/input.ts';
import { explainEvidence } from '../../verify/explain.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { settle, tell, writeAll, writeJson } from '../settle.ts';

export default class Inspect extends BaseCommand {
  static override summary =
    'show what evidence claims, every line marked unverified; exit 0, or 4 where there is nothing to show';
  static override examples = ['<%= config.bin %> inspect release.sigstore.json'];
  static override args = {
    evidence: Args.string({ required: true, description: 'a file of evidence, or - for standard input' }),
  };
  static override flags = { json: COMMON_FLAGS.json, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Inspect);
    const [file] = operands as [string];
    const input = readDocument(file);
    if (!input.ok) {
      const { reason, detail } = input.problem;
      if (flags.json === true) writeJson(`${JSON.stringify({ detail, known: false, name: file, reason })}\n`);
      tell(`forensic-verify: ${reason}: ${escapeText(detail, 2000)}\n`);
      settle(4);
      return;
    }
    const story = explainEvidence(input.value.bytes, file);
    if (flags.json === true) writeJson(story.json);
    else writeAll(1, story.text);
    settle(story.known ? 0 : 4);
  }
}
