// SPDX-License-Identifier: Apache-2.0
import { civilOfSeconds, secondsOfCivil } from '../../encoding/calendar.ts';
import { TINY } from './frame.ts';
import { textWidth } from './text-width.ts';

export interface Tick {
  readonly at: bigint;
  readonly label: string;
}

/** The marks of one panel, and what their labels leave out: the day, or the minute. */
export interface Ticks {
  readonly context: string;
  readonly marks: readonly Tick[];
}

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;
const SPACE = 14;

interface Step {
  readonly every: bigint;
  readonly months?: number;
  readonly form: Form;
}
type Form = 'fraction' | 'second' | 'minute' | 'day' | 'month' | 'year';

const STEPS: readonly Step[] = [
  ...Array.from({ length: 9 }, (_, power) =>
    [1n, 2n, 5n].map((digit): Step => ({ every: digit * 10n ** BigInt(power), form: 'fraction' })),
  ).flat(),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((n): Step => ({ every: n * SECOND, form: 'second' })),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((n): Step => ({ every: n * MINUTE, form: 'minute' })),
  ...[1n, 2n, 3n, 6n, 12n].map((n): Step => ({ every: n * HOUR, form: 'minute' })),
  ...[1n, 2n, 7n, 14n].map((n): Step => ({ every: n * DAY, form: 'day' })),
  ...[1, 2, 3, 6].map((months): Step => ({ every: BigInt(months) * 30n * DAY, months, form: 'month' })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(
    (years): Step => ({ every: BigInt(years) * 365n * DAY, months: years * 12, form: 'year' }),
  ),
];

/** Round instants from `from` to `to`, far enough apart that their labels do not touch on so many pixels. */
export function ticksOf(from: bigint, to: bigint, pixels: number): Ticks {
  if (from === to) return { context: dayOf(from), marks: [{ at: from, label: clockOf(from, 'second') }] };
  const step =
    STEPS.find(({ every, form }) => {
      const width = textWidth(labelOf(from, form, every), TINY) + SPACE;
      return (every * BigInt(Math.max(1, pixels))) / (to - from) >= BigInt(width);
    }) ?? STEPS.at(-1)!;
  const marks: Tick[] = [];
  for (let at = firstAt(from, step); at <= to && marks.length < 100; at = nextAt(at, step)) {
    marks.push({ at, label: labelOf(at, step.form, step.every) });
  }
  return { context: contextOf(from, step.form), marks };
}

function firstAt(from: bigint, step: Step): bigint {
  if (step.months === undefined) {
    const at = (from / step.every) * step.every;
    return at < from ? at + step.every : at;
  }
  const { year, month } = civilOfSeconds(secondsOf(from));
  const months = Math.floor((year * 12 + month - 1) / step.months) * step.months;
  const at = monthStart(months);
  return at < from ? monthStart(months + step.months) : at;
}

function nextAt(at: bigint, step: Step): bigint {
  if (step.months === undefined) return at + step.every;
  const { year, month } = civilOfSeconds(secondsOf(at));
  return monthStart(year * 12 + month - 1 + step.months);
}

function monthStart(months: number): bigint {
  const year = Math.floor(months / 12);
  const civil = { year, month: months - year * 12 + 1, day: 1, hour: 0, minute: 0, second: 0 };
  return BigInt(secondsOfCivil(civil)) * SECOND;
}

function labelOf(at: bigint, form: Form, every: bigint): string {
  const { year, month, day } = civilOfSeconds(secondsOf(at));
  if (form === 'year') return String(year);
  if (form === 'month') return `${year}-${two(month)}`;
  if (form === 'day') return `${two(month)}-${two(day)}`;
  if (form === 'minute' && clockOf(at, 'second') === '00:00:00') return `${two(month)}-${two(day)}`;
  if (form !== 'fraction') return clockOf(at, form);
  const digits = 10 - String(every).length;
  return `${clockOf(at, 'second').slice(6)}.${String(fractionOf(at)).padStart(9, '0').slice(0, digits)}`;
}

function contextOf(from: bigint, form: Form): string {
  if (form === 'year' || form === 'month') return '';
  if (form === 'day') return dayOf(from).slice(0, -6);
  return form === 'fraction' ? `${dayOf(from)} ${clockOf(from, 'minute')}` : dayOf(from);
}

function dayOf(at: bigint): string {
  const { year, month, day } = civilOfSeconds(secondsOf(at));
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function clockOf(at: bigint, form: 'second' | 'minute'): string {
  const { hour, minute, second } = civilOfSeconds(secondsOf(at));
  return `${two(hour)}:${two(minute)}${form === 'second' ? `:${two(second)}` : ''}`;
}

function secondsOf(at: bigint): number {
  return Number((at - fractionOf(at)) / SECOND);
}

function fractionOf(at: bigint): bigint {
  return ((at % SECOND) + SECOND) % SECOND;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
