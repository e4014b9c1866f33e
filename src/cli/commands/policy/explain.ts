// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import type { JsonValue } from '../../../model/json.ts';
import { explainPolicy } from '../../../policy/explain-policy.ts';
import { renderPolicyExplanation } from '../../../report/policy-text.ts';
import { BaseCommand } from '../../base-command.ts';
import { POLICY_OPERAND_FLAGS, policyOperand } from '../../policy-operand.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';

export default class PolicyExplain extends BaseCommand {
  static override summary = 'what a policy enforces, for whom, and what it leaves open, in sentences';
  static override examples = [
    '<%= config.bin %> policy explain release-gate.yaml',
    '<%= config.bin %> policy explain release-gate.dsse.json --policy-key security-team.pub.pem',
  ];
  static override args = {
    policy: Args.string({ required: true, description: 'the policy: YAML or JSON, or an envelope that signs it' }),
  };
  static override flags = POLICY_OPERAND_FLAGS;

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(PolicyExplain);
    const file = operands[0]!;
    const policy = await policyOperand('policy explain', file, flags, given);
    if (policy === null) return;
    const explanation = explainPolicy(policy);
    const document = { format: 'forensic-verify/policy-explanation@v1', ...explanation } as unknown as JsonValue;
    if (flags.json === true) writeJson(`${decodeUtf8(canonicalJson(document))}\n`);
    else writeAll(1, renderPolicyExplanation(explanation));
    settle(0);
  }
}
