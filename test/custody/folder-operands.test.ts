// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hex, sha256, utf8 } from '../../scripts/mint/bytes.ts';
import { keyid, stamp } from '../../scripts/mint/custody.ts';
import { tar } from '../../scripts/mint/tar.ts';
import { zip } from '../../scripts/mint/zip.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { alice, closed, holding } from './people.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'custody-folder-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;
const write = (path: string, data: string | Uint8Array): string => {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), data);
  return path;
};
function folder(name: string, files: Files): string {
  for (const [path, data] of Object.entries(files)) write(join(name, path), data);
  return name;
}

const log = closed(holding());
const note = log.note();
const SIDE: Files = {
  'custody.jsonl': log.file(),
  'checkpoints/3.note': note,
  'timestamps/3.tsr': stamp(utf8(note), '2026-02-01T18:00:00Z'),
};
const under = (prefix: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${prefix}${path}`, data]));
const IMAGE = utf8('the disk of the fixtures');
const BAG: Files = (() => {
  const payload: Files = { ...under('data/custody/', SIDE), 'data/EX-1': IMAGE };
  const manifest = Object.entries(payload).map(
    ([path, data]) => `${hex(sha256(typeof data === 'string' ? utf8(data) : data))}  ${path}\n`,
  );
  return {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': manifest.join(''),
    ...payload,
  };
})();
const entries = (files: Files) =>
  Object.entries(files).map(([name, body]) => ({ name, body: typeof body === 'string' ? utf8(body) : body }));

const KEY = write('opener.pub.pem', alice.key.publicPem);
const TRUST = [
  ...['--key', KEY, '--at', '2026-03-01T00:00:00Z'],
  ...['--trusted-root', join(PROJECT, 'fixtures/shared/trusted-root.json')],
];
const ask = (...words: readonly string[]) => runJson([...words, ...TRUST], { cwd: ROOT });

const PLACES: readonly (readonly [string, string])[] = [
  ['a folder', folder('plain', { ...SIDE, 'EX-1': IMAGE })],
  ['a bag', folder('bag', BAG)],
  ['a tar', write('case.tar', tar(...entries(BAG)))],
  ['a zip', write('case.zip', zip(entries(SIDE)))],
];

describe('a place that a custody log lies in', () => {
  it.each(PLACES)('%s is opened with the checkpoints and tokens beside the log', (_, place) => {
    const verified = ask('custody', 'verify', place);
    expect([verified.code, verified.reasons]).toEqual([0, []]);
    expect(verified.report!.items[0]).toMatchObject({ custody: { anchored: 3 } });
    const replayed = ask('replay', place, '--item', 'EX-1');
    expect(replayed.code).toBe(0);
    expect(replayed.stdout).toContain('2026-02-01T18:00:01Z');
    const assumed = ask('what-if', place, '--assume-compromised', `${keyid(alice.key)}@2026-02-01T19:00:00Z`);
    expect([assumed.code, assumed.reasons]).toEqual([0, []]);
    const early = ask('what-if', place, '--assume-compromised', `${keyid(alice.key)}@2026-02-01T17:00:00Z`);
    expect(early.reasons).toEqual(['assumed-compromise-undecided']);
  });

  it('names what it has read there, and reads nothing else of a folder', () => {
    const { report } = JSON.parse(ask('replay', 'plain').stdout);
    const names = (report.inputs as { name: string }[]).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('plain/'))).toEqual([
      'plain/custody.jsonl',
      'plain/checkpoints/3.note',
      'plain/timestamps/3.tsr',
    ]);
  });

  it('may hold several logs, which are joined, and lie beside others', () => {
    const two = folder('two', { 'a/custody.jsonl': log.file(), 'b/custody.jsonl': log.file() });
    expect(ask('custody', 'verify', two).report!.items.map(({ name }) => name)).toEqual([
      'two/a/custody.jsonl',
      'two/b/custody.jsonl',
    ]);
    const csv = write('ws.csv', 'message,datetime,timestamp_desc\nlogged on,2026-02-01T12:00:00+00:00,Logon\n');
    expect(ask('replay', two, csv, '--clock', 'ws.csv=PT1S@2026-02-01T12:00:00Z~PT1H').code).toBe(0);
  });

  it('is refused where what lies there is wrong', () => {
    const other = closed(holding({ maxSilence: 'PT1S' })).note();
    const wrong = folder('wrong', { ...SIDE, 'checkpoints/3.note': other });
    expect(ask('custody', 'verify', wrong).reasons).toContain('custody-checkpoint-root');
    expect(ask('replay', wrong).code).toBe(2);
    const none = run(['replay', folder('none', { 'a.txt': 'a' }), ...TRUST], { cwd: ROOT });
    expect([none.code, none.stderr]).toEqual([64, expect.stringContaining('holds no custody.jsonl')]);
    const bytes = tar(...entries(BAG));
    const torn = ask('custody', 'verify', write('torn.tar', bytes.subarray(0, 700)));
    expect(torn.code).toBe(3);
    expect(torn.report!.items[0]!.name).toBe('torn.tar');
  });
});
