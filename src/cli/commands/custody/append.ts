// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { JudgedLog } from '../../../attest/judge-event.ts';
import { EVENT_TYPES } from '../../../custody/event-types.ts';
import { policyDigestOf } from '../../../custody/rules-in-force.ts';
import { encodeBase64 } from '../../../encoding/base64.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import type { JsonObject } from '../../../model/json.ts';
import { BaseCommand } from '../../base-command.ts';
import { WRITER_FLAGS, WRITER_TRUST } from '../../custody-flags.ts';
import { itemsAsked } from '../../custody-items-asked.ts';
import { keyRow } from '../../custody-keys-said.ts';
import { jsonFile, present, smallFile } from '../../custody-said.ts';
import { listOf, type Planned, writeEvent } from '../../custody-writing.ts';
import { instantFlag } from '../../session.ts';
import { signingKeys } from '../../signing-asked.ts';
import { UsageError } from '../../usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;
type Flagged = Readonly<Record<string, unknown>>;

export default class CustodyAppend extends BaseCommand {
  static override summary = 'append one signed event to a custody timeline, if the log still verifies with it';
  static override description =
    'Files of items are digested when the event is written. The log is judged without and with the new line by the rules of custody verify;\n' +
    'a line that would make a check fail is shown, and not written. What a stopped writer has left behind is finished first.';
  static override examples = [
    '<%= config.bin %> custody append custody.jsonl --type acquire --item EX-1=disk.img --signing-key ann.pem --purpose "seized" --authorization warrant=W-7',
    '<%= config.bin %> custody append custody.jsonl --type transfer-release --item EX-1=disk.img --to ben@lab.example --transfer-id T-1 --signing-key ann.pem --purpose "to the lab"',
    '<%= config.bin %> custody append custody.jsonl --type unseal --seal S-9 --item EX-1=disk.img --signing-key ann.pem --signing-key cho.pem --purpose "examination"',
    '<%= config.bin %> custody append custody.jsonl --type close --signing-key ann.pem --purpose "case closed"',
  ];
  static override args = { log: Args.string({ required: true, description: 'custody.jsonl' }) };
  static override flags = {
    ...WRITER_FLAGS,
    ...WRITER_TRUST,
    type: Flags.string({ description: 'what is done; custody-timeline-v1, section 4, lists the types' }),
    item: Flags.string({ ...many, description: 'an item: NAME=FILE, or NAME where it is only spoken of' }),
    altered: Flags.string({ ...many, description: 'an item that was changed: NAME=FILE as it is now' }),
    justification: Flags.string({ description: 'why it was changed' }),
    'made-from': Flags.string({ description: 'of which item the --item of derive or replicate is made' }),
    to: Flags.string({ description: 'to whom items are released' }),
    'transfer-id': Flags.string({ description: 'name of a hand-off; without it, SEQ@ORIGIN of the release' }),
    medium: Flags.string({ options: ['courier', 'diode', 'network'], description: 'how items travel' }),
    seal: Flags.string({ description: 'the seal that is applied, opened or looked at' }),
    'seal-state': Flags.string({ options: ['applied', 'intact', 'broken'], description: 'how it was found' }),
    hold: Flags.string({ description: 'the legal hold that begins or ends' }),
    outcome: Flags.string({
      options: ['accepted', 'rejected', 'pass', 'fail', 'unavailable', 'insufficient_evidence'],
      description: 'what came of it',
    }),
    correct: Flags.string({ description: 'number of the event that is put right, or that redact withholds from' }),
    'introduce-key': Flags.string({ ...many, description: 'key-status: a new key, ID=FILE or ID=FILE:role,role' }),
    'retire-key': Flags.string({ ...many, description: 'key-status: SHA-256 of a key that signs no more' }),
    'compromised-key': Flags.string({ ...many, description: 'key-status: HEX@TIME, stolen since then' }),
    policy: Flags.string({ description: 'policy-change: the rules from here on (JSON)' }),
    'anchor-note': Flags.string({ description: 'a signed checkpoint of this log' }),
    'anchor-data': Flags.string({
      description: 'anything else that was time-stamped: it proves a not-before alone',
    }),
    'anchor-token': Flags.string({ ...many, description: 'RFC 3161 token over the one or the other' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyAppend);
    const [path] = operands as [string];
    const type = typeOf(flags);
    await writeEvent({
      command: 'custody append',
      path,
      flags,
      keys: signingKeys(listOf(flags, 'signing-key'), listOf(flags, 'passphrase')),
      opens: false,
      plan: (log) => planned(type, flags, log),
    });
  }
}

function planned(type: string, flags: Flagged, log: JudgedLog): Planned {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const objects = itemsAsked(type, flags, log);
  const policy = text('policy') === undefined ? undefined : jsonFile('policy', text('policy')!);
  const keys = keysOf(flags);
  const anchors = anchorsOf(flags);
  return {
    type,
    own: {
      ...present('objects', objects.length === 0 ? undefined : (objects as unknown as JsonObject[])),
      ...present('custody', custodyOf(type, flags, log)),
      ...present('keys', keys.length === 0 ? undefined : keys),
      ...present('policy', policy),
      ...present('anchors', anchors === null ? undefined : [anchors]),
      ...present('target', targetOf(text('correct'), log)),
      ...present('outcome', text('outcome') === undefined ? undefined : { code: text('outcome')! }),
    },
    ...(policy === undefined ? {} : { place: { policyDigest: policyDigestOf(policy) } }),
  };
}

function typeOf(flags: { readonly type?: string | undefined; readonly correct?: string | undefined }): string {
  const type = flags.type ?? (flags.correct === undefined ? undefined : 'correct');
  if (type === undefined) throw new UsageError('missing: --type (what is done)');
  if (type === 'open') throw new UsageError('a log is opened by custody open, and once');
  if (EVENT_TYPES.some((one) => one === type)) return type;
  throw new UsageError(`--type ${type} is none of the types of an event: ${EVENT_TYPES.slice(1).join(', ')}`);
}

function custodyOf(type: string, flags: Flagged, { lines, origin }: JudgedLog): JsonObject | undefined {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const seal = text('seal');
  const state = text('seal-state') ?? ({ seal: 'applied', unseal: 'intact' } as Record<string, string>)[type];
  if (seal === undefined && text('seal-state') !== undefined) throw new UsageError('--seal-state wants --seal');
  const transferId = text('transfer-id') ?? (type === 'transfer-release' ? `${lines}@${origin ?? ''}` : undefined);
  const said: JsonObject = {
    ...present('transferId', transferId),
    ...present('to', text('to') === undefined ? undefined : { id: text('to')! }),
    ...present('medium', text('medium')),
    ...present('hold', text('hold')),
    ...present('seal', seal === undefined ? undefined : { id: seal, ...present('state', state) }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

function keysOf(flags: Flagged): JsonObject[] {
  const stolen = listOf(flags, 'compromised-key').map((text): JsonObject => {
    const match = /^([0-9a-f]{64})@(.+)$/.exec(text);
    if (match === null)
      throw new UsageError('--compromised-key is written HEX@TIME: the SHA-256 of the key, and since when');
    instantFlag('compromised-key', match[2]!);
    return { action: 'compromised', keyid: match[1]!, since: match[2]! };
  });
  return [
    ...listOf(flags, 'introduce-key').map((text) => ({ action: 'introduce', ...keyRow('introduce-key', text) })),
    ...listOf(flags, 'retire-key').map((keyid) => ({ action: 'retire', keyid })),
    ...stolen,
  ];
}

function anchorsOf(flags: Flagged): JsonObject | null {
  const note = flags['anchor-note'] as string | undefined;
  const data = flags['anchor-data'] as string | undefined;
  const tokens = listOf(flags, 'anchor-token').map((path) => encodeBase64(smallFile('anchor-token', path)));
  const timestamps = present('timestamps', tokens.length === 0 ? undefined : tokens);
  if (note !== undefined && data !== undefined)
    throw new UsageError('--anchor-note and --anchor-data are two anchors: write an event of each');
  if (note !== undefined)
    return { kind: 'checkpoint', note: decodeUtf8(smallFile('anchor-note', note)), ...timestamps };
  if (data !== undefined) return { kind: 'outside', data: encodeBase64(smallFile('anchor-data', data)), ...timestamps };
  if (tokens.length > 0) throw new UsageError('--anchor-token wants what it is over: --anchor-note or --anchor-data');
  return null;
}

function targetOf(text: string | undefined, log: JudgedLog): JsonObject | undefined {
  if (text === undefined) return undefined;
  if (!/^(0|[1-9][0-9]{0,6})$/.test(text)) throw new UsageError('--correct wants the number of an event, from 0');
  const line = log.lineHash(Number(text));
  if (line === null) throw new UsageError(`--correct: there is no event ${text} in a log of ${log.lines} lines`);
  return { seq: Number(text), line: `sha256:${line}` };
}
