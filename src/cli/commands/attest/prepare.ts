// SPDX-License-Identifier: Apache-2.0

import { Args, Flags } from '@oclif/core';
import { octetsToSign, writeSigningRequest } from '../../../attest/offline.ts';
import { STATEMENT_TYPE } from '../../../attest/seal.ts';
import { examineForSigning } from '../../../attest/signing.ts';
import { sha256Hex } from '../../../crypto/digest.ts';
import { encodeUtf8 } from '../../../encoding/utf8.ts';
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
    'encoding of DSSE. Carry them to the key, bring the signature back, and join it with attest attach.';
  static override examples = [
    '<%= config.bin %> attest prepare statement.json --key release.pub --to-sign bytes --output-file request.json',
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
    refuseProduct(flags, never);
    const toSign = flags['to-sign'];
    if (toSign !== undefined && toSign === flags['output-file'])
      throw new UsageError('--to-sign and --output-file name one file: there are two outputs');
    const place = { replace: flags.force === true, never: [...never, ...namedBeside(toSign ?? '')] };
    orOutput(UsageError, () => toSign !== undefined && refusePlace(toSign, place));
    const claims = claimsAsked(flags);
    const [key] = keysAsked([flags.key], flags['key-scheme']).keys;
    if (key!.key.weakness !== null) throw new UsageError(`--key ${flags.key}: key-weak: ${key!.key.weakness}`);
    const inputs = new StepInputs();
    const payload = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const payloadType = flags['payload-type'];
    const examined = payload === null ? null : examineForSigning({ payload, payloadType, claims, at });
    if (payload !== null && examined?.ok === true) {
      const request = { payload, payloadType, keyid: key!.key.fingerprint, scheme: key!.scheme };
      const bytes = octetsToSign(request);
      orOutput(OutputError, () => toSign !== undefined && writeNewFile(toSign, bytes, place));
      const { keyid, scheme } = request;
      deliverProduct(encodeUtf8(writeSigningRequest(request)), flags, never, {
        lines: [`to be signed by ${keyid} (${scheme})`, `bytes to sign: ${bytes.length}, sha256 ${sha256Hex(bytes)}`],
        facts: { key: { keyid, scheme }, toSign: { sha256: sha256Hex(bytes), size: bytes.length } },
      });
      return;
    }
    deliverStep(
      {
        name: file,
        command: 'attest prepare',
        criteria: ['what is signed is well-formed and says what it must', ...claims.map(({ says }) => says)],
        checks: examined?.checks ?? [],
        findings: examined?.findings ?? [],
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}

function orOutput(Kind: typeof UsageError | typeof OutputError, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    throw error instanceof StoreError ? new Kind(error.message) : error;
  }
}
