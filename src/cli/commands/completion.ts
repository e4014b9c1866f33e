// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { SHELLS } from '../manual/completions.ts';
import { describeAll } from '../manual/description.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../product.ts';
import { UsageError } from '../usage-error.ts';

const NAMES = Object.keys(SHELLS);

export default class Completion extends BaseCommand {
  static override summary = 'completions for a shell: commands, flags and their values';
  static override description =
    'Goes to standard output, to be read by the shell: in bash by source, in zsh as a file _forensic-verify of a folder of fpath, in fish as\n' +
    'a file of its folder of completions, in PowerShell by its profile. Printed from the tables that the program parses by.';
  static override examples = [
    'source <(<%= config.bin %> completion bash)',
    '<%= config.bin %> completion fish > ~/.config/fish/completions/forensic-verify.fish',
  ];
  static override args = { shell: Args.string({ required: true, description: NAMES.join(', ') }) };
  static override flags = { json: COMMON_FLAGS.json, ...PRODUCT_FLAGS, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Completion);
    const [name] = operands as [string];
    const shell = SHELLS[name];
    if (shell === undefined) throw new UsageError(`there are no completions for ${name}: one of ${NAMES.join(', ')}`);
    refuseProduct(flags, []);
    const text = shell.print(await describeAll());
    deliverProduct(encodeUtf8(text), flags, [], { lines: [`completions for ${name}`], facts: { shell: name } });
  }
}
