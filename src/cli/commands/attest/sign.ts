// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { bundleBytes } from '../../../attest/bundle-text.ts';
import { dsseBytes, STATEMENT_TYPE } from '../../../attest/seal.ts';
import type { Signer } from '../../../attest/signer.ts';
import { algorithmOf, keyIdOf } from '../../../attest/signer.ts';
import { examineForSigning, type Signed, type SigningAsked, signExamined } from '../../../attest/signing.ts';
import { AUDIT_FLAGS, auditAsked, whyNot } from '../../audit-asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CLAIM_FLAGS, claimsAsked } from '../../claims-asked.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { RING_FLAGS, ringAsked } from '../../ring-asked.ts';
import { engineFlag } from '../../session.ts';
import { SIGNER_FLAGS } from '../../signer-asked.ts';
import { askedOnRecord, deliverRecorded } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class AttestSign extends BaseCommand {
  static override summary = 'sign a statement: what was signed goes out, and nothing else does';
  static override description =
    'The statement is read as a verifier would read it, and must say what --require-claim and --claims ask, before anything is signed.\n' +
    'Its octets are signed as they stand. Each new signature is verified before it is written. Where nothing is signed, a report says why.';
  static override examples = [
    '<%= config.bin %> attest sign statement.json --signer key --signing-key release.pem > release.dsse.json',
    '<%= config.bin %> attest sign statement.json --signer key --signing-key release.pem --passphrase env:RELEASE_PASSPHRASE',
    '<%= config.bin %> attest sign statement.json --signer hmac --hmac-key fd:3 3< secret.bin',
  ];
  static override args = { statement: Args.string({ required: true, description: 'the in-toto Statement (JSON)' }) };
  static override flags = {
    json: Flags.boolean({
      description: 'with --output-file, or where nothing is signed: one JSON document that says so',
    }),
    output: Flags.string({
      char: 'o',
      options: ['dsse', 'bundle'],
      default: 'dsse',
      description: 'dsse: the envelope in JSON; bundle: a Sigstore bundle v0.3 that names the public key',
    }),
    ...PRODUCT_FLAGS,
    deterministic: REPORT_FLAGS.deterministic,
    engine: REPORT_FLAGS.engine,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    'payload-type': Flags.string({
      default: STATEMENT_TYPE,
      description: 'another payload than an in-toto Statement: its media type',
    }),
    ...SIGNER_FLAGS,
    ...CLAIM_FLAGS,
    ...RING_FLAGS,
    ...AUDIT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestSign);
    const [file] = operands as [string];
    refuseProduct(flags, [file]);
    const engine = await engineFlag(flags.engine, false);
    const claims = claimsAsked(flags);
    if (flags.output === 'bundle' && flags.signer === 'hmac')
      throw new UsageError('a bundle names a public key, and a shared secret has none: leave --output bundle out');
    const opening = await askedOnRecord(flags, 'attest sign', () => ringAsked(flags, engine));
    const audit = auditAsked(flags);
    const inputs = new StepInputs();
    const payload = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const asked = { payload: payload ?? new Uint8Array(), payloadType: flags['payload-type'], claims, at };
    const examined = payload === null ? null : examineForSigning(asked);
    const record = (signer: Signer | null, refused: string | null): Promise<void> | undefined =>
      audit?.record({
        command: 'attest sign',
        payload,
        payloadType: asked.payloadType,
        signer,
        opening,
        statement: examined?.statement ?? null,
        claims: examined?.claims ?? {},
        refused,
      });
    const guarded = async (): Promise<Signer> => {
      const signer = await opening();
      if (signer.identity.kind === 'public-key') audit?.requireOther(signer.identity.key);
      return signer;
    };
    const signed = examined?.ok === true ? await signRecorded(guarded, asked, record) : null;
    if (signed?.ok === true) {
      const { signer, sealed } = signed;
      // The record comes first: what is signed and not recorded never goes out.
      await record(signer, null);
      const product = flags.output === 'bundle' ? bundleBytes(sealed, signer) : dsseBytes(sealed);
      const said = {
        lines: [`signed by ${keyIdOf(signer) ?? 'a shared secret'} (${algorithmOf(signer)})`],
        facts: {
          signatures: sealed.signatures.map(({ keyid }) => ({ algorithm: algorithmOf(signer), keyid })),
          signer: signer.name,
        },
      };
      await deliverRecorded(
        () => deliverProduct(product, flags, [file], said),
        (why) => record(signer, why),
      );
      return;
    }
    const checks = [...inputs.checks, ...(examined?.checks ?? []), ...(signed?.checks ?? [])];
    await record(signed?.signer ?? null, whyNot(checks));
    deliverStep(
      {
        name: file,
        command: 'attest sign',
        criteria: ['what is signed is well-formed and says what it must', ...claims.map(({ says }) => says)],
        checks: [...(examined?.checks ?? []), ...(signed?.checks ?? [])],
        findings: examined?.findings ?? [],
        engine: engine.id,
      },
      inputs,
      { ...flags, output: undefined, 'output-file': undefined, force: undefined },
    );
  }
}

/** A key file that does not open ends the command, and is a refusal too. */
async function signRecorded(
  open: () => Promise<Signer>,
  asked: SigningAsked,
  record: (signer: null, refused: string) => Promise<void> | undefined,
): Promise<Signed> {
  try {
    return await signExamined(open, asked);
  } catch (error) {
    if (error instanceof UsageError) await record(null, error.message);
    throw error;
  }
}
