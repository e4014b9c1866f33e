// SPDX-License-Identifier: Apache-2.0
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { describeAll } from '../manual/description.ts';
import { manPage } from '../manual/man-page.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../product.ts';
import { VERSION } from '../version.ts';

export default class Man extends BaseCommand {
  static override summary = 'the manual page, in the form that man reads';
  static override description =
    'Goes to standard output. Printed from the tables that the program parses by: every command, flag and exit code is in it.';
  static override examples = ['<%= config.bin %> man > forensic-verify.1', 'man ./forensic-verify.1'];
  static override flags = { json: COMMON_FLAGS.json, ...PRODUCT_FLAGS, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags } = await this.parseStrictly(Man);
    refuseProduct(flags, []);
    const page = manPage(await describeAll(), VERSION);
    deliverProduct(encodeUtf8(page), flags, [], { lines: ['the manual page'], facts: { version: VERSION } });
  }
}
