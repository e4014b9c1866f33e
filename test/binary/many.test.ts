// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, PROJECT } from '../support/cli.ts';
import { binary, describeBinary, STRACE, scratch, traced } from './support.ts';

const COUNT = 450;
const ASKED = ['--at', '2026-03-01T00:00:00Z', '--key', 'key.pem', '--deterministic', '--output', 'ndjson'];

function manyDocuments(): string {
  const folder = scratch();
  const from = join(PROJECT, 'fixtures/cases/dsse-key-ed25519');
  const good = readFileSync(join(from, 'artifact.dsse.json'), 'utf8');
  mkdirSync(join(folder, 'set'));
  writeFileSync(join(folder, 'key.pem'), readFileSync(join(PROJECT, 'fixtures/keys/ed25519.pub.pem')));
  writeFileSync(join(folder, 'set/artifact.txt'), readFileSync(join(from, 'artifact.txt')));
  for (let i = 0; i < COUNT; i++) writeFileSync(join(folder, `set/e${i}.json`), `${good}${' '.repeat(i)}\n`);
  return folder;
}

describeBinary('K05 · several threads of the binary', () => {
  it('open no socket, start nothing, and write nothing', () => {
    const folder = manyDocuments();
    const calls =
      '%network,execve,fork,vfork,unlink,mkdir,rename,link,symlink,truncate,creat,openat,open,openat2,clone3,clone';
    const run = traced(calls, ['verify', 'set', ...ASKED, '--workers', '2'], folder);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toBe(binary(['verify', 'set', ...ASKED, '--workers', '1'], { cwd: folder }).stdout);
    const names = run.calls.map((call) => /^\w+/.exec(call)![0]);
    const allowed = new Set(['execve', 'open', 'openat', 'openat2', 'clone', 'clone3']);
    expect(names.filter((name) => !allowed.has(name))).toEqual([]);
    expect(names.filter((name) => name === 'execve')).toHaveLength(1);
    const opened = run.calls.filter((call) => /^open/.test(call));
    expect(opened.filter((call) => /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/.test(call))).toEqual([]);
    // Each document was opened twice: for its digest, and by the thread that examined it.
    const set = resolve(folder, 'set');
    const documents = opened.filter((call) => /set\/e\d+\.json"/.test(call));
    expect(documents.length, set).toBe(2 * COUNT);
    const alone = traced('clone3,clone', ['verify', 'set', ...ASKED, '--workers', '1'], folder).calls.length;
    const shared = run.calls.filter((call) => call.startsWith('clone')).length;
    expect(shared).toBeGreaterThan(alone);
  });

  it('write the journal alone where one is named', () => {
    const folder = manyDocuments();
    const asked = ['verify', 'set', ...ASKED, '--workers', '2', '--resume', 'run.journal'];
    const run = traced('%network,openat,open,unlink,rename,link', asked, folder);
    expect(run.code).toBe(0);
    const written = run.calls.filter((call) =>
      /O_WRONLY|O_RDWR|O_CREAT|^(unlink|rename|link|socket|connect)/.test(call),
    );
    expect(written).toEqual([expect.stringMatching(/run\.journal", .*O_RDWR.*O_APPEND.*O_DSYNC.*O_NOFOLLOW/)]);
    expect(statSync(join(folder, 'run.journal')).size).toBeGreaterThan(100_000);
    expect(statSync(BINARY).mode & 0o111).not.toBe(0);
  });
}, [STRACE]);
