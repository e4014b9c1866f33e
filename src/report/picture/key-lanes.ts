// SPDX-License-Identifier: Apache-2.0
import type { KeySpan, TimelineView } from '../../model/timeline-view.ts';
import { element, type Markup, shown } from '../html/markup.ts';
import { bar } from './bar.ts';
import { type Block, heading } from './block.ts';
import { FRAME, SMALL } from './frame.ts';
import { beside } from './label.ts';
import { hatched } from './marks.ts';
import { packedBlock, type Thing } from './packed-lane.ts';
import { type RowPlaces, spanOf } from './row-places.ts';
import { formatInstant } from './rows.ts';
import type { TimeScale } from './scale.ts';
import { onSheet, type Sheet } from './sheets.ts';

const MOST_KEYS = 10;

/** When each key that this sheet is about was good, and since when it no longer is. */
export function keyLanes(view: TimelineView, sheet: Sheet, places: RowPlaces): Block[] {
  const used = new Set(sheet.rows.map(({ row }) => row.key));
  const shownKeys = view.keys.filter(
    ({ fingerprint, from, until, compromisedSince }) =>
      sheet.of === 1 ||
      used.has(fingerprint) ||
      [from, until, compromisedSince].some((instant) => instant !== null && onSheet(sheet, instant)),
  );
  if (shownKeys.length === 0) return [];
  const drawn = shownKeys.slice(0, MOST_KEYS);
  const rest = view.keys.length - drawn.length;
  const more = rest === 0 ? '' : ` (${drawn.length} of ${view.keys.length}: ${rest} more in the table)`;
  return [
    heading(`Keys: when they are valid${more}`),
    ...drawn.map((key) =>
      packedBlock({
        name: shown(key.id),
        below: '',
        note: `${key.compromisedSince === null ? '' : 'compromised · '}key ${shown(key.fingerprint).slice(0, 12)}…`,
        class: 'lane',
        pitch: 17,
        things: [keyThing(key, sheet.scale, places)],
      }),
    ),
  ];
}

export function keyText(
  { id, fingerprint, from, until, compromisedSince, introduced, retired }: KeySpan,
  places: RowPlaces,
): string {
  return [
    `key ${shown(fingerprint).slice(0, 16)} of ${shown(id)}`,
    `valid from ${from === null ? 'no known beginning' : formatInstant(from)} until ${until === null ? 'no known end' : formatInstant(until)}`,
    ...(compromisedSince === null ? [] : [`compromised since ${formatInstant(compromisedSince)}`]),
    introduced === null ? 'named by the examiner' : `introduced by ${places.number(introduced)}`,
    ...(retired === null ? [] : [`taken out by ${places.number(retired)}`]),
  ].join(', ');
}

function keyThing(key: KeySpan, scale: TimeScale, places: RowPlaces): Thing {
  const { begin, end, x1, x2 } = spanOf(scale, key.from, key.until);
  const since = key.compromisedSince === null ? null : scale.x(key.compromisedSince);
  // To the left of its mark, where the bar is plain: to the right it is hatched.
  const words = since === null ? null : beside('compromised since', since - 5, FRAME.plot.right, SMALL);
  return {
    title: keyText(key, places),
    from: x1,
    to: x2,
    placed: words === null ? null : { ...words, face: SMALL, style: { tone: 'bad halo' } },
    draw: (middle) => [
      bar('valid', begin, end, middle - 4, 8),
      ...(since === null ? [] : compromised(since, Math.max(since + 8, x2), middle)),
    ],
  };
}

function compromised(x1: number, x2: number, middle: number): Markup[] {
  return [
    hatched('gap', x1, middle - 5, x2 - x1, 10),
    element('path', { class: 'dot cross', d: `M${x1 - 5} ${middle - 7}l10 14m0-14l-10 14` }),
  ];
}
