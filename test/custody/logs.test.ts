// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { quoted, receiving, sending } from '../../scripts/mint/cases/custody-logs.ts';
import { CustodyLog } from '../../scripts/mint/custody.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { bytesSource, type TimelineAsked, verifyTimelines } from '../../src/verify/timeline.ts';
import { alice, bob, disk, erin, mallory } from './people.ts';
import { ASKED, at, fileOf, reasonsOf } from './support.ts';

const BOTH = [alice, bob].map(({ id, key }) => ({ id, key: importSpki(key.spki), scheme: 'ed25519' as const }));

function judge(logs: readonly (CustodyLog | Uint8Array)[], change: Partial<TimelineAsked> = {}) {
  const given = logs.map((log, i) => ({
    source: bytesSource(`${i}.jsonl`, log instanceof CustodyLog ? log.file() : log),
    notes: [],
    tokens: [],
    expectHead: null,
  }));
  return verifyTimelines(given, { ...ASKED, keys: BOTH, ...change });
}

describe('logs that lie together', () => {
  const a = sending();
  const b = receiving(a);

  it('prove more of each other’s times than each does alone', () => {
    const [alone] = judge([a]);
    expect(reasonsOf(alone!)).toEqual(['custody-in-transit']);
    expect(alone!.item.custody!.intervals[RELEASE]).toMatchObject({ notAfter: null });
    const [there, here] = judge([a, b]);
    expect([reasonsOf(there!), reasonsOf(here!)]).toEqual([[], []]);
    // The receipt quotes a checkpoint over the release, and is itself under a token of 13:30.
    expect(there!.item.custody!.intervals[RELEASE]).toMatchObject({
      notBefore: '2026-02-01T12:29:59Z',
      notAfter: '2026-02-01T13:30:01Z',
    });
    expect(here!.item.custody!.intervals[1]).toMatchObject({
      notBefore: '2026-02-01T12:29:59Z',
      notAfter: '2026-02-01T13:30:01Z',
    });
    expect(there!.item.custody!.items[0]).toMatchObject({ state: 'elsewhere', holder: bob.id });
    expect(here!.item.custody!.items[0]).toMatchObject({ state: 'held', holder: bob.id });
  });

  it('say the same in any order', () => {
    const [there, here] = judge([a, b]);
    const [here2, there2] = judge([b, a]);
    expect(there2!.item.custody!.intervals).toEqual(there!.item.custody!.intervals);
    expect(here2!.item.custody!.intervals).toEqual(here!.item.custody!.intervals);
  });

  it('settle nothing where nobody who is trusted has opened the other one', () => {
    const [there, here] = judge([a, b], { keys: BOTH.slice(0, 1) });
    expect(reasonsOf(there!)).toEqual(['custody-in-transit']);
    expect(reasonsOf(here!)).toContain('signer-key-unknown');
  });

  it('settle nothing by a receipt that its receiver has not signed', () => {
    const [there, here] = judge([a, receiving(a, { signers: [mallory.key] })]);
    expect(reasonsOf(there!)).toEqual(['custody-in-transit']);
    expect(reasonsOf(here!)).toEqual(['custody-signer-mismatch']);
  });

  it('settle nothing by a receipt in a log with a line that was put in', () => {
    const lines = [...b.lines];
    lines.splice(2, 0, lines[2]!);
    const [there] = judge([a, fileOf(lines)]);
    expect(reasonsOf(there!)).toEqual(['custody-in-transit']);
  });

  it('are known up to an instant together: the receipt was not yet there', () => {
    const [there, here] = judge([a, b], { knownAt: at('2026-02-01T12:45:00Z') });
    expect(there!.item.custody!.lines).toBe(2);
    expect(here!.item.custody!.lines).toBe(0);
    const [later, received] = judge([a, b], { knownAt: at('2026-02-01T14:00:00Z') });
    expect(later!.item.custody!.lines).toBe(4);
    expect(received!.item.custody!.lines).toBe(2);
    expect(reasonsOf(later!)).toEqual(['custody-end-open']);
  });

  it('may send back what they have received', () => {
    const back = new CustodyLog('locker-b.example/C-42').open(bob, [bob, erin]);
    back.add({
      type: 'transfer-receive',
      by: bob,
      time: '2026-02-01T12:41:00Z',
      objects: [disk()],
      more: { custody: { transferId: 'T-1', release: quoted(sending(), RELEASE) } },
    });
    back.add({
      type: 'transfer-release',
      by: bob,
      time: '2026-02-01T12:42:00Z',
      objects: [disk()],
      more: { custody: { transferId: 'T-2', to: { id: alice.id } } },
    });
    const returned = {
      type: 'transfer-receive',
      by: alice,
      time: '2026-02-01T12:45:00Z',
      objects: [disk()],
      more: { custody: { transferId: 'T-2', release: quoted(back, 2) } },
    };
    const round = sending([returned]);
    const [there, here] = judge([round, back.add({ type: 'close', by: bob })]);
    expect([reasonsOf(there!), reasonsOf(here!)]).toEqual([[], []]);
    expect(there!.item.custody!.items[0]).toMatchObject({ state: 'held', holder: alice.id });
    // Alone, nobody shows that it ever arrived there.
    expect(reasonsOf(judge([round])[0]!)).toEqual(['custody-in-transit', 'custody-join-unverified']);
  });

  it('are two persons with two keys', () => {
    const one = new CustodyLog('locker-b.example/C-42').open(bob, [bob]);
    const own = sending();
    one.add({
      type: 'transfer-receive',
      by: bob,
      objects: [disk()],
      more: { custody: { transferId: 'T-1', release: quoted(own) } },
      signers: [bob.key, alice.key],
    });
    const [, here] = judge([own, one.add({ type: 'close', by: bob })]);
    expect(reasonsOf(here!)).toContain('custody-self-transfer');
  });
});

const RELEASE = 3;
