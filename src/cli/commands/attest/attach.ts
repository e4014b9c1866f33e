// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { bundleBytes } from '../../../attest/bundle-text.ts';
import { joinSignature, readEnvelopeToJoin } from '../../../attest/further-signature.ts';
import { offlineSigner, readSigningRequest, type SigningRequest } from '../../../attest/offline.ts';
import { dsseBytes } from '../../../attest/seal.ts';
import type { Signer } from '../../../attest/signer.ts';
import { type Examined, examineForSigning, signExamined } from '../../../attest/signing.ts';
import { defaultScheme } from '../../../crypto/algorithms.ts';
import { readSignatureFile } from '../../../encoding/signature-file.ts';
import { type Check, malformedCheck, notPassed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import type { SchemeId } from '../../../model/public-key.ts';
import { keysAsked } from '../../asked.ts';
import { AUDIT_FLAGS, auditAsked, whyNot } from '../../audit-asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CLAIM_FLAGS, claimsAsked } from '../../claims-asked.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { engineFlag } from '../../session.ts';
import { deliverRecorded } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class AttestAttach extends BaseCommand {
  static override summary = 'join a signature that was made elsewhere with what it is over, once it verifies';
  static override description =
    'The request of attest prepare, and the signature over the bytes that came with it: raw, base64, or for ECDSA r and s side by\n' +
    'side as tokens give them. The key is the one that --key names. Where it does not verify, a report says why, and nothing is written.\n' +
    'With --to the signature joins those of an envelope that is there, which must hold the same payload and no signature of this key.';
  static override examples = [
    '<%= config.bin %> attest attach request.json --signature bytes.sig --key release.pub > release.dsse.json',
    '<%= config.bin %> attest attach second.json --signature second.sig --key second.pub --to release.dsse.json > both.dsse.json',
  ];
  static override args = { request: Args.string({ required: true, description: 'the request of attest prepare' }) };
  static override flags = {
    json: Flags.boolean({
      description: 'with --output-file, or where nothing is made: one JSON document that says so',
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
    key: Flags.string({
      char: 'k',
      aliases: ['public-key'],
      required: true,
      description: 'public key of the key that has signed (PEM, DER or JWK)',
    }),
    to: Flags.string({
      description: 'DSSE envelope that the signature joins; those that it has are kept, and not verified here',
    }),
    signature: Flags.string({ required: true, description: 'the signature: raw bytes or base64' }),
    ...CLAIM_FLAGS,
    ...AUDIT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestAttach);
    const [file] = operands as [string];
    const { to } = flags;
    const never = [file, flags.key, flags.signature, ...(to === undefined ? [] : [to])];
    refuseProduct(flags, never);
    if (to !== undefined && flags.output === 'bundle')
      throw new UsageError('a bundle has exactly one signature: leave --output bundle out, or --to');
    const claims = claimsAsked(flags);
    const audit = auditAsked(flags);
    const engine = await engineFlag(flags.engine, false);
    const [trusted] = keysAsked([flags.key], undefined).keys;
    const { key } = trusted!;
    audit?.requireOther(key);
    const inputs = new StepInputs();
    const requestBytes = inputs.read(file, 'evidence');
    const signatureBytes = inputs.read(flags.signature, 'evidence');
    const envelopeBytes = to === undefined ? null : inputs.read(to, 'evidence');
    const at = { evidence: file, pointer: '' };
    let examined: Examined | null = null;
    const record = (signer: Signer | null, refused: string | null): Promise<void> | undefined =>
      audit?.record({
        command: 'attest attach',
        payload: request?.payload ?? null,
        payloadType: request?.payloadType ?? '',
        signer,
        statement: examined?.statement ?? null,
        claims: examined?.claims ?? {},
        refused,
      });
    let request: SigningRequest | null = null;
    // For the record: the key that was named, under the scheme of the request where that is one of it.
    const asOffered = (): Signer | null => {
      const under = (scheme: SchemeId | null) =>
        attempt(() => offlineSigner(key, defaultScheme(key, scheme), new Uint8Array(), engine));
      const asked = under(request?.scheme ?? null);
      const known = asked.ok ? asked : under(null);
      return known.ok ? known.value : null;
    };
    const refuse = async (...checks: readonly Check[]): Promise<void> => {
      await record(asOffered(), whyNot([...inputs.checks, ...checks]));
      deliverStep(
        {
          name: file,
          command: 'attest attach',
          criteria: [`a signature by the key ${key.fingerprint} over what the request holds`],
          checks,
          engine: engine.id,
        },
        inputs,
        { ...flags, output: undefined, 'output-file': undefined, force: undefined },
      );
    };
    if (requestBytes === null || signatureBytes === null || (to !== undefined && envelopeBytes === null))
      return refuse();
    const read = attempt(() => readSigningRequest(requestBytes));
    if (!read.ok) return refuse(malformedCheck('statement.format', at, read.problem));
    request = read.value;
    const signature = attempt(() => readSignatureFile(signatureBytes));
    const place = { evidence: flags.signature, pointer: '' };
    if (!signature.ok) return refuse(malformedCheck('signing.signature', place, signature.problem));
    const { keyid, scheme, payload, payloadType } = request;
    if (keyid !== key.fingerprint)
      return refuse(
        notPassed('signing.signer', at, 'algorithm-key-mismatch', `the request is for the key ${keyid}`, {
          keyId: key.fingerprint,
        }),
      );
    const asked = { payload, payloadType, claims, at };
    examined = examineForSigning(asked);
    if (!examined.ok) return refuse(...examined.checks);
    const signed = await signExamined(() => offlineSigner(key, scheme, signature.value, engine), asked);
    if (!signed.ok) return refuse(...examined.checks, ...signed.checks);
    const { sealed, signer } = signed;
    const joined = attempt(() =>
      envelopeBytes === null ? sealed : joinSignature(readEnvelopeToJoin(envelopeBytes), sealed, key, scheme, engine),
    );
    if (!joined.ok) return refuse(malformedCheck('signing.envelope', { evidence: to!, pointer: '' }, joined.problem));
    await record(signer, null);
    const product = flags.output === 'bundle' ? bundleBytes(sealed, signer) : dsseBytes(joined.value);
    const kept = joined.value.signatures.length - sealed.signatures.length;
    const beside = `beside ${kept} that ${kept === 1 ? 'was' : 'were'} there and ${kept === 1 ? 'is' : 'are'} not verified here`;
    const said = {
      lines: [`signed by ${keyid} (${scheme})`, ...(kept === 0 ? [] : [beside])],
      facts: { signatures: [{ algorithm: scheme, keyid }], signer: signer.name, ...(to === undefined ? {} : { kept }) },
    };
    await deliverRecorded(
      () => deliverProduct(product, flags, never, said),
      (why) => record(signer, why),
    );
  }
}
