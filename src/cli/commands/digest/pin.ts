// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { dsseAttestation, hexAttestation } from '../../../attest/attestation-signer.ts';
import { computeServerDigest, type ServerDigest } from '../../../attest/server-digest.ts';
import { algorithmOf, type Signer } from '../../../attest/signer.ts';
import { SIGNER_NAMES } from '../../../attest/signers.ts';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { parseExactJson } from '../../../encoding/exact-json.ts';
import { fileNameOf } from '../../../encoding/given-documents.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { encodeUtf8 } from '../../../encoding/utf8.ts';
import type { JsonObject } from '../../../model/json.ts';
import { PIN_FORMAT } from '../../../verify/pinned-digest.ts';
import { AUDIT_FLAGS } from '../../audit-flags.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { makeSigned } from '../../making.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { isSigned, NO_SIGNER, SIGNER_FLAGS, signerAsked } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class DigestPin extends BaseCommand {
  static override summary = 'the canonical digest of a JSON surface, and a signature over it';
  static override description =
    'The surface is a JSON object with one member for each tool. Its digest is the SHA-256 of its RFC 8785 form. The signature is an\n' +
    'in-toto Statement in DSSE, or with --form hex one over the digest as text, such as servers with a shared secret have it.';
  static override examples = [
    '<%= config.bin %> digest pin surface.json',
    '<%= config.bin %> digest pin surface.json --signer key --signing-key ci.pem --output-file surface.pin.json',
    '<%= config.bin %> digest pin surface.json --signer hmac --hmac-key env:PIN_SECRET --form hex',
  ];
  static override args = { surface: Args.string({ required: true, description: 'the surface (JSON)' }) };
  static override flags = {
    json: Flags.boolean({
      description: 'with --output-file, or where there is no digest: one JSON document that says so',
    }),
    ...PRODUCT_FLAGS,
    deterministic: REPORT_FLAGS.deterministic,
    engine: REPORT_FLAGS.engine,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    ...SIGNER_FLAGS,
    ...AUDIT_FLAGS,
    signer: Flags.string({
      options: [...SIGNER_NAMES, NO_SIGNER],
      description: 'signs the digest; without one, or with none, it is only computed',
    }),
    form: Flags.string({ options: ['dsse', 'hex'], description: 'of the signature; default: dsse' }),
    'signer-id': Flags.string({ description: 'what the signer is called in the pin; default: its algorithm' }),
    subject: Flags.string({ description: 'what the surface is called; default: its file name' }),
    at: Flags.string({ description: 'the time that is stated (RFC 3339); default: the machine clock' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(DigestPin);
    const [path] = operands as [string];
    refuseProduct(flags, [path]);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const open = isSigned(flags, ['form', 'signer-id', ...Object.keys(AUDIT_FLAGS)])
      ? await askedOnRecord(flags, 'digest pin', () => signerAsked(flags, engine))
      : null;
    const watch = new SigningWatch(flags, 'digest pin', inputs.records, open);
    const attestedAt = formatInstant(judgingTime(flags).at);
    const bytes = inputs.read(path, 'artifact');
    const place = { evidence: path, pointer: '' };
    const about = { subject: flags.subject ?? fileNameOf(path), attestedAt };
    const compute = () => computeServerDigest(asObject(parseExactJson(bytes!), ''));
    const made =
      bytes === null
        ? null
        : await makeSigned(
            open === null ? null : watch.over(open),
            place,
            'json.canonical',
            compute,
            async (server, signer) => ({
              digest: server.digest,
              pin: await pinOf(server, signer, about, flags['signer-id'], flags.form === 'hex'),
            }),
          );
    if (made?.ok === true) {
      const { digest, pin } = made.value;
      await watch.signed();
      const document = new Uint8Array([...canonicalJson(pin), 0x0a]);
      const said = { lines: [`digest ${digest}`], facts: { digest } };
      await watch.deliver(() => deliverProduct(document, flags, [path], said));
      return;
    }
    const checks = made === null ? [] : made.checks;
    await watch.refused([...inputs.checks, ...checks]);
    deliverStep(
      { name: path, command: 'digest pin', criteria: ['the surface is one JSON object'], checks, engine: engine.id },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}

async function pinOf(
  { digest, tools }: ServerDigest,
  signer: Signer | null,
  { subject, attestedAt }: { readonly subject: string; readonly attestedAt: string },
  signerId: string | undefined,
  asHex: boolean,
): Promise<JsonObject> {
  const toolCount = Object.keys(tools).length;
  const pin: JsonObject = { format: PIN_FORMAT, name: subject, digest, tools, toolCount };
  if (signer === null) return pin;
  const signerName = signerId ?? algorithmOf(signer);
  const about = { ...pin, attestedAt, signerName };
  if (asHex) return { ...about, signature: await hexAttestation(signer, signerName).sign(digest) };
  const envelope = await dsseAttestation(signer, { subject, attestedAt, toolCount }, signerName).sign(digest);
  return { ...about, envelope: parseJson(encodeUtf8(envelope)) };
}
