// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { quoted, receiving, sending } from '../../scripts/mint/cases/custody-logs.ts';
import { CustodyLog, keyid, stamp } from '../../scripts/mint/custody.ts';
import { tsaA, tsaB } from '../../scripts/mint/world.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { Intervals } from '../../src/custody/intervals.ts';
import { evidenceAcross } from '../../src/custody/reach.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import type { WhatIfFacts } from '../../src/model/what-if-facts.ts';
import { bytesSource, type GivenTimeline, type TimelineAsked, verifyTimelines } from '../../src/verify/timeline.ts';
import { assumeStolen } from '../../src/verify/what-if.ts';
import { alice, bob, disk, erin, release } from '../custody/people.ts';
import { ASKED, at, reasonsOf, remembering } from '../custody/support.ts';
import { published } from '../support/published-schema.ts';

const TSA1 = 'https://tsa-1.example';
const TSA2 = 'https://tsa-2.example';
const asked: TimelineAsked = {
  ...ASKED,
  engine: remembering(ASKED.engine),
  keys: [alice, bob, erin].map(({ key }) => ({ id: null, key: importSpki(key.spki), scheme: 'ed25519' as const })),
  authorities: (
    [
      [TSA1, tsaA],
      [TSA2, tsaB],
    ] as const
  ).map(([uri, tsa]) => ({
    uri,
    chain: [tsa.certificate.der, tsa.root.certificate.der],
    validFor: { notBefore: instantFromNanoseconds(0n), notAfter: null },
  })),
};

const ALICE = keyid(alice.key);
const BOB = keyid(bob.key);
const B = 'locker-b.example/C-42';
const C = 'lab-c.example/C-42';

/** Alice's log without a token of its own behind the release, Bob's with one, and that of Erin, to whom he gives the disk. */
function threeLogs(): CustodyLog[] {
  const a = sending();
  const b = new CustodyLog(B).open(bob, [bob, erin]);
  b.add({
    type: 'transfer-receive',
    by: bob,
    time: '2026-02-01T13:00:00Z',
    objects: [disk()],
    more: { custody: { transferId: 'T-1', release: quoted(a) } },
  });
  b.anchor(bob, '2026-02-01T13:30:00Z', tsaA);
  b.add({
    type: 'transfer-release',
    by: bob,
    time: '2026-02-01T13:40:00Z',
    objects: [disk()],
    more: release(erin.id, 'T-2'),
  });
  b.add({ type: 'close', by: bob, time: '2026-02-01T13:50:00Z' });
  const custodian = { ...erin, role: 'custodian' };
  const c = new CustodyLog(C).open(custodian, [custodian]);
  c.add({
    type: 'transfer-receive',
    by: custodian,
    time: '2026-02-01T14:00:00Z',
    objects: [disk()],
    more: { custody: { transferId: 'T-2', release: quoted(b, 3) } },
  });
  c.anchor(custodian, '2026-02-01T14:30:00Z', tsaB).add({ type: 'close', by: custodian, time: '2026-02-01T14:40:00Z' });
  return [a, b, c];
}

function givenOf(logs: readonly CustodyLog[]): GivenTimeline[] {
  return logs.map((log) => ({
    source: bytesSource(log.origin, log.file()),
    notes: [],
    tokens: [],
    expectHead: null,
  }));
}

function assume(given: readonly GivenTimeline[], assumed: Readonly<Record<string, string>>): WhatIfFacts[] {
  const list = Object.entries(assumed).map(([text, since]) => ({ text, since: at(since) }));
  const outcome = assumeStolen(given, asked, list);
  if (!outcome.ok) throw new Error(`${outcome.text}: ${outcome.named.kind}`);
  return outcome.items.map(({ whatIf }) => {
    expect(published('what-if-v1', whatIf!)).toEqual([]);
    return whatIf!;
  });
}

const RELEASE = 3;

describe('what if, of logs that lie together', () => {
  const given = givenOf(threeLogs());

  it('begins with what the logs prove of each other as they are', () => {
    const judged = verifyTimelines(given, asked);
    expect(judged.map(reasonsOf)).toEqual([[], [], []]);
    const met = judged.map(({ chain, quotes }) => ({ anchors: chain!.anchors, quotes }));
    evidenceAcross(met).forEach((anchors, i) => {
      const { lines, intervals } = judged[i]!.chain!;
      const again = new Intervals(lines, anchors);
      for (let line = 0; line < lines; line++) expect(again.at(line)).toEqual(intervals.at(line));
    });
  });

  it('saves a release by the token of the log that received it', () => {
    const [alone] = assume(given.slice(0, 1), { [ALICE]: '2026-02-01T13:35:00Z' });
    expect(alone!.events[RELEASE]!.assumed).toBe('undecided');
    const [a] = assume(given, { [ALICE]: '2026-02-01T13:35:00Z' });
    expect(a!.events[RELEASE]).toMatchObject({ assumed: 'stands', by: { anchors: [1], smallest: true } });
    expect(a!.anchors[1]).toMatchObject({ log: B, covers: 4, within: null, standing: 'stands' });
    // What came behind the checkpoint that Bob quotes, nothing proves.
    expect(a!.events[RELEASE + 1]!.assumed).toBe('undecided');
  });

  it('takes with that token what rested on it in the other log, unless a third one proves it', () => {
    const stolen = { [ALICE]: '2026-02-01T13:35:00Z' };
    const [a] = assume(given.slice(0, 2), { ...stolen, [TSA1]: '2026-02-01T14:35:00Z' });
    expect(a!.events[RELEASE]!.assumed).toBe('undecided');
    expect(a!.anchors.map(({ standing }) => standing)).toEqual(['undecided', 'undecided']);
    // The log of Erin, under a token of the other authority, quotes Bob's, in which that token stands.
    const [saved] = assume(given, { ...stolen, [TSA1]: '2026-02-01T14:35:00Z' });
    expect(saved!.events[RELEASE]).toMatchObject({ assumed: 'stands', by: { anchors: [1, 2], smallest: true } });
    expect(saved!.anchors.map(({ log, savedBy }) => [log, savedBy])).toEqual([
      [null, [2]],
      [B, [2]],
      [C, []],
    ]);
    const [early] = assume(given, { ...stolen, [TSA1]: '2026-02-01T14:25:00Z' });
    expect(early!.events[RELEASE]!.assumed).toBe('undecided');
  });

  it('refutes a receipt by the token that stands in the log of the release', () => {
    const [, alone] = assume(givenOf([sending(), receiving(sending())]), { [BOB]: '2026-02-01T12:20:00Z' });
    expect(alone!.events[1]).toMatchObject({ assumed: 'falls', by: { anchors: [1], smallest: true } });
    expect(alone!.anchors[1]).toMatchObject({ log: sending().origin, within: 1 });
    const [, doubted] = assume(givenOf([sending(), receiving(sending())]), {
      [BOB]: '2026-02-01T12:20:00Z',
      [`${TSA1}`]: '2026-02-01T12:00:00Z',
    });
    expect(doubted!.events[1]!.assumed).toBe('undecided');
  });

  it('names a key by any log, and counts in each what rests on it there', () => {
    const [a, b, c] = assume(given, { [C]: '2026-02-01T12:00:00Z', [BOB]: '2026-02-01T13:35:00Z' });
    expect([a, b, c].map((one) => one!.keys.map(({ events, checkpoints }) => [events, checkpoints]))).toEqual([
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [5, 0],
      ],
      [
        [0, 1],
        [0, 0],
      ],
    ]);
    expect(b!.events.map(({ assumed }) => assumed)).toEqual([
      'stands',
      'stands',
      'undecided',
      'undecided',
      'undecided',
    ]);
  });

  it('takes a checkpoint for as old as the line of the other log that quotes it', () => {
    const logs = threeLogs();
    const [a] = assume(givenOf(logs), { [logs[0]!.origin]: '2026-02-01T13:35:00Z' });
    expect(a!.checkpoints.map(({ size, standing }) => [size, standing])).toContainEqual([4, 'stands']);
    const [alone] = assume(givenOf(logs.slice(0, 1)), { [logs[0]!.origin]: '2026-02-01T13:35:00Z' });
    expect(alone!.checkpointed.assumed).toBeLessThan(4);
  });

  it('never makes more of an event by one theft more, whichever key it is of', () => {
    const times = ['2026-02-01T12:20:00Z', '2026-02-01T13:35:00Z', '2026-02-01T14:20:00Z', '2026-02-01T14:35:00Z'];
    const keys = [ALICE, BOB, keyid(erin.key), TSA1, TSA2, B, C];
    const thefts = keys.flatMap((key) => times.map((time) => ({ [key]: time })));
    const standings = (assumed: Readonly<Record<string, string>>) =>
      assume(given, assumed).map(({ events }) => events.map((event) => event.assumed));
    let fallen = 0;
    for (const one of thefts) {
      const before = standings(one);
      for (const other of thefts.filter((_, i) => i % 5 === 0)) {
        if (Object.keys(one)[0] === Object.keys(other)[0]) continue;
        standings({ ...one, ...other }).forEach((events, log) => {
          events.forEach((standing, i) => {
            if (before[log]![i] !== 'stands') expect(standing).not.toBe('stands');
            else if (standing !== 'stands') fallen++;
          });
        });
      }
    }
    expect(fallen).toBeGreaterThan(100);
  });

  it('gives side files to the log that they are of', () => {
    const [a, b] = threeLogs();
    const note = a!.note();
    const files = givenOf([a!, b!]);
    const sided = [
      {
        ...files[0]!,
        notes: [{ name: 'end.note', bytes: encodeUtf8(note) }],
        tokens: [{ name: 'end.tsr', bytes: stamp(encodeUtf8(note), '2026-02-01T12:55:00Z') }],
      },
      files[1]!,
    ];
    const [facts] = assume(sided, { [ALICE]: '2026-02-01T13:00:00Z' });
    expect(facts!.standing.assumed.undecided).toBe(0);
    expect(facts!.standing.assumed.falls).toBe(0);
  });
});
