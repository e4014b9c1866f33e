// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { explainPolicy } from '../../../policy/explain-policy.ts';
import { renderPolicyCheck } from '../../../report/policy-text.ts';
import { BaseCommand, COMMON_FLAGS } from '../../base-command.ts';
import { policyFile } from '../../policy-file.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';

export default class PolicyCheck extends BaseCommand {
  static override summary = 'is a policy readable: exit 0, or 64 with file, line and column';
  static override examples = ['<%= config.bin %> policy check release-gate.yaml'];
  static override args = { policy: Args.string({ required: true, description: 'the policy: YAML or JSON' }) };
  static override flags = { json: COMMON_FLAGS.json, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(PolicyCheck);
    const file = operands[0]!;
    const explanation = explainPolicy((await policyFile(file)).document);
    const { name, sha256, inForce, parts } = explanation;
    const weakens = parts.flatMap((part) => part.weakens);
    const document = { format: 'forensic-verify/policy-check@v1', file, name, sha256, inForce, weakens };
    if (flags.json === true) writeJson(`${decodeUtf8(canonicalJson(document))}\n`);
    else writeAll(1, renderPolicyCheck(file, explanation));
    settle(0);
  }
}
