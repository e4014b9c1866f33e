// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { JudgedLog } from '../../../attest/judge-event.ts';
import { type FoundRelease, releaseInLog } from '../../../attest/quote-release.ts';
import type { ChainAsked } from '../../../custody/chain.ts';
import { digestText, sameDigests } from '../../../custody/digests.ts';
import type { Digests, EventObject } from '../../../custody/event.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { type Check, notPassed } from '../../../model/check.ts';
import type { JsonObject } from '../../../model/json.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand } from '../../base-command.ts';
import { WRITER_FLAGS, WRITER_TRUST } from '../../custody-flags.ts';
import { itemAtHand } from '../../custody-items-asked.ts';
import { releaseAsked } from '../../custody-release-asked.ts';
import { present } from '../../custody-said.ts';
import { actorOf, listOf, type Planned, writeEvent } from '../../custody-writing.ts';
import { signingKeys } from '../../signing-asked.ts';
import { UsageError } from '../../usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;
type Flagged = Readonly<Record<string, unknown>>;

export default class CustodyReceive extends BaseCommand {
  static override summary = 'receive items that were released: digest them, compare, and sign the receipt';
  static override description =
    'The items are digested and compared with the release before anything is signed. Where one differs, the difference is shown and nothing\n' +
    'is written; with --reject a receipt is written that refuses them. From another log the release is quoted with its proof.';
  static override examples = [
    '<%= config.bin %> custody receive lab.jsonl --from release.tlog-proof --item EX-1=disk.img --signing-key ben.pem --purpose examination',
    '<%= config.bin %> custody receive lab.jsonl --from locker.jsonl --from-checkpoint 4.note --item EX-1=disk.img --signing-key ben.pem --purpose examination',
    '<%= config.bin %> custody receive custody.jsonl --transfer-id T-1 --item EX-1=disk.img --signing-key ben.pem --purpose examination --reject --note "seal broken"',
  ];
  static override args = { log: Args.string({ required: true, description: 'custody.jsonl of the receiver' }) };
  static override flags = {
    ...WRITER_FLAGS,
    ...WRITER_TRUST,
    from: Flags.string({ description: 'tlog-proof of the release, or the log of the sender; without it, this log' }),
    'from-checkpoint': Flags.string({ ...many, description: 'signed checkpoint of the log of the sender' }),
    'transfer-id': Flags.string({ description: 'which hand-off, where there are several' }),
    item: Flags.string({ ...many, description: 'an item that has arrived: NAME=FILE' }),
    reject: Flags.boolean({ description: 'refuse the items, and write that' }),
    seal: Flags.string({ description: 'the seal that they arrived under; without it, that of the release' }),
    'seal-state': Flags.string({ options: ['intact', 'broken'], description: 'how it was found' }),
    medium: Flags.string({ options: ['courier', 'diode', 'network'], description: 'how they travelled' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyReceive);
    const [path] = operands as [string];
    const keys = signingKeys(listOf(flags, 'signing-key'), listOf(flags, 'passphrase'));
    await writeEvent({
      command: 'custody receive',
      path,
      flags,
      keys,
      opens: false,
      plan: (log, asked) => planned(flags, log, asked, actorOf(flags, log, keys).id, path),
    });
  }
}

function planned(flags: Flagged, log: JudgedLog, asked: ChainAsked, receiver: string, path: string): Planned {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const transferId = text('transfer-id') ?? null;
  const release = found(flags, log, asked, receiver, transferId);
  const arrived = arrivals(flags, release);
  const differing = arrived.filter(({ released, found }) => !sameDigests(released, found));
  const rejects = flags['reject'] === true;
  if (differing.length > 0 && !rejects)
    return {
      refused: {
        why: 'what has arrived is not what was released; to refuse it in writing, give --reject',
        checks: differing.map((one) => mismatch(path, log.lines, one)),
      },
    };
  const told = differing.map(({ name, found }) => `${name} arrived as ${digestText(found)}`).join('; ');
  return {
    type: 'transfer-receive',
    own: {
      objects: arrived.map((one) => receivedObject(one, text('seal'), text('seal-state'))),
      custody: {
        transferId: release.transferId,
        release: release.quote as unknown as JsonObject,
        ...present('medium', text('medium')),
        ...present('seal', sealOf(text('seal'), text('seal-state'), release)),
      },
      outcome: {
        code: rejects ? 'rejected' : 'accepted',
        ...present('note', told === '' ? undefined : told.slice(0, 1024)),
      },
    },
  };
}

function found(
  flags: Flagged,
  log: JudgedLog,
  asked: ChainAsked,
  receiver: string,
  transferId: string | null,
): FoundRelease {
  const from = flags['from'] as string | undefined;
  if (from !== undefined)
    return releaseAsked({ from, notes: listOf(flags, 'from-checkpoint'), receiver, transferId }, asked);
  const own = attempt(() => releaseInLog(log, receiver, transferId));
  if (own.ok) return own.value;
  throw new UsageError(`${own.problem.detail}; what another log has released is named with --from`);
}

interface Arrival {
  readonly name: string;
  readonly released: Digests;
  readonly found: Digests;
  readonly seal: EventObject['seal'];
  readonly holds: EventObject['holds'];
}

/** Exactly the items of the release, each digested as it was then. */
function arrivals(flags: Flagged, { objects }: FoundRelease): Arrival[] {
  const released = new Map(objects.map((object) => [object.name, { ...object, digests: object.before ?? {} }]));
  const items = listOf(flags, 'item').map((text) => itemAtHand('item', text, released, false));
  const missing = [...released.keys()].find((name) => !items.some((item) => item.name === name));
  if (missing !== undefined)
    throw new UsageError(
      `the release names ${escapeText(missing, 100)}: give --item ${escapeText(missing, 100)}=FILE, as it has arrived`,
    );
  return items.map(({ name, digests }) => {
    const known = released.get(name);
    if (known === undefined) throw new UsageError(`--item ${name}: the release does not name it`);
    if (digests === null) throw new UsageError(`--item ${name}: name its file, as NAME=FILE`);
    return { name, released: known.digests, found: digests, seal: known.seal, holds: known.holds };
  });
}

function mismatch(
  path: string,
  seq: number,
  { name, released, found }: Arrival,
): Extract<Check, { outcome: 'failed' | 'indeterminate' }> {
  const detail = `"${escapeText(name, 64)}" arrived as ${digestText(found)}, and was released as ${digestText(released)}`;
  const at = { evidence: path, pointer: `/${seq}` };
  const facts = { item: name, found: digestText(found), released: digestText(released) };
  return notPassed('custody.digests', at, 'custody-digest-mismatch', detail, facts) as ReturnType<typeof mismatch>;
}

/** What it was released under goes along: of its seal it is said how it was found where the call says so. */
function receivedObject({ name, released, seal, holds }: Arrival, id: string | undefined, state: string | undefined) {
  return {
    name,
    before: released as JsonObject,
    ...(seal === undefined || id !== undefined ? {} : { seal: { id: seal.id, ...present('state', state) } }),
    ...(holds === undefined ? {} : { holds: [...holds] }),
  };
}

function sealOf(id: string | undefined, state: string | undefined, { objects }: FoundRelease): JsonObject | undefined {
  if (id !== undefined) return { id, state: state ?? 'intact' };
  if (state !== undefined && !objects.some(({ seal }) => seal !== undefined))
    throw new UsageError('--seal-state wants --seal: the release names none');
  return undefined;
}
