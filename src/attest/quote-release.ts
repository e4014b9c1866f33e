// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import {
  type CustodyEvent,
  type EventObject,
  holdsOf,
  type ReleaseQuote,
  readEvent,
  sealOf,
} from '../custody/event.ts';
import { readLine } from '../custody/line.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseTlogProof } from '../log/tlog-proof.ts';
import { Malformed } from '../model/malformed.ts';
import { boundsOf } from './event-objects.ts';
import type { JudgedLog } from './judge-event.ts';

/** A release as its receiver finds it. */
export interface FoundRelease {
  readonly quote: ReleaseQuote;
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  /** The items, `before` being what they were when they were released, with the seals and holds that they are under. */
  readonly objects: readonly EventObject[];
}

/**
 * What a receipt quotes of another log: the release with its proof and checkpoint. Whether they hold is judged with the receipt, by C24.
 *
 * @param proof C2SP tlog-proof whose extra data is the line, as `custody disclose` writes it
 * @throws Malformed `tlog-proof-format`, `custody-line-format`, …
 */
export function releaseOfProof(proof: string): FoundRelease {
  const { extra, index, hashes, checkpoint } = parseTlogProof(proof);
  if (extra === null) throw new Malformed('custody-line-format', 'the proof carries no event');
  const event = readEvent(readLine(extra).payload);
  return {
    ...releasedBy(event),
    quote: {
      line: `sha256:${sha256Hex(extra)}`,
      origin: event.says.log.origin,
      index: Number(index),
      envelope: encodeBase64(extra),
      proof: hashes.map(encodeBase64),
      note: checkpoint,
    },
  };
}

/**
 * The release that stands in the receiver's own log, and that nobody has received yet.
 *
 * @param transferId null: the only one that is on its way to him
 * @throws Malformed `custody-receive-unreleased`
 */
export function releaseInLog({ items }: JudgedLog, receiver: string, transferId: string | null): FoundRelease {
  const open = new Map<string, FoundRelease & { readonly objects: EventObject[] }>();
  for (const item of items.all) {
    const { name, state, transfer } = item;
    if (state !== 'transit' || transfer === null) continue;
    if (transferId === null ? transfer.to !== receiver : transfer.id !== transferId) continue;
    const { id, from, to, hash } = transfer;
    const found = open.get(id) ?? { quote: { line: `sha256:${hash}` }, transferId: id, from, to, objects: [] };
    const before = transfer.items.get(name) ?? null;
    found.objects.push({ name, ...(before === null ? {} : { before }), ...boundsOf(item) });
    open.set(id, found);
  }
  const [only, ...more] = open.values();
  if (only !== undefined && more.length === 0) return only;
  const what =
    transferId === null ? `on its way to ${escapeText(receiver, 100)}` : `named ${escapeText(transferId, 100)}`;
  const ids = [...open.keys()].map((id) => escapeText(id, 100)).join(', ');
  throw new Malformed(
    'custody-receive-unreleased',
    only === undefined
      ? `nothing in this log is ${what}`
      : `several hand-offs are ${what}: name one of ${ids} with --transfer-id`,
  );
}

function releasedBy(event: CustodyEvent): Omit<FoundRelease, 'quote'> {
  const { type, performer, says } = event;
  const { transferId, to } = says.custody ?? {};
  if (type !== 'transfer-release' || transferId === undefined || to === undefined)
    throw new Malformed('custody-receive-unreleased', `the event is of type ${type}, and releases nothing`);
  const objects = event.objects.map((object) => {
    const bounds = boundsOf({ seal: sealOf(event, object) ?? null, holds: new Set(holdsOf(event, object)) });
    return { name: object.name, ...(object.before === undefined ? {} : { before: object.before }), ...bounds };
  });
  return { transferId, from: performer, to: to.id, objects };
}
