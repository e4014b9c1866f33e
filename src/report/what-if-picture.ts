// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { AssumedEvent, AssumedInterval, WhatIfFacts, WhatIfStanding } from '../model/what-if-facts.ts';
import type { Palette } from './palette.ts';

/** Columns of the bars; the table in front of them takes the rest of the line. */
const WIDTH = 30;
const MARKS = 'abcdefghijklmnop';

export const STANDING_WORDS: Readonly<Record<WhatIfStanding, string>> = {
  stands: 'stands',
  undecided: 'undecided',
  falls: 'FALLS',
};

/**
 * One row an event: its standing without the assumption and with it, and its provable interval as a bar. Instants stand in their order,
 * and not as far apart as they are: what decides is which of two comes first.
 */
export function whatIfTable({ keys }: WhatIfFacts, events: readonly AssumedEvent[], palette: Palette): string[] {
  if (events.length === 0) return [];
  const scale = scaleOf(keys, events);
  const head = `    ${'event'.padStart(6)}  ${'type'.padEnd(16)}  ${'without'.padEnd(9)}  ${'with'.padEnd(9)}`;
  const rows = events.map(({ seq, type, now, assumed, proven }) => {
    const text = `    ${String(seq).padStart(6)}  ${cut(type ?? '(unread)').padEnd(16)}  ${STANDING_WORDS[now].padEnd(9)}  ${STANDING_WORDS[assumed].padEnd(9)}`;
    const line = `${text}${scale === null ? '' : `  ${barOf(proven, scale)}`}`.trimEnd();
    return assumed === 'falls' ? palette.bad(line) : assumed === 'undecided' ? palette.warn(line) : line;
  });
  return ['', `${head}${scale === null ? '' : '  proven'}`, ...rows, ...(scale === null ? [] : legendOf(scale))];
}

interface Scale {
  readonly instants: readonly string[];
  readonly stolen: ReadonlySet<string>;
  readonly step: number;
}

/** null: there are too many instants to tell them apart. */
function scaleOf(keys: WhatIfFacts['keys'], events: readonly AssumedEvent[]): Scale | null {
  const stolen = new Set(keys.filter(({ after }) => !after).map(({ since }) => since));
  const instants = [...new Set([...stolen, ...events.flatMap(({ proven }) => endsOf(proven))])].sort(byInstant);
  const step = Math.min(6, Math.floor((WIDTH - 1) / (instants.length + 1)));
  return instants.length === 0 || instants.length > MARKS.length || step < 2 ? null : { instants, stolen, step };
}

function columnOf(instant: string, { instants, step }: Scale): number {
  return (instants.indexOf(instant) + 1) * step;
}

function widthOf({ instants, step }: Scale): number {
  return (instants.length + 1) * step + 1;
}

function barOf({ notBefore, notAfter }: AssumedInterval, scale: Scale): string {
  const from = notBefore === null ? 0 : columnOf(notBefore, scale);
  const to = notAfter === null ? widthOf(scale) - 1 : columnOf(notAfter, scale);
  const cells = new Array<string>(widthOf(scale)).fill(' ');
  for (let i = from; i <= to; i++) cells[i] = '=';
  for (const mark of scale.stolen) cells[columnOf(mark, scale)] = '!';
  cells[from] = notBefore === null ? '<' : '[';
  cells[to] = notAfter === null ? '>' : ']';
  return cells.join('');
}

function legendOf(scale: Scale): string[] {
  const letters = new Array<string>(widthOf(scale)).fill(' ');
  scale.instants.forEach((instant, i) => {
    letters[columnOf(instant, scale)] = MARKS[i]!;
  });
  return [
    `${' '.repeat(52)}${letters.join('').trimEnd()}`,
    ...scale.instants.map(
      (instant, i) => `      ${MARKS[i]}  ${instant}${scale.stolen.has(instant) ? '  ! stolen' : ''}`,
    ),
    '      bars in the order of instants, not to scale: < no beginning, > no end',
  ];
}

function cut(text: string): string {
  const shown = escapeText(text, 60);
  return shown.length <= 16 ? shown : `${shown.slice(0, 15)}~`;
}

function endsOf({ notBefore, notAfter }: AssumedInterval): string[] {
  return [notBefore, notAfter].flatMap((instant) => (instant === null ? [] : [instant]));
}

/** RFC 3339 in UTC without trailing zeros: a fraction that is missing is a smaller one. */
function byInstant(a: string, b: string): number {
  const [one, other] = [a.replace('Z', ''), b.replace('Z', '')];
  return one < other ? -1 : one > other ? 1 : 0;
}
