// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { openDirectory } from '../../../evidence/directory.ts';
import { openTar } from '../../../evidence/open-archive.ts';
import { pathKind } from '../../../evidence/path-kind.ts';
import { checkKit } from '../../../kit/check-kit.ts';
import { type Check, malformedCheck } from '../../../model/check.ts';
import type { Holding } from '../../../model/holding.ts';
import { keysAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { plainKeys } from '../../trust-given.ts';

export default class KitVerify extends BaseCommand {
  static override summary =
    'is a kit whole, signed by the key that is known, and judged by this program as it should be';
  static override description =
    'The list of checksums must be signed by --key, every file must be the one that the list names, none may lie beside them, and each ' +
    'sample must come to the verdict that is known of it. The key comes from elsewhere than the kit: without one, exit 3. ' +
    'A program cannot vouch for the kit that it came in: verify-this-kit.sh in the kit does the same by openssl and sha256sum.';
  static override examples = [
    '<%= config.bin %> kit verify kit.tar --key kit.pub.pem',
    '<%= config.bin %> kit verify forensic-verify-kit-0.1.0/ --key kit.pub.pem --json',
  ];
  static override args = {
    kit: Args.string({ required: true, description: 'the tar, or the folder that it was unpacked to' }),
  };
  static override flags = {
    key: Flags.string({
      char: 'k',
      aliases: ['public-key'],
      description: 'public key (PEM, DER or JWK) of whoever has made the kit',
    }),
    ...TRUST_STORE_FLAGS,
    ...REPORT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(KitVerify);
    const [path] = operands as [string];
    const file = flags.key;
    const named = keysAsked(file === undefined ? [] : [file], undefined);
    const { keys, inputs: keyInputs, ...held } = await plainKeys(flags, named, judgingTime({}).at);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...keyInputs);
    const holding = await opened(path);
    const checks: Check[] = [];
    if (holding === null) {
      const detail = pathKind(path) === null ? `${path} does not exist` : `${path} is no tar`;
      const reason = pathKind(path) === null ? 'input-missing' : 'kit-format';
      checks.push(malformedCheck('input.read', { evidence: path, pointer: '' }, { reason, detail }));
    } else {
      const broken = holding.checks.filter(({ outcome }) => outcome !== 'passed');
      checks.push(
        ...(broken.length > 0
          ? broken
          : checkKit(
              holding,
              keys.map(({ key }) => key),
              engine,
            )),
      );
      checks.push(...held.revocationOf({ evidence: path, pointer: '' }));
      holding.close();
    }
    deliverStep(
      {
        name: path,
        command: 'kit verify',
        criteria: [
          keys.length === 0
            ? 'the list of checksums is signed by somebody who is known'
            : `the list of checksums is signed by the key ${keys.map(({ key }) => `sha256 ${key.fingerprint}`).join(', or ')}`,
          ...held.leftOut,
          'every file of the kit is the one that the list names, and there is no other',
          'this program judges the samples of the kit as is known of them',
        ],
        checks,
        engine: engine.id,
        trust: held.trust,
        ...held.judged,
      },
      inputs,
      flags,
    );
  }
}

async function opened(path: string): Promise<Holding | null> {
  const kind = pathKind(path)?.kind;
  if (kind === undefined) return null;
  return kind === 'directory' ? openDirectory(path) : openTar(path, 'named');
}
