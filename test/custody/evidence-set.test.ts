// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { base64, hex, sha256, utf8 } from '../../scripts/mint/bytes.ts';
import { keyringFile } from '../../scripts/mint/cases/custody.ts';
import { stamp, verifierKey } from '../../scripts/mint/custody.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { tar } from '../../scripts/mint/tar.ts';
import { zip } from '../../scripts/mint/zip.ts';
import { PROJECT, runJson } from '../support/cli.ts';
import { alice, bob, closed, DISK, disk, holding, ORIGIN, opened, receipt, release } from './people.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'custody-set-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

let count = 0;
/** The files in a new folder, whose name is given back. */
function folder(files: Files): string {
  const name = `set-${count++}`;
  for (const [path, data] of Object.entries(files)) {
    const full = join(ROOT, name, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, data);
  }
  return name;
}

function file(name: string, data: string | Uint8Array): string {
  writeFileSync(join(ROOT, name), data);
  return name;
}

const KEY = file('opener.pub.pem', alice.key.publicPem);
const AT = ['--at', '2026-03-01T00:00:00Z'];
const TRUST = ['--trusted-root', join(PROJECT, 'fixtures/shared/trusted-root.json')];
const BY_KEY = ['--key', KEY, ...AT];
const verify = (operand: string, ...flags: readonly string[]) => runJson(['verify', operand, ...flags], { cwd: ROOT });

const IMAGE = utf8('the disk of the fixtures');
const handed = () => {
  const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  return log.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(log.hashOf(2)) });
};
const log = closed(handed());
const SET: Files = { 'custody.jsonl': log.file(), 'evidence/EX-1': IMAGE };

describe('verify of a folder with a custody log', () => {
  it('joins the verdict of the log: a good one, and a bad one', () => {
    expect([verify(folder(SET), ...BY_KEY).code]).toEqual([0]);
    const two = handed().add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: DISK }] });
    const bad = verify(folder({ ...SET, 'custody.jsonl': closed(two).file() }), ...BY_KEY);
    expect([bad.code, bad.reasons]).toEqual([3, ['custody-two-holders', 'artifact-unattested']]);
  });

  it('compares the items at hand: changed, absent, and one that the log does not name', () => {
    const changed = verify(folder({ ...SET, 'evidence/EX-1': utf8('another') }), ...BY_KEY);
    expect([changed.code, changed.reasons]).toEqual([2, ['custody-item-mismatch', 'artifact-unattested']]);
    const absent = verify(folder({ 'custody.jsonl': log.file() }), ...BY_KEY);
    expect([absent.code, absent.reasons]).toEqual([4, ['custody-item-absent']]);
    const more = verify(folder({ ...SET, 'evidence/EX-9': utf8('not of the log') }), ...BY_KEY);
    expect([more.code, more.reasons]).toEqual([1, ['artifact-unattested']]);
    expect(more.stdout).toContain('"unmatchedArtifacts":["set-');
  });

  it('finds an item under another name by its digest', () => {
    const moved = verify(folder({ 'custody.jsonl': log.file(), 'store/0001.dd': IMAGE }), ...BY_KEY);
    expect(moved.code).toBe(0);
  });

  it('still reads an item that is evidence itself', () => {
    const bundle = utf8('{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}');
    const of = opened().add({
      type: 'acquire',
      by: alice,
      objects: [{ name: 'EX-1', after: { sha256: hex(sha256(bundle)) } }],
    });
    const found = verify(folder({ 'custody.jsonl': closed(of).file(), 'EX-1': bundle }), ...BY_KEY);
    expect([found.code, found.reasons.length]).toEqual([3, 1]);
    expect(found.report!.items.map(({ name }) => name)).toContain('set-6/EX-1');
  });

  it('reads checkpoints and tokens beside the log, and refuses those that are not of it', () => {
    const note = log.note();
    const token = stamp(utf8(note), '2026-02-02T00:00:00Z');
    const beside = { 'checkpoints/5.note': note, 'timestamps/5.tsr': token };
    const good = verify(folder({ ...SET, ...beside }), ...BY_KEY, ...TRUST);
    expect(good.code).toBe(0);
    expect(good.stdout).toContain('"anchored":5');
    const other = closed(holding({ maxSilence: 'PT1S' })).note();
    const bad = verify(folder({ ...SET, 'checkpoints/5.note': other }), ...BY_KEY);
    expect([bad.code, bad.reasons]).toEqual([2, ['custody-checkpoint-root', 'artifact-unattested']]);
    const torn = verify(folder({ ...SET, 'checkpoints/5.note': 'no note' }), ...BY_KEY);
    expect([torn.code, torn.reasons]).toEqual([3, ['checkpoint-format', 'artifact-unattested']]);
  });

  it('is refused where nobody is believed, and a keyring that lies there is listed, and not believed', () => {
    const ring = JSON.stringify(keyringFile([{ id: alice.id, publicKey: base64(alice.key.spki) }]));
    const lying = verify(folder({ ...SET, 'keyring.json': ring }), ...AT);
    expect([lying.code, lying.reasons]).toEqual([3, ['signer-key-unknown', 'artifact-unattested']]);
    expect(lying.stdout).toContain('"what":"a custody keyring"');
  });
});

describe('verify, asked about custody logs', () => {
  const open = handed();
  const set = { 'custody.jsonl': open.file(), 'evidence/EX-1': IMAGE };
  const head = `sha256:${open.head()}`;

  it('--keyring says whom to believe, with what he may do and since when not', () => {
    const row = { id: alice.id, publicKey: base64(alice.key.spki) };
    const ring = file('ring.json', JSON.stringify(keyringFile([row])));
    expect(verify(folder(SET), '--keyring', ring, ...AT).code).toBe(0);
    const stolen = file(
      'stolen.json',
      JSON.stringify(keyringFile([{ ...row, compromisedSince: '2026-01-01T00:00:00Z' }])),
    );
    const refused = verify(folder(SET), '--keyring', stolen, ...AT);
    expect([refused.code, new Set(refused.reasons)]).toEqual([3, new Set(['custody-key-compromised-unproven'])]);
  });

  it('--expect-head establishes the end; another one refuses; one that no log has is missed', () => {
    expect(verify(folder(set), ...BY_KEY).code).toBe(1);
    expect(verify(folder(set), ...BY_KEY, '--expect-head', head).code).toBe(0);
    const other = verify(folder(set), ...BY_KEY, '--expect-head', '0'.repeat(64));
    expect([other.code, other.reasons[0]]).toEqual([2, 'custody-head-mismatch']);
    const none = verify(folder({ 'a.txt': 'a' }), ...BY_KEY, '--expect-head', head);
    expect([none.code, new Set(none.reasons)]).toEqual([4, new Set(['evidence-absent', 'artifact-unattested'])]);
    const second = closed(opened({}, {}, 'locker-b.example/C-42'));
    const both = folder({ 'a/custody.jsonl': open.file(), 'a/EX-1': IMAGE, 'b/custody.jsonl': second.file() });
    const heads = ['--expect-head', head, '--expect-head', `sha256:${second.head()}`];
    expect(verify(both, ...BY_KEY, ...heads).code).toBe(0);
    const missed = verify(folder(set), ...BY_KEY, ...heads);
    expect([missed.code, missed.reasons]).toEqual([4, ['evidence-absent']]);
  });

  it('--witness and --witness-threshold: whose cosignatures prove times, and how many must have', () => {
    const witness = { name: 'witness.example', key: edKey('custody witness') };
    const cosigned = closed(handed());
    const note = cosigned.note(5, { ...witness, time: '2026-02-01T18:00:00Z' });
    const files = { 'custody.jsonl': cosigned.file(), 'evidence/EX-1': IMAGE, 'checkpoints/5.note': note };
    const key = ['--witness', verifierKey(witness.name, witness.key, 4)];
    expect(verify(folder(files), ...BY_KEY).stdout).toContain('"anchored":0');
    expect(verify(folder(files), ...BY_KEY, ...key).stdout).toContain('"anchored":5');
    const short = verify(folder(files), ...BY_KEY, ...key, '--witness-threshold', '2');
    expect([short.code, short.reasons[0]]).toEqual([3, 'custody-witness-quorum']);
    expect(verify(folder(files), ...BY_KEY, ...key, '--witness-threshold', '1').code).toBe(0);
  });

  it('--log-key goes before what the log says of its own key', () => {
    const files = { ...SET, 'checkpoints/5.note': log.note() };
    expect(verify(folder(files), ...BY_KEY, '--log-key', verifierKey(ORIGIN, log.logKey)).code).toBe(0);
    const other = verifierKey(ORIGIN, edKey('another log key'));
    const refused = verify(folder(files), ...BY_KEY, '--log-key', other);
    expect([refused.code, refused.reasons[0]]).toEqual([3, 'checkpoint-unsigned']);
  });

  it('a flag about custody logs wants one', () => {
    const { code, stderr } = runJson(['verify', KEY, '--expect-head', head, ...BY_KEY], { cwd: ROOT });
    expect([code, stderr]).toEqual([64, expect.stringContaining('--expect-head')]);
  });

  it('--known-at judges what was known then, and is no answer for other evidence', () => {
    const stamped = holding().anchor(alice, '2026-02-01T12:30:00Z');
    const more = stamped.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const files = { 'custody.jsonl': more.file(), 'evidence/EX-1': IMAGE };
    const then = ['--known-at', '2026-02-01T13:00:00Z'];
    const found = verify(folder(files), ...BY_KEY, ...TRUST, ...then);
    expect([found.code, found.reasons]).toEqual([1, ['custody-end-open']]);
    expect(found.report).toMatchObject({ knownAt: '2026-02-01T13:00:00Z' });
    expect(found.report!.items[0]).toMatchObject({ custody: { lines: 2, linesOfFile: 4 } });
    expect(found.stdout).toContain('of custody logs, only what is proven to have existed at 2026-02-01T13:00:00Z');
    // Now, it is on its way; before it was stamped, nothing was known.
    expect(verify(folder(files), ...BY_KEY, ...TRUST).reasons).toContain('custody-in-transit');
    const early = verify(folder(files), ...BY_KEY, ...TRUST, '--known-at', '2026-02-01T12:20:00Z');
    expect(early.reasons).toContain('custody-log-empty');
    const good = join(PROJECT, 'fixtures/cases/dsse-jsonl');
    const other = runJson(
      [
        'verify',
        good,
        folder(files),
        '--key',
        join(PROJECT, 'fixtures/keys/ed25519.pub.pem'),
        ...BY_KEY,
        ...TRUST,
        ...then,
      ],
      { cwd: ROOT },
    );
    expect(other.reasons).toContain('known-at-unanswered');
    expect(other.code).toBe(3);
  });

  it('--known-at, too, wants a custody log', () => {
    const { code, stderr } = runJson(['verify', KEY, '--known-at', '2026-02-01T13:00:00Z', ...BY_KEY], { cwd: ROOT });
    expect([code, stderr]).toEqual([64, expect.stringContaining('--known-at')]);
    const none = verify(folder({ 'a.txt': 'a' }), ...BY_KEY, '--known-at', '2026-02-01T13:00:00Z');
    expect([none.code, none.reasons]).toContainEqual(expect.arrayContaining(['evidence-absent']));
  });

  it('several threads find the same in a long log', () => {
    const long = holding();
    for (let i = 0; i < 4200; i++) long.add({ type: 'note', by: alice });
    const set = { 'custody.jsonl': closed(long).file(), 'evidence/EX-1': IMAGE };
    const name = folder(set);
    const one = verify(name, ...BY_KEY, '--workers', '1', '--deterministic');
    const two = verify(name, ...BY_KEY, '--workers', '2', '--deterministic');
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
  }, 60_000);

  it('compares files that are named beside a log', () => {
    const name = join(folder(SET), 'custody.jsonl');
    const both = (data: Uint8Array, as = 'EX-1.img') => {
      const image = join(folder({ [as]: data }), as);
      return runJson(['verify', image, name, ...BY_KEY], { cwd: ROOT });
    };
    const good = both(IMAGE);
    expect([good.code, good.reasons]).toEqual([0, []]);
    expect(good.stdout).toContain('"notAtHand":0');
    const bad = both(utf8('another'));
    expect([bad.code, bad.reasons[0]]).toEqual([3, 'custody-item-mismatch']);
    expect([bad.code, bad.reasons]).toEqual([3, ['custody-item-mismatch', 'signature-absent']]);
    // Found by its digest, whatever it is called; of one that the log does not know nothing is said.
    expect(both(IMAGE, '0001.dd').code).toBe(0);
    const stranger = both(utf8('another'), '0002.dd');
    expect([stranger.code, stranger.reasons]).toEqual([3, ['signature-absent']]);
  });

  it('compares a folder that is named beside a log, and misses what it does not have', () => {
    const name = join(folder(SET), 'custody.jsonl');
    const beside = (files: Files) => runJson(['verify', name, folder(files), ...BY_KEY], { cwd: ROOT });
    expect(beside({ 'store/EX-1.img': IMAGE }).code).toBe(0);
    expect(beside({ 'store/EX-1.img': utf8('another') }).reasons[0]).toBe('custody-item-mismatch');
    expect(beside({ 'store/a.txt': 'a' }).reasons[0]).toBe('custody-item-absent');
    // A folder with a log of its own is about that one.
    expect(beside({ ...SET }).code).toBe(0);
  });

  it('compares a file that is named beside a folder with a log, where it is there no more', () => {
    const image = join(folder({ 'EX-1.img': IMAGE }), 'EX-1.img');
    const both = (more: Files) =>
      runJson(['verify', folder({ 'custody.jsonl': log.file(), ...more }), image, ...BY_KEY], { cwd: ROOT });
    expect(both({}).code).toBe(0);
    expect(both({ 'EX-1.img': utf8('another') }).reasons[0]).toBe('custody-item-mismatch');
  });

  it('takes what a log has handed on for no word about a file that is named', () => {
    const away = join(
      folder({
        'custody.jsonl': holding()
          .add({ type: 'dispose', by: alice, objects: [disk()] })
          .file(),
      }),
      'custody.jsonl',
    );
    const image = join(folder({ 'EX-1.img': utf8('another') }), 'EX-1.img');
    expect(runJson(['verify', image, away, ...BY_KEY], { cwd: ROOT }).reasons).not.toContain('custody-item-mismatch');
  });

  it('a log that is named alone is judged, and its items are not asked for', () => {
    const name = join(folder(SET), 'custody.jsonl');
    expect(verify(name, ...BY_KEY).code).toBe(0);
    expect(verify(name, ...AT).reasons).toEqual(['signer-key-unknown']);
  });
});

describe('a custody log in an archive', () => {
  const files: Files = { 'evidence/EX-1': IMAGE, 'custody/custody.jsonl': log.file() };
  const changed: Files = { ...files, 'evidence/EX-1': utf8('another') };
  const asTar = (set: Files) => tar(...Object.entries(set).map(([name, body]) => ({ name, body })));
  const asZip = (set: Files) => zip(Object.entries(set).map(([name, body]) => ({ name, body })));

  it.each([
    ['tar', asTar],
    ['zip', asZip],
  ])('a %s: the log in a folder of its own is about what lies beside that', (kind, write) => {
    expect(verify(file(`good.${kind}`, write(files)), ...BY_KEY).code).toBe(0);
    const bad = verify(file(`bad.${kind}`, write(changed)), ...BY_KEY);
    expect([bad.code, bad.reasons[0]]).toEqual([2, 'custody-item-mismatch']);
  });

  it('a bag with data/custody', () => {
    const bagOf = (set: Files): Files => {
      const payload = Object.entries(set).map(([path, data]) => [`data/${path}`, data as Uint8Array] as const);
      const manifest = payload.map(([path, data]) => `${hex(sha256(data))}  ${path}\n`).join('');
      return {
        ...Object.fromEntries(payload),
        'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
        'manifest-sha256.txt': manifest,
      };
    };
    expect(verify(folder(bagOf(files)), ...BY_KEY).code).toBe(0);
    // A bag that was made again over the changed item is valid: the log says that it is another one.
    const bad = verify(folder(bagOf(changed)), ...BY_KEY);
    expect([bad.code, bad.reasons]).toEqual([2, ['custody-item-mismatch', 'artifact-unattested']]);
    expect(verify(file('bag.tar', asTar(bagOf(files))), ...BY_KEY).code).toBe(0);
  });
});
