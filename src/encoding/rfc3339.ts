// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { type CivilTime, civilOfSeconds, isCivilTime, secondsOfCivil } from './calendar.ts';

const FORM =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/;
const FIRST_YEAR = 1950;
const LAST_YEAR = 9999;

/**
 * RFC 3339 §5.6, upper-case T and Z, years 1950 to 9999, an offset always, at most nine digits of a second. Second 60 is
 * taken only as 23:59:60Z and stands for the second after it; `leapSecond` tells so.
 *
 * @throws Malformed `time-invalid`
 */
export function parseRfc3339(text: string): { time: Instant; leapSecond: boolean } {
  const match = FORM.exec(text);
  if (match === null) throw invalid('is not written as 2026-03-01T00:00:00Z');
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const leapSecond = second === '60' && hour === '23' && minute === '59' && sign === undefined;
  const civil: CivilTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: leapSecond ? 59 : Number(second),
  };
  if (!isCivilTime(civil)) throw invalid('names a day or a time of day that does not exist');
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) throw invalid('has an offset that does not exist');
  const offset = (Number(offsetHour) * 3600 + Number(offsetMinute) * 60) * (sign === '-' ? -1 : 1);
  const seconds = secondsOfCivil(civil) - offset + (leapSecond ? 1 : 0);
  const utcYear = civilOfSeconds(seconds).year;
  if (civil.year < FIRST_YEAR || utcYear < FIRST_YEAR || utcYear > LAST_YEAR) {
    throw invalid(`is not in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  const nanoseconds = BigInt(seconds) * NANOSECONDS_PER_SECOND + BigInt(fraction.padEnd(9, '0'));
  return { time: instantFromNanoseconds(nanoseconds), leapSecond };
}

/** RFC 3339 in UTC, with as many digits of a second as there are. Years outside 0000 to 9999 get as many digits as they need. */
export function formatInstant(instant: Instant): string {
  let seconds = instant / NANOSECONDS_PER_SECOND;
  let nanoseconds = instant % NANOSECONDS_PER_SECOND;
  if (nanoseconds < 0n) {
    seconds -= 1n;
    nanoseconds += NANOSECONDS_PER_SECOND;
  }
  const { year, month, day, hour, minute, second } = civilOfSeconds(Number(seconds));
  const date = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const fraction = nanoseconds === 0n ? '' : `.${nanoseconds.toString().padStart(9, '0').replace(/0+$/, '')}`;
  return `${date}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fraction}Z`;
}

function pad(value: number, width: 2 | 4): string {
  const text = String(value);
  if (width === 2) return value < 10 ? `0${text}` : text;
  return text.padStart(4, '0');
}

function invalid(problem: string): Malformed {
  return new Malformed('time-invalid', `the time ${problem}`);
}
