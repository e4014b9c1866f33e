// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { formatInstant, parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { SourcePart } from '../../src/model/timeline-view.ts';
import { correctRows, parseClock } from '../../src/timeline/clock.ts';
import { imported } from './support.ts';

const SECOND = 1_000_000_000n;
const MEASURED = parseRfc3339('2026-02-01T12:00:00Z').time;

describe('a measured clock', () => {
  it.each([
    ['-PT25H', { ahead: -90_000n * SECOND, uncertainty: 0n, measuredAt: null, within: 0n }],
    ['PT4.25S±PT0.5S', { ahead: 4_250_000_000n, uncertainty: 500_000_000n, measuredAt: null, within: 0n }],
    [
      '-PT25H+-PT2S@2026-02-01T12:00:00Z~PT24H',
      { ahead: -90_000n * SECOND, uncertainty: 2n * SECOND, measuredAt: MEASURED, within: 86_400n * SECOND },
    ],
    [
      'P1DT2H3M4S@2026-02-01T13:00:00+01:00',
      { ahead: 93_784n * SECOND, uncertainty: 0n, measuredAt: MEASURED, within: 86_400n * SECOND },
    ],
    ['+PT0S', { ahead: 0n, uncertainty: 0n, measuredAt: null, within: 0n }],
  ])('%s', (text, clock) => {
    expect(parseClock(text)).toEqual(clock);
  });

  it.each([
    '',
    '25h',
    'P',
    'PT',
    'PT1',
    'P1Y',
    'PT1H±-PT1S',
    'PT1H±',
    'PT1H@noon',
    'PT1H@2026-02-01T12:00:00Z~',
    'PT1H~PT1H',
    'PT1.0000000001S',
  ])('is not written %s', (text) => {
    expect(() => parseClock(text)).toThrow(/time-invalid/);
  });
});

describe('rows under a measured clock', () => {
  const times = ['2026-01-31T11:00:00Z', '2026-02-01T10:59:59Z', '2026-02-03T11:00:00Z', '0000-00-00'];
  const part = imported(`message,datetime,timestamp_desc\n${times.map((time) => `a,${time},b\n`).join('')}`);
  const shown = (corrected: SourcePart): (string | null)[] =>
    corrected.rows.map((row) => (row.corrected === null ? null : formatInstant(row.corrected)));

  it('are corrected near where it was measured, and have no time elsewhere', () => {
    const corrected = correctRows(part, [parseClock('-PT25H±PT2S@2026-02-01T12:00:00Z~PT24H')]);
    expect(shown(corrected)).toEqual(['2026-02-01T12:00:00Z', '2026-02-02T11:59:59Z', null, null]);
    expect(corrected.rows.map(({ uncertainty }) => uncertainty)).toEqual([2n * SECOND, 2n * SECOND, 0n, 0n]);
    expect(corrected.rows.map(({ findings }) => findings.map(({ reason }) => reason))).toEqual([
      [],
      [],
      ['timeline-clock-unmeasured'],
      ['timeline-time-unknown'],
    ]);
    expect(corrected.clocks).toMatchObject([{ source: 0, rows: 2, rowsOutside: 1 }]);
  });

  it('keep what stands in the evidence', () => {
    const corrected = correctRows(part, [parseClock('-PT25H')]);
    expect(corrected.rows.map(({ times: written }) => written)).toEqual(part.rows.map(({ times: written }) => written));
    expect(corrected.source).toEqual(part.source);
    expect(correctRows(part, [])).toBe(part);
  });

  it('go by the measurement that is nearest to each, and by the one without an instant where none is near', () => {
    const clocks = [
      parseClock('-PT25H@2026-02-01T12:00:00Z~PT12H'),
      parseClock('-PT1H@2026-02-03T12:00:00Z~PT12H'),
      parseClock('PT0S±PT1H'),
    ];
    const corrected = correctRows(part, clocks);
    expect(shown(corrected)).toEqual(['2026-02-01T12:00:00Z', '2026-02-01T10:59:59Z', '2026-02-03T12:00:00Z', null]);
    expect(corrected.clocks.map(({ rows }) => rows)).toEqual([1, 1, 1]);
  });
});
