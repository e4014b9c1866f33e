// SPDX-License-Identifier: Apache-2.0
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { UsageError } from '../usage-error.ts';

export default class Selftest extends BaseCommand {
  static override summary = 'published test vectors, run by this very program';
  static override flags = { ...COMMON_FLAGS };
  async run(): Promise<void> {
    throw new UsageError('give --vectors');
  }
}
