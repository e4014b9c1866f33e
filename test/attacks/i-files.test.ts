// SPDX-License-Identifier: Apache-2.0
// Attacks I08 to I10 and I12: files that change, block, or are not there, and folders made to be walked for ever.
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { loadEngine } from '../../src/crypto/engine.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { readInput } from '../../src/evidence/input.ts';
import { openArchiveMember } from '../../src/evidence/open-archive.ts';
import type { Holding } from '../../src/model/holding.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { HoldingsExamination } from '../../src/verify/examine-holdings.ts';
import { PLAIN_QUESTION } from '../../src/verify/request.ts';
import { FIXTURES, keyOf } from './evidence.ts';
import { judged } from './program.ts';

const base = mkdtempSync(join(tmpdir(), 'fv-files-'));
afterAll(() => {
  chmodSync(base, 0o755);
  rmSync(base, { recursive: true, force: true });
});
let made = 0;
let folder = '';
beforeEach(() => {
  folder = join(base, String(made++));
  mkdirSync(folder);
});

const MIB = 1024 * 1024;
const EVIDENCE = readFileSync(join(FIXTURES, 'cases/dsse-key-ed25519/artifact.dsse.json'));
const ARTIFACT = readFileSync(join(FIXTURES, 'cases/dsse-key-ed25519/artifact.txt'));

async function examined(holding: Holding, meanwhile: () => void = () => {}): Promise<readonly ItemFacts[]> {
  const at = parseRfc3339('2026-03-01T00:00:00Z').time;
  const key = readFileSync(join(FIXTURES, 'keys/ed25519.pub.pem'));
  const examination = new HoldingsExamination({
    holdings: [holding],
    artifacts: [],
    context: {
      ...PLAIN_QUESTION,
      engine: await loadEngine('native', { digestOnly: true }),
      at,
      clockFloor: at,
      roots: [bundledTrustedRoot()],
      keys: [readTrustedKey(key, 'key', null)],
      identity: null,
    },
    ignoresUnsigned: () => false,
    openArchive: openArchiveMember,
  });
  meanwhile();
  const items: ItemFacts[] = [];
  for await (const item of examination.items()) items.push(item);
  return items;
}

const reasonsOf = (items: readonly ItemFacts[]): string[] =>
  items.flatMap(({ checks }) => checks.flatMap((check) => (check.outcome === 'passed' ? [] : [check.reason])));

describe('I08 · special inputs', () => {
  it('a pipe, a device and a socket are refused before an octet is read, and found ones are listed', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [join(folder, 'pipe'), '/dev/zero', '/dev/tty0']) {
      const outcome = await judged(['verify', path, ...keyOf('ed25519')]);
      expect([outcome.code, outcome.reasons.every((reason) => /^input-(unreadable|missing)$/.test(reason))]).toEqual([
        4,
        true,
      ]);
    }
    expect(openDirectory(folder).others).toEqual([{ path: 'pipe', what: 'pipe' }]);
  });
  it('a link is followed where the user named it, and listed where it was found', async () => {
    writeFileSync(join(folder, 'artifact.txt'), ARTIFACT);
    symlinkSync('artifact.txt', join(folder, 'link'));
    writeFileSync(join(folder, 'e.json'), EVIDENCE);
    const named = ['verify', join(folder, 'link'), '--bundle', join(folder, 'e.json'), ...keyOf('ed25519')];
    expect((await judged(named)).code).toBe(0);
    expect(openDirectory(folder).others).toEqual([{ path: 'link', what: 'symbolic link' }]);
  });
});

describe('I10 · a file that changes while it is read', () => {
  const CHANGES: readonly (readonly [what: string, change: (path: string) => void])[] = [
    ['grows', (path) => appendFileSync(path, 'more')],
    ['is cut', (path) => truncateSync(path, 5 * MIB)],
    ['is written over, its length and times those of before', (path) => overwritten(path)],
    ['gives its name to another', (path) => swapped(path)],
  ];

  function overwritten(path: string): void {
    const { atime, mtime } = statSync(path);
    const fd = openSync(path, 'r+');
    writeSync(fd, 'X', 9 * MIB);
    closeSync(fd);
    utimesSync(path, atime, mtime);
  }

  function swapped(path: string): void {
    writeFileSync(`${path}.other`, Buffer.alloc(10 * MIB, 2));
    renameSync(`${path}.other`, path);
  }

  it.each(CHANGES)('in a folder: %s', (_, change) => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, Buffer.alloc(10 * MIB, 1));
    let changed = false;
    const holding = openDirectory(folder, () => {
      if (!changed) change(path);
      changed = true;
    });
    expect(changed).toBe(true);
    expect(holding.checks).toMatchObject([{ id: 'input.read', outcome: 'indeterminate', reason: 'input-changed' }]);
    expect(holding.members.some(({ path: name }) => name === 'large.bin')).toBe(false);
  });

  it.each(CHANGES)('named by itself: %s', (_, change) => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, Buffer.alloc(10 * MIB, 1));
    let changed = false;
    const input = readInput(path, ['sha256'], () => {
      if (!changed) change(path);
      changed = true;
    });
    expect(input).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
  });

  it.each([
    ['evidence that is written over', 'evidence.json', `${EVIDENCE.toString()} `],
    ['evidence of the same length', 'evidence.json', EVIDENCE.toString().replace(/"sig"/, '"sih"')],
    ['evidence that is gone', 'evidence.json', null],
  ])('between its digest and its examination: %s', async (_, name, content) => {
    writeFileSync(join(folder, 'evidence.json'), EVIDENCE);
    writeFileSync(join(folder, 'artifact.txt'), ARTIFACT);
    const path = join(folder, name);
    const items = await examined(openDirectory(folder), () => {
      if (content === null) rmSync(path);
      else writeFileSync(path, content);
    });
    expect(reasonsOf(items)).toContain('input-changed');
    // What was digested is not in the report as evidence that passed.
    expect(items.every(({ kind }) => kind === 'evidence-set')).toBe(true);
  });

  it('hands out no octets but those that were digested', async () => {
    const path = join(folder, 'evidence.json');
    writeFileSync(path, EVIDENCE);
    const holding = openDirectory(folder);
    const [member] = holding.members;
    expect(holding.document(member!)).toMatchObject({ ok: true });
    writeFileSync(path, EVIDENCE.toString().replace('sig', 'gis'));
    expect(holding.document(member!)).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
    expect(holding.digests(member!, ['sha512'])).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
    rmSync(path);
    symlinkSync(join(FIXTURES, 'cases/dsse-key-ed25519/artifact.dsse.json'), path);
    expect(holding.document(member!)).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
  });

  it('under somebody who writes without end is refused, or hands out what was digested alone', async () => {
    const path = join(folder, 'busy.json');
    writeFileSync(path, Buffer.alloc(MIB, 1));
    const script = `const fs = require('node:fs'); const [a, b] = [1, 2].map((o) => Buffer.alloc(${MIB}, o));
      const fd = fs.openSync(process.argv[1], 'r+'); process.stdout.write('x');
      for (let i = 0; ; i++) fs.writeSync(fd, i % 2 ? a : b, 0, a.length, 0);`;
    const writer = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    let refused = 0;
    try {
      for (let i = 0; i < 60; i++) {
        const holding = openDirectory(folder);
        const [member] = holding.members;
        const read = member === undefined ? null : holding.document(member);
        if (read?.ok === true) expect(sha256Hex(read.value)).toBe(member?.digests.get('sha256'));
        else refused++;
        if (member === undefined)
          expect(reasonsOf([{ checks: holding.checks } as ItemFacts])).toEqual(['input-changed']);
        else if (read?.ok === false) expect(read.problem.reason).toBe('input-changed');
      }
    } finally {
      writer.kill('SIGKILL');
      await ended;
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('is not opened a second time by whoever asks for it', async () => {
    // One folder, everything of it read before: its evidence passes, and the changed artifact is not asked for again.
    writeFileSync(join(folder, 'evidence.json'), EVIDENCE);
    writeFileSync(join(folder, 'artifact.txt'), ARTIFACT);
    const items = await examined(openDirectory(folder), () => writeFileSync(join(folder, 'artifact.txt'), 'else'));
    const [item] = items.filter(({ kind }) => kind === 'dsse');
    expect(item?.artifacts[0]?.digests['sha256']).toBe(sha256Hex(ARTIFACT));
  });
});

describe('I12 · folders', () => {
  it('of 100,000 files are counted, every one', async () => {
    const count = 100_000;
    const template = join(folder, 'template');
    writeFileSync(template, '');
    for (let i = 0; i < count; i++) {
      const sub = join(folder, `d${i % 100}`);
      if (i < 100) mkdirSync(sub);
      closeSync(openSync(join(sub, `f${i}`), 'w'));
    }
    rmSync(template);
    const holding = openDirectory(folder);
    expect(holding.members.length).toBe(count);
    expect(holding.checks).toMatchObject([{ outcome: 'passed', facts: { files: count, others: 0 } }]);
    const paths = holding.members.map(({ path }) => Buffer.from(path));
    expect(paths.every((path, i) => i === 0 || Buffer.compare(paths[i - 1]!, path) < 0)).toBe(true);
    // Less than a kilobyte of each is held.
    const held = holding.members.reduce((sum, { head }) => sum + head.length, 0);
    expect(held).toBeLessThan(count * 16);
    const items = await examined(holding);
    expect(items.find(({ kind }) => kind === 'evidence-set')?.checks).toContainEqual(
      expect.objectContaining({ id: 'set.evidence', facts: expect.objectContaining({ files: count }) }),
    );
  });

  it('that lead into themselves are walked once', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync(folder, join(folder, 'a/self'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('/', join(folder, 'root'));
    writeFileSync(join(folder, 'a/b/file'), 'x');
    const holding = openDirectory(folder);
    expect(holding.members.map(({ path }) => path)).toEqual(['a/b/file']);
    expect(holding.others.map(({ path, what }) => [path, what])).toEqual(
      ['a/b/up', 'a/self', 'loop', 'root'].map((path) => [path, 'symbolic link']),
    );
  });

  it('with what cannot be read are refused, and nothing in them is left out in silence', async () => {
    writeFileSync(join(folder, 'evidence.json'), EVIDENCE);
    writeFileSync(join(folder, 'artifact.txt'), ARTIFACT);
    writeFileSync(join(folder, 'secret'), 'x');
    mkdirSync(join(folder, 'closed'));
    writeFileSync(join(folder, 'closed/file'), 'x');
    chmodSync(join(folder, 'secret'), 0);
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(base, 0o755);
    const { seteuid, geteuid } = process;
    const superuser = geteuid?.() === 0;
    // Whoever may read everything is somebody else for a moment.
    if (superuser) seteuid?.(65_534);
    let holding: Holding;
    try {
      holding = openDirectory(folder);
    } finally {
      if (superuser) seteuid?.(0);
      chmodSync(join(folder, 'closed'), 0o755);
    }
    const failed = holding.checks.filter(({ outcome }) => outcome !== 'passed');
    expect(failed.map(({ at }) => at.evidence).sort()).toEqual([join(folder, 'closed'), join(folder, 'secret')]);
    expect(new Set(reasonsOf([{ checks: failed } as unknown as ItemFacts]))).toEqual(new Set(['input-unreadable']));
    const items = await examined(holding);
    const set = items.find(({ kind }) => kind === 'evidence-set');
    expect(set?.checks.filter(({ outcome }) => outcome !== 'passed').length).toBeGreaterThanOrEqual(2);
  });

  it('with pipes, sockets and devices do not block: they are listed', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
    try {
      const holding = openDirectory(folder);
      expect(holding.others.map(({ path, what }) => [path, what])).toEqual([
        ['pipe', 'pipe'],
        ['socket', 'socket'],
      ]);
      expect(holding.members).toEqual([]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('deeper than a path may be long are refused, not cut', () => {
    const before = process.cwd();
    try {
      let length = folder.length;
      process.chdir(folder);
      while (length < LIMITS.pathOctets + 500) {
        mkdirSync('d'.repeat(250));
        process.chdir('d'.repeat(250));
        length += 251;
      }
    } finally {
      process.chdir(before);
    }
    const holding = openDirectory(folder);
    expect(holding.checks.some(({ outcome }) => outcome !== 'passed')).toBe(true);
    expect(holding.members).toEqual([]);
  });

  it('with hidden files, and names that are no UTF-8, are read like others', async () => {
    writeFileSync(join(folder, '.hidden.json'), EVIDENCE);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0x2e, 0x74])]), ARTIFACT);
    const outcome = await judged(['verify', folder, ...keyOf('ed25519'), '--at', '2026-03-01T00:00:00Z']);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('\\\\xff.t');
  });
});
