// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { judgeNote } from '../../../log/judge-note.ts';
import { threshold } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { NOTE_KEY_FLAG, verifierKeysAsked } from '../../checkpoint-asked.ts';
import { trustOf } from '../../given-certificates.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class CheckNote extends BaseCommand {
  static override summary = 'a C2SP signed note under given keys; nothing is said of what its text means';
  static override examples = [
    '<%= config.bin %> check note message.note --key example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  ];
  static override args = { note: Args.string({ required: true, description: 'the signed note' }) };
  static override flags = {
    ...REPORT_FLAGS,
    key: NOTE_KEY_FLAG,
    threshold: Flags.string({ description: 'distinct keys that must have signed (1 to 32)' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckNote);
    const [file] = operands as [string];
    const given = verifierKeysAsked('key', flags.key ?? []);
    if (given.keys.length === 0) throw new UsageError('give --key');
    const wanted = threshold(flags, 'threshold', 1) ?? 1;
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...given.inputs);
    const bytes = inputs.read(file, 'evidence');
    const judged =
      bytes === null ? null : judgeNote(bytes, given.keys, wanted, engine, { evidence: file, pointer: '' });
    deliverStep(
      {
        name: file,
        command: 'check note',
        criteria: [`a note that ${wanted} distinct key(s) of ${given.keys.length} signed`],
        engine: engine.id,
        trust: trustOf(given.inputs),
        ...(judged ?? { checks: [] }),
      },
      inputs,
      flags,
    );
  }
}
