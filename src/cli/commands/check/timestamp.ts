// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { Check } from '../../../model/check.ts';
import { checkTimestamp } from '../../../time/check-timestamp.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { givenCertificates } from '../../given-certificates.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class CheckTimestamp extends BaseCommand {
  static override summary = 'an RFC 3161 timestamp over a file, under given roots, valid at the time that it states';
  static override examples = ['<%= config.bin %> check timestamp response.tsr --data file --root tsa-root.pem'];
  static override args = {
    token: Args.string({ required: true, description: 'TimeStampResp or TimeStampToken (DER)' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    data: Flags.string({ required: true, description: 'the file that was stamped' }),
    root: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      aliases: ['tsa-ca'],
      description: 'certificates of the authority: roots, and what may stand below them',
    }),
    'tsa-cert': Flags.string({ description: 'the one certificate that must have signed' }),
    'tsa-name': Flags.string({ description: 'what the common name of the signer must be' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckTimestamp);
    const [file] = operands as [string];
    const roots = givenCertificates('root', flags.root).map(({ der }) => der);
    const tsaCert = flags['tsa-cert'] === undefined ? [] : givenCertificates('tsa-cert', [flags['tsa-cert']]);
    if (tsaCert.length > 1) throw new UsageError('--tsa-cert wants exactly one certificate');
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const tsr = inputs.read(file, 'evidence');
    const data = inputs.read(flags.data, 'data');
    const at = { evidence: file, pointer: '' };
    let checks: readonly Check[] = [];
    if (tsr !== null && data !== null) {
      checks = checkTimestamp({
        tsr,
        signed: data,
        roots,
        ...(tsaCert[0] === undefined ? {} : { tsaCert: tsaCert[0].der }),
        ...(flags['tsa-name'] === undefined ? {} : { tsaName: flags['tsa-name'] }),
        engine,
        at,
      });
    }
    const criteria = ['an RFC 3161 token over the file, by an authority below one of the given roots'];
    deliverStep({ name: file, command: 'check timestamp', criteria, checks, engine: engine.id }, inputs, flags);
  }
}
