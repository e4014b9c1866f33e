// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Check } from '../../src/model/check.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import type { SigningTime } from '../../src/model/times.ts';
import { countsAsProof, examinerTime, integratedTimeEvidence } from '../../src/time/evidence.ts';
import { judgeAt, provenAt } from '../../src/time/order.ts';
import { timeEntry, timeTable } from '../../src/time/table.ts';
import { judgeTimeThreshold } from '../../src/time/threshold.ts';
import { isTolerance } from '../../src/time/tolerance.ts';
import { judgeWindow } from '../../src/time/window.ts';

const PLACE = { evidence: 'bundle', pointer: '' };
const SECOND = 1_000_000_000n;

function at(text: string): Instant {
  return parseRfc3339(text).time;
}

function plus(instant: Instant, nanoseconds: bigint): Instant {
  return instantFromNanoseconds(instant + nanoseconds);
}

const NOON = at('2026-02-01T12:00:00Z');

function logged(instant: Instant, logId = 'aa'): SigningTime {
  return integratedTimeEvidence('log.example', logId, instant / SECOND);
}

function stamped(time: Instant, accuracy: bigint, authorityId = 'cc'): SigningTime {
  return {
    source: 'rfc3161-timestamp',
    authority: 'stamper.example',
    authorityId,
    time,
    notBefore: plus(time, -accuracy),
    notAfter: plus(time, accuracy),
  };
}

function result(check: Check): string {
  return check.outcome === 'passed' ? 'passed' : check.reason;
}

describe('evidence of time', () => {
  it('is a whole second where a log states seconds', () => {
    expect(integratedTimeEvidence('log.example', 'aa', 1n)).toEqual({
      source: 'log-integrated-time',
      authority: 'log.example',
      authorityId: 'aa',
      time: SECOND,
      notBefore: SECOND,
      notAfter: 2n * SECOND - 1n,
    });
  });
  it('is in seconds, from 1970 through 9999 (attacks F05)', () => {
    expect(integratedTimeEvidence('log', 'aa', 0n).time).toBe(0n);
    expect(integratedTimeEvidence('log', 'aa', 253_402_300_799n).time).toBe(253_402_300_799n * SECOND);
    for (const wrong of [-1n, 253_402_300_800n, 1_769_947_200_000n * 1000n]) {
      expect(() => integratedTimeEvidence('log', 'aa', wrong)).toThrow(
        expect.objectContaining({ reason: 'time-invalid' }),
      );
    }
  });
  it('is not the word of the examiner', () => {
    expect(countsAsProof(examinerTime(NOON))).toBe(false);
    expect(countsAsProof(logged(NOON))).toBe(true);
    expect(countsAsProof(stamped(NOON, 0n))).toBe(true);
    expect(timeEntry(examinerTime(NOON), 'shown').trusted).toBe(false);
  });
});

describe('the instant asked for', () => {
  const judge = (time: SigningTime, asked: Instant, tolerance = 0n): string =>
    result(judgeAt([time], asked, tolerance, PLACE));

  it('may be the very time, or later', () => {
    expect(judge(logged(NOON), NOON)).toBe('passed');
    expect(judge(logged(NOON), plus(NOON, 1n))).toBe('passed');
    expect(result(judgeAt([], NOON, 0n, PLACE))).toBe('passed');
  });
  it('may not be before a log’s second', () => expect(judge(logged(NOON), plus(NOON, -1n))).toBe('time-order'));
  it('may be within the accuracy of a timestamp', () => {
    expect(judge(stamped(NOON, SECOND), plus(NOON, -SECOND))).toBe('passed');
    expect(judge(stamped(NOON, SECOND), plus(NOON, -SECOND - 1n))).toBe('time-order');
  });
  it('may be before it by the tolerance', () => {
    expect(judge(logged(NOON), plus(NOON, -5n * SECOND), 5n * SECOND)).toBe('passed');
    expect(judge(logged(NOON), plus(NOON, -5n * SECOND - 1n), 5n * SECOND)).toBe('time-order');
  });
  it('is refused by one later time among earlier ones, in either order', () => {
    const [early, late] = [logged(NOON), logged(plus(NOON, SECOND))];
    expect(result(judgeAt([early, late], NOON, 0n, PLACE))).toBe('time-order');
    expect(result(judgeAt([late, early], NOON, 0n, PLACE))).toBe('time-order');
  });
  it('is proven by a time that is not later, and never by the examiner', () => {
    expect(provenAt([logged(NOON)], NOON)).toBe(true);
    expect(provenAt([logged(NOON)], plus(NOON, -1n))).toBe(false);
    expect(provenAt([examinerTime(NOON)], NOON)).toBe(false);
    expect(provenAt([], NOON)).toBe(false);
  });
  it('has a tolerance of 0 to 300 s (attacks F02)', () => {
    expect([0n, 300n * SECOND].map(isTolerance)).toEqual([true, true]);
    expect([-1n, 300n * SECOND + 1n].map(isTolerance)).toEqual([false, false]);
    expect(() => judge(logged(NOON), NOON, -1n)).toThrow(RangeError);
    expect(() => judge(logged(NOON), NOON, 301n * SECOND)).toThrow(RangeError);
  });
});

describe('the window that was asked for', () => {
  const FROM = at('2026-02-01T00:00:00Z');
  const TO = at('2026-02-28T00:00:00Z');
  const judge = (
    times: readonly SigningTime[],
    skew = 0n,
    examinerDecides = false,
    from: Instant | null = FROM,
    to: Instant | null = TO,
  ) => result(judgeWindow(times, { notBefore: from, notAfter: to, skew, examinerDecides }, PLACE));
  const exact = (time: Instant): SigningTime => stamped(time, 0n);

  const edges: readonly (readonly [string, Instant, string])[] = [
    ['a nanosecond before', plus(FROM, -1n), 'time-window'],
    ['the start', FROM, 'passed'],
    ['inside', NOON, 'passed'],
    ['the end', TO, 'passed'],
    ['a nanosecond after', plus(TO, 1n), 'time-window'],
  ];
  for (const [what, time, expected] of edges)
    it(`${what}: ${expected}`, () => expect(judge([exact(time)])).toBe(expected));

  it('is widened once at each edge by the skew', () => {
    const skew = 60n * SECOND;
    expect(judge([exact(plus(FROM, -skew))], skew)).toBe('passed');
    expect(judge([exact(plus(FROM, -skew - 1n))], skew)).toBe('time-window');
    expect(judge([exact(plus(TO, skew))], skew)).toBe('passed');
    expect(judge([exact(plus(TO, skew + 1n))], skew)).toBe('time-window');
    expect(() => judge([exact(NOON)], 301n * SECOND)).toThrow(RangeError);
    expect(() => judge([exact(NOON)], -1n)).toThrow(RangeError);
  });
  it('is judged at the stated time: no accuracy widens it', () => {
    expect(judge([stamped(plus(TO, 1n), 10n * SECOND)])).toBe('time-window');
    expect(judge([stamped(TO, 10n * SECOND)])).toBe('passed');
  });
  it('must hold every time, in either order', () => {
    expect(judge([exact(NOON), exact(plus(TO, 1n))])).toBe('time-window');
    expect(judge([exact(plus(TO, 1n)), exact(NOON)])).toBe('time-window');
  });
  it('is open where no edge is named', () => {
    expect(judge([exact(at('1999-01-01T00:00:00Z'))], 0n, false, null, TO)).toBe('passed');
    expect(judge([exact(at('2099-01-01T00:00:00Z'))], 0n, false, FROM, null)).toBe('passed');
  });
  it('is empty where it ends before it starts, whatever the skew', () => {
    expect(judge([exact(FROM)], 300n * SECOND, false, plus(FROM, 1n), FROM)).toBe('time-window');
  });
  it('is not proven by nothing', () => expect(judge([])).toBe('time-window-unproven'));
  it('is proven by the examiner only where that was allowed', () => {
    expect(judge([examinerTime(NOON)])).toBe('time-window-unproven');
    expect(judge([examinerTime(NOON)], 0n, true)).toBe('passed');
    expect(judge([], 0n, true)).toBe('time-window-unproven');
    expect(judge([examinerTime(plus(TO, 1n)), exact(NOON)])).toBe('time-window');
  });
});

describe('thresholds', () => {
  const judge = (times: readonly SigningTime[], sources: number, authorities = 0) =>
    result(judgeTimeThreshold(times, { sources, authorities }, PLACE));

  it('count logs and authorities, not entries and tokens (attacks C03)', () => {
    expect(judge([logged(NOON), logged(plus(NOON, SECOND))], 2)).toBe('time-threshold');
    expect(judge([logged(NOON), logged(NOON, 'bb')], 2)).toBe('passed');
    expect(judge([stamped(NOON, 0n), stamped(plus(NOON, SECOND), 0n)], 2)).toBe('time-threshold');
    expect(judge([stamped(NOON, 0n), stamped(NOON, 0n, 'dd')], 2)).toBe('passed');
    expect(judge([logged(NOON), stamped(NOON, 0n)], 2)).toBe('passed');
  });
  it('keep a log and an authority of one id apart', () =>
    expect(judge([logged(NOON, 'cc'), stamped(NOON, 0n)], 2)).toBe('passed'));
  it('want authorities where authorities are wanted', () => {
    expect(judge([logged(NOON)], 1, 1)).toBe('time-threshold');
    expect(judge([stamped(NOON, 0n)], 1, 1)).toBe('passed');
    expect(judge([stamped(NOON, 0n)], 1, 2)).toBe('time-threshold');
  });
  it('never count the examiner', () => {
    expect(judge([examinerTime(NOON)], 1)).toBe('time-absent');
    expect(judge([examinerTime(NOON), logged(NOON)], 2)).toBe('time-threshold');
  });
  it('want nothing where nothing is wanted', () => {
    expect(judge([], 0)).toBe('passed');
    expect(judge([], 1)).toBe('time-absent');
    expect(judge([], 0, 1)).toBe('time-absent');
  });
});

describe('the time table', () => {
  it('is in the order of the instants, fractions included', () => {
    const entries = [plus(NOON, 1n), NOON, plus(NOON, SECOND)].map((instant, i) => ({
      source: `source ${i}`,
      instant,
      trusted: true,
      usedFor: 'signing',
    }));
    expect(timeTable(entries)).toEqual([
      { source: 'source 1', instant: '2026-02-01T12:00:00Z', trusted: true, usedFor: 'signing' },
      { source: 'source 0', instant: '2026-02-01T12:00:00.000000001Z', trusted: true, usedFor: 'signing' },
      { source: 'source 2', instant: '2026-02-01T12:00:01Z', trusted: true, usedFor: 'signing' },
    ]);
  });
});
