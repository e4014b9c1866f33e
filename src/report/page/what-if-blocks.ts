// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../../model/report.ts';
import type { StandingCounts, WhatIfStanding } from '../../model/what-if-facts.ts';
import { type Block, line, quoted, type Tone, tabled, toned } from './blocks.ts';

const TONES = { stands: 'good', undecided: 'warn', falls: 'bad' } as const satisfies Record<WhatIfStanding, Tone>;

/** Of a custody timeline if keys had been stolen: what is assumed, and what becomes of each event. */
export function whatIfBlocks({ whatIf }: Item): Block[] {
  if (whatIf === undefined) return [];
  const { keys, standing, changed, events, eventsNotShown } = whatIf;
  const summary = `Without the assumption ${counts(standing.now)}; with it ${counts(standing.assumed)}; ${changed} changed`;
  return [
    ...tabled(
      'Assumed to be in other hands',
      KEYS,
      keys.map(({ kind, name, key, since, after }) => [
        [line(kind, ' ', quoted(name, 100))],
        [line(quoted(key))],
        [line(quoted(since, 60), after ? ', after the instant that is judged at' : '')],
      ]),
    ),
    {
      kind: 'text',
      line: line(`${summary}${eventsNotShown === 0 ? '' : `; ${eventsNotShown} events are not listed`}.`),
    },
    ...tabled(
      'Events',
      EVENTS,
      events.map(({ seq, type, performer, now, assumed, because }) => [
        [line(String(seq))],
        [line(quoted(type ?? 'unknown', 60)), ...(performer === null ? [] : [line('by ', quoted(performer, 100))])],
        [toned(TONES[now], now)],
        [toned(TONES[assumed], assumed)],
        [line(quoted(because))],
      ]),
    ),
  ];
}

function counts({ stands, undecided, falls }: StandingCounts): string {
  return `${stands} stand, ${undecided} are undecided, ${falls} fall`;
}

const KEYS = [
  { heading: 'Whose key', width: 30 },
  { heading: 'SHA-256 of the key', width: 44 },
  { heading: 'Since', width: 26 },
];
const EVENTS = [
  { heading: 'Event', width: 8 },
  { heading: 'What', width: 26 },
  { heading: 'Without', width: 12 },
  { heading: 'With it', width: 12 },
  { heading: 'Because', width: 42 },
];
