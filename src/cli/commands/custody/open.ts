// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { policyDigestOf } from '../../../custody/rules-in-force.ts';
import { encodeBase64 } from '../../../encoding/base64.ts';
import type { JsonObject } from '../../../model/json.ts';
import { BaseCommand } from '../../base-command.ts';
import { WRITER_FLAGS } from '../../custody-flags.ts';
import { checkpointVerifier, keyRow, keyringRows, peerRow, recoveryOf } from '../../custody-keys-said.ts';
import { jsonFile, present } from '../../custody-said.ts';
import { type Actor, listOf, writeEvent } from '../../custody-writing.ts';
import { passphraseOf, signingKeys } from '../../signing-asked.ts';
import { UsageError } from '../../usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

export default class CustodyOpen extends BaseCommand {
  static override summary = 'begin a custody timeline: its name, case, people, keys and policy';
  static override description =
    'Writes the first line of a new log. The key of the actor is one of the keys of the log without being named again. The private key\n' +
    'of --checkpoint-key is not needed here: its public half, or its verifier key, will do.';
  static override examples = [
    '<%= config.bin %> custody open custody.jsonl --origin locker.example/C-42 --case C-42 --actor ann@locker.example --role custodian --signing-key ann.pem --add-key ben@lab.example=ben.pub.pem:examiner --checkpoint-key log.pub.pem --purpose "case opened"',
  ];
  static override args = { log: Args.string({ required: true, description: 'custody.jsonl' }) };
  static override flags = {
    ...WRITER_FLAGS,
    origin: Flags.string({ required: true, description: 'name of the log, and of its checkpoint key' }),
    case: Flags.string({ required: true, description: 'the case' }),
    'add-key': Flags.string({ ...many, description: 'whose public key: ID=FILE or ID=FILE:role,role' }),
    'custodian-keys': Flags.string({ description: 'the same as a keyring file (JSON)' }),
    'checkpoint-key': Flags.string({
      required: true,
      description: 'key that will sign checkpoints: verifier key, or a file of an Ed25519 key',
    }),
    policy: Flags.string({ description: 'rules of the log (JSON); without it, those of the specification' }),
    recovery: Flags.string({ description: 'how many of whom must sign after a compromise: 2:ann,ben,cho' }),
    peer: Flags.string({
      ...many,
      description: 'verifier key of a log that hands over to this one; with ,ID=FILE, keys of those who release',
    }),
    'log-witness': Flags.string({ ...many, description: 'verifier key of a witness that the quorum may count' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyOpen);
    const [path] = operands as [string];
    const actor = actorOf(flags);
    const policy = flags.policy === undefined ? {} : jsonFile('policy', flags.policy);
    const passphrases = listOf(flags, 'passphrase');
    const rows = [
      ...(flags['custodian-keys'] === undefined ? [] : keyringRows('custodian-keys', flags['custodian-keys'])),
      ...listOf(flags, 'add-key').map((text) => keyRow('add-key', text)),
    ];
    const signing = signingKeys(listOf(flags, 'signing-key'), passphrases);
    const own = encodeBase64(signing[0].publicKey.spki);
    const keys = rows.some(({ publicKey }) => publicKey === own)
      ? rows
      : [{ id: actor.id, publicKey: own, roles: [actor.role] }, ...rows];
    const checkpointKey = checkpointVerifier(flags['checkpoint-key'], flags.origin, () =>
      passphraseOf(passphrases, 0, passphrases.length),
    );
    const witnesses = listOf(flags, 'log-witness');
    const peers = listOf(flags, 'peer').map(peerRow);
    const members: JsonObject = {
      keys,
      checkpointKey,
      policy,
      ...present('recovery', flags.recovery === undefined ? undefined : recoveryOf(flags.recovery)),
      ...present('witnesses', witnesses.length === 0 ? undefined : [...witnesses]),
      ...present('peers', peers.length === 0 ? undefined : peers),
    };
    const policyDigest = policyDigestOf(policy);
    await writeEvent({
      command: 'custody open',
      path,
      flags,
      keys: signing,
      opens: true,
      plan: () => ({
        type: 'open',
        own: members,
        actor,
        place: { origin: flags.origin, caseId: flags.case, policyDigest },
      }),
    });
  }
}

function actorOf(flags: { readonly actor?: string | undefined; readonly role?: string | undefined }): Actor {
  if (flags.actor === undefined) throw new UsageError('missing: --actor (who opens the log)');
  return { id: flags.actor, role: (flags.role ?? 'custodian') as Actor['role'] };
}
