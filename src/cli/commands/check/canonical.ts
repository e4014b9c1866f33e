// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { parseJson } from '../../../encoding/json.ts';
import { inexactNumbers } from '../../../encoding/json-inexact.ts';
import { malformedCheck } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { tellMessage } from '../../message.ts';
import { settle, writeAll } from '../../settle.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckCanonical extends BaseCommand {
  static override summary = 'write the canonical form (RFC 8785) of a JSON file to standard output, and nothing else';
  static override examples = ['<%= config.bin %> check canonical statement.json | sha256sum'];
  static override args = {
    file: Args.string({ required: true, description: 'the JSON file, or - for standard input' }),
  };
  static override flags = {
    json: Flags.boolean({ description: 'where there is no canonical form, the report of why in JSON' }),
    deterministic: REPORT_FLAGS.deterministic,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckCanonical);
    const [file] = operands as [string];
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'data');
    const canonical = bytes === null ? null : attempt(() => canonicalJson(parseJson(bytes)));
    if (canonical?.ok === true) {
      writeAll(1, canonical.value);
      const inexact = bytes === null ? null : inexactNumbers(bytes);
      if (inexact !== null) tellMessage(`json-number-inexact: ${inexact.detail}`);
      settle(0);
      return;
    }
    const at = { evidence: file, pointer: '' };
    const checks = canonical === null ? [] : [malformedCheck('json.canonical', at, canonical.problem)];
    deliverStep(
      { name: file, command: 'check canonical', criteria: ['RFC 8785 over IEEE 754 doubles'], checks },
      inputs,
      flags,
    );
  }
}
