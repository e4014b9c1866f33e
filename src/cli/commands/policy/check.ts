// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import type { JsonValue } from '../../../model/json.ts';
import { explainPolicy } from '../../../policy/explain-policy.ts';
import { renderPolicyCheck } from '../../../report/policy-text.ts';
import { BaseCommand } from '../../base-command.ts';
import { POLICY_OPERAND_FLAGS, policyOperand } from '../../policy-operand.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';

export default class PolicyCheck extends BaseCommand {
  static override summary =
    'is a policy readable: exit 0, or 64 with file, line and column; is it signed by whom it should be';
  static override examples = [
    '<%= config.bin %> policy check release-gate.yaml',
    '<%= config.bin %> policy check release-gate.dsse.json --policy-key security-team.pub.pem',
  ];
  static override args = {
    policy: Args.string({ required: true, description: 'the policy: YAML or JSON, or an envelope that signs it' }),
  };
  static override flags = POLICY_OPERAND_FLAGS;

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(PolicyCheck);
    const file = operands[0]!;
    const policy = await policyOperand('policy check', file, flags, given);
    if (policy === null) return;
    const explanation = explainPolicy(policy);
    const { name, sha256, inForce, parts, signature } = explanation;
    const weakens = parts.flatMap((part) => part.weakens);
    const format = 'forensic-verify/policy-check@v1';
    const document = {
      format,
      file,
      name,
      sha256,
      inForce,
      weakens,
      ...(signature === undefined ? {} : { signature }),
    };
    if (flags.json === true) writeJson(`${decodeUtf8(canonicalJson(document as unknown as JsonValue))}\n`);
    else writeAll(1, renderPolicyCheck(file, explanation));
    settle(0);
  }
}
