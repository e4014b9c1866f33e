// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import { disagreement, placed, readEpoch, readIso, readTime } from '../../src/timeline/written-times.ts';
import { minutesOfZone } from '../../src/timeline/zones.ts';

const NOON = 1_769_947_200_000_000_000n;

describe('dates and times', () => {
  it.each([
    ['2026-02-01T12:00:00Z', 0n, 'rfc3339', 1_000_000_000n],
    ['2026-02-01t12:00:00z', 0n, 'rfc3339', 1_000_000_000n],
    ['2026-02-01T13:00:00+01:00', 0n, 'rfc3339', 1_000_000_000n],
    ['2026-02-01T13:00:00+0100', 0n, 'iso-basic-offset', 1_000_000_000n],
    ['2026-02-01T07:00:00-05', 0n, 'iso-basic-offset', 1_000_000_000n],
    ['2026-02-01 12:00:00+00:00', 0n, 'iso-blank', 1_000_000_000n],
    ['2026-02-01 12:00:00 UTC', 0n, 'iso-blank', 1_000_000_000n],
    ['2026-02-01 12:00:00 +0000', 0n, 'iso-blank-basic-offset', 1_000_000_000n],
    ['2026-02-01T12:00:00', 0n, 'iso-no-zone', 1_000_000_000n],
    ['2026-02-01 12:00:00.5', 500_000_000n, 'iso-blank-no-zone', 100_000_000n],
    ['2026-02-01T12:00:00.123456789Z', 123_456_789n, 'rfc3339', 1n],
    ['2026-02-01T12:00:00,25Z', 250_000_000n, 'rfc3339', 10_000_000n],
    ['2026-02-01T12:00Z', 0n, 'rfc3339', 60_000_000_000n],
    ['2026-02-01', -43_200_000_000_000n, 'iso-date', 86_400_000_000_000n],
  ])('%s', (text, after, rule, precision) => {
    const read = readIso(text)!;
    expect([read.instant - NOON, read.rule, read.precision]).toEqual([after, rule, precision]);
    expect(read.zoned).toBe(!/no-zone|date/.test(rule));
  });

  it.each([
    '2026-02-30T12:00:00Z',
    '2026-02-01T24:00:00Z',
    '2026-02-01T12:60:00Z',
    '2026-02-01T12:00:60Z',
    '2026-02-01T12:00:00+24:00',
    '2026-02-01T12:00:00+01:',
    '2026-02-01T12:00:00.1234567890Z',
    '2026-2-1T12:00:00Z',
    '02/01/2026 12:00:00',
    '2026-02-01T12:00:00 CET',
    '20260201T120000Z',
    '0000-01-01T00:00:00Z',
    'yesterday',
    '１９９９-01-01T00:00:00Z',
  ])('no rule reads %s', (text) => {
    expect(readIso(text)).toBeNull();
  });

  it('read what RFC 3339 allows as the strict reader does, and far more years', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -600_000_000_000_000_000n, max: 250_000_000_000_000_000_000n }), (nanoseconds) => {
        const text = formatInstant(instantFromNanoseconds(nanoseconds));
        expect(readIso(text)!.instant).toBe(nanoseconds);
        expect(readIso(text)!.instant).toBe(parseRfc3339(text).time);
      }),
    );
    expect(formatInstant(readIso('1601-01-01T00:00:00Z')!.instant)).toBe('1601-01-01T00:00:00Z');
    expect(readIso('2016-12-31T23:59:60Z')!.instant).toBe(readIso('2017-01-01T00:00:00Z')!.instant);
  });

  it('never throw, and read nothing that is not a date', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-:.TZ+, ') }), (text) => {
        const read = readIso(text);
        if (read !== null) expect(text).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}/);
        readEpoch(text, 'epoch-seconds');
      }),
    );
  });
});

describe('counts since 1970', () => {
  it.each([
    ['1769947200', 'epoch-seconds', NOON, 1_000_000_000n],
    ['1769947200.25', 'epoch-seconds', NOON + 250_000_000n, 10_000_000n],
    ['1769947200.123456789', 'epoch-seconds', NOON + 123_456_789n, 1n],
    ['1769947200000001', 'epoch-microseconds', NOON + 1000n, 1000n],
    ['1769947200000001.0', 'epoch-microseconds', NOON + 1000n, 1000n],
    ['1769947200000000001', 'epoch-nanoseconds', NOON + 1n, 1n],
    ['9007199254740993', 'epoch-microseconds', 9_007_199_254_740_993_000n, 1000n],
    ['-1', 'epoch-seconds', -1_000_000_000n, 1_000_000_000n],
  ])('%s as %s', (text, rule, instant, precision) => {
    expect(readEpoch(text, rule)).toEqual({ instant, rule, precision, zoned: true });
  });

  it.each([
    ['253402300800', 'epoch-seconds'],
    ['99999999999999999999', 'epoch-microseconds'],
    ['1e9', 'epoch-seconds'],
    ['0x10', 'epoch-seconds'],
    ['1769947200.1234567891', 'epoch-seconds'],
    ['1769947200000000000.5', 'epoch-nanoseconds'],
    ['', 'epoch-seconds'],
    [' 1', 'epoch-seconds'],
  ])('no rule reads %s as %s', (text, rule) => {
    expect(readEpoch(text, rule)).toBeNull();
  });
});

describe('the times of a row', () => {
  const good = readTime('datetime', 'x', 'x', readIso('2026-02-01T12:00:00Z'));
  const later = readTime('timestamp', 'y', 'y', readEpoch('1769950800', 'epoch-seconds'));

  it.each(['', '-', '0', '-0', '000', '0.0', '0000-00-00T00:00:00', '--:--:--', 'Invalid', 'Not set', 'NaT', 'null'])(
    'are unknown where they are written %s',
    (text) => {
      const { time, findings } = readTime('datetime', text, text, readIso('2026-02-01'));
      expect(time).toEqual({ of: 'datetime', raw: text, instant: null, rule: 'unknown', precision: 0n });
      expect(findings.map(({ reason }) => reason)).toEqual(['timeline-time-unknown']);
    },
  );

  it('are led by the first that could be read, and none is lost', () => {
    const zero = readTime('datetime', '0000-00-00', '0000-00-00', null);
    const odd = readTime('datetime', 'soon', 'soon', null);
    expect(placed([zero, later])).toEqual({ times: [later.time, zero.time], findings: [] });
    expect(placed([odd, later]).findings.map(({ reason }) => reason)).toEqual(['timeline-time-unreadable']);
    expect(placed([zero, zero]).findings).toHaveLength(1);
  });

  it('are compared to the coarser of two precisions', () => {
    expect(disagreement(good.time, later.time)).toEqual([
      { reason: 'timeline-times-disagree', detail: 'datetime and timestamp are 3600 s 0 ns apart' },
    ]);
    expect(disagreement(good.time, { ...good.time, instant: instantFromNanoseconds(NOON + 999_999_999n) })).toEqual([]);
  });
});

describe('zones', () => {
  it.each([
    ['UTC', 0],
    ['est', -300],
    ['CEST', 120],
    ['+01:00', 60],
    ['-0530', -330],
    ['UTC+2', 120],
    ['Europe/Amsterdam', null],
    ['IST', null],
    ['+15:00', null],
    ['', null],
  ])('%s', (text, minutes) => {
    expect(minutesOfZone(text)).toBe(minutes);
  });
});
