// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { type CheckedTimestamp, checkTimestamp } from '../../../time/check-timestamp.ts';
import { timeTable } from '../../../time/table.ts';
import { TimeWitness } from '../../../trust/revocation/time-witness.ts';
import { unrelatedLists, unsoundLists } from '../../../verify/revocation-data.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { givenCertificates, trustOf } from '../../given-certificates.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { REVOCATION_FLAGS, TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { softenedBy, trustGiven } from '../../trust-given.ts';
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
      aliases: ['tsa-ca'],
      description: 'certificates of the authority: roots, and what may stand below them',
    }),
    ...TRUST_STORE_FLAGS,
    ...REVOCATION_FLAGS,
    'tsa-cert': Flags.string({ description: 'the one certificate that must have signed' }),
    'tsa-name': Flags.string({ description: 'what the common name of the signer must be' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckTimestamp);
    const [file] = operands as [string];
    const roots = givenCertificates('root', flags.root ?? []);
    if (flags.root === undefined && flags['trust-store'] === undefined)
      throw new UsageError('give --root, or --trust-store');
    const held = await trustGiven(flags, { answers: flags['trust-store'] === undefined ? [] : ['roots'] });
    const named = givenCertificates('tsa-cert', flags['tsa-cert'] === undefined ? [] : [flags['tsa-cert']]);
    const tsaCert = named.certificates;
    if (tsaCert.length > 1) throw new UsageError('--tsa-cert wants exactly one certificate');
    const engine = await engineFlag(flags.engine, false);
    const { revocation } = held;
    const witness = revocation === null ? null : new TimeWitness(revocation, engine);
    const inputs = new StepInputs();
    inputs.records.push(...held.trust.inputs, ...roots.inputs, ...named.inputs);
    const tsr = inputs.read(file, 'evidence');
    const data = inputs.read(flags.data, 'data');
    const at = { evidence: file, pointer: '' };
    let checked: CheckedTimestamp | null = null;
    if (tsr !== null && data !== null) {
      checked = checkTimestamp({
        tsr,
        signed: data,
        roots: roots.certificates.map(({ der }) => der),
        authorities: held.trust.roots.flatMap(({ timestampAuthorities }) => timestampAuthorities),
        ...(tsaCert[0] === undefined ? {} : { tsaCert: tsaCert[0].der }),
        ...(flags['tsa-name'] === undefined ? {} : { tsaName: flags['tsa-name'] }),
        witness: witness?.against,
        engine,
        at,
      });
    }
    const criteria = ['an RFC 3161 token over the file, by an authority below one of the given roots'];
    deliverStep(
      {
        name: file,
        command: 'check timestamp',
        criteria,
        checks: [
          ...(checked?.checks ?? []),
          ...(witness === null ? [] : unsoundLists(witness, at)),
          ...(witness === null || checked === null ? [] : unrelatedLists(revocation!, witness.related, at)),
        ],
        findings: checked?.findings ?? [],
        times: checked?.time == null ? [] : timeTable([checked.time]),
        ...(checked?.time == null ? {} : { judgedAt: { at: checked.time.instant, source: 'evidence' as const } }),
        signers: checked?.signer == null ? [] : [checked.signer],
        engine: engine.id,
        trust: [...held.trust.roots, ...trustOf([...roots.inputs, ...named.inputs])],
        ...softenedBy(held.stale),
      },
      inputs,
      flags,
    );
  }
}
