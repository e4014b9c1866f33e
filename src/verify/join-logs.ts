// SPDX-License-Identifier: Apache-2.0
import type { CustodyChainResult } from '../custody/chain.ts';
import { hexOf } from '../custody/event.ts';
import { type HolderSpan, rowId, type SourcePart } from '../model/timeline-view.ts';

/** A release in one log, and its receipt in another that is at hand. */
interface Arrived {
  /** Row of the receipt. */
  readonly row: string;
  /** The receiver did not take it: it is the giver's again. */
  readonly rejected: boolean;
}

export interface JudgedPart {
  readonly part: SourcePart;
  /** null: the source is no custody log, or could not be read. */
  readonly chain: CustodyChainResult | null;
}

/**
 * Whereabouts of items from one log to the next: what was on its way in one has arrived in another, where the receipt is borne out
 * and cites the very line of the release. What that proves of times, the verification of the logs has told already.
 */
export function joinParts(sources: readonly JudgedPart[]): SourcePart[] {
  const arrived = arrivals(sources);
  return sources.map(({ part, chain }) => {
    if (arrived.size === 0) return part;
    const hashes = new Map(part.rows.map(({ id, hash }) => [id, hash]));
    const receiptOf = (row: string): Arrived | undefined => {
      const hash = hashes.get(row) ?? '';
      return chain?.items.isSettled(`sha256:${hash}`) === true ? arrived.get(hash) : undefined;
    };
    return {
      ...part,
      spans: part.spans.flatMap((span) => arrivedSpans(span, receiptOf(span.from), part.spans)),
      gaps: part.gaps.filter(({ kind, from }) => kind !== 'in-transit' || receiptOf(from) === undefined),
    };
  });
}

/** By the hash of the line of the release. The first receipt counts: of a second one the logs say themselves that there are two. */
function arrivals(sources: readonly JudgedPart[]): Map<string, Arrived> {
  const arrived = new Map<string, Arrived>();
  for (const { part, chain } of sources) {
    if (chain === null || !isSound(chain)) continue;
    for (const { release, seq, rejected, isSigned } of chain.joins.joined) {
      const hash = hexOf(release);
      if (isSigned && !arrived.has(hash)) arrived.set(hash, { row: rowId(part.index, seq), rejected });
    }
  }
  return arrived;
}

/** Where one of these is broken, nothing in the log is a receipt for another one. */
const SOUND: ReadonlySet<string> = new Set([
  'custody.format',
  'custody.links',
  'custody.sequence',
  'custody.signature',
]);

function isSound({ checks }: CustodyChainResult): boolean {
  return checks.every(({ id, outcome }) => outcome === 'passed' || !SOUND.has(id));
}

function arrivedSpans(span: HolderSpan, receipt: Arrived | undefined, spans: readonly HolderSpan[]): HolderSpan[] {
  if (span.state !== 'transit' || receipt === undefined) return [span];
  const ended = { ...span, to: receipt.row };
  if (!receipt.rejected || span.transit === undefined) return [ended];
  const { transit: _, ...rest } = span;
  const { giver } = span.transit;
  const last = spans.findLast(({ item, to, holder }) => item === span.item && to === span.from && holder === giver);
  const back = {
    ...rest,
    state: 'held',
    holder: giver,
    key: last?.key ?? null,
    from: receipt.row,
    to: span.to,
  } as const;
  return [ended, back];
}
