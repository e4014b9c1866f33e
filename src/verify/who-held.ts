// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { HolderAnswer, Proof, Whereabouts } from '../model/replay.ts';
import type { TimelineRow, TimelineView } from '../model/timeline-view.ts';
import { historiesOf, type ItemHistory } from './item-histories.ts';
import { nearNames } from './near-names.ts';
import { proofOf } from './replay-proof.ts';

/** When something happened, as far as it is known: at `earliest` or later, at `latest` or earlier. null: no bound. */
interface Bounds {
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
}

/** Says nothing about who held what: the times of an event, or its neighbours, are what is wrong. */
const ABOUT_TIME: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'custody-time-order',
  'claimed-time-contradicted',
  'custody-time-future',
  'custody-silence',
  'custody-fixity-missing',
  'custody-in-transit',
]);

/**
 * Who held an item at an instant, or at the end, which the order of lines alone decides. What is proven and what is claimed are told apart: a hand-over whose provable interval straddles
 * the instant leaves both sides open, and nothing that was claimed closes that.
 *
 * @param broken what is refuted of logs as a whole: nothing is proven by them
 */
export function whoHeld(
  view: TimelineView,
  item: string,
  at: Instant | null,
  broken: ReadonlyMap<number, readonly string[]> = new Map(),
): HolderAnswer {
  const rows = new Map(view.rows.map((row) => [row.id, row]));
  const histories = historiesOf(view, item);
  const asked = { question: 'who-held', item, at } as const;
  if (histories.length === 0) {
    const near = nearNames(item, new Set(view.rows.flatMap(({ items }) => items)));
    const named = view.rows.some(({ items }) => items.includes(item));
    const because = named
      ? 'events name it, and none that can be followed brings it into custody'
      : near.length === 0
        ? 'no timeline speaks of it'
        : `no timeline speaks of it; similar are ${near.map(quoted).join(', ')}`;
    return {
      ...asked,
      standing: named ? 'undecided' : 'unknown-item',
      proven: [],
      claimed: [],
      because,
      proofs: [],
      near,
    };
  }
  const proven = across(histories, at, (id) => provenBounds(rows.get(id)!));
  const claimed = across(histories, at, (id) => claimedBounds(rows.get(id)!));
  const hands = sameHands(proven);
  const rest =
    proven.length === 1 || hands !== null ? proven : claimed.length === 1 ? claimed : [...proven, ...claimed];
  const proofs = proofsOf(view, rows, rest);
  const answer = { ...asked, proven, claimed, proofs, near: [] };
  const [only] = proven;
  const unsound = proofs.map(({ row }) => rows.get(row)!).filter((row) => !isSound(row));
  if (severalHolders(histories, proven, at, rows))
    return { ...answer, standing: 'contradicted', because: 'timelines that nothing joins tell of different holders' };
  const taken = takenBy(view, item, at, rows);
  if (taken !== null) return { ...answer, standing: 'contradicted', because: taken };
  const lost = unsound.find(({ id }) => histories.some(({ lostAt }) => lostAt === id));
  if (lost !== undefined)
    return { ...answer, standing: 'undecided', because: `lines are missing or cannot be read at event ${lost.id}` };
  const refuted = histories.flatMap(({ spans }) => spans.map(({ from }) => sourceOf(from)));
  const log = refuted.find((source) => broken.has(source));
  if (log !== undefined) {
    const because = `the log ${view.sources[log]?.name ?? ''} does not stand (${broken.get(log)!.join(', ')})`;
    return { ...answer, standing: 'contradicted', because };
  }
  if ((proven.length === 1 || claimed.length === 1 || hands !== null) && unsound.length > 0)
    return { ...answer, standing: 'contradicted', because: unsoundText(unsound) };
  const late = only === undefined ? null : beyondEvidence(proven, at, view);
  if (late !== null && (hands !== null || (proven.length === 1 && only!.state !== 'unknown')))
    return { ...answer, claimed: claimed.length === 0 ? proven : claimed, standing: 'claimed', because: late };
  if (proven.length === 1 && only!.state !== 'unknown')
    return { ...answer, standing: 'proven', because: provenText(only!, view, rows) };
  if (hands !== null) {
    const because = `${quoted(hands)} in all that is possible; where, and under which seal, is not determined: ${straddling(proven, rows, at)}`;
    return { ...answer, standing: 'proven', because };
  }
  if (claimed.length === 1 && claimed[0]!.state !== 'unknown')
    return { ...answer, standing: 'claimed', because: `by the claimed times alone; ${straddling(proven, rows, at)}` };
  return { ...answer, standing: 'undecided', because: straddling(proven, rows, at) };
}

/** Nothing is wrong with the event that concerns who held what, and it is signed by whom the examiner trusts. */
function isSound({ authenticated, findings }: TimelineRow): boolean {
  return authenticated && findings.every(({ reason }) => ABOUT_TIME.has(reason));
}

function provenBounds({ proven }: TimelineRow): Bounds {
  return { earliest: proven.notBefore, latest: proven.notAfter };
}

function claimedBounds({ corrected, uncertainty, times }: TimelineRow): Bounds {
  if (corrected === null) return { earliest: null, latest: null };
  const first = times[0]?.instant ?? null;
  const ended = times.find(({ of }) => of === 'endDateTime')?.instant ?? null;
  // It was done when it ended; that clock was ahead by as much.
  const duration = first !== null && ended !== null && ended > first ? ended - first : 0n;
  return {
    earliest: (corrected - uncertainty) as Instant,
    latest: (corrected + duration + uncertainty) as Instant,
  };
}

/** What every history leaves possible; that one of them does not know the item yet says nothing where another does. */
function across(histories: readonly ItemHistory[], at: Instant | null, bounds: (id: string) => Bounds): Whereabouts[] {
  const each = histories.map((history) => possible(history, at, bounds));
  const some = each.some((places) => places.every(({ state }) => state !== 'none'));
  const all = each.flat().filter(({ state }) => !some || state !== 'none');
  return all.filter((one, i) => one.state !== 'none' || all.findIndex(({ state }) => state === 'none') === i);
}

/** All that is not excluded: it may have begun by then, and may not have ended. */
function possible({ spans, lostAt }: ItemHistory, at: Instant | null, bounds: (id: string) => Bounds): Whereabouts[] {
  const mayHaveBegun = (id: string): boolean => {
    const { earliest } = bounds(id);
    return at === null || earliest === null || earliest <= at;
  };
  const hasBegun = (id: string): boolean => {
    const { latest } = bounds(id);
    return at === null || (latest !== null && latest <= at);
  };
  const places: Whereabouts[] = [];
  if (!hasBegun(spans[0]!.from)) places.push(nowhere('none', null, spans[0]!.from));
  for (const { item: _, ...span } of spans) {
    if (mayHaveBegun(span.from) && (span.to === null || !hasBegun(span.to))) places.push(span);
  }
  if (lostAt !== null && mayHaveBegun(lostAt)) places.push(nowhere('unknown', lostAt, null));
  return places;
}

function nowhere(state: 'none' | 'unknown', from: string | null, to: string | null): Whereabouts {
  return { state, holder: null, key: null, place: null, seal: null, from, to };
}

/** Somebody says that he took it while another held it, and may have done so by then. */
function takenBy(
  { gaps }: TimelineView,
  item: string,
  at: Instant | null,
  rows: ReadonlyMap<string, TimelineRow>,
): string | null {
  const taken = gaps.find((gap) => {
    if (gap.kind !== 'two-holders' || gap.item !== item) return false;
    const row = rows.get(gap.from)!;
    const { earliest } = row.proven.notBefore === null ? claimedBounds(row) : provenBounds(row);
    return at === null || earliest === null || earliest <= at;
  });
  return taken === undefined ? null : taken.detail;
}

/** States that nothing follows. */
const FOR_GOOD: ReadonlySet<Whereabouts['state']> = new Set(['none', 'unknown', 'disposed', 'returned']);

/**
 * Why what nothing ends is not proven: that nothing happened is known as long as later lines of the same log are proven not to be
 * older, and no longer; that nobody received is never known of the giver's log.
 */
function beyondEvidence(places: readonly Whereabouts[], at: Instant | null, view: TimelineView): string | null {
  const last = places.find(({ to, state }) => to === null && !FOR_GOOD.has(state));
  if (last === undefined) return null;
  if (last.state === 'transit') return 'it was released, and whether it has arrived since is in no log that is at hand';
  const source = last.from === null ? '' : sourceOf(last.from);
  if (at === null) {
    const isOpen = view.gaps.some((gap) => gap.kind === 'end-open' && sourceOf(gap.from) === source);
    return isOpen ? 'the end of that log is not established: what was done since is not known' : null;
  }
  let horizon: Instant | null = null;
  for (const { id, proven } of view.rows)
    if (sourceOf(id) === source && proven.notBefore !== null && (horizon === null || proven.notBefore > horizon))
      horizon = proven.notBefore;
  if (horizon !== null && at <= horizon) return null;
  const known =
    horizon === null ? 'nothing proves when any of it was' : `this is known as of ${formatInstant(horizon)}`;
  return `${known}, and nothing later is`;
}

/** The one person who holds it in all that is possible; null: there are two, or it may be in nobody's hands. */
function sameHands(places: readonly Whereabouts[]): string | null {
  const [first, ...others] = places;
  if (first === undefined || first.state !== 'held' || others.length === 0) return null;
  const same = others.every(({ state, holder }) => state === 'held' && holder === first.holder);
  return same ? first.holder : null;
}

/** Each history by itself leaves one, and they are not the same. */
function severalHolders(
  histories: readonly ItemHistory[],
  proven: readonly Whereabouts[],
  at: Instant | null,
  rows: ReadonlyMap<string, TimelineRow>,
): boolean {
  if (histories.length < 2 || proven.length < 2) return false;
  return histories.every((one) => possible(one, at, (id) => provenBounds(rows.get(id)!)).length === 1);
}

/** The events at both ends of what is possible: what is proven of them decides. */
function proofsOf(view: TimelineView, rows: ReadonlyMap<string, TimelineRow>, places: readonly Whereabouts[]): Proof[] {
  const ids = new Set(places.flatMap(({ from, to }) => [from, to]));
  return view.rows.filter(({ id }) => ids.has(id)).map((row) => proofOf(view, rows.get(row.id)!));
}

function provenText(place: Whereabouts, view: TimelineView, rows: ReadonlyMap<string, TimelineRow>): string {
  const { from, to } = place;
  const end = from === null ? null : (rows.get(from)?.proven.notAfter ?? null);
  const next = to === null ? null : (rows.get(to)?.proven.notBefore ?? null);
  const begun = from === null || end === null ? '' : `event ${from} had happened by ${formatInstant(end)}`;
  const ended = to === null || next === null ? '' : `event ${to} had not before ${formatInstant(next)}`;
  const open = view.gaps.some(
    ({ kind, from: gap }) => kind === 'end-open' && from !== null && sourceOf(gap) === sourceOf(from),
  );
  const last =
    to === null ? (open ? `nothing follows, and the end of that log is not established` : 'nothing follows') : '';
  return [begun, ended, last].filter((text) => text !== '').join('; ');
}

function sourceOf(id: string): number {
  return Number(id.slice(0, id.indexOf('.')));
}

/** Which events may have been on either side of the instant. */
function straddling(
  places: readonly Whereabouts[],
  rows: ReadonlyMap<string, TimelineRow>,
  at: Instant | null,
): string {
  const ids = [...new Set(places.flatMap(({ from, to }) => [from, to]))].filter((id): id is string => id !== null);
  const open = ids.filter((id) => {
    const { earliest, latest } = provenBounds(rows.get(id)!);
    return (at === null || earliest === null || earliest <= at) && (latest === null || at === null || latest > at);
  });
  if (open.length === 0) return 'lines are missing, or cannot be read';
  const shown = open.slice(0, 4).join(', ');
  const more = open.length > 4 ? ` and ${open.length - 4} more` : '';
  return `it is not proven whether ${open.length === 1 ? 'event' : 'events'} ${shown}${more} had happened by then`;
}

function unsoundText(rows: readonly TimelineRow[]): string {
  const each = rows.slice(0, 4).map(({ id, findings }) => {
    const reasons = findings.filter(({ reason }) => !ABOUT_TIME.has(reason)).map(({ reason }) => reason);
    return `event ${id} does not stand (${reasons.length === 0 ? 'nobody vouches for it' : reasons.join(', ')})`;
  });
  return each.join('; ');
}

function quoted(text: string): string {
  return `"${escapeText(text, 64)}"`;
}
