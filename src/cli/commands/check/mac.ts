// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { outcomeReason } from '../../../crypto/engine.ts';
import { isTruncatedTag, resolveMac, weakSecret } from '../../../crypto/mac.ts';
import { readTagFile } from '../../../encoding/signature-file.ts';
import { type Check, type Finding, finding, malformedCheck, notPassed, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { readSecret } from '../../secret.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class CheckMac extends BaseCommand {
  static override summary = 'a message authentication code of full length under a named algorithm';
  static override examples = [
    '<%= config.bin %> check mac --alg hmac-sha256 --hmac-key secret.bin --data f --signature f.mac',
  ];
  static override flags = {
    ...REPORT_FLAGS,
    alg: Flags.string({ required: true, description: 'hmac-sha256, hmac-sha384 or hmac-sha512' }),
    'hmac-key': Flags.string({
      aliases: ['key'],
      required: true,
      description: 'shared secret: a file of raw bytes, fd:N or env:NAME',
    }),
    data: Flags.string({ required: true, description: 'the file that was authenticated' }),
    signature: Flags.string({
      aliases: ['mac', 'tag'],
      required: true,
      description: 'the code: raw bytes, hexadecimal or base64',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parseStrictly(CheckMac);
    const hash = resolveMac(flags.alg);
    if (hash === null) throw new UsageError('--alg wants hmac-sha256, hmac-sha384 or hmac-sha512');
    const secret = readSecret(flags['hmac-key']);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const data = inputs.read(flags.data, 'data');
    const tagBytes = inputs.read(flags.signature, 'evidence');
    const at = { evidence: flags.signature, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    const weakness = weakSecret(secret);
    if (weakness !== null) findings.push(finding('weak-key', at, weakness));
    if (data !== null && tagBytes !== null) {
      const tag = attempt(() => readTagFile(tagBytes, hash));
      const facts = { algorithm: `hmac-${hash}` };
      if (!tag.ok) checks.push(malformedCheck('mac.valid', at, tag.problem, facts));
      else if (isTruncatedTag(hash, tag.value))
        checks.push(notPassed('mac.valid', at, 'mac-truncated', `the code has ${tag.value.length} octets`, facts));
      else {
        const outcome = engine.verifyMac(hash, secret, data, tag.value);
        const reason = outcome === 'invalid' ? 'mac-mismatch' : outcomeReason(outcome);
        checks.push(
          reason === null
            ? passed('mac.valid', at, facts)
            : notPassed('mac.valid', at, reason, `hmac-${hash}: ${outcome}`, facts),
        );
      }
    }
    deliverStep(
      {
        name: flags.signature,
        command: 'check mac',
        criteria: [`HMAC-${hash.toUpperCase()} of full length by the given secret`],
        checks,
        findings,
        engine: engine.id,
      },
      inputs,
      flags,
    );
  }
}
