// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { parseJson } from '../../../encoding/json.ts';
import { inexactNumbers } from '../../../encoding/json-inexact.ts';
import { finding, malformedCheck, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckJson extends BaseCommand {
  static override summary = 'is a file strict JSON: one document, no duplicate keys, no lone surrogates, bounded';
  static override examples = ['<%= config.bin %> check json statement.json'];
  static override args = {
    file: Args.string({ required: true, description: 'the JSON file, or - for standard input' }),
  };
  static override flags = { ...PLAIN_REPORT_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckJson);
    const [file] = operands as [string];
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'data');
    const at = { evidence: file, pointer: '' };
    const document = bytes === null ? null : attempt(() => parseJson(bytes));
    const checks =
      document === null
        ? []
        : [document.ok ? passed('json.strict', at) : malformedCheck('json.strict', at, document.problem)];
    const inexact = bytes !== null && document?.ok === true ? inexactNumbers(bytes) : null;
    const findings = inexact === null ? [] : [finding('json-number-inexact', at, inexact.detail)];
    deliverStep(
      { name: file, command: 'check json', criteria: ['strict JSON (RFC 8259, RFC 7493)'], checks, findings },
      inputs,
      flags,
    );
  }
}
