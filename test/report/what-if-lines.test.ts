// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/model/report.ts';
import type { AssumedEvent, WhatIfFacts } from '../../src/model/what-if-facts.ts';
import { plainPalette } from '../../src/report/palette.ts';
import { whatIfLines } from '../../src/report/what-if-lines.ts';

const minute = (value: number): string => new Date(Date.UTC(2026, 1, 1, 12, value)).toISOString().replace('.000Z', 'Z');

const event = (seq: number, change: Partial<AssumedEvent> = {}): AssumedEvent => ({
  seq,
  type: 'note',
  performer: 'mailto:alice@locker-a.example',
  now: 'stands',
  assumed: 'stands',
  provenNow: { notBefore: null, notAfter: minute(30) },
  proven: { notBefore: null, notAfter: minute(30) },
  because: 'no key of it is in doubt',
  by: null,
  wanted: null,
  ...change,
});

function linesOf(events: readonly AssumedEvent[], change: Partial<WhatIfFacts> = {}, verbose = false): string[] {
  const counts = { stands: events.length, undecided: 0, falls: 0 };
  const whatIf: WhatIfFacts = {
    keys: [
      {
        kind: 'signer',
        name: 'mailto:bob@locker-b.example',
        key: 'ab'.repeat(32),
        since: minute(32),
        events: 1,
        anchors: 2,
        checkpoints: 0,
        receipts: 0,
        after: false,
      },
    ],
    standing: { now: counts, assumed: counts },
    changed: 0,
    orderUndecided: { now: 0, assumed: 0 },
    checkpointed: { now: 0, assumed: 0 },
    anchors: [],
    anchorsNotShown: 0,
    checkpoints: [],
    events,
    eventsNotShown: 0,
    ...change,
  };
  return whatIfLines({ whatIf } as unknown as Item, verbose, plainPalette);
}

describe('what would follow, for a person', () => {
  it('says nothing where nothing is assumed', () => {
    expect(whatIfLines({} as unknown as Item, false, plainPalette)).toEqual([]);
  });

  it('keeps to 80 columns, and escapes what comes from evidence', () => {
    const hostile = event(1, {
      type: '\u001b[31mred\u202e',
      performer: `mailto:${'x'.repeat(50)}\n`,
      because: 'of \u0007 a bell',
      assumed: 'falls',
      by: { anchors: [0], smallest: true },
    });
    const out = linesOf([event(0), hostile, event(2, { by: { anchors: [0, 1], smallest: false } })]);
    // The digest of a key stands whole.
    for (const line of out) if (!line.includes('sha256:')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(out.join('')).toMatch(/^[\x20-\x7e…]*$/u);
    expect(out.join('\n')).toContain('refuted by A0');
    expect(out.join('\n')).toContain('none can go; a smaller set was not looked for');
  });

  it('draws instants in their order, a stolen key across what was not yet over', () => {
    const out = linesOf([event(0), event(1, { proven: { notBefore: minute(30), notAfter: minute(40) } })]);
    const [first, second] = out.filter((line) => line.includes('stands     stands'));
    expect(first).toMatch(/<=+\] +!$/);
    expect(second).toMatch(/ \[=+!=+\]$/);
    expect(second!.indexOf('!')).toBe(first!.indexOf('!'));
  });

  it('draws no bars where there are too many instants to tell them apart', () => {
    const many = Array.from({ length: 20 }, (_, i) => event(i, { proven: { notBefore: null, notAfter: minute(i) } }));
    expect(linesOf(many).some((line) => line.includes('<='))).toBe(false);
    expect(linesOf(many).filter((line) => line.includes('stands     stands'))).toHaveLength(20);
  });

  it('tells of many events those that do not stand first, and how many are left', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      event(i, i === 90 ? { assumed: 'undecided', wanted: { toStand: [], toFall: [] } } : {}),
    );
    const out = linesOf(many, { eventsNotShown: 5 });
    expect(out.some((line) => line.includes('event 90'))).toBe(true);
    expect(out.some((line) => line.includes('… 65 more events'))).toBe(true);
    expect(out.some((line) => line.includes('no single further piece of evidence over this log would decide it'))).toBe(
      true,
    );
    expect(linesOf(many, {}, true).filter((line) => /event \d+ {2}note/.test(line))).toHaveLength(100);
  });
});
