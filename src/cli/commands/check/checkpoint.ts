// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { judgeCheckpoint } from '../../../log/judge-checkpoint.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CHECKPOINT_FLAGS, checkpointAsked } from '../../checkpoint-asked.ts';
import { trustOf } from '../../given-certificates.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckCheckpoint extends BaseCommand {
  static override summary = "a log's signed tree head (C2SP tlog-checkpoint), and the witnesses that cosigned it";
  static override examples = [
    '<%= config.bin %> check checkpoint tree.note --key log.vkey',
    '<%= config.bin %> check checkpoint tree.note --key log.vkey --witness w1.vkey --witness w2.vkey --witness-threshold 2',
    '<%= config.bin %> check checkpoint tree.note --tlog-policy trust-policy.txt',
  ];
  static override args = { checkpoint: Args.string({ required: true, description: 'the signed note' }) };
  static override flags = { ...REPORT_FLAGS, ...CHECKPOINT_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckCheckpoint);
    const [file] = operands as [string];
    const engine = await engineFlag(flags.engine, false);
    const given = checkpointAsked(flags, engine);
    const inputs = new StepInputs();
    inputs.records.push(...given.inputs);
    const bytes = inputs.read(file, 'evidence');
    const judged = bytes === null ? null : judgeCheckpoint(bytes, given.asked, { evidence: file, pointer: '' });
    const { checks = [], findings = [], signers = [], times = [] } = judged ?? {};
    deliverStep(
      {
        name: file,
        command: 'check checkpoint',
        criteria: given.criteria,
        engine: engine.id,
        trust: trustOf(given.inputs),
        ...{ checks, findings, signers, times },
      },
      inputs,
      flags,
    );
  }
}
