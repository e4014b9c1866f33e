// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { receiving, sending } from '../../scripts/mint/cases/custody-logs.ts';
import { steppedLog } from '../../scripts/mint/cases/replay.ts';
import type { Whereabouts } from '../../src/model/replay.ts';
import { brokenLogs } from '../../src/verify/broken-logs.ts';
import { firstSeen } from '../../src/verify/first-seen.ts';
import { whoHeld } from '../../src/verify/who-held.ts';
import { alice, bob, DISK, disk, erin, holding, mallory, opened, receipt, release } from '../custody/people.ts';
import { at, fileOf } from '../custody/support.ts';
import { knownOf, viewOf } from './support.ts';

const text = ({ state, holder, from }: Whereabouts) => [state, holder, from].filter((one) => one !== null).join(' ');
const asked = (log: Parameters<typeof viewOf>[0], time: string | null, item = 'EX-1') =>
  whoHeld(viewOf(log), item, time === null ? null : at(time));

describe('who held an item', () => {
  const log = [steppedLog()];

  it.each([
    ['2026-02-01T13:00:01Z', `held ${alice.id} 0.1`],
    ['2026-02-01T13:19:58.999999999Z', `held ${alice.id} 0.1`],
    ['2026-02-01T13:40:01Z', 'transit 0.4'],
    ['2026-02-01T13:49:58Z', 'transit 0.4'],
    [null, `held ${bob.id} 0.7`],
  ])('is proven at %s', (time, place) => {
    const answer = asked(log, time);
    expect(answer.standing).toBe('proven');
    expect(answer.proven.map(text)).toEqual([place]);
  });

  it('is told with who has it out', () => {
    const out = holding().add({ type: 'check-out', by: erin, objects: [disk()] });
    expect(asked([out], null).claimed).toMatchObject([{ state: 'held', holder: alice.id, out: erin.id }]);
    const back = out.add({ type: 'check-in', by: erin, objects: [disk()] });
    expect(asked([back], null).claimed[0]).not.toHaveProperty('out');
  });

  it('is known as of the last evidence, and not proven later', () => {
    for (const time of ['2026-02-01T14:10:01Z', '2036-02-01T00:00:00Z']) {
      const answer = asked(log, time);
      expect([answer.standing, answer.claimed.map(text)]).toEqual(['claimed', [`held ${bob.id} 0.7`]]);
      expect(answer.because).toBe('this is known as of 2026-02-01T14:09:59Z, and nothing later is');
    }
  });

  it('is not proven at the end of a log that may have been cut', () => {
    expect(asked([holding()], null)).toMatchObject({
      standing: 'claimed',
      because: 'the end of that log is not established: what was done since is not known',
    });
  });

  it('is never proven to be on its way by the log of the giver alone', () => {
    const answer = asked([sending()], null);
    expect([answer.standing, answer.proven.map(text)]).toEqual(['claimed', ['transit 0.3']]);
  });

  it.each([
    ['2026-02-01T11:00:00Z', 'none', ['none', `held ${alice.id} 0.1`]],
    ['2026-02-01T13:00:00.999999999Z', `held ${alice.id} 0.1`, ['none', `held ${alice.id} 0.1`]],
    ['2026-02-01T13:25:00Z', `held ${alice.id} 0.1`, [`held ${alice.id} 0.1`, 'transit 0.4']],
    ['2026-02-01T13:35:00Z', 'transit 0.4', [`held ${alice.id} 0.1`, 'transit 0.4']],
    ['2026-02-01T13:55:00Z', 'transit 0.4', ['transit 0.4', `held ${bob.id} 0.7`]],
  ])('is claimed and not proven at %s, where the interval of a hand-over straddles it', (time, claimed, proven) => {
    const answer = asked(log, time);
    expect(answer.standing).toBe('claimed');
    expect(answer.claimed.map(text)).toEqual([claimed]);
    expect(answer.proven.map(text)).toEqual(proven);
  });

  it('is proven by the events at both ends, each with the evidence that bounds it', () => {
    const { proofs } = asked(log, '2026-02-01T13:45:00Z');
    expect(proofs.map(({ row, anchors }) => [row, anchors.map(({ within, covers }) => [within, covers])])).toEqual([
      [
        '0.4',
        [
          ['0.3', 3],
          ['0.5', 5],
        ],
      ],
      [
        '0.7',
        [
          ['0.6', 6],
          ['0.8', 8],
        ],
      ],
    ]);
  });

  it('is not determined where the clocks leave both open too', () => {
    const unsure = steppedLog({ clock: { source: 'ws-7', sync: 'none', uncertainty: 'PT600S' } });
    const answer = asked([unsure], '2026-02-01T13:30:00Z');
    expect(answer.standing).toBe('undecided');
    expect(answer.claimed.map(text)).toEqual([`held ${alice.id} 0.1`, 'transit 0.4']);
  });

  it('takes an event that lasted for as long as it is said to have lasted', () => {
    const slow = holding().add({
      type: 'dispose',
      by: alice,
      objects: [disk()],
      more: {
        event: {
          type: 'dispose',
          eventDateTime: '2026-02-01T13:00:00Z',
          endDateTime: '2026-02-01T14:00:00Z',
          recordedDateTime: '2026-02-01T14:00:00Z',
        },
      },
    });
    expect(asked([slow], '2026-02-01T13:30:00Z').claimed.map(text)).toEqual([`held ${alice.id} 0.1`, 'disposed 0.2']);
    expect(asked([slow], '2026-02-01T14:00:00Z').claimed.map(text)).toEqual(['disposed 0.2']);
  });

  it('is not proven by an event that does not stand', () => {
    const forged = holding();
    forged.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    forged.add({
      type: 'transfer-receive',
      by: bob,
      objects: [disk()],
      more: receipt(forged.hashOf(2)),
      signers: [alice.key],
    });
    const answer = asked([forged], null);
    expect(answer.standing).toBe('contradicted');
    expect(answer.because).toContain('0.3 does not stand');
  });

  it('is not proven by a log that does not stand, though its events do', () => {
    const lines = [...steppedLog().lines];
    const other = steppedLog({ note: 'another one' }).lines;
    // The release is another one than the line behind it links to; it is signed as it should be.
    lines[4] = other[4]!;
    const { view, report } = knownOf([fileOf(lines)]);
    const time = at('2026-02-01T13:10:00Z');
    expect(whoHeld(view, 'EX-1', time).standing).toBe('proven');
    expect(whoHeld(view, 'EX-1', time, brokenLogs(report.items))).toMatchObject({
      standing: 'contradicted',
      because: expect.stringContaining('custody-link-mismatch'),
    });
  });

  it('is nothing that nobody vouches for says', () => {
    const answer = whoHeld(viewOf([steppedLog()], { keys: [] }), 'EX-1', null);
    expect(answer.standing).toBe('contradicted');
    expect(answer.because).toContain('nobody vouches for it');
  });

  it('is contradicted once a second one has taken it', () => {
    const two = steppedLog();
    two.lines.pop();
    two.add({
      type: 'acquire',
      by: alice,
      time: '2026-02-01T15:00:00Z',
      objects: [{ name: 'EX-1', after: DISK }],
    });
    expect(asked([two], '2026-02-01T13:10:00Z').standing).toBe('proven');
    expect(asked([two], null).standing).toBe('contradicted');
  });

  it('is not known behind lines that are missing', () => {
    const lines = steppedLog().lines.filter((_, i) => i !== 5);
    expect(asked([fileOf(lines)], '2026-02-01T13:10:00Z').standing).toBe('proven');
    const answer = asked([fileOf(lines)], null);
    expect(answer.standing).toBe('undecided');
    expect(answer.proven.map(text)).toEqual(['unknown 0.5']);
  });

  it('names what is like an item that nobody knows', () => {
    expect(asked(log, null, 'ex1')).toMatchObject({ standing: 'unknown-item', near: ['EX-1'] });
    expect(asked(log, null, 'something else')).toMatchObject({ standing: 'unknown-item', near: [] });
  });

  it('goes on in the log that has received it', () => {
    const there = sending();
    const logs = [there, receiving(there)];
    expect(asked(logs, null).proven.map(text)).toEqual([`held ${bob.id} 1.1`]);
    expect(asked(logs, '2026-02-01T13:30:01Z')).toMatchObject({ standing: 'claimed', proven: [{ holder: bob.id }] });
    // Nothing but the claim says when between 12:30 and 13:30.
    expect(asked(logs, '2026-02-01T12:45:00Z')).toMatchObject({ standing: 'claimed' });
    expect(asked(logs, '2026-02-01T12:45:00Z').claimed.map(text)).toEqual(['transit 0.3']);
  });

  it('is contradicted where logs that nothing joins name different holders', () => {
    const other = opened({}, {}, 'locker-b.example/C-42').add({
      type: 'acquire',
      by: bob,
      objects: [{ name: 'EX-1', after: DISK }],
    });
    expect(asked([holding(), other], null).standing).toBe('contradicted');
    const closed = holding().add({ type: 'close', by: alice });
    expect(asked([closed, opened({}, {}, 'locker-b.example/C-42')], null).standing).toBe('proven');
  });

  it('does not believe a receipt of a stranger', () => {
    const there = sending();
    const answer = asked([there, receiving(there, { signers: [mallory.key] })], null);
    expect(answer.standing).not.toBe('proven');
  });
});

describe('the first proven existence of a digest', () => {
  const digest = `sha256:${(DISK as { readonly sha256: string }).sha256}`;

  it('is the earliest end over a line that names it', () => {
    expect(firstSeen(viewOf([steppedLog()]), digest)).toMatchObject({
      standing: 'proven',
      by: at('2026-02-01T13:00:01Z'),
      proof: { row: '0.1' },
      claim: { row: '0.1', time: at('2026-02-01T12:01:00Z') },
    });
  });

  it('is no claim', () => {
    expect(firstSeen(viewOf([holding()]), digest)).toMatchObject({
      standing: 'claimed',
      by: null,
      claim: { row: '0.1' },
    });
    expect(firstSeen(viewOf([holding()]), `sha256:${'0'.repeat(64)}`)).toMatchObject({ standing: 'unknown-digest' });
  });

  it('does not need anybody to vouch for the line', () => {
    const [row] = [firstSeen(viewOf([steppedLog()], { keys: [] }), digest)];
    expect(row!.standing).toBe('proven');
  });
});
