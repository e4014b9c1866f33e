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
