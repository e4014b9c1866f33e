// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingUnder } from '../../src/custody/demands.ts';
import { Intervals, type TimeAnchor } from '../../src/custody/intervals.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';

const instant = (value: number) => instantFromNanoseconds(BigInt(value));

const anchors = fc.array(
  fc
    .record({
      covers: fc.integer({ min: 0, max: 12 }),
      within: fc.option(fc.integer({ min: 0, max: 12 })),
      time: fc.integer({ min: 0, max: 1000 }),
      accuracy: fc.integer({ min: 0, max: 20 }),
    })
    .map(
      ({ covers, within, time, accuracy }): TimeAnchor => ({
        source: 'rfc3161-timestamp',
        authority: 'a',
        authorityId: 'a',
        covers,
        within,
        time: instant(time),
        notBefore: instant(time - accuracy),
        notAfter: instant(time + accuracy),
      }),
    ),
  { maxLength: 8 },
);

describe('the provable interval of a line', () => {
  it('is what each anchor says of it by itself, all of them together', () => {
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 12 }), (all, lines) => {
        const intervals = new Intervals(lines, all);
        for (let line = 0; line < lines; line++) {
          const ends = all.filter(({ covers }) => covers > line).map(({ notAfter }) => notAfter);
          const beginnings = all.flatMap(({ within, notBefore }) =>
            within !== null && within <= line ? [notBefore] : [],
          );
          const least = ends.reduce<bigint | null>((a, b) => (a === null || b < a ? b : a), null);
          const greatest = beginnings.reduce<bigint | null>((a, b) => (a === null || b > a ? b : a), null);
          expect(intervals.at(line)).toEqual({ notBefore: greatest, notAfter: least });
        }
      }),
    );
  });

  it('is only ever narrowed by a further anchor', () => {
    fc.assert(
      fc.property(anchors, anchors, (some, more) => {
        const before = new Intervals(12, some);
        const after = new Intervals(12, [...some, ...more]);
        for (let line = 0; line < 12; line++) {
          const [was, is] = [before.at(line), after.at(line)];
          if (was.notAfter !== null) expect(is.notAfter !== null && is.notAfter <= was.notAfter).toBe(true);
          if (was.notBefore !== null) expect(is.notBefore !== null && is.notBefore >= was.notBefore).toBe(true);
        }
        expect(after.anchored).toBeGreaterThanOrEqual(before.anchored);
      }),
    );
  });

  it('orders two lines only where their intervals exclude each other', () => {
    const one = {
      source: 'x',
      authority: 'a',
      authorityId: 'a',
      time: instant(5),
      notBefore: instant(4),
      notAfter: instant(6),
    };
    const intervals = new Intervals(4, [
      { ...one, covers: 2, within: 2 },
      { ...one, covers: 4, within: 3, notBefore: instant(7), notAfter: instant(8) },
    ]);
    expect(intervals.before(0, 3)).toBe(true);
    expect(intervals.before(0, 2)).toBe(false);
    expect(intervals.before(3, 0)).toBe(false);
  });

  it('decides about a compromised key, and a narrower one never turns a decision round', () => {
    expect(standingUnder(instant(5), { notBefore: null, notAfter: instant(5) })).toBe('stands');
    expect(standingUnder(instant(5), { notBefore: instant(5), notAfter: null })).toBe('falls');
    expect(standingUnder(instant(5), { notBefore: instant(4), notAfter: instant(6) })).toBe('undecided');
    expect(standingUnder(instant(5), { notBefore: null, notAfter: null })).toBe('undecided');
  });
});
