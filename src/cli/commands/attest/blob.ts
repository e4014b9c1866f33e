// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { requireBlob, signBlob } from '../../../attest/blob.ts';
import { algorithmOf, keyIdOf } from '../../../attest/signer.ts';
import { sha256Hex } from '../../../crypto/digest.ts';
import { AUDIT_FLAGS } from '../../audit-flags.ts';
import { BaseCommand } from '../../base-command.ts';
import { makeSigned } from '../../making.ts';
import { deliverProduct, refuseProduct } from '../../product.ts';
import { RING_FLAGS, ringAsked } from '../../ring-asked.ts';
import { engineFlag } from '../../session.ts';
import { SIGNED_PRODUCT_FLAGS } from '../../signed-product-flags.ts';
import { PUBLIC_SIGNER_FLAGS } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class AttestBlob extends BaseCommand {
  static override summary = 'sign a file itself: a Sigstore bundle with its digest, as cosign sign-blob makes it';
  static override description =
    'The bundle (v0.3) has a message signature over the octets of the file, their digest, and the public key by its hint; no log entry and no time.\n' +
    'It states nothing but that the key has signed: for anything more, attest build and attest sign. Without --output-file it goes to standard output.';
  static override examples = [
    '<%= config.bin %> attest blob app.bin --signer key --signing-key release.pem --output-file app.bin.sigstore.json',
    '<%= config.bin %> attest blob app.bin --signer cosign --signing-key cosign.key --passphrase env:COSIGN_PASSWORD > app.bin.sigstore.json',
    '<%= config.bin %> verify app.bin --bundle app.bin.sigstore.json --key release.pub',
  ];
  static override args = { file: Args.string({ required: true, description: 'the file that is signed' }) };
  static override flags = {
    ...SIGNED_PRODUCT_FLAGS,
    ...PUBLIC_SIGNER_FLAGS,
    signer: Flags.string({
      required: true,
      options: ['key', 'cosign', 'kms'],
      description: 'who signs, as attest sign has it: a bundle names a public key, and a shared secret has none',
    }),
    ...RING_FLAGS,
    ...AUDIT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestBlob);
    const [file] = operands as [string];
    refuseProduct(flags, [file]);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const open = await askedOnRecord(flags, 'attest blob', () => ringAsked(flags, engine));
    const watch = new SigningWatch(flags, 'attest blob', inputs.records, open);
    const bytes = inputs.read(file, 'artifact');
    const place = { evidence: file, pointer: '' };
    const made =
      bytes === null
        ? null
        : await makeSigned(
            watch.over(open),
            place,
            'signing.blob',
            () => requireBlob(bytes),
            (_, signer) => signBlob(bytes, signer!),
          );
    if (made?.ok === true) {
      const signer = made.signer!;
      const [algorithm, keyid, sha256] = [algorithmOf(signer), keyIdOf(signer), sha256Hex(bytes!)];
      await watch.signed();
      const said = {
        lines: [`signed by ${keyid} (${algorithm})`, `the file has sha256 ${sha256}`],
        facts: { artifact: { sha256, size: bytes!.length }, signatures: [{ algorithm, keyid }], signer: signer.name },
      };
      await watch.deliver(() => deliverProduct(made.value, flags, [file], said));
      return;
    }
    const checks = made?.checks ?? [];
    await watch.refused([...inputs.checks, ...checks]);
    deliverStep(
      {
        name: file,
        command: 'attest blob',
        criteria: ['the file can be signed as it stands'],
        checks,
        engine: engine.id,
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}
