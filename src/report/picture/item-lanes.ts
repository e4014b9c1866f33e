// SPDX-License-Identifier: Apache-2.0
import type { HolderSpan, TimelineGap, TimelineView } from '../../model/timeline-view.ts';
import { element, type Markup, shown } from '../html/markup.ts';
import { extent } from './bar.ts';
import { type Block, heading } from './block.ts';
import { SMALL } from './frame.ts';
import { beside } from './label.ts';
import { hatched } from './marks.ts';
import { packedBlock, type Thing } from './packed-lane.ts';
import type { PlacedSpan, RowPlaces } from './row-places.ts';
import type { Sheet } from './sheets.ts';
import { fitText, textWidth } from './text-width.ts';

const MOST_ITEMS = 12;

/** Who held each item that this sheet is about, and where its chain has holes. */
export function itemLanes(view: TimelineView, sheet: Sheet, places: RowPlaces): Block[] {
  const ids = new Set(sheet.rows.map(({ row }) => row.id));
  const named = new Set(sheet.rows.flatMap(({ row }) => row.items));
  const all = [
    ...new Set([...view.spans.map(({ item }) => item), ...view.gaps.flatMap(({ item }) => item ?? [])]),
  ].sort();
  const spans = Map.groupBy(view.spans, ({ item }) => item);
  const gaps = Map.groupBy(view.gaps, ({ item }) => item);
  const moved = all.filter((item) => {
    const own = [...(spans.get(item) ?? []), ...(gaps.get(item) ?? [])];
    if (sheet.of === 1) return true;
    if (!named.has(item) && !own.some((one) => places.changes(one, ids))) return false;
    return own.some((one) => places.place(one, sheet) !== null);
  });
  if (moved.length === 0) return [];
  const drawn = moved.slice(0, MOST_ITEMS);
  const rest = all.length - drawn.length;
  const more = rest === 0 ? '' : ` (${drawn.length} of ${all.length}: ${rest} more in the table)`;
  return [
    heading(`Items: who held them${more}`),
    ...drawn.map((item) => itemBlock(item, spans.get(item) ?? [], gaps.get(item) ?? [], sheet, places)),
  ];
}

function itemBlock(item: string, spans: HolderSpan[], gaps: TimelineGap[], sheet: Sheet, places: RowPlaces): Block {
  const placed = spans.flatMap((span) => {
    const place = places.place(span, sheet);
    return place === null ? [] : [{ span, place }];
  });
  const last = placed.at(-1)?.span;
  return packedBlock({
    name: shown(item),
    below: '',
    note: last === undefined ? '' : stateText(last),
    class: 'lane item',
    pitch: 17,
    touching: true,
    things: [...placed.map(({ span, place }) => spanThing(span, place, places)), ...gapThings(gaps, sheet, places)],
  });
}

/** The gaps of the whole log, which are about no item. */
export function gapLane(view: TimelineView, sheet: Sheet, places: RowPlaces): Block[] {
  const things = gapThings(
    view.gaps.filter(({ item }) => item === null),
    sheet,
    places,
  );
  if (things.length === 0) return [];
  return [packedBlock({ name: 'Gaps', below: 'of the whole log', note: '', class: 'lane', pitch: 17, things })];
}

function gapThings(gaps: readonly TimelineGap[], sheet: Sheet, places: RowPlaces): Thing[] {
  return gaps.flatMap((gap) => {
    const place = places.place(gap, sheet);
    if (place === null) return [];
    const { x1, x2 } = place;
    const width = Math.max(6, x2 - x1);
    const words = gap.kind.replaceAll('-', ' ');
    return [
      {
        title: `gap, ${words}, ${places.words(gap)}: ${shown(gap.detail)}`,
        from: x1,
        to: x1 + width,
        placed: { ...beside(words, x1, x1 + width, SMALL), face: SMALL, style: { tone: 'bad halo' } },
        draw: (middle) => [hatched('gap', x1, middle - 5, width, 10)],
      } satisfies Thing,
    ];
  });
}

function spanThing(span: HolderSpan, { begin, end }: PlacedSpan, places: RowPlaces): Thing {
  const [x1, right] = extent(begin, end);
  const x2 = Math.max(right, x1 + 3);
  const words = stateText(span);
  const inside =
    textWidth(words, SMALL) <= x2 - x1 - 14 ? words : fitText(shown(span.holder ?? ''), x2 - x1 - 14, SMALL);
  return {
    title: `${shown(span.item)}: ${words}, ${span.place === null ? '' : `${shown(span.place, 80)}, `}${places.words(span)}`,
    from: x1,
    to: x2,
    placed: inside === '' ? null : { words: inside, x: x1 + 8, anchor: 'start', from: x1, to: x2, face: SMALL },
    draw: (middle) => spanMarks(span, x1, x2, end.kind === 'open', middle),
  };
}

function spanMarks({ state, seal }: HolderSpan, x1: number, x2: number, open: boolean, middle: number): Markup[] {
  const y = middle - 7;
  const width = x2 - x1;
  if (state === 'disposed' || state === 'returned') {
    return [element('path', { class: 'gone', d: `M${x1} ${y}v14M${x1} ${middle + 6}H${x2}` })];
  }
  const body = element('rect', { class: state === 'transit' ? 'transit' : 'held', x: x1, y, width, height: 14 });
  // Not one more edge where the log goes on or ends with nothing said: the arrow says so.
  const on = open ? [element('path', { class: 'on', d: `M${x2} ${middle}l-7-5v10z` })] : [];
  if (seal === null) return [body, ...on];
  const double = element('rect', { class: 'seal', x: x1 + 2, y: y + 2, width: Math.max(1, width - 4), height: 10 });
  return [body, double, ...on];
}

export function stateText({ state, holder, seal }: HolderSpan): string {
  const sealed = seal === null ? '' : `, sealed ${shown(seal, 40)}`;
  if (state === 'transit') return `in transit${holder === null ? '' : `, ${shown(holder, 60)}`}${sealed}`;
  if (state === 'disposed' || state === 'returned') return state;
  return `${holder === null ? 'nobody' : shown(holder, 60)}${sealed}`;
}
