// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { openEvidence } from '../../../envelope/open-evidence.ts';
import { type Check, type Finding, finding, notPassed, skipped } from '../../../model/check.ts';
import { verifyPlainSignatures } from '../../../verify/plain-signatures.ts';
import { keysAsked, secretAsked, threshold } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { plainKeys } from '../../trust-given.ts';
import { UsageError } from '../../usage-error.ts';

export default class CheckDsse extends BaseCommand {
  static override summary =
    'the signatures of a DSSE envelope, of any payload type, under given keys; nothing is said of the payload';
  static override examples = ['<%= config.bin %> check dsse envelope.json --key a.pub --key b.pub --threshold 2'];
  static override args = { envelope: Args.string({ required: true, description: 'the DSSE envelope' }) };
  static override flags = {
    ...REPORT_FLAGS,
    key: Flags.string({
      char: 'k',
      multiple: true,
      multipleNonGreedy: true,
      aliases: ['public-key'],
      description: 'public key (PEM, DER or JWK)',
    }),
    ...TRUST_STORE_FLAGS,
    'key-scheme': Flags.string({ description: 'scheme where a key leaves it open, such as rsassa-pss-sha256' }),
    'hmac-key': Flags.string({ description: 'shared secret: a file, fd:N or env:NAME' }),
    threshold: Flags.string({ description: 'distinct keys that must have signed (1 to 32)' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckDsse);
    const [file] = operands as [string];
    const byFile = keysAsked(flags.key ?? [], flags['key-scheme']);
    const { keys, inputs: keyInputs, ...held } = await plainKeys(flags, byFile, judgingTime({}).at);
    const hmacSecret = secretAsked(flags['hmac-key']);
    if (keys.length === 0 && hmacSecret === null)
      throw new UsageError('give --key, --trust-store and --trust-domain, or --hmac-key');
    if (keys.length > 0 && hmacSecret !== null) throw new UsageError('--key and --hmac-key exclude each other');
    const wanted = threshold(flags, 'threshold', 1) ?? 1;
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...keyInputs);
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    if (bytes !== null) {
      const opened = openEvidence(bytes, at);
      checks.push(...opened.checks);
      findings.push(...opened.findings);
      const entities = opened.ok ? opened.value : [];
      if (opened.ok && (entities.length !== 1 || entities[0]!.content.kind !== 'dsse')) {
        checks.push(
          notPassed('envelope.format', at, 'envelope-format', 'the file is not exactly one DSSE envelope'),
          skipped('signature.valid', at, 'envelope.format'),
        );
      } else if (opened.ok) {
        const { content, signatures } = entities[0]!;
        if (content.kind === 'dsse') {
          const result = verifyPlainSignatures({
            message: content.pae,
            signatures,
            keys,
            hmacSecret,
            threshold: wanted,
            engine,
            at,
            acceptWeak: true,
          });
          checks.push(...result.checks, ...held.revocationOf(at));
          findings.push(...result.findings);
          for (const { key, name } of keys)
            if (key.weakness !== null)
              findings.push(finding('weak-key', { evidence: name, pointer: '' }, key.weakness));
        }
      }
    }
    const criteria = [
      `signatures over the pre-authentication encoding by ${wanted} distinct key(s) of ${keys.length || 'one secret'}`,
      ...held.leftOut,
    ];
    const { trust, judged } = held;
    deliverStep(
      { name: file, command: 'check dsse', criteria, checks, findings, engine: engine.id, trust, ...judged },
      inputs,
      flags,
    );
  }
}
