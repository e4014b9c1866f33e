// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { whatChanges, whatIsBroken } from '../../src/attest/judge-event.ts';
import { type Check, notPassed, passed } from '../../src/model/check.ts';

const at = { evidence: 'a.jsonl', pointer: '' };
const wrong = (detail: string, places: number): Check =>
  notPassed('custody.roles', at, 'custody-role', detail, { places });
const open = (detail: string): Check => notPassed('custody.transfer', at, 'custody-in-transit', detail, { places: 1 });

describe('what an event changes', () => {
  it('is what is found with it and was not without', () => {
    expect(whatChanges([], [wrong('event 3', 1)]).refused).toHaveLength(1);
    expect(whatChanges([wrong('event 1', 1)], [wrong('event 1', 1)]).refused).toEqual([]);
    const both = whatChanges([wrong('event 1', 1)], [wrong('event 1', 2), wrong('event 3', 2)]);
    expect(both.refused.map(({ detail }) => detail)).toEqual(['event 3']);
    expect(whatChanges([], [open('EX-1')])).toMatchObject({ refused: [], open: [{ detail: 'EX-1' }] });
  });

  it('is seen where the new place is one too many to be kept', () => {
    const many = Array.from({ length: 16 }, (_, i) => `event ${i}`);
    const before = many.map((detail) => wrong(detail, 16));
    const after = many.map((detail) => wrong(detail, 17));
    expect(whatChanges(before, after).refused.length).toBeGreaterThan(0);
    expect(whatChanges(before, before).refused).toEqual([]);
  });

  it('is nothing where something is put right, or the log has not ended', () => {
    expect(whatChanges([open('EX-1')], [passed('custody.transfer', at)])).toEqual({ refused: [], open: [] });
    const end = notPassed('custody.tail', at, 'custody-end-open', 'it could go on');
    expect(whatChanges([], [end]).open).toEqual([]);
  });

  it('cannot be asked of a log that does not hold together', () => {
    const link = notPassed('custody.links', at, 'custody-link-mismatch', 'line 2');
    const empty = notPassed('custody.format', at, 'custody-log-empty', 'there is no line');
    expect(whatIsBroken([link, empty, wrong('event 1', 1)])).toEqual([link]);
  });
});
