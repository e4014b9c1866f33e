// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { readSet, rootFact, SET_FLAGS, setAsked, setName } from '../../merkle-asked.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class MerkleRoot extends BaseCommand {
  static override summary = 'the root over a folder, an archive, files, the lines of a file, or digests';
  static override description =
    'The root is computed and nothing is compared: `merkle verify` does that. Files stand in the order of the octets of\n' +
    'their names, lines and digests as they are. The profile stands in the report.';
  static override examples = [
    '<%= config.bin %> merkle root evidence',
    '<%= config.bin %> merkle root events.jsonl --leaves lines --json',
    '<%= config.bin %> merkle root evidence --merkle-profile sha256-pairs-doubled',
  ];
  static override strict = false;
  static override args = {
    set: Args.string({ required: true, description: 'a folder or an archive, or files, any number' }),
  };
  static override flags = { ...PLAIN_REPORT_FLAGS, ...SET_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(MerkleRoot);
    const asked = setAsked(operands, flags);
    const sum = asked.profile.start();
    const {
      checks,
      findings,
      inputs: records,
    } = await readSet(
      asked,
      (hash, name) => sum.add(hash, name),
      () => rootFact(sum.root()),
    );
    const inputs = new StepInputs();
    inputs.records.push(...records);
    const criteria = [`the root under ${asked.profile.id}: ${asked.profile.says}`];
    deliverStep({ name: setName(operands), command: 'merkle root', criteria, checks, findings }, inputs, flags);
  }
}
