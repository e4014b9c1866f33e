// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { DEFAULT_POLICY } from '../../../model/policy.ts';
import { checkPin } from '../../../verify/pinned-digest.ts';
import { keysAsked, secretAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { plainKeys } from '../../trust-given.ts';
import { UsageError } from '../../usage-error.ts';

export default class DigestCheck extends BaseCommand {
  static override summary = 'has a JSON surface the pinned digest, and is the pin signed';
  static override description =
    'Exit 2 where the digest differs, 3 where the signature that is asked for is not there or wrong. The digest is computed anew, and the\n' +
    'signature is judged over what was computed. With --fail-on-mismatch false what would be refused is a warning (exit 1).';
  static override examples = [
    '<%= config.bin %> digest check surface.json --expected-digest 4f3edda0…',
    '<%= config.bin %> digest check surface.json --pin surface.pin.json --key ci.pub.pem',
  ];
  static override args = { surface: Args.string({ required: true, description: 'the surface (JSON)' }) };
  static override flags = {
    ...REPORT_FLAGS,
    pin: Flags.string({ description: 'the pin, as digest pin writes it' }),
    'expected-digest': Flags.string({ description: 'the digest that it must have: 64 hexadecimal characters' }),
    key: Flags.string({
      char: 'k',
      multiple: true,
      multipleNonGreedy: true,
      aliases: ['public-key'],
      description: 'public key (PEM, DER or JWK) that must have signed the pin',
    }),
    ...TRUST_STORE_FLAGS,
    'key-scheme': Flags.string({ description: 'scheme where a key leaves it open, such as rsassa-pss-sha256' }),
    'hmac-key': Flags.string({ description: 'shared secret: a file, fd:N or env:NAME' }),
    'fail-on-mismatch': Flags.string({
      options: ['true', 'false'],
      default: 'true',
      description: 'false: a mismatch is a warning',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(DigestCheck);
    const [path] = operands as [string];
    const expected = flags['expected-digest']?.toLowerCase().replace(/^sha256:/, '') ?? null;
    if (expected !== null && !/^[0-9a-f]{64}$/.test(expected))
      throw new UsageError('--expected-digest wants 64 hexadecimal characters, sha256: before them or not');
    if (flags.pin === undefined && expected === null)
      throw new UsageError('give --pin or --expected-digest: nothing is pinned otherwise');
    const byFile = keysAsked(flags.key ?? [], flags['key-scheme']);
    const { keys, inputs: keyInputs, ...held } = await plainKeys(flags, byFile, judgingTime({}).at);
    const hmacSecret = secretAsked(flags['hmac-key']);
    if (keys.length > 0 && hmacSecret !== null) throw new UsageError('--key and --hmac-key exclude each other');
    const bySigner = keys.length > 0 || hmacSecret !== null;
    if (bySigner && flags.pin === undefined)
      throw new UsageError('--key, --trust-domain and --hmac-key are for a signed pin: give --pin');
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...keyInputs);
    const surface = inputs.read(path, 'artifact');
    const pin = flags.pin === undefined ? null : inputs.read(flags.pin, 'evidence');
    const place = (evidence: string) => ({ evidence, pointer: '' });
    const isRead = surface !== null && (flags.pin === undefined || pin !== null);
    const checks = isRead
      ? checkPin({
          surface: { bytes: surface, at: place(path) },
          pin: pin === null ? null : { bytes: pin, at: place(flags.pin!) },
          ...{ expected, keys, hmacSecret, engine },
        })
      : [];
    const lenient = flags['fail-on-mismatch'] === 'false';
    deliverStep(
      {
        name: path,
        command: 'digest check',
        criteria: [
          'the RFC 8785 form of the surface has the pinned digest',
          ...keys.map(({ name, key }) => `the pin is signed by the key ${name}, sha256 ${key.fingerprint}`),
          ...held.leftOut,
          ...(hmacSecret === null ? [] : ['the pin carries a message authentication code by the given secret']),
        ],
        checks: [...checks, ...(isRead ? held.revocationOf(place(flags.pin ?? path)) : [])],
        trust: held.trust,
        ...held.judged,
        engine: engine.id,
        ...(lenient
          ? {
              softened: {
                policy: { ...DEFAULT_POLICY, fallback: 'warn' },
                weakenings: ['what would be refused is only warned of (--fail-on-mismatch false)'],
              },
            }
          : {}),
      },
      inputs,
      flags,
    );
  }
}
