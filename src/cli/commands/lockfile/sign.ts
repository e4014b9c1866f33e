// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { embedInLockfile, type LockfileToSign, signLockfile } from '../../../attest/lockfile.ts';
import { algorithmOf, keyIdOf, type Signer } from '../../../attest/signer.ts';
import { sha256Hex } from '../../../crypto/digest.ts';
import { fileNameOf } from '../../../encoding/given-documents.ts';
import { readLockData } from '../../../encoding/lock-data.ts';
import { LOCK_SYNTAXES } from '../../../encoding/lock-format.ts';
import { splitLock } from '../../../envelope/lockfile-block.ts';
import { type Locator, malformedCheck, passed } from '../../../model/check.ts';
import { AUDIT_FLAGS } from '../../audit-flags.ts';
import { BaseCommand } from '../../base-command.ts';
import { LOCK_SIGNATURE_SUFFIX, readLockfile, refuseEmbedding } from '../../lockfile-asked.ts';
import { makeSigned } from '../../making.ts';
import { deliverProduct, refuseProduct } from '../../product.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { SIGNED_PRODUCT_FLAGS } from '../../signed-product-flags.ts';
import { SIGNER_FLAGS, signerAsked } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class LockfileSign extends BaseCommand {
  static override summary = 'sign a lockfile as data: in a file of its own, or as a block inside it';
  static override description =
    'JSON, YAML and TOML: every entry and unknown field is covered; order of keys, layout and comments are not. The signature goes to\n' +
    `standard output, or to --output-file, as a rule LOCKFILE${LOCK_SIGNATURE_SUFFIX}. With --embed it is the lockfile with a block in it.`;
  static override examples = [
    `<%= config.bin %> lockfile sign package-lock.json --signer key --signing-key ci.pem --signer-id ci@example.com --output-file package-lock.json${LOCK_SIGNATURE_SUFFIX}`,
    '<%= config.bin %> lockfile sign mcp-tap.lock --embed --signer hmac --hmac-key env:LOCK_SECRET --signer-id ci@example.com > signed.lock',
  ];
  static override args = { lockfile: Args.string({ required: true, description: 'the lockfile' }) };
  static override flags = {
    ...SIGNED_PRODUCT_FLAGS,
    ...SIGNER_FLAGS,
    ...AUDIT_FLAGS,
    'signer-id': Flags.string({ required: true, description: 'what the signer calls himself, signed with the rest' }),
    subject: Flags.string({ description: 'what the lockfile is called, signed with the rest; default: its file name' }),
    at: Flags.string({ description: 'the time that is signed (RFC 3339); default: the machine clock' }),
    embed: Flags.boolean({ description: 'a block inside the lockfile; only where its tool reads over unknown keys' }),
    syntax: Flags.string({
      options: [...LOCK_SYNTAXES],
      description: 'what the lockfile is written in; default: by its name',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(LockfileSign);
    const [path] = operands as [string];
    refuseProduct(flags, [path]);
    const fileName = fileNameOf(path);
    if (flags.embed === true) refuseEmbedding(fileName);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const open = await askedOnRecord(flags, 'lockfile sign', () => signerAsked(flags, engine));
    const watch = new SigningWatch(flags, 'lockfile sign', inputs.records, open);
    const { at } = judgingTime(flags);
    const read = readLockfile(path, flags.syntax, 'artifact');
    const place = { evidence: path, pointer: '' };
    if (!read.ok) inputs.checks.push(malformedCheck('input.read', place, read.problem));
    else {
      inputs.records.push(read.input);
      inputs.checks.push(passed('input.read', place));
    }
    const named = { at, name: flags.subject ?? fileName, signerId: flags['signer-id'] };
    const made = read.ok
      ? await make(watch.over(open), place, { ...named, bytes: read.bytes, syntax: read.syntax }, flags.embed === true)
      : null;
    if (made?.ok === true) {
      const { signed, bytes } = made.value;
      const signer = made.signer!;
      const facts = {
        algorithm: algorithmOf(signer),
        canonicalSha256: sha256Hex(signed.canonical),
        keyid: keyIdOf(signer),
        signerId: flags['signer-id'],
        timestamp: signed.claims.timestamp,
      };
      const lines = [
        `signed by ${keyIdOf(signer) ?? 'a shared secret'} (${facts.algorithm})`,
        `canonical form sha256 ${facts.canonicalSha256}`,
      ];
      await watch.signed();
      await watch.deliver(() => deliverProduct(bytes, flags, [path], { lines, facts }));
      return;
    }
    await watch.refused([...inputs.checks, ...(made?.checks ?? [])]);
    deliverStep(
      {
        name: path,
        command: 'lockfile sign',
        criteria: ['the lockfile can be read as data, all of it'],
        checks: made === null ? [] : made.checks,
        engine: engine.id,
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}

function make(opening: () => Promise<Signer>, at: Locator, lock: LockfileToSign, embed: boolean) {
  return makeSigned(
    opening,
    at,
    'lock.canonical',
    () => splitLock(readLockData(lock.syntax, lock.bytes)),
    async (_, signer) => {
      const signed = await signLockfile(lock, signer!);
      return { signed, bytes: embed ? embedInLockfile(lock, signed) : signed.envelope };
    },
  );
}
