// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { openDirectory } from '../../../evidence/directory.ts';
import { readInput } from '../../../evidence/input.ts';
import { openTar } from '../../../evidence/open-archive.ts';
import { pathKind } from '../../../evidence/path-kind.ts';
import { checkKit } from '../../../kit/check-kit.ts';
import { type Check, malformedCheck } from '../../../model/check.ts';
import { type Holding, type Member, memberName } from '../../../model/holding.ts';
import type { InputRecord } from '../../../model/report.ts';
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
    const { holding, records } = await opened(path);
    inputs.records.push(...records);
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

interface OpenedKit {
  readonly holding: Holding | null;
  readonly records: readonly InputRecord[];
}

const SIGNED = /^([^/]+\/)?SHA256SUMS(\.sig)?$/;

/** For the report: the tar, with the list that is signed; of a folder every file. What was refused is named by its digest too. */
async function opened(path: string): Promise<OpenedKit> {
  const kind = pathKind(path)?.kind;
  if (kind === undefined) return { holding: null, records: [] };
  if (kind === 'directory') {
    const holding = openDirectory(path);
    return { holding, records: holding.members.map((member) => recordOf(holding, member)) };
  }
  const holding = await openTar(path, 'named', { whole: ['sha256'], plainModes: true });
  const sha256 = holding?.whole?.get('sha256');
  const size = holding?.checks.find(({ id }) => id === 'source.format')?.facts?.['size'];
  if (holding === null || sha256 === undefined || typeof size !== 'number') {
    const read = readInput(path, ['sha256']);
    return { holding, records: read.ok ? [tarRecord(path, read.value.size, read.value.digests.get('sha256')!)] : [] };
  }
  const signed = holding.members.filter((member) => SIGNED.test(member.path));
  return {
    holding,
    records: [tarRecord(path, size, sha256), ...signed.map((member) => recordOf(holding, member))],
  };
}

function tarRecord(name: string, size: number, sha256: string): InputRecord {
  return { name, role: 'evidence', size, sha256 };
}

function recordOf(holding: Holding, { path, size, digests }: Member): InputRecord {
  return { name: memberName(holding, path), role: 'evidence', size, sha256: digests.get('sha256')! };
}
