// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { base64, utf8 } from '../../scripts/mint/bytes.ts';
import { eightEvents, minute } from '../../scripts/mint/cases/what-if.ts';
import { type CustodyLog, keyid, person, stamp, verifierKey } from '../../scripts/mint/custody.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { type Tsa, tsaA, tsaB } from '../../scripts/mint/world.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { parseVerifierKey } from '../../src/log/verifier-key.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import type { WhatIfFacts } from '../../src/model/what-if-facts.ts';
import { bytesSource, type TimelineAsked } from '../../src/verify/timeline.ts';
import { assumeStolen, type WhatIfOutcome } from '../../src/verify/what-if.ts';
import { alice, bob, closed, DISK, disk, erin, holding, ORIGIN, opened, release } from '../custody/people.ts';
import { ASKED, at } from '../custody/support.ts';
import { published } from '../support/published-schema.ts';

const authorityOf = (one: Tsa, uri: string) => ({
  uri,
  chain: [one.certificate.der, one.root.certificate.der] as const,
  validFor: { notBefore: instantFromNanoseconds(0n), notAfter: null },
});
const TWO: TimelineAsked = {
  ...ASKED,
  authorities: [authorityOf(tsaA, 'https://tsa-1.example'), authorityOf(tsaB, 'https://tsa-2.example')],
};

function assume(log: CustodyLog, assumed: Readonly<Record<string, string>>, change: Partial<TimelineAsked> = {}) {
  return outcomeOf(log, Object.entries(assumed), change);
}

function outcomeOf(
  log: CustodyLog,
  assumed: readonly (readonly [string, string])[],
  change: Partial<TimelineAsked>,
): WhatIfOutcome {
  const list = assumed.map(([text, since]) => ({ text, since: at(since) }));
  const { notes, tokens, expectHead } = { ...TWO, ...change };
  const given = { source: bytesSource('custody.jsonl', log.file()), notes, tokens, expectHead };
  return assumeStolen([given], { ...TWO, ...change }, list);
}

function factsOf(outcome: WhatIfOutcome): WhatIfFacts {
  const facts = outcome.ok ? outcome.items[0]?.whatIf : undefined;
  if (facts === undefined) throw new Error('no answer');
  // Whatever is told here has the shape that is published.
  expect(published('what-if-v1', facts)).toEqual([]);
  return facts;
}

const standings = ({ events }: WhatIfFacts): string[] => events.map(({ assumed }) => assumed);
const reasonOf = (outcome: WhatIfOutcome, id: string): string | null => {
  const check = outcome.ok ? outcome.items[0]!.checks.find((one) => one.id === id) : undefined;
  if (check === undefined) throw new Error('no check');
  return check.outcome === 'passed' ? null : check.outcome === 'skipped' ? 'skipped' : check.reason;
};

const BOB = keyid(bob.key);
const TSA1 = 'https://tsa-1.example';
const [T25, T30, T32, T40] = [minute(25), minute(30), minute(32), minute(40)];
const STAND = 'stands';

describe('eight events and two time-stamping authorities', () => {
  // 0 open, 1 acquire, 2 release, 3 receive (Bob), 4 anchor at 30, 5 analyse (Bob), 6 anchor at 40, 7 seal (Bob)
  const log = eightEvents();

  it('stands as it is', () => {
    const facts = factsOf(assume(log, {}));
    expect(facts.standing).toEqual({
      now: { stands: 8, undecided: 0, falls: 0 },
      assumed: { stands: 8, undecided: 0, falls: 0 },
    });
  });

  it('with the key of Bob stolen at 32: what is older stands, what lies between is undecided, what is younger falls', () => {
    const outcome = assume(log, { [BOB]: T32 });
    const facts = factsOf(outcome);
    expect(standings(facts)).toEqual([STAND, STAND, STAND, STAND, STAND, 'undecided', STAND, 'falls']);
    // Tokens of this mint are accurate to a second.
    expect(facts.events[5]!.proven).toEqual({ notBefore: '2026-02-01T12:29:59Z', notAfter: '2026-02-01T12:40:01Z' });
    expect(facts.events[7]!.proven).toEqual({ notBefore: '2026-02-01T12:39:59Z', notAfter: null });
    expect(facts.events[3]!.by).toEqual({ anchors: [0], smallest: true });
    expect(facts.events[7]!.by).toEqual({ anchors: [1], smallest: true });
    expect(facts.events[5]!.wanted).toEqual({
      toStand: [{ evidence: 'over', line: 5, dated: 'by', instant: T32, saves: null }],
      toFall: [{ evidence: 'inside', line: 5, dated: 'from', instant: T32, saves: null }],
    });
    expect(reasonOf(outcome, 'what-if.events')).toBe('assumed-compromise-falls');
  });

  it('with the first authority stolen at 25: intervals widen to 40, every signature stands, its own token is undecided', () => {
    const outcome = assume(log, { [TSA1]: T25 });
    const facts = factsOf(outcome);
    expect(standings(facts)).toEqual(new Array(8).fill(STAND));
    for (const seq of [0, 1, 2, 3, 4, 5]) {
      expect(facts.events[seq]!.proven).toEqual({ notBefore: null, notAfter: '2026-02-01T12:40:01Z' });
    }
    expect(facts.anchors.map(({ standing, savedBy }) => ({ standing, savedBy }))).toEqual([
      { standing: 'undecided', savedBy: [] },
      { standing: 'stands', savedBy: [] },
    ]);
    expect(reasonOf(outcome, 'what-if.events')).toBeNull();
  });

  it('with both: the receipt of Bob is undecided too, and what would decide it is named', () => {
    const facts = factsOf(assume(log, { [BOB]: T32, [TSA1]: T25 }));
    expect(standings(facts)).toEqual([STAND, STAND, STAND, 'undecided', STAND, 'undecided', STAND, 'falls']);
    expect(facts.events[3]!.wanted?.toStand).toEqual([
      { evidence: 'over', line: 3, dated: 'by', instant: T32, saves: null },
      { evidence: 'over', line: 4, dated: 'by', instant: T25, saves: 0 },
    ]);
    expect(facts.changed).toBe(3);
  });

  it('with the first authority stolen after the other has stamped its token: it is saved by that', () => {
    const facts = factsOf(assume(log, { [BOB]: T32, [TSA1]: minute(41) }));
    expect(standings(facts)[3]).toBe(STAND);
    expect(facts.events[3]!.by).toEqual({ anchors: [0, 1], smallest: true });
    expect(facts.anchors[0]).toMatchObject({ standing: 'stands', savedBy: [1] });
  });

  it('takes the root above an authority for all that is below it', () => {
    const root = sha256Hex(tsaA.root.certificate.der);
    const facts = factsOf(assume(log, { [root.slice(0, 12)]: T25, [BOB]: T32 }));
    expect(facts.keys.map(({ kind, anchors }) => ({ kind, anchors }))).toEqual([
      { kind: 'authority', anchors: 1 },
      { kind: 'signer', anchors: 0 },
    ]);
    expect(standings(facts)[3]).toBe('undecided');
  });

  it('counts the earlier of two compromises of one key, in either order', () => {
    for (const order of [
      [T32, T25],
      [T25, T32],
    ]) {
      const facts = factsOf(
        outcomeOf(
          log,
          order.map((since) => [BOB, since] as const),
          {},
        ),
      );
      expect(facts.keys.map(({ since }) => since)).toEqual([T25]);
      expect(standings(facts)[3]).toBe('undecided');
    }
  });

  it('takes a compromise after the instant that is judged at for none, and says so', () => {
    const facts = factsOf(assume(log, { [BOB]: '2026-03-02T00:00:00Z' }));
    expect(facts.keys[0]).toMatchObject({ after: true });
    expect(facts.changed).toBe(0);
    const early = factsOf(assume(log, { [BOB]: T32 }, { at: at(minute(31)) }));
    expect(early.keys[0]).toMatchObject({ after: true });
  });

  it('knows what was known at 35: one anchor, and nothing of what came later', () => {
    const outcome = assume(log, { [BOB]: T25 }, { knownAt: at(minute(35)) });
    const facts = factsOf(outcome);
    expect(facts.events).toHaveLength(4);
    expect(standings(facts)[3]).toBe('undecided');
    expect(facts.anchors).toHaveLength(1);
  });
});

describe('a key that is assumed to be stolen', () => {
  const log = closed(eightEvents());

  it('is named by fingerprint, beginning, name or subject', () => {
    for (const text of [BOB, `sha256:${BOB}`, BOB.slice(0, 8), bob.id, BOB.toUpperCase()])
      expect(factsOf(assume(log, { [text]: T32 })).keys[0]!.key, text).toBe(BOB);
    const leaf = sha256Hex(tsaA.certificate.der);
    for (const text of [TSA1, leaf, 'CN=mint tsa,O=mint.example', 'mint tsa', 'CN=mint tsa'])
      expect(factsOf(assume(log, { [text]: T25 })).anchors[0]!.standing, text).toBe('undecided');
    const vkey = verifierKey(ORIGIN, log.logKey);
    for (const text of [ORIGIN, vkey.slice(0, vkey.lastIndexOf('+'))])
      expect(factsOf(assume(log, { [text]: T32 })).keys[0]!.kind, text).toBe('log');
  });

  it('is refused where it is none of this log, and where more than one is meant', () => {
    const unknown = assume(log, { [`${BOB.slice(0, 7)}`]: T32 });
    expect(unknown).toMatchObject({ ok: false, named: { kind: 'unknown' } });
    if (!unknown.ok) expect(unknown.known.map(({ kind }) => kind)).toContain('authority');
    const twin = person(alice.id, 'custodian', 'alice, second key');
    const two = holding().add({
      type: 'key-status',
      by: alice,
      more: { keys: [{ action: 'introduce', id: alice.id, publicKey: base64(twin.key.spki), roles: ['custodian'] }] },
    });
    expect(assume(two, { [alice.id]: T32 })).toMatchObject({ ok: false, named: { kind: 'ambiguous' } });
  });

  it('takes with it the keys that it has brought in', () => {
    const second = person(bob.id, 'custodian', 'bob, second key');
    const rotated = holding()
      .anchor(alice, T30)
      .add({
        type: 'key-status',
        by: bob,
        time: T32,
        more: { keys: [{ action: 'introduce', id: bob.id, publicKey: base64(second.key.spki), roles: ['custodian'] }] },
      })
      .add({ type: 'note', by: second, time: minute(33) })
      .anchor(alice, T40, tsaB)
      .add({ type: 'note', by: second, time: minute(45) });
    const facts = factsOf(assume(rotated, { [BOB]: minute(35) }));
    expect(standings(facts)).toEqual([STAND, STAND, STAND, 'undecided', 'undecided', STAND, 'undecided']);
    expect(facts.events[6]!.because).toContain('event 3, which brought its key in');
    expect(facts.events[6]!.wanted?.toStand[0]).toEqual({
      evidence: 'over',
      line: 3,
      dated: 'by',
      instant: minute(35),
      saves: null,
    });
    // Proven to be younger than the theft, it brings in nothing.
    expect(standings(factsOf(assume(rotated, { [BOB]: T25 })))).toEqual([
      STAND,
      STAND,
      STAND,
      'falls',
      'falls',
      STAND,
      'falls',
    ]);
  });

  it('of the log itself leaves events as they are, and takes its word for lines', () => {
    const outcome = assume(log, { [ORIGIN]: T32 });
    const facts = factsOf(outcome);
    expect(standings(facts)).toEqual(new Array(9).fill(STAND));
    expect(facts.checkpointed).toEqual({ now: 6, assumed: 4 });
    expect(facts.checkpoints.map(({ size, standing }) => ({ size, standing }))).toEqual([
      { size: 4, standing: STAND },
      { size: 6, standing: 'undecided' },
    ]);
    expect(reasonOf(outcome, 'what-if.checkpoints')).toBe('assumed-compromise-uncovered');
    expect(reasonOf(outcome, 'what-if.events')).toBeNull();
    expect(factsOf(assume(log, { [ORIGIN]: T25 })).checkpoints[1]).toMatchObject({ standing: 'falls' });
  });

  it('of another log takes the receipt with it that quotes its checkpoint', () => {
    const other = holding({}, {}, 'locker-b.example/C-42');
    other.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const peer = parseVerifierKey(verifierKey(other.origin, other.logKey));
    const received = opened()
      .add({
        type: 'transfer-receive',
        by: bob,
        time: minute(10),
        objects: [disk()],
        more: {
          custody: {
            transferId: 'T-1',
            release: {
              line: other.hashOf(2),
              origin: other.origin,
              index: 2,
              envelope: base64(other.lines[2]!),
              proof: other.proof(2),
              note: other.note(),
            },
          },
        },
      })
      .anchor(alice, T30);
    const asked = { logs: [peer] };
    const stolen = (since: string) => factsOf(assume(received, { [other.origin]: since }, asked));
    expect(standings(stolen(T32))).toEqual([STAND, STAND, STAND]);
    expect(stolen(T32).events[1]!.by).toEqual({ anchors: [0], smallest: true });
    expect(standings(stolen(T25))).toEqual([STAND, 'undecided', STAND]);
    expect(stolen(T25).events[1]!.because).toContain('quotes of the other log');
    expect(stolen(T25).keys[0]).toMatchObject({ kind: 'log', receipts: 1 });
  });

  it('of a witness takes its cosignatures, but for those that a token covers', () => {
    const key = edKey('what-if witness');
    const name = 'witness.example';
    const witness = parseVerifierKey(verifierKey(name, key, 4));
    const noted = (stamped: boolean): CustodyLog => {
      const begun = holding({ quorum: 1 });
      const note = begun.note(2, { name, key, time: minute(20) });
      const stamps = stamped ? { timestamps: [base64(stamp(utf8(note), T30))] } : {};
      return begun.add({
        type: 'anchor',
        by: alice,
        time: T30,
        more: { anchors: [{ kind: 'checkpoint', note, ...stamps }] },
      });
    };
    const asked = { witnesses: [witness] };
    const bare = assume(noted(false), { [name]: T32 }, asked);
    expect(factsOf(bare).anchors[0]).toMatchObject({ source: 'cosignature', standing: 'undecided' });
    expect(factsOf(bare).checkpoints[0]).toMatchObject({ cosignedNow: 1, cosigned: 0 });
    expect(reasonOf(bare, 'what-if.checkpoints')).toBe('assumed-compromise-uncovered');
    const stamped = assume(noted(true), { [name]: T32 }, asked);
    expect(factsOf(stamped).anchors[0]).toMatchObject({ source: 'cosignature', standing: STAND, savedBy: [1] });
    expect(reasonOf(stamped, 'what-if.checkpoints')).toBeNull();
    expect(reasonOf(assume(noted(true), { [name]: T25 }, asked), 'what-if.checkpoints')).toBe(
      'assumed-compromise-uncovered',
    );
  });

  it('of the examiner and of the log makes nothing better: the earlier of what is known and assumed counts', () => {
    const known = opened()
      .add({ type: 'acquire', by: erin, time: minute(5), objects: [{ name: 'EX-1', after: DISK }] })
      .anchor(alice, T30)
      .add({
        type: 'key-status',
        by: alice,
        time: T40,
        more: { keys: [{ action: 'compromised', keyid: keyid(erin.key), since: T25 }] },
      });
    expect(standings(factsOf(assume(known, {})))[1]).toBe('undecided');
    expect(standings(factsOf(assume(known, { [keyid(erin.key)]: T32 })))[1]).toBe('undecided');
  });

  it('leaves an event that nobody has signed undecided, whatever is assumed', () => {
    const forged = holding().add({ type: 'note', by: bob, signers: [edKey('nobody at all')] });
    const facts = factsOf(assume(forged, { [BOB]: T32 }));
    expect(facts.events[2]).toMatchObject({ now: 'undecided', assumed: 'undecided', wanted: null });
  });
});
