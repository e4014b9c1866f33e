// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { base64, sha256, utf8 } from '../../scripts/mint/bytes.ts';
import { stamp, verifierKey } from '../../scripts/mint/custody.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { treeRoot } from '../../scripts/mint/merkle.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { CUSTODY_CHECKS, Ledger } from '../../src/custody/ledger.ts';
import { readLine } from '../../src/custody/line.ts';
import { ROLL_UPS } from '../../src/custody/roll-ups.ts';
import { parseVerifierKey } from '../../src/log/verifier-key.ts';
import { GrowingTree } from '../../src/merkle/growing-tree.ts';
import { leafHash } from '../../src/merkle/rfc6962.ts';
import { inclusionProof } from '../../src/merkle/tree.ts';
import { alice, bob, closed, disk, erin, holding, receipt, release } from './people.ts';
import { ASKED, at, longLog, reasonsOf, verify } from './support.ts';

describe('the 26 invariants', () => {
  it('are 26, and each is in exactly one roll-up', () => {
    expect(CUSTODY_CHECKS).toHaveLength(26);
    expect(Object.values(ROLL_UPS).flat().sort()).toEqual([...CUSTODY_CHECKS].sort());
  });

  it('are told in one order, whatever fails; C11 where items are at hand alone', () => {
    const good = verify(longLog().file()).item.checks.map(({ id }) => id);
    expect(good.filter((id) => id !== 'input.read')).toEqual(CUSTODY_CHECKS.filter((id) => id !== 'custody.items'));
    const bad = verify(utf8('x\n')).item.checks.map(({ id }) => id);
    expect([...new Set(bad)]).toEqual(good);
  });

  it('names some places of many, and counts them all', () => {
    const ledger = new Ledger();
    for (let i = 0; i < 100; i++) ledger.note('custody.order', i, 'custody-time-order', 'x');
    ledger.note('custody.order', 100, 'custody-time-future', 'y');
    const checks = ledger
      .checks({ evidence: 'f', pointer: '' }, new Map(), new Set())
      .filter(({ id }) => id === 'custody.order');
    expect(checks).toHaveLength(17);
    expect(checks[0]!.facts['places']).toBe(100);
  });
});

describe('time', () => {
  const log = holding()
    .anchor(alice, '2026-02-01T13:00:00Z')
    .add({ type: 'note', by: erin, time: '2026-02-01T13:30:00Z' });
  log.anchor(alice, '2026-02-01T14:00:00Z').add({ type: 'close', by: alice });

  it('is an interval for each event, apart from what it claims', () => {
    const { custody } = verify(log.file()).item;
    const rows = custody!.intervals.map(({ notBefore, notAfter }) => [notBefore, notAfter]);
    expect(rows).toEqual([
      [null, '2026-02-01T13:00:01Z'],
      [null, '2026-02-01T13:00:01Z'],
      ['2026-02-01T12:59:59Z', '2026-02-01T14:00:01Z'],
      ['2026-02-01T12:59:59Z', '2026-02-01T14:00:01Z'],
      ['2026-02-01T13:59:59Z', null],
      ['2026-02-01T13:59:59Z', null],
    ]);
    expect(custody!.anchored).toBe(4);
  });

  it('is known up to an instant: the prefix that is proven to have existed then, by what was there', () => {
    const known = verify(log.file(), { knownAt: at('2026-02-01T13:30:00Z') });
    expect(known.chain!.lines).toBe(2);
    expect(known.item.custody).toMatchObject({ lines: 2, linesOfFile: 6, closed: false, anchored: 2 });
    expect(reasonsOf(known)).toEqual(['custody-end-open']);
    const later = verify(log.file(), { knownAt: at('2026-02-01T15:00:00Z') });
    expect(later.chain!.lines).toBe(4);
    expect(reasonsOf(verify(log.file(), { knownAt: at('2026-02-01T12:00:00Z') }))).toEqual(['custody-log-empty']);
  });

  it('at an earlier instant a later compromise is none', () => {
    const keys = [{ ...ASKED.keys[0]!, id: alice.id, compromisedSince: at('2026-02-01T12:30:00Z') }];
    expect(reasonsOf(verify(log.file(), { keys }))).toContain('custody-key-compromised');
    expect(reasonsOf(verify(log.file(), { keys, at: at('2026-02-01T12:00:00Z') }))).not.toContain(
      'custody-key-compromised',
    );
  });

  it('of a witness that only the log names proves nothing; of one that the examiner names, it does', () => {
    const witness = { name: 'w.example', key: edKey('custody test witness'), time: '2026-02-01T12:40:00Z' };
    const cosigned = closed(holding({}, { witnesses: [verifierKey(witness.name, witness.key, 4)] }));
    const notes = [{ name: 'a.note', bytes: utf8(cosigned.note(2, witness)) }];
    expect(verify(cosigned.file(), { notes }).item.custody!.anchored).toBe(0);
    const witnesses = [parseVerifierKey(verifierKey(witness.name, witness.key, 4))];
    const told = verify(cosigned.file(), { notes, witnesses });
    expect(told.item.custody!.intervals[0]).toMatchObject({ notAfter: '2026-02-01T12:40:00.999999999Z' });
  });

  it('of a token over a payload is none of a line', () => {
    const plain = closed(holding());
    const tokens = [{ name: 'x.tsr', bytes: stamp(utf8('payload'), '2026-02-01T13:00:00Z') }];
    const notes = [{ name: 'a.note', bytes: utf8(plain.note()) }];
    expect(reasonsOf(verify(plain.file(), { notes, tokens }))).toEqual(['timestamp-imprint']);
  });

  it('compares claims below a millisecond', () => {
    const fine = holding()
      .add({ type: 'note', by: alice, time: '2026-02-01T12:30:00.000000002Z' })
      .add({ type: 'note', by: alice, time: '2026-02-01T12:30:00.000000001Z' });
    expect(reasonsOf(verify(closed(fine).file()))).toEqual(['custody-time-order']);
    const equal = holding()
      .add({ type: 'note', by: alice, time: '2026-02-01T12:30:00Z' })
      .add({ type: 'note', by: alice, time: '2026-02-01T12:30:00Z' });
    expect(reasonsOf(verify(closed(equal).file()))).toEqual([]);
  });

  it('a clock of 268 days is told where nothing was measured, and taken into account where it was', () => {
    const claim = {
      type: 'access',
      by: erin,
      objects: [disk()],
      time: '2025-05-09T12:10:00Z',
      recorded: '2026-02-01T12:10:00Z',
    };
    const wild = holding().add(claim);
    expect(reasonsOf(verify(closed(wild).file()))).toEqual(['custody-time-order']);
    const clock = { source: 'vm-3', offset: `-PT${268 * 86_400}S`, uncertainty: 'PT60S' };
    const told = holding().add({ ...claim, more: { clock } });
    told.add({ type: 'close', by: alice, time: '2026-02-01T12:20:00Z' });
    expect(reasonsOf(verify(told.file()))).toEqual([]);
  });
});

describe('the end', () => {
  it('is a head, a close, or open', () => {
    const log = longLog();
    expect(reasonsOf(verify(log.file()))).toEqual(['custody-end-open']);
    expect(reasonsOf(verify(log.file(), { expectHead: log.head() }))).toEqual([]);
    expect(reasonsOf(verify(log.file(), { expectHead: log.hashOf(20).slice(7) }))).toEqual(['custody-head-mismatch']);
    expect(reasonsOf(verify(closed(log).file()))).toEqual([]);
  });
});

describe('people', () => {
  it('two keys of one person are one person', () => {
    const second = { ...alice, key: edKey('custody alice, second key') };
    const log = holding({ dualControl: { dispose: 2 } });
    const row = { action: 'introduce', id: alice.id, publicKey: base64(second.key.spki), roles: ['custodian'] };
    log.add({ type: 'key-status', by: alice, more: { keys: [row] } });
    log.add({ type: 'dispose', by: alice, objects: [disk()], signers: [alice.key, second.key] });
    expect(reasonsOf(verify(closed(log).file()))).toEqual(['custody-dual-control']);
  });

  it("a key that the examiner trusts is no other person's", () => {
    const log = holding().add({
      type: 'key-status',
      by: alice,
      more: { keys: [{ action: 'introduce', id: erin.id, publicKey: base64(bob.key.spki) }] },
    });
    expect(reasonsOf(verify(closed(log).file()))).toEqual(['custody-rotation-unauthorised']);
    const keys = [
      ...ASKED.keys,
      { id: 'mailto:other@x.example', key: importSpki(bob.key.spki), scheme: 'ed25519' as const },
    ];
    expect(reasonsOf(verify(closed(holding()).file(), { keys }))).toContain('custody-rotation-unauthorised');
  });

  it('a second receipt makes a second holder', () => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const more = receipt(log.hashOf(2));
    log
      .add({ type: 'transfer-receive', by: bob, objects: [disk()], more })
      .add({ type: 'transfer-receive', by: bob, objects: [disk()], more });
    expect(reasonsOf(verify(closed(log).file()))).toEqual(['custody-two-holders']);
  });

  it("what was rejected is the giver's again", () => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const more = { ...receipt(log.hashOf(2)), outcome: { code: 'rejected' } };
    log
      .add({ type: 'transfer-receive', by: bob, objects: [disk()], more })
      .add({ type: 'dispose', by: alice, objects: [disk()] });
    expect(reasonsOf(verify(closed(log).file()))).toEqual([]);
  });
});

describe('a line', () => {
  it('has one spelling', () => {
    const [line] = holding().lines;
    const text = new TextDecoder().decode(line);
    expect(readLine(line!).signatures).toHaveLength(1);
    for (const other of [
      ` ${text}`,
      `${text} `,
      text.replace('":"', '": "'),
      text.replace('payloadType', 'payload\\u0054ype'),
    ])
      expect(() => readLine(utf8(other))).toThrow('custody-line-format');
    expect(() => readLine(utf8(text.replace('+', '-')))).toThrow();
  });
});

describe('the growing tree', () => {
  it('knows every root and every proof that it has had', () => {
    const leaves = Array.from({ length: 1100 }, (_, i) => sha256(utf8(String(i))));
    const hashes = leaves.map(leafHash);
    const tree = new GrowingTree();
    for (const hash of hashes) tree.push(hash);
    for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 769, 1024, 1025, 1100])
      expect(base64(tree.root(size)), String(size)).toBe(base64(treeRoot(leaves.slice(0, size))));
    for (const [index, size] of [
      [0, 1],
      [0, 1100],
      [1099, 1100],
      [512, 1025],
      [255, 257],
      [700, 1099],
    ] as const)
      expect(tree.inclusion(index, size).map(base64)).toEqual(inclusionProof(hashes.slice(0, size), index).map(base64));
  });
});
