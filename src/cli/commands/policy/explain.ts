// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import type { JsonValue } from '../../../model/json.ts';
import { explainPolicy } from '../../../policy/explain-policy.ts';
import { renderPolicyExplanation } from '../../../report/policy-text.ts';
import { BaseCommand, COMMON_FLAGS } from '../../base-command.ts';
import { policyFile } from '../../policy-file.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';

export default class PolicyExplain extends BaseCommand {
  static override summary = 'what a policy enforces, for whom, and what it leaves open, in sentences';
  static override examples = ['<%= config.bin %> policy explain release-gate.yaml'];
  static override args = { policy: Args.string({ required: true, description: 'the policy: YAML or JSON' }) };
  static override flags = { json: COMMON_FLAGS.json, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(PolicyExplain);
    const file = operands[0]!;
    const explanation = explainPolicy((await policyFile(file)).document);
    const document = { format: 'forensic-verify/policy-explanation@v1', ...explanation } as unknown as JsonValue;
    if (flags.json === true) writeJson(`${decodeUtf8(canonicalJson(document))}\n`);
    else writeAll(1, renderPolicyExplanation(explanation));
    settle(0);
  }
}
