// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOfSeconds, daysInMonth, secondsOfCivil } from '../../src/encoding/calendar.ts';
import { readDer } from '../../src/encoding/der.ts';
import { readGeneralizedTimeWithFraction, readTime } from '../../src/encoding/der-time.ts';
import { formatInstant, parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds, instantFromSeconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { tlv } from './der-writer.ts';
import { expectProblem, expectReason, utf8 } from './support.ts';

const FIRST = -62_167_219_200; // 0000-01-01
const LAST = 253_402_300_799; // 9999-12-31T23:59:59

describe('the calendar', () => {
  it('agrees with the platform over all years of four digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (seconds) => {
        const { year, month, day, hour, minute, second } = civilOfSeconds(seconds);
        const theirs = new Date(seconds * 1000);
        expect([year, month, day, hour, minute, second]).toEqual([
          theirs.getUTCFullYear(),
          theirs.getUTCMonth() + 1,
          theirs.getUTCDate(),
          theirs.getUTCHours(),
          theirs.getUTCMinutes(),
          theirs.getUTCSeconds(),
        ]);
        expect(secondsOfCivil({ year, month, day, hour, minute, second })).toBe(seconds);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2024, 29],
    [2026, 28],
    [2100, 28],
  ])('knows February of %i', (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
  });
});

describe('rfc 3339', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0n],
    ['1969-12-31T23:59:59Z', -1_000_000_000n],
    ['2038-01-19T03:14:08Z', 2_147_483_648_000_000_000n],
    ['2026-03-01T00:00:00.000000001Z', 1_772_323_200_000_000_001n],
    ['2026-03-01T00:00:00.5Z', 1_772_323_200_500_000_000n],
    ['2026-03-01T01:00:00+01:00', 1_772_323_200_000_000_000n],
    ['2026-02-28T18:30:00-05:30', 1_772_323_200_000_000_000n],
    ['2026-03-01T00:00:00-00:00', 1_772_323_200_000_000_000n],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000_000_000n],
    ['9999-12-31T23:59:59.999999999Z', 253_402_300_799_999_999_999n],
  ])('reads %s to the nanosecond', (text, nanoseconds) => {
    expect(parseRfc3339(text)).toEqual({ time: nanoseconds, leapSecond: false });
  });

  it('reads a leap second as the second after it, and says so', () => {
    const after = parseRfc3339('2017-01-01T00:00:00Z').time;
    expect(parseRfc3339('2016-12-31T23:59:60Z')).toEqual({ time: after, leapSecond: true });
    expect(parseRfc3339('2016-12-31T23:59:60.25Z').time).toBe(after + 250_000_000n);
  });

  it.each([
    ['a day that February does not have', '2026-02-30T00:00:00Z', 'does not exist'],
    ['a leap day in a common year', '2026-02-29T00:00:00Z', 'does not exist'],
    ['a leap day in 2100', '2100-02-29T00:00:00Z', 'does not exist'],
    ['month 13', '2026-13-01T00:00:00Z', 'does not exist'],
    ['month 0', '2026-00-01T00:00:00Z', 'does not exist'],
    ['day 0', '2026-01-00T00:00:00Z', 'does not exist'],
    ['hour 24', '2026-01-01T24:00:00Z', 'does not exist'],
    ['minute 60', '2026-01-01T00:60:00Z', 'does not exist'],
    ['second 60 in the day', '2026-01-01T12:00:60Z', 'does not exist'],
    ['second 60 with an offset', '2016-12-31T23:59:60+00:00', 'does not exist'],
    ['second 61', '2016-12-31T23:59:61Z', 'does not exist'],
    ['an offset of 24 hours', '2026-01-01T00:00:00+24:00', 'offset'],
    ['an offset of 60 minutes', '2026-01-01T00:00:00+00:60', 'offset'],
    ['the year 1949', '1949-12-31T23:59:59Z', 'years'],
    ['the year 0000', '0000-01-01T00:00:00Z', 'years'],
    ['an offset into 1949', '1950-01-01T00:00:00+00:01', 'years'],
    ['an offset into 10000', '9999-12-31T23:59:59-00:01', 'years'],
    ['a leap second into 10000', '9999-12-31T23:59:60Z', 'years'],
    ['the year 10000', '10000-01-01T00:00:00Z', 'written'],
    ['no zone', '2026-03-01T00:00:00', 'written'],
    ['no time', '2026-03-01', 'written'],
    ['no seconds', '2026-03-01T00:00Z', 'written'],
    ['one digit', '2026-3-1T00:00:00Z', 'written'],
    ['lower-case t', '2026-03-01t00:00:00Z', 'written'],
    ['lower-case z', '2026-03-01T00:00:00z', 'written'],
    ['a blank for T', '2026-03-01 00:00:00Z', 'written'],
    ['ten digits of a second', '2026-03-01T00:00:00.0000000001Z', 'written'],
    ['a point without digits', '2026-03-01T00:00:00.Z', 'written'],
    ['a comma', '2026-03-01T00:00:00,5Z', 'written'],
    ['an offset without colon', '2026-03-01T00:00:00+0100', 'written'],
    ['a sign', '+2026-03-01T00:00:00Z', 'written'],
    ['a newline behind it', '2026-03-01T00:00:00Z\n', 'written'],
    ['a blank in front', ' 2026-03-01T00:00:00Z', 'written'],
    ['digits of another script', '２026-03-01T00:00:00Z', 'written'],
    ['words', 'Nov 20, 2026', 'written'],
    ['a number', '0', 'written'],
    ['nothing', '', 'written'],
  ])('refuses %s', (_, text, words) => {
    expectProblem(() => parseRfc3339(text), 'time-invalid', words);
  });

  it('does not depend on the zone of the machine', () => {
    const before = process.env['TZ'];
    const times = ['UTC', 'Asia/Kolkata', 'America/St_Johns'].map((zone) => {
      process.env['TZ'] = zone;
      return parseRfc3339('2026-03-01T00:00:00Z').time;
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(times).size).toBe(1);
  });

  it('writes what it reads, in one form per instant', () => {
    const first =
      BigInt(secondsOfCivil({ year: 1950, month: 1, day: 1, hour: 0, minute: 0, second: 0 })) * 1_000_000_000n;
    fc.assert(
      fc.property(fc.bigInt({ min: first, max: BigInt(LAST) * 1_000_000_000n }), (nanoseconds) => {
        const text = formatInstant(instantFromNanoseconds(nanoseconds));
        expect(parseRfc3339(text).time).toBe(nanoseconds);
        expect(text).not.toMatch(/0Z$(?<!:\d0Z)/);
      }),
    );
  });

  it('refuses or reads as the platform does, never differently', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const text = fc
      .tuple(fc.integer({ min: 1950, max: 9999 }), two, two, two, two, two)
      .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
    fc.assert(
      fc.property(text, (written) => {
        const result = attempt(() => parseRfc3339(written));
        if (!result.ok || result.value.leapSecond) return;
        const date = new Date(written);
        expect(result.value.time).toBe(BigInt(date.getTime()) * 1_000_000n);
        expect(date.toISOString().slice(0, 19)).toBe(written.slice(0, 19));
      }),
      { numRuns: 3000 },
    );
  });

  it('formats instants beyond four digits of a year without failing', () => {
    expect(formatInstant(instantFromSeconds(253_402_300_800n))).toBe('10000-01-01T00:00:00Z');
    expect(formatInstant(instantFromSeconds(BigInt(FIRST) - 1n))).toBe('-0001-12-31T23:59:59Z');
    expect(formatInstant(instantFromNanoseconds(-1n))).toBe('1969-12-31T23:59:59.999999999Z');
  });
});

function utcTime(text: string) {
  return readDer(tlv(0x17, utf8(text)));
}
function generalizedTime(text: string) {
  return readDer(tlv(0x18, utf8(text)));
}
function at(text: string): Instant {
  return parseRfc3339(text).time;
}

describe('asn.1 times of certificates', () => {
  it('turns the century of UTCTime at 50', () => {
    expect(readTime(utcTime('491231235959Z'))).toEqual({ time: at('2049-12-31T23:59:59Z'), form: 'utc' });
    expect(readTime(utcTime('500101000000Z'))).toEqual({ time: at('1950-01-01T00:00:00Z'), form: 'utc' });
    expect(readTime(utcTime('991231235959Z')).time).toBe(at('1999-12-31T23:59:59Z'));
    expect(readTime(utcTime('000229000000Z')).time).toBe(at('2000-02-29T00:00:00Z'));
  });

  it('reads GeneralizedTime and tells the form', () => {
    expect(readTime(generalizedTime('99991231235959Z'))).toEqual({
      time: at('9999-12-31T23:59:59Z'),
      form: 'generalized',
    });
    expect(readTime(generalizedTime('20260301000000Z')).time).toBe(at('2026-03-01T00:00:00Z'));
    expect(readTime(generalizedTime('19500101000000Z')).time).toBe(at('1950-01-01T00:00:00Z'));
    expect(readTime(generalizedTime('00000101000000Z')).time).toBe(instantFromSeconds(BigInt(FIRST)));
  });

  it.each([
    ['UTCTime without seconds', utcTime('2603010000Z')],
    ['UTCTime with an offset', utcTime('260301000000+0000')],
    ['UTCTime without zone', utcTime('260301000000')],
    ['UTCTime with a letter', utcTime('2603010000a0Z')],
    ['UTCTime on February 30', utcTime('260230000000Z')],
    ['UTCTime with second 60', utcTime('161231235960Z')],
    ['UTCTime with a sign for a digit', utcTime('26030100000-Z')],
    ['UTCTime with a century', utcTime('20260301000000Z')],
    ['GeneralizedTime with a fraction', generalizedTime('20260301000000.5Z')],
    ['GeneralizedTime without seconds', generalizedTime('202603010000Z')],
    ['GeneralizedTime with an offset', generalizedTime('20260301000000+0100')],
    ['GeneralizedTime without zone', generalizedTime('20260301000000')],
    ['GeneralizedTime with lower-case z', generalizedTime('20260301000000z')],
    ['GeneralizedTime with hour 24', generalizedTime('20260301240000Z')],
    ['an empty time', utcTime('')],
    ['another type', readDer(tlv(0x16, utf8('260301000000Z')))],
  ])('refuses %s', (_, node) => {
    expectReason(() => readTime(node), 'time-invalid');
  });
});

describe('genTime of timestamp tokens', () => {
  it.each([
    ['20260301000000Z', '2026-03-01T00:00:00Z'],
    ['20260301000000.5Z', '2026-03-01T00:00:00.5Z'],
    ['20260301000000.000000001Z', '2026-03-01T00:00:00.000000001Z'],
    ['20260301000000.123456789Z', '2026-03-01T00:00:00.123456789Z'],
  ])('reads %s', (text, time) => {
    expect(readGeneralizedTimeWithFraction(generalizedTime(text))).toBe(at(time));
  });

  it.each([
    ['a trailing zero', generalizedTime('20260301000000.50Z'), 'ends in zero'],
    ['a fraction of zero', generalizedTime('20260301000000.0Z'), 'ends in zero'],
    ['a point without digits', generalizedTime('20260301000000.Z'), 'point and digits'],
    ['a comma', generalizedTime('20260301000000,5Z'), 'point and digits'],
    ['ten digits', generalizedTime('20260301000000.0000000001Z'), 'nanosecond'],
    ['a letter in the fraction', generalizedTime('20260301000000.5a5Z'), 'digits'],
    ['an offset', generalizedTime('20260301000000.5+0100'), 'seconds and Z'],
    ['no zone', generalizedTime('20260301000000.5'), 'seconds and Z'],
    ['no seconds', generalizedTime('202603010000Z'), 'seconds and Z'],
    ['second 60', generalizedTime('20161231235960Z'), 'does not exist'],
    ['UTCTime', utcTime('260301000000Z'), 'seconds and Z'],
  ])('refuses %s', (_, node, words) => {
    expectProblem(() => readGeneralizedTimeWithFraction(node), 'time-invalid', words);
  });
});
