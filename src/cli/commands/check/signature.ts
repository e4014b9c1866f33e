// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { parseDigestOperand } from '../../../artifact/digest-operand.ts';
import { ecdsaEncodingOf } from '../../../crypto/ecdsa-signature.ts';
import { outcomeReason } from '../../../crypto/engine.ts';
import { decodeHex } from '../../../encoding/hex.ts';
import { readSignatureFile } from '../../../encoding/signature-file.ts';
import { type Check, type Finding, finding, malformedCheck, notPassed, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { readKeyScheme, readTrustedKey } from '../../../trust/keyring.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class CheckSignature extends BaseCommand {
  static override summary = 'a raw signature under a named algorithm: the mathematics alone, weak keys included';
  static override examples = [
    '<%= config.bin %> check signature --alg ecdsa-p256-sha256 --key k.pem --data f --signature f.sig',
  ];
  static override flags = {
    ...REPORT_FLAGS,
    alg: Flags.string({
      required: true,
      description: 'scheme, such as ed25519, ecdsa-p256-sha256, rsa-pkcs1-sha256, rsa-pss-sha256',
    }),
    key: Flags.string({
      char: 'k',
      required: true,
      aliases: ['public-key'],
      description: 'public key (PEM, DER or JWK)',
    }),
    data: Flags.string({ description: 'the file that was signed' }),
    digest: Flags.string({ description: 'the digest that was signed instead (sha256:…), ECDSA only' }),
    signature: Flags.string({ required: true, description: 'signature file: raw bytes, DER, or base64 of either' }),
    encoding: Flags.string({
      options: ['auto', 'der', 'p1363'],
      default: 'auto',
      description: 'how an ECDSA signature is written',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parseStrictly(CheckSignature);
    if ((flags.data === undefined) === (flags.digest === undefined))
      throw new UsageError('give either --data or --digest');
    const scheme = attempt(() => readKeyScheme(flags.alg));
    if (!scheme.ok) throw new UsageError(`--alg: ${scheme.problem.detail}`);
    const digest = flags.digest === undefined ? null : parseDigestOperand(flags.digest);
    if (flags.digest !== undefined && digest === null)
      throw new UsageError('--digest wants sha256:, sha384: or sha512: and lowercase hexadecimal digits');
    const engine = await engineFlag(flags.engine, digest !== null);
    const inputs = new StepInputs();
    const keyBytes = inputs.read(flags.key, 'key');
    const data = flags.data === undefined ? null : inputs.read(flags.data, 'data');
    const sigBytes = inputs.read(flags.signature, 'evidence');
    const at = { evidence: flags.signature, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    if (keyBytes !== null && sigBytes !== null && (data !== null || digest !== null)) {
      const parts = attempt(() => ({
        key: readTrustedKey(keyBytes, flags.key, scheme.value).key,
        sig: readSignatureFile(sigBytes),
      }));
      if (!parts.ok) {
        if (parts.problem.reason.startsWith('key-') || parts.problem.reason.startsWith('algorithm-'))
          throw new UsageError(`--key ${flags.key}: ${parts.problem.reason}: ${parts.problem.detail}`);
        checks.push(malformedCheck('signature.valid', at, parts.problem));
      } else {
        const { key, sig } = parts.value;
        if (key.weakness !== null)
          findings.push(finding('weak-key', { evidence: flags.key, pointer: '' }, key.weakness));
        const encoding =
          flags.encoding === 'auto'
            ? key.kind.startsWith('ecdsa-')
              ? ecdsaEncodingOf(key, sig)
              : 'der'
            : (flags.encoding as 'der' | 'p1363');
        const outcome =
          digest === null
            ? engine.verify(scheme.value, key, data!, sig, encoding)
            : engine.verifyDigest(scheme.value, key, decodeHex(digest.hex), sig, encoding);
        const facts = {
          scheme: scheme.value,
          fingerprint: key.fingerprint,
          encoding,
          engines: [...engine.enginesFor(scheme.value)],
          outcome,
        };
        const [only, ...others] = facts.engines;
        if (engine.id === 'dual' && others.length === 0)
          findings.push(finding('one-engine', at, `${scheme.value} by ${only} alone`));
        const reason = outcomeReason(outcome);
        checks.push(
          reason === null
            ? passed('signature.valid', at, facts)
            : notPassed('signature.valid', at, reason, `${scheme.value}: ${outcome}`, facts),
        );
      }
    }
    deliverStep(
      {
        name: flags.signature,
        command: 'check signature',
        criteria: [`a ${scheme.value} signature by the given key`],
        checks,
        findings,
        engine: engine.id,
      },
      inputs,
      flags,
    );
  }
}
