// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { attemptAsync } from '../../../attest/signing.ts';
import { introduceKey, type RingRow, readSigningRing, writeSigningRing } from '../../../attest/signing-ring.ts';
import { encodeUtf8 } from '../../../encoding/utf8.ts';
import { malformedCheck } from '../../../model/check.ts';
import { keysAsked } from '../../asked.ts';
import { AUDIT_FLAGS } from '../../audit-flags.ts';
import { BaseCommand } from '../../base-command.ts';
import { host } from '../../host.ts';
import { deliverProduct, refuseProduct } from '../../product.ts';
import { engineFlag, instantFlag, judgingTime } from '../../session.ts';
import { SIGNED_PRODUCT_FLAGS } from '../../signed-product-flags.ts';
import { orUsage, PUBLIC_SIGNER_FLAGS, signerAsked } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class AttestRotate extends BaseCommand {
  static override summary = 'introduce the next key of a signing ring, by a statement that a key of the ring signs';
  static override description =
    'The ring with the new key goes out; the old file is never touched. Windows may overlap: the key that came last is the current one.\n' +
    'Without a ring as the operand, one begins with the --next-key alone, which nobody introduces.';
  static override examples = [
    '<%= config.bin %> attest rotate --next-key k1.pub --next-id k1 --valid-from 2026-01-01T00:00:00Z --output-file ring.json',
    '<%= config.bin %> attest rotate ring.json --next-key k2.pub --next-id k2 --valid-from 2026-06-01T00:00:00Z --signer key --signing-key k1.pem > ring2.json',
  ];
  static override args = { ring: Args.string({ description: 'the ring as it is' }) };
  static override flags = {
    ...SIGNED_PRODUCT_FLAGS,
    'next-key': Flags.string({ required: true, description: 'public key that is introduced (PEM, DER or JWK)' }),
    'next-id': Flags.string({ required: true, description: 'its name in the ring' }),
    'next-signing-key': Flags.string({
      description: 'the file of its private half, named from the folder of the ring',
    }),
    'valid-from': Flags.string({ required: true, description: 'from when on it signs (RFC 3339)' }),
    'valid-until': Flags.string({ description: 'until when, exclusive (RFC 3339)' }),
    at: Flags.string({ description: 'when it is introduced; without it, the clock (RFC 3339)' }),
    ...PUBLIC_SIGNER_FLAGS,
    ...AUDIT_FLAGS,
    signer: Flags.string({
      options: ['key', 'cosign', 'kms'],
      description: 'who introduces it, as attest sign has it',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestRotate);
    const [file] = operands;
    const never = [...(file === undefined ? [] : [file]), flags['next-key']];
    refuseProduct(flags, never);
    const engine = await engineFlag(flags.engine, false);
    const { at } = judgingTime({ at: flags.at });
    const next: Omit<RingRow, 'introducedBy'> = {
      id: flags['next-id'],
      key: keysAsked([flags['next-key']], undefined, '--next-key').keys[0]!.key,
      validFrom: instantFlag('valid-from', flags['valid-from']),
      validUntil: flags['valid-until'] === undefined ? null : instantFlag('valid-until', flags['valid-until']),
      signingKey: flags['next-signing-key'] ?? null,
    };
    if (next.validUntil !== null && next.validUntil <= next.validFrom)
      throw new UsageError('--valid-until is not after --valid-from: the key would never sign');
    const facts = { current: next.id, key: { keyid: next.key.fingerprint } };
    const lines = [`the ring has the key ${next.id}, ${next.key.fingerprint}`];
    if (file === undefined) {
      if (flags.signer !== undefined)
        throw new UsageError('a ring that begins is signed by nobody: leave --signer out');
      if (flags['audit-log'] !== undefined)
        throw new UsageError(
          'a ring that begins is signed by nobody, and there is nothing to record: leave --audit-log out',
        );
      const begun = writeSigningRing({ rows: [{ ...next, introducedBy: null }] });
      deliverProduct(encodeUtf8(begun), flags, never, { lines, facts });
      return;
    }
    if (flags.signer === undefined && host().signer === null)
      throw new UsageError('missing: --signer (who introduces the key)');
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'data');
    const open = await askedOnRecord(flags, 'attest rotate', () => signerAsked(flags, engine));
    const watch = new SigningWatch(flags, 'attest rotate', inputs.records, open);
    const ring = bytes === null ? null : orUsage(file, () => readSigningRing(bytes, engine));
    const grown =
      ring === null
        ? null
        : await attemptAsync(async () => introduceKey(ring, next, await watch.over(open)(), at, engine));
    if (grown?.ok === true) {
      await watch.signed();
      const written = encodeUtf8(writeSigningRing(grown.value));
      await watch.deliver(() => deliverProduct(written, flags, never, { lines, facts }));
      return;
    }
    const place = { evidence: file, pointer: '' };
    const checks = grown === null ? [] : [malformedCheck('signing.signer', place, grown.problem)];
    await watch.refused([...inputs.checks, ...checks]);
    deliverStep(
      {
        name: file,
        command: 'attest rotate',
        criteria: ['the next key is introduced by a key of the ring that is valid'],
        checks,
        engine: engine.id,
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}
