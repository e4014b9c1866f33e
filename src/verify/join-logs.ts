// SPDX-License-Identifier: Apache-2.0
import { type Check, passed } from '../model/check.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import type { HandOver, HolderSpan, SourcePart, SourceRow } from '../model/timeline-view.ts';
import { narrowed } from './join-times.ts';
import { withChecks } from './timeline.ts';

/** A release in one log and its receipt in another. */
export interface LogJoin {
  readonly release: string;
  readonly receipt: string;
  /** Index of the log that has released, and of the one that has received. */
  readonly from: number;
  readonly to: number;
}

/** What a receipt may be wrong about, and still be the one of the release that is at hand whole. */
const ANSWERED: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['custody-join-unverified']);
const ABOUT_TIME: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'custody-time-order',
  'claimed-time-contradicted',
  'custody-time-future',
  'custody-silence',
  'custody-in-transit',
]);

/**
 * Hand-offs from one log to another where both are at hand: a receipt cites the hash of the very line, of the same transfer, the
 * same items with the same digests, and is by the one who was named.
 */
export function joinsOf(parts: readonly SourcePart[]): LogJoin[] {
  const rows = new Map(parts.flatMap((part) => part.rows.map((row) => [row.id, row] as const)));
  const released = new Map<string, { readonly part: number; readonly hand: HandOver }>();
  for (const { index, handOvers = [] } of parts)
    for (const hand of handOvers)
      if (hand.cites === null) released.set(rows.get(hand.row)!.hash, { part: index, hand });
  return parts.flatMap(({ index, handOvers = [] }) =>
    handOvers.flatMap((receipt): LogJoin[] => {
      const known = receipt.cites === null ? undefined : released.get(receipt.cites.hash);
      if (known === undefined || known.part === index || !isSame(known.hand, receipt)) return [];
      if (!isSound(rows.get(known.hand.row)!) || !isSound(rows.get(receipt.row)!)) return [];
      return [{ release: known.hand.row, receipt: receipt.row, from: known.part, to: index }];
    }),
  );
}

function isSame(release: HandOver, receipt: HandOver): boolean {
  return (
    release.id === receipt.id &&
    release.receiver === receipt.receiver &&
    release.objects.join('\n') === receipt.objects.join('\n')
  );
}

function isSound({ authenticated, findings }: SourceRow): boolean {
  return authenticated && findings.every(({ reason }) => ANSWERED.has(reason) || ABOUT_TIME.has(reason));
}

/** The parts with their hand-offs joined: what was on its way in one log has arrived in another; what is proven of times is shared. */
export function joinParts(parts: readonly SourcePart[], joins: readonly LogJoin[]): readonly SourcePart[] {
  if (joins.length === 0) return parts;
  const arrived = new Map(joins.map(({ release, receipt }) => [release, receipt]));
  const receipts = new Set(joins.map(({ receipt }) => receipt));
  const proven = narrowed(parts, joins);
  return parts.map((part) => ({
    ...part,
    rows: part.rows.map((row) => ({
      ...row,
      proven: proven.get(row.id) ?? row.proven,
      findings: row.findings.filter(
        ({ reason }) =>
          !(arrived.has(row.id) && reason === 'custody-in-transit') &&
          !(receipts.has(row.id) && reason === 'custody-join-unverified'),
      ),
    })),
    spans: part.spans.map((span) => arrivedSpan(span, arrived)),
    gaps: part.gaps.filter(({ kind, from }) => kind !== 'in-transit' || !arrived.has(from)),
  }));
}

function arrivedSpan(span: HolderSpan, arrived: ReadonlyMap<string, string>): HolderSpan {
  const to = span.state === 'transit' ? arrived.get(span.from) : undefined;
  return to === undefined ? span : { ...span, to };
}

/** The facts about one log, where another that is at hand answers what it leaves open. */
export function joinItem(item: ItemFacts, part: SourcePart, joins: readonly LogJoin[]): ItemFacts {
  const rowOf = new Map(part.rows.map(({ id, seq }) => [`/${seq}`, id]));
  const released = new Set(joins.filter(({ from }) => from === part.index).map(({ release }) => release));
  const received = new Set(joins.filter(({ to }) => to === part.index).map(({ receipt }) => receipt));
  const transits = answered(item, 'custody.transfer', 'custody-in-transit', rowOf, released);
  const unverified = answered(item, 'custody.join', 'custody-join-unverified', rowOf, received);
  const gone = new Set([...transits, ...unverified]);
  if (gone.size === 0) return item;
  const checks = item.checks.filter((check) => !gone.has(check));
  const at = { evidence: item.name, pointer: '' };
  const whole = (['custody.transfer', 'custody.join'] as const)
    .filter((id) => [...gone].some((check) => check.id === id) && !checks.some((check) => check.id === id))
    .map((id) => passed(id, at, { answeredByOtherLogs: id === 'custody.join' ? unverified.length : transits.length }));
  return withChecks({ ...item, checks }, whole);
}

/** Checks of one reason that are all about events which are joined; none where a place was left out, so that nobody knows. */
function answered(
  { checks }: ItemFacts,
  id: Check['id'],
  reason: ReasonCode,
  rowOf: ReadonlyMap<string, string>,
  joined: ReadonlySet<string>,
): Check[] {
  const own = checks.filter((check) => check.id === id && isOf(check, reason));
  if (own.some(({ facts }) => facts['places'] !== own.length)) return [];
  return own.filter(({ at }) => joined.has(rowOf.get(at.pointer) ?? ''));
}

function isOf(check: Check, reason: ReasonCode): boolean {
  return (check.outcome === 'failed' || check.outcome === 'indeterminate') && check.reason === reason;
}
