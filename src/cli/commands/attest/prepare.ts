// SPDX-License-Identifier: Apache-2.0

import { Args, Flags } from '@oclif/core';
import { readEnvelopeToJoin, requireFurther } from '../../../attest/further-signature.ts';
import { octetsToSign, type SigningRequest, writeSigningRequest } from '../../../attest/offline.ts';
import { STATEMENT_TYPE } from '../../../attest/seal.ts';
import { examineForSigning } from '../../../attest/signing.ts';
import { sha256Hex } from '../../../crypto/digest.ts';
import { nativeEngine } from '../../../crypto/engine.ts';
import { encodeUtf8 } from '../../../encoding/utf8.ts';
import type { Bytes } from '../../../model/bytes.ts';
import { malformedCheck } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import type { PublicKey, SchemeId } from '../../../model/public-key.ts';
import { refusePlace, StoreError, writeNewFile } from '../../../store/new-file.ts';
import { keysAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CLAIM_FLAGS, claimsAsked } from '../../claims-asked.ts';
import { namedBeside } from '../../named-files.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { OutputError } from '../../settle.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class AttestPrepare extends BaseCommand {
  static override summary =
    'for a key that lives elsewhere: the exact bytes to sign, and a request that goes with them';
  static override description =
    'The request goes to standard output or --output-file. --to-sign writes the bytes that the key signs: the pre-authentication\n' +
    'encoding of DSSE. Carry them to the key, bring the signature back, and join it with attest attach.\n' +
    'With --from-envelope the file is a DSSE envelope, and the key is asked for a further signature over the very octets that it holds.';
  static override examples = [
    '<%= config.bin %> attest prepare statement.json --key release.pub --to-sign bytes --output-file request.json',
    '<%= config.bin %> attest prepare release.dsse.json --from-envelope --key second.pub --to-sign bytes > second.json',
    'openssl pkeyutl -sign -rawin -inkey ed25519.pem -in bytes -out bytes.sig',
    'openssl dgst -sha256 -sign p256.pem -out bytes.sig bytes',
  ];
  static override args = { statement: Args.string({ required: true, description: 'the in-toto Statement (JSON)' }) };
  static override flags = {
    json: Flags.boolean({
      description: 'with --output-file, or where nothing is made: one JSON document that says so',
    }),
    ...PRODUCT_FLAGS,
    deterministic: REPORT_FLAGS.deterministic,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    key: Flags.string({
      char: 'k',
      aliases: ['public-key'],
      required: true,
      description: 'public key of the key that will sign (PEM, DER or JWK)',
    }),
    'key-scheme': Flags.string({ description: 'scheme where the key leaves it open, such as rsassa-pss-sha256' }),
    'from-envelope': Flags.boolean({
      description: 'the file is a DSSE envelope: a further signature over what it holds, for attest attach --to',
    }),
    'to-sign': Flags.string({ description: 'write the bytes to sign to this new file' }),
    'payload-type': Flags.string({
      default: STATEMENT_TYPE,
      description: 'another payload than an in-toto Statement: its media type',
    }),
    ...CLAIM_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestPrepare);
    const [file] = operands as [string];
    const never = [file, flags.key];
    const toSign = flags['to-sign'];
    const forSigning = toSign !== undefined && flags['output-file'] === undefined;
    refuseProduct(forSigning ? { ...flags, force: undefined } : flags, never);
    if (toSign !== undefined && toSign === flags['output-file'])
      throw new UsageError('--to-sign and --output-file name one file: there are two outputs');
    const place = { replace: flags.force === true, never: [...never, ...namedBeside(toSign ?? '')] };
    orOutput(UsageError, () => toSign !== undefined && refusePlace(toSign, place));
    const claims = claimsAsked(flags);
    if (flags['from-envelope'] === true && flags['payload-type'] !== STATEMENT_TYPE)
      throw new UsageError('an envelope says the type of its payload: leave --payload-type out, or --from-envelope');
    const [key] = keysAsked([flags.key], flags['key-scheme']).keys;
    if (key!.key.weakness !== null) throw new UsageError(`--key ${flags.key}: key-weak: ${key!.key.weakness}`);
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const asked = bytes === null ? null : attempt(() => askedOf(bytes, flags, key!));
    const examined = asked?.ok === true ? examineForSigning({ ...asked.value, claims, at }) : null;
    if (asked?.ok === true && examined?.ok === true) {
      const request = { ...asked.value, keyid: key!.key.fingerprint, scheme: key!.scheme };
      const octets = octetsToSign(request);
      orOutput(OutputError, () => toSign !== undefined && writeNewFile(toSign, octets, place));
      const { keyid, scheme } = request;
      deliverProduct(encodeUtf8(writeSigningRequest(request)), flags, never, {
        lines: [`to be signed by ${keyid} (${scheme})`, `bytes to sign: ${octets.length}, sha256 ${sha256Hex(octets)}`],
        facts: { key: { keyid, scheme }, toSign: { sha256: sha256Hex(octets), size: octets.length } },
      });
      return;
    }
    deliverStep(
      {
        name: file,
        command: 'attest prepare',
        criteria: ['what is signed is well-formed and says what it must', ...claims.map(({ says }) => says)],
        checks:
          asked?.ok === false ? [malformedCheck('signing.envelope', at, asked.problem)] : (examined?.checks ?? []),
        findings: examined?.findings ?? [],
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}

/** What the key is to sign: the file as it stands, or what an envelope holds. @throws Malformed */
function askedOf(
  bytes: Bytes,
  flags: { readonly 'payload-type': string; readonly 'from-envelope': boolean | undefined },
  { key, scheme }: { readonly key: PublicKey; readonly scheme: SchemeId },
): Pick<SigningRequest, 'payload' | 'payloadType'> {
  if (flags['from-envelope'] !== true) return { payload: bytes, payloadType: flags['payload-type'] };
  const envelope = readEnvelopeToJoin(bytes);
  requireFurther(envelope, key, scheme, nativeEngine);
  const { payload, payloadType } = envelope;
  return { payload, payloadType };
}

function orOutput(Kind: typeof UsageError | typeof OutputError, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    throw error instanceof StoreError ? new Kind(error.message) : error;
  }
}
