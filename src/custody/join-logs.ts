// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { CustodyChain, FoundBeside } from './chain.ts';
import { Intervals } from './intervals.ts';
import type { Arrival } from './items.ts';
import type { ForeignReceipt } from './joins.ts';
import type { AnchorKey, SourcedAnchor } from './sourced-anchor.ts';

/** A log whose lines have all been read, and nothing concluded of them yet. */
export interface ReadLog {
  readonly name: string;
  readonly chain: CustodyChain;
  /** Its place among those that were given. */
  readonly number: number;
  /** Anchors of it that stand behind what was read. */
  readonly known: readonly SourcedAnchor[];
}

/** What other logs hold of one. */
export interface JoinedLog {
  readonly arrived: readonly Arrival[];
  /** Its receipts of lines of others, by number. */
  readonly over: ReadonlySet<number>;
  readonly beside: readonly FoundBeside[];
  readonly copies: readonly { readonly name: string; readonly line: number }[];
  /** What is proven of lines of others, and so of these. */
  readonly anchors: readonly SourcedAnchor[];
  /** Its checkpoints, as others have quoted them. */
  readonly notes: readonly { readonly name: string; readonly note: string }[];
  readonly quotes: readonly Quote[];
}

/** A checkpoint over the very lines of one log, as a receipt in another one quotes it. */
export interface Quote {
  /** Number of the log of the receipt, and its line. */
  readonly log: number;
  readonly line: number;
  /** The line of this log that was received, and how many the checkpoint covers. */
  readonly index: number;
  readonly size: number;
  readonly note: string;
}

export const NOTHING: JoinedLog = {
  arrived: [],
  over: new Set(),
  beside: [],
  copies: [],
  anchors: [],
  notes: [],
  quotes: [],
};

/** A receipt in one log, and a log at hand that it is a receipt of; `over`: what it quotes is of these very lines. */
interface Link {
  readonly from: ReadLog;
  readonly to: ReadLog;
  readonly receipt: ForeignReceipt;
  readonly over: boolean;
}

/**
 * Logs that lie together (custody timeline v1, section 9): who has received what another has released, whose checkpoints were
 * quoted where, and what the time of a line in one log proves of a line in another. A receipt quotes a checkpoint: so the lines
 * under it existed when the receipt did, and the receipt did not before the release.
 */
export function joinLogs(logs: readonly ReadLog[]): Map<CustodyChain, JoinedLog> {
  const links = logs.flatMap((from) =>
    from.chain.receipts.flatMap((receipt): Link[] =>
      logs
        .filter(({ chain }) => chain !== from.chain && chain.origin === receipt.origin)
        .map((to) => ({ from, to, receipt, over: to.chain.isOver(receipt) })),
    ),
  );
  const anchors = provenAcross(logs, links);
  return new Map(
    logs.map(({ chain }) => {
      const own = links.filter(({ to }) => to.chain === chain);
      const quoted = new Map(own.map(({ from, receipt }) => [receipt.note, { from, receipt }]));
      const joined: JoinedLog = {
        arrived: own
          .filter(({ over }) => over)
          .map(({ from, receipt: { release, receiver, rejected, seq, keys } }) => {
            return { release, receiver, rejected, keys, log: `event ${seq} of ${from.chain.origin}` };
          }),
        over: new Set(
          chain.quoting.filter((one) => logs.some((to) => isOf(one, chain, to.chain))).map(({ seq }) => seq),
        ),
        beside: [...twiceReceived(chain, logs, links), ...twiceAcquired(chain, logs)],
        copies: copiesOf(chain, logs),
        anchors: anchors.get(chain) ?? [],
        notes: [...quoted].map(([note, { from, receipt }]) => {
          return { name: `the checkpoint that event ${receipt.seq} of ${from.name} quotes`, note };
        }),
        quotes: own
          .filter(({ over }) => over)
          .map(({ from, receipt: { seq, index, size, note } }) => {
            return { log: from.number, line: seq, index, size, note };
          }),
      };
      return [chain, joined];
    }),
  );
}

/** Whether what a receipt quotes is of the very lines of a log at hand. */
function isOf(receipt: ForeignReceipt, from: CustodyChain, to: CustodyChain): boolean {
  return to !== from && to.origin === receipt.origin && to.isOver(receipt);
}

/** C08: one release that is received in two places, where the log of the release is not at hand to say so itself. */
function twiceReceived(chain: CustodyChain, logs: readonly ReadLog[], links: readonly Link[]): FoundBeside[] {
  return chain.receipts.flatMap((receipt): FoundBeside[] => {
    if (links.some(({ receipt: one, over }) => one === receipt && over)) return [];
    const isSame = (other: CustodyChain, seq: number): boolean => other.origin === chain.origin && seq === receipt.seq;
    for (const { chain: other } of logs) {
      const again = other.receipts.find(({ release, seq }) => release === receipt.release && !isSame(other, seq));
      if (again === undefined) continue;
      const { seq, release } = receipt;
      const detail = `event ${seq} receives what was released as ${release}, and so does event ${again.seq} of ${other.origin}`;
      return [{ check: 'custody.holder', seq, reason: 'custody-two-holders', detail }];
    }
    return [];
  });
}

/** C08: an item of one case has one name, and comes into custody once. */
function twiceAcquired(chain: CustodyChain, logs: readonly ReadLog[]): FoundBeside[] {
  const others = logs.filter(({ chain: { caseId, origin } }) => caseId === chain.caseId && origin !== chain.origin);
  if (others.length === 0) return [];
  return [...chain.acquired].flatMap(([name, seq]): FoundBeside[] => {
    const other = others.find((one) => one.chain.acquired.has(name))?.chain;
    if (other === undefined) return [];
    const where = `event ${other.acquired.get(name)} of ${other.origin}`;
    const detail = `event ${seq} takes "${escapeText(name, 64)}" into custody, and so does ${where}`;
    return [{ check: 'custody.holder', seq, reason: 'custody-two-holders', detail }];
  });
}

function copiesOf(chain: CustodyChain, logs: readonly ReadLog[]): JoinedLog['copies'] {
  if (chain.origin === null) return [];
  return logs.flatMap(({ name, chain: other }) => {
    if (other === chain || other.origin !== chain.origin) return [];
    const line = chain.differsFrom(other);
    return line === null ? [] : [{ name, line }];
  });
}

/** What follows from log to log, until nothing more does: a hand-off leads from one to the next, so that as many rounds as logs will do. */
function provenAcross(logs: readonly ReadLog[], links: readonly Link[]): Map<CustodyChain, SourcedAnchor[]> {
  let anchors = new Map<CustodyChain, SourcedAnchor[]>();
  const holding = links.filter(({ over }) => over);
  if (holding.length === 0) return anchors;
  for (let round = 0; round <= logs.length; round++) {
    const proven = new Map(
      logs.map(({ chain, known }) => {
        const evidence = chain.evidence([...known, ...(anchors.get(chain) ?? [])]);
        return [chain, { intervals: new Intervals(chain.lines, evidence), keys: keysOf(evidence) }];
      }),
    );
    const next = new Map<CustodyChain, SourcedAnchor[]>();
    for (const link of holding) {
      const { receiving, released } = derive(link, proven.get(link.from.chain)!, proven.get(link.to.chain)!);
      if (receiving !== null) next.set(link.from.chain, [...(next.get(link.from.chain) ?? []), receiving]);
      if (released !== null) next.set(link.to.chain, [...(next.get(link.to.chain) ?? []), released]);
    }
    if (sizeOf(next) === sizeOf(anchors) && sameTimes(next, anchors)) return next;
    anchors = next;
  }
  return anchors;
}

interface Proven {
  readonly intervals: Intervals;
  readonly keys: readonly AnchorKey[];
}

function derive({ from, to, receipt }: Link, receiving: Proven, releasing: Proven) {
  const { notAfter } = receiving.intervals.at(receipt.seq);
  const { notBefore } = releasing.intervals.at(receipt.index);
  const across = (other: ReadLog, line: number, time: SourcedAnchor['time'], { keys }: Proven) => ({
    source: `line ${line + 1} of`,
    authority: other.chain.origin ?? other.name,
    authorityId: `log ${other.chain.origin}`,
    time,
    notBefore: time,
    notAfter: time,
    keys,
    over: null,
    inNote: false,
    derived: true,
  });
  return {
    released:
      notAfter === null
        ? null
        : { ...across(from, receipt.seq, notAfter, receiving), covers: receipt.size, within: null },
    receiving:
      notBefore === null
        ? null
        : { ...across(to, receipt.index, notBefore, releasing), covers: 0, within: receipt.seq },
  };
}

/** Of all evidence of the other log: which of it a line's interval rests on is not told, and none of it may be doubted. */
function keysOf(evidence: readonly SourcedAnchor[]): AnchorKey[] {
  return [...new Map(evidence.flatMap(({ keys }) => keys.map((key) => [key.key, key] as const))).values()];
}

function sizeOf(anchors: ReadonlyMap<CustodyChain, readonly SourcedAnchor[]>): number {
  return [...anchors.values()].reduce((sum, of) => sum + of.length, 0);
}

function sameTimes(a: ReadonlyMap<CustodyChain, readonly SourcedAnchor[]>, b: typeof a): boolean {
  return [...a].every(([chain, of]) =>
    of.every(({ time, keys }, i) => {
      const other = b.get(chain)?.[i];
      return other?.time === time && other.keys.length === keys.length;
    }),
  );
}
