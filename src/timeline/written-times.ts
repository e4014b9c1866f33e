// SPDX-License-Identifier: Apache-2.0
import { type CivilTime, isCivilTime, secondsOfCivil } from '../encoding/calendar.ts';
import { cutText } from '../encoding/escape-text.ts';
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { RowFinding, WrittenTime } from '../model/timeline-view.ts';

/** A time of a row, and what is wrong with it. */
export interface ReadTime {
  readonly time: WrittenTime;
  readonly findings: readonly RowFinding[];
}

/** How a text was read as a time. `zoned` false: it names no zone, and was read as UTC. */
export interface TimeForm {
  readonly instant: Instant;
  readonly rule: string;
  readonly precision: bigint;
  readonly zoned: boolean;
}

const SECOND = NANOSECONDS_PER_SECOND;
const ISO =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:([Tt]| )([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?(?: ?(?:(Z|z|UTC)|([+-])([0-9]{2})(:?)([0-9]{2})?))?)?$/;
/** How tools write that they do not know: zero dates, and words. */
const UNKNOWN = /^(?:|-|0000-00-00.*|[-+]?0+(?:\.0+)?|--:--:--|invalid|not set|never|none|null|nat|nan|n\/a)$/i;

export function isUnknownTime(text: string): boolean {
  return UNKNOWN.test(text.trim());
}

/** Nanoseconds of a fraction of a second as it is written, and the step of its last digit. */
function fractionOf(digits: string): { readonly nanoseconds: bigint; readonly precision: bigint } {
  return { nanoseconds: BigInt(digits.padEnd(9, '0')), precision: 10n ** BigInt(9 - digits.length) };
}

/**
 * Dates and times after ISO 8601 as tools write them: RFC 3339, its offset without a colon or without minutes, a blank in the place of
 * the T, a comma before the fraction, no zone (read as UTC), no seconds, no time of day. At most nine digits of a second. null: none.
 */
export function readIso(text: string): TimeForm | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, between, hour, minute, second, fraction = '', utc, sign, offsetHour, colon] = match;
  const offsetMinute = match[13];
  if (sign !== undefined && colon === ':' && offsetMinute === undefined) return null;
  const leap = second === '60' && hour === '23' && minute === '59';
  const civil = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? '0'),
    minute: Number(minute ?? '0'),
    second: leap ? 59 : Number(second ?? '0'),
  };
  if (civil.year === 0 || !isCivilTime(civil)) return null;
  if (Number(offsetHour ?? '0') > 23 || Number(offsetMinute ?? '0') > 59) return null;
  const offset = (Number(offsetHour ?? '0') * 3600 + Number(offsetMinute ?? '0') * 60) * (sign === '-' ? -1 : 1);
  const { nanoseconds, precision } = fractionOf(fraction);
  const step = hour === undefined ? 86_400n * SECOND : second === undefined ? 60n * SECOND : precision;
  const zoned = utc !== undefined || sign !== undefined;
  return {
    instant: instantFromNanoseconds(BigInt(secondsOfCivil(civil) - offset + (leap ? 1 : 0)) * SECOND + nanoseconds),
    rule: ruleOf(between, zoned, sign !== undefined && colon === '', hour === undefined),
    precision: step,
    zoned,
  };
}

function ruleOf(between: string | undefined, zoned: boolean, basic: boolean, dateOnly: boolean): string {
  if (dateOnly) return 'iso-date';
  const form = between === ' ' ? 'iso-blank' : basic || !zoned ? 'iso' : 'rfc3339';
  return `${form}${basic ? '-basic-offset' : ''}${zoned ? '' : '-no-zone'}`;
}

const EPOCHS: Readonly<Record<string, bigint>> = {
  'epoch-seconds': 1n,
  'epoch-milliseconds': 1000n,
  'epoch-microseconds': 1_000_000n,
  'epoch-nanoseconds': 1_000_000_000n,
};
const NUMBER = /^(-?)([0-9]{1,25})(?:\.([0-9]{1,12}))?$/;

/**
 * A count since 1970 as a decimal lexeme, which is never a double. Seconds may have a fraction.
 *
 * @param rule `epoch-seconds`, `epoch-milliseconds`, `epoch-microseconds` or `epoch-nanoseconds`
 */
export function readEpoch(text: string, rule: string): TimeForm | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', given = ''] = match;
  const unit = SECOND / EPOCHS[rule]!;
  // Python writes whole numbers of some columns as 1331698658000000.0.
  const fraction = given.replace(/0+$/, '');
  const scale = 10n ** BigInt(fraction.length);
  if (fraction !== '' && unit % scale !== 0n) return null;
  const count = BigInt(whole) * unit + BigInt(fraction === '' ? '0' : fraction) * (unit / scale);
  const step = 10n ** BigInt(given.length);
  const precision = fraction === '' ? unit : unit % step === 0n ? unit / step : unit / scale;
  return inYears(sign === '-' ? -count : count, rule, precision);
}

const FIRST = BigInt(secondsOfCivil({ year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0 })) * SECOND;
const END = BigInt(secondsOfCivil({ year: 10_000, month: 1, day: 1, hour: 0, minute: 0, second: 0 })) * SECOND;

/** Years 1 to 9999: what can be written with four digits. */
export function inYears(nanoseconds: bigint, rule: string, precision: bigint, zoned = true): TimeForm | null {
  if (nanoseconds < FIRST || nanoseconds >= END) return null;
  return { instant: instantFromNanoseconds(nanoseconds), rule, precision, zoned };
}

/** Nanoseconds since 1970 of a day and time of day that exist; null: they do not. */
export function nanosecondsOf(civil: CivilTime): bigint | null {
  return civil.year >= 1 && isCivilTime(civil) ? BigInt(secondsOfCivil(civil)) * SECOND : null;
}

/** A time and what became of it. `form` null: no rule reads it. */
export function readTime(of: string, raw: string, text: string, form: TimeForm | null): ReadTime {
  const unknown = isUnknownTime(text);
  if (unknown || form === null) {
    const time = { of, raw, instant: null, rule: 'unknown', precision: 0n };
    const finding: RowFinding = unknown
      ? { reason: 'timeline-time-unknown', detail: `${of} is ${raw === '' ? 'empty' : cutText(raw, 64)}` }
      : { reason: 'timeline-time-unreadable', detail: `${of} is ${cutText(raw, 64)}` };
    return { time, findings: [finding] };
  }
  const { instant, rule, precision, zoned } = form;
  return {
    time: { of, raw, instant, rule, precision },
    findings: zoned ? [] : [{ reason: 'timeline-zone-unstated', detail: `${of} is ${cutText(raw, 64)}` }],
  };
}

/**
 * The times of one row, the one that it is placed by first: the first that could be read. That a time is unknown is told of a row
 * only where none is known.
 */
export function placed(all: readonly ReadTime[]): { times: WrittenTime[]; findings: RowFinding[] } {
  const written = all.filter(({ time }, i) => i === 0 || time.raw !== '');
  // An empty first one says nothing where another is there.
  const read = written.length > 1 && written[0]!.time.raw === '' ? written.slice(1) : written;
  const first = Math.max(
    0,
    read.findIndex(({ time }) => time.instant !== null),
  );
  const ordered = [read[first]!, ...read.filter((_, i) => i !== first)];
  const known = ordered[0]!.time.instant !== null;
  return {
    times: ordered.map(({ time }) => time),
    findings: ordered.flatMap(({ findings }, i) =>
      findings.filter(({ reason }) => {
        if (reason === 'timeline-time-unknown') return !known && i === 0;
        return reason !== 'timeline-zone-unstated' || i === 0;
      }),
    ),
  };
}

/** Two statements of one time that differ by more than the coarser one can tell. */
export function disagreement(a: WrittenTime, b: WrittenTime): RowFinding[] {
  if (a.instant === null || b.instant === null) return [];
  const apart = a.instant > b.instant ? a.instant - b.instant : b.instant - a.instant;
  const step = a.precision > b.precision ? a.precision : b.precision;
  if (apart <= step) return [];
  const detail = `${a.of} and ${b.of} are ${apart / SECOND} s ${apart % SECOND} ns apart`;
  return [{ reason: 'timeline-times-disagree', detail }];
}
