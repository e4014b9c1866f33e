// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { eightEvents, minute } from '../../scripts/mint/cases/what-if.ts';
import { keyid, stamp, verifierKey } from '../../scripts/mint/custody.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { tsaA, tsaB } from '../../scripts/mint/world.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import type { GivenKey } from '../../src/custody/key-ring.ts';
import { parseVerifierKey } from '../../src/log/verifier-key.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import type { TimelineAsked } from '../../src/verify/timeline.ts';
import { alice, bob, closed, holding } from './people.ts';
import { ASKED, at, reasonsOf, verify } from './support.ts';

const authorities = [tsaA, tsaB].map((one) => ({
  uri: `https://${one.name}.example`,
  chain: [one.certificate.der, one.root.certificate.der] as const,
  validFor: { notBefore: instantFromNanoseconds(0n), notAfter: null },
}));

const given = (change: Partial<GivenKey>): GivenKey => ({
  id: bob.id,
  key: importSpki(bob.key.spki),
  scheme: 'ed25519',
  ...change,
});

const side = (name: string, bytes: Uint8Array) => [{ name, bytes }];

describe('what was valid at an instant, and what was known at one', () => {
  const log = closed(eightEvents());
  const ask = (change: Partial<TimelineAsked>) => verify(log.file(), { authorities, ...change });
  const factsOf = (change: Partial<TimelineAsked>) => ask(change).item.custody!;

  it('are two questions: at 35 only four lines were known, and they are judged at any instant', () => {
    expect(factsOf({ knownAt: at(minute(35)) })).toMatchObject({ lines: 4, linesOfFile: 9, anchored: 4 });
    expect(factsOf({ knownAt: at(minute(29)) })).toMatchObject({ lines: 0, linesOfFile: 9 });
    expect(factsOf({ at: at(minute(51)) })).toMatchObject({ lines: 9 });
  });

  it('refuse events that are proven or claimed to be later than the instant that is judged at', () => {
    expect(reasonsOf(ask({ at: at(minute(51)) }))).toEqual([]);
    expect(reasonsOf(ask({ at: at(minute(36)) }))).toEqual(['custody-time-future']);
  });

  it('answer together: valid at 36 by what was known at 35', () => {
    const both = ask({ at: at(minute(36)), knownAt: at(minute(35)) });
    expect(reasonsOf(both)).toEqual(['custody-end-open']);
    expect(both.item.custody!.lines).toBe(4);
    expect(reasonsOf(ask({ at: at(minute(15)), knownAt: at(minute(35)) }))).toContain('custody-time-future');
  });

  it('take a compromise for none that is later than the instant that is judged at, or that nobody could know of', () => {
    const keys = [...ASKED.keys, given({ compromisedSince: at(minute(25)) })];
    expect(reasonsOf(ask({ keys }))).toContain('custody-key-compromised');
    const early = ask({ keys, at: at(minute(24)), knownAt: at(minute(35)) });
    expect(reasonsOf(early)).not.toContain('custody-key-compromised-unproven');
    // It held at 35, and may have been known: leaving it out would make more pass.
    expect(reasonsOf(ask({ keys, knownAt: at(minute(35)) }))).toContain('custody-key-compromised-unproven');
    const later = [...ASKED.keys, given({ compromisedSince: at(minute(36)) })];
    expect(reasonsOf(ask({ keys: later, knownAt: at(minute(35)) }))).toEqual(['custody-end-open']);
  });

  it('use no key that was valid later only', () => {
    const keys = [given({ id: alice.id, key: importSpki(alice.key.spki), validFrom: at(minute(38)) })];
    expect(reasonsOf(ask({ keys, knownAt: at(minute(35)) }))).toContain('signer-key-unknown');
    expect(reasonsOf(ask({ keys }))).not.toContain('signer-key-unknown');
  });

  it('use no key status that stands behind what was known', () => {
    const told = holding()
      .anchor(alice, minute(30))
      .add({
        type: 'key-status',
        by: alice,
        time: minute(35),
        more: { keys: [{ action: 'compromised', keyid: keyid(alice.key), since: minute(5) }] },
      })
      .anchor(alice, minute(40), tsaB);
    expect(reasonsOf(verify(told.file(), { authorities }))).toContain('custody-key-compromised-unproven');
    const known = verify(told.file(), { authorities, knownAt: at(minute(35)) });
    expect(reasonsOf(known)).toEqual(['custody-end-open']);
  });

  it('use a checkpoint beside the log where it is proven to have been there', () => {
    const key = edKey('two axes witness');
    const name = 'witness.example';
    const witnesses = [parseVerifierKey(verifierKey(name, key, 4))];
    const ended = closed(holding({ quorum: 1 }));
    const noted = (time: string) => ended.note(3, { name, key, time });
    const early = { witnesses, notes: side('a.note', utf8(noted(minute(30)))) };
    expect(reasonsOf(verify(ended.file(), { ...early, knownAt: at(minute(35)) }))).toEqual([]);
    expect(reasonsOf(verify(ended.file(), { ...early, knownAt: at(minute(29)) }))).toContain('custody-log-empty');
    // The token proves the lines; that somebody had cosigned, it does not.
    const note = ended.note(3);
    const late = {
      witnesses,
      notes: [...side('a.note', utf8(note)), ...side('b.note', utf8(noted(minute(40))))],
      tokens: side('a.tsr', stamp(utf8(note), minute(30))),
    };
    expect(reasonsOf(verify(ended.file(), late))).toEqual([]);
    expect(reasonsOf(verify(ended.file(), { ...late, knownAt: at(minute(35)) }))).toEqual(['custody-witness-quorum']);
  });

  it('compare the expected head with all lines or with none: what was known of a part says nothing of its end', () => {
    const ended = closed(holding());
    const note = ended.note();
    const all = { notes: side('a.note', utf8(note)), tokens: side('a.tsr', stamp(utf8(note), minute(30))) };
    const known = { ...all, knownAt: at(minute(35)) };
    expect(reasonsOf(verify(ended.file(), known))).toEqual([]);
    expect(reasonsOf(verify(ended.file(), { ...known, expectHead: 'ab'.repeat(32) }))).toEqual([
      'custody-head-mismatch',
    ]);
    expect(reasonsOf(ask({ knownAt: at(minute(35)), expectHead: log.head() }))).toEqual(['custody-end-open']);
  });

  it('say how many neighbours have no proven order', () => {
    expect(factsOf({}).orderUndecided).toBe(8);
    const two = holding();
    const notes = side('a.note', utf8(two.note()));
    const tokens = side('a.tsr', stamp(utf8(two.note()), minute(30)));
    const apart = verify(two.anchor(alice, minute(40)).file(), { notes, tokens });
    // Two lines by 30, and one not before 40: of the two alone it is not known.
    expect(apart.item.custody!.orderUndecided).toBe(1);
  });
});

describe('a log that ends without an end', () => {
  it('is accepted up to its last checkpoint, with a word: neither refused nor passed', () => {
    const { item } = verify(eightEvents().file(), { authorities });
    const open = item.checks.filter(({ outcome }) => outcome !== 'passed');
    expect(open).toMatchObject([{ id: 'custody.tail', outcome: 'indeterminate', reason: 'custody-end-open' }]);
    expect(open[0]).toMatchObject({ detail: expect.stringContaining('covers the first 6 of 8 lines') });
    expect(item.custody).toMatchObject({ lines: 8, checkpointed: 6, closed: false });
  });
});
