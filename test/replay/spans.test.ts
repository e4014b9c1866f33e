// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { base64, utf8 } from '../../scripts/mint/bytes.ts';
import { receiving, sending } from '../../scripts/mint/cases/custody-logs.ts';
import { steppedLog } from '../../scripts/mint/cases/replay.ts';
import { stamp } from '../../scripts/mint/custody.ts';
import { RowRoom } from '../../src/verify/row-room.ts';
import { alice, bob, DISK, disk, erin, holding, mallory, receipt, release } from '../custody/people.ts';
import { fileOf } from '../custody/support.ts';
import { replayed, spansOf, viewOf } from './support.ts';

describe('rows', () => {
  it('are one for each line, with what the line says and where it says it', () => {
    const view = viewOf([steppedLog()]);
    expect(view.rows.map(({ id, kind, line, seq }) => [id, kind, line, seq])).toEqual([
      ['0.0', 'open', 1, 0],
      ['0.1', 'acquire', 2, 1],
      ['0.2', 'anchor', 3, 2],
      ['0.3', 'anchor', 4, 3],
      ['0.4', 'transfer-release', 5, 4],
      ['0.5', 'anchor', 6, 5],
      ['0.6', 'anchor', 7, 6],
      ['0.7', 'transfer-receive', 8, 7],
      ['0.8', 'anchor', 9, 8],
      ['0.9', 'close', 10, 9],
    ]);
    expect(view.rows.every(({ authenticated, findings }) => authenticated && findings.length === 0)).toBe(true);
    expect(view.rows[7]).toMatchObject({ actor: bob.id, place: 'locker B, shelf 4', items: ['EX-1'] });
    expect(view.rows[7]!.times.map(({ of, raw }) => [of, raw])).toEqual([
      ['eventDateTime', '2026-02-01T14:00:00Z'],
      ['recordedDateTime', '2026-02-01T14:00:00Z'],
    ]);
  });

  it('keep their times as they are written, to the nanosecond', () => {
    const time = '2026-02-01T12:30:00.123456789+01:00';
    const log = holding().add({ type: 'note', by: alice, time, recorded: time });
    const row = viewOf([log]).rows.find(({ kind }) => kind === 'note')!;
    expect(row.times[0]).toMatchObject({ raw: time, rule: 'rfc3339', precision: 1n });
    expect(row.corrected! % 1_000_000_000n).toBe(123_456_789n);
  });

  it('are there for lines that cannot be read, and nothing is followed behind them', () => {
    const lines = [...steppedLog().lines];
    lines[2] = new TextEncoder().encode('{"not":"an event"}');
    const view = viewOf([fileOf(lines)]);
    expect(view.rows).toHaveLength(10);
    const bad = view.rows.find(({ id }) => id === '0.2')!;
    expect(bad).toMatchObject({ kind: 'unreadable', seq: null, authenticated: false, corrected: null });
    expect(bad.findings.map(({ reason }) => reason)).toEqual(['custody-line-format']);
    expect(view.rows.at(-1)!.id).toBe('0.2');
    expect(spansOf(view)).toEqual([`0.1-0.2 held ${alice.id}`]);
    expect(view.gaps).toContainEqual(expect.objectContaining({ kind: 'missing-lines', from: '0.2', to: null }));
    expect(view.sources[0]).toMatchObject({ linesIn: 10, rowsOut: 10, badRows: 1, authenticated: false });
  });

  it('of one and the same time stand by their numbers', () => {
    const time = '2026-02-01T12:00:00Z';
    const log = holding().add({ type: 'note', by: bob, time }).add({ type: 'note', by: alice, time });
    const { rows } = viewOf([log]);
    expect(rows.map(({ id }) => id)).toEqual(['0.0', '0.2', '0.3', '0.1']);
    expect(rows.find(({ id }) => id === '0.2')!.findings.map(({ reason }) => reason)).toEqual(['custody-time-order']);
  });

  it('say whether they are proven to be later than the row before', () => {
    const { rows } = viewOf([steppedLog()]);
    expect(rows.every(({ orderUndecided }, i) => orderUndecided === i > 0)).toBe(true);
    // What was brought in from outside at 13:30 is later than what was stamped at 13:00.
    const log = holding();
    const note = log.note();
    const token = (over: string, time: string) => base64(stamp(utf8(over), time));
    const anchors = [
      { kind: 'checkpoint', note, timestamps: [token(note, '2026-02-01T13:00:00Z')] },
      {
        kind: 'outside',
        data: base64(utf8('a challenge')),
        timestamps: [token('a challenge', '2026-02-01T13:30:00Z')],
      },
    ];
    log.add({ type: 'anchor', by: alice, time: '2026-02-01T13:31:00Z', more: { anchors } });
    expect(viewOf([log]).rows.map(({ orderUndecided }) => orderUndecided)).toEqual([false, true, false]);
  });

  it('are refused above the limit, as a whole', () => {
    const [log] = replayed([steppedLog()], {}, new RowRoom(9));
    expect(log!.part.rows).toEqual([]);
    expect(log!.item.checks).toMatchObject([{ id: 'input.read', reason: 'limit-exceeded' }]);
    const [one, two] = replayed([steppedLog(), steppedLog()], {}, new RowRoom(15));
    expect([one!.part.rows.length, two!.part.rows.length]).toEqual([10, 0]);
  });
});

describe('spans', () => {
  it('say who held an item, and while it was on its way, who gave it to whom', () => {
    const view = viewOf([steppedLog()]);
    expect(spansOf(view)).toEqual([`0.1-0.4 held ${alice.id}`, '0.4-0.7 transit', `0.7- held ${bob.id}`]);
    expect(view.spans[1]!.transit).toEqual({ id: 'T-1', giver: alice.id, receiver: bob.id });
    expect(view.spans[2]).toMatchObject({ place: 'locker B, shelf 4', seal: null });
    expect(view.spans[2]!.key).toBe(view.rows.find(({ id }) => id === '0.7')!.key);
    expect(view.gaps).toEqual([]);
  });

  it('go on where an item is sealed, and where it is moved', () => {
    const seal = { custody: { seal: { id: 'S-1', state: 'applied' } } };
    const log = holding()
      .add({ type: 'seal', by: alice, objects: [disk()], more: seal })
      .add({ type: 'fixity-check', by: alice, objects: [disk()], more: { location: 'room 2' } })
      .add({ type: 'fixity-check', by: alice, objects: [disk()] })
      .add({ type: 'unseal', by: alice, objects: [disk()], more: { custody: { seal: { id: 'S-1' } } } })
      .add({ type: 'dispose', by: alice, objects: [disk()] });
    expect(viewOf([log]).spans.map(({ from, to, state, place, seal: id }) => [from, to, state, place, id])).toEqual([
      ['0.1', '0.2', 'held', null, null],
      ['0.2', '0.3', 'held', null, 'S-1'],
      ['0.3', '0.5', 'held', 'room 2', 'S-1'],
      ['0.5', '0.6', 'held', 'room 2', null],
      ['0.6', null, 'disposed', null, null],
    ]);
  });

  it('give an item back to its giver with his own key, where the receiver rejects it', () => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const back = { ...receipt(log.hashOf(2)), outcome: { code: 'rejected' } };
    log.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: back });
    const view = viewOf([log]);
    expect(spansOf(view)).toEqual([`0.1-0.2 held ${alice.id}`, '0.2-0.3 transit', `0.3- held ${alice.id}`]);
    expect(view.spans[2]!.key).toBe(view.spans[0]!.key);
  });
});

describe('gaps', () => {
  it('are in transit until something arrives, and an end that nobody has set', () => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    expect(viewOf([log]).gaps.map(({ kind, item, from, to }) => [kind, item, from, to])).toEqual([
      ['end-open', null, '0.2', null],
      ['in-transit', 'EX-1', '0.2', null],
    ]);
  });

  it('are two holders, and nobody', () => {
    const taken = holding().add({ type: 'acquire', by: bob, objects: [{ name: 'EX-1', after: DISK }] });
    expect(viewOf([taken.add({ type: 'close', by: alice })]).gaps).toMatchObject([
      { kind: 'two-holders', item: 'EX-1', from: '0.2' },
    ]);
    const gone = holding()
      .add({ type: 'dispose', by: alice, objects: [disk()] })
      .add({ type: 'examine', by: erin, objects: [disk()] })
      .add({ type: 'close', by: alice });
    expect(viewOf([gone]).gaps).toMatchObject([{ kind: 'no-holder', item: 'EX-1', from: '0.2', to: '0.3' }]);
  });

  it('are silence and missing lines', () => {
    const silent = holding({ maxSilence: 'PT3600S' }).add({ type: 'note', by: alice, time: '2026-02-01T18:00:00Z' });
    expect(viewOf([silent.add({ type: 'close', by: alice })]).gaps).toMatchObject([
      { kind: 'silence', from: '0.1', to: '0.2' },
    ]);
    const lines = steppedLog().lines.filter((_, i) => i !== 5);
    expect(viewOf([fileOf(lines)]).gaps.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['missing-lines', '0.5', null],
      ['missing-lines', '0.4', '0.5'],
    ]);
  });
});

describe('two logs that meet', () => {
  const there = sending();

  it('are one history of an item', () => {
    const view = viewOf([there, receiving(there)]);
    const spans = spansOf(view);
    expect(spans.some((text) => /^0\.\d+-1\.1 transit$/.test(text))).toBe(true);
    expect(spans).toContain(`1.1- held ${bob.id}`);
    expect(view.gaps.filter(({ kind }) => kind === 'in-transit')).toEqual([]);
  });

  it('stay apart where the receipt does not stand', () => {
    const view = viewOf([there, receiving(there, { signers: [mallory.key] })]);
    expect(spansOf(view).some((text) => text.endsWith('- transit'))).toBe(true);
    expect(view.gaps.map(({ kind }) => kind)).toContain('in-transit');
  });

  it('give back what the receiver rejects', () => {
    const rejected = receiving(there, { code: 'rejected' });
    const view = viewOf([there, rejected]);
    expect(spansOf(view).at(-1)).toBe(`1.1- held ${alice.id}`);
  });
});
