// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { mirror } from '../../scripts/mint/cases/tuf.ts';
import { type RepositoryPlan, tufRoot } from '../../scripts/mint/tuf.ts';
import { BINARY, PROJECT, unwrapped } from '../support/cli.ts';
import { binary, CASES, describeBinary, STRACE, scratch } from './support.ts';

const AT = ['--at', '2026-03-01T00:00:00Z'];
const importing = (from: string, ...more: readonly string[]) => [
  ...['trust', 'import', from, '--store', 'store', '--domain', 'mint', ...AT, ...more],
];
const FIRST = importing('first', '--root', 'pinned.json');
const NEXT = importing('second');
const LIST = ['trust', 'list', '--store', 'store', ...AT, '--json'];

function put(folder: string, name: string, plan: RepositoryPlan): void {
  for (const [path, data] of Object.entries(mirror(plan))) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  }
}

/** Two states of a repository, and the root that it begins with. */
function desk(): string {
  const folder = scratch();
  put(folder, 'first', {});
  put(folder, 'second', { versions: { timestamp: 2, snapshot: 2, targets: 2 } });
  writeFileSync(join(folder, 'pinned.json'), tufRoot({ version: 1 }));
  return folder;
}

function opened(): string {
  const folder = desk();
  expect(binary(FIRST, { cwd: folder }).code).toBe(0);
  return folder;
}

const index = (folder: string): string => readFileSync(join(folder, 'store/trust-store.json'), 'utf8');
const timestampOf = (folder: string): number =>
  (JSON.parse(index(folder)) as { domains: { mint: { tuf: { timestamp: { version: number } } } } }).domains.mint.tuf
    .timestamp.version;

describeBinary('the trust store of the binary', () => {
  it('is made, renewed, and never set back', () => {
    const folder = opened();
    expect(timestampOf(folder)).toBe(1);
    expect(binary(NEXT, { cwd: folder }).code).toBe(0);
    expect(timestampOf(folder)).toBe(2);
    const after = index(folder);
    const back = binary(importing('first'), { cwd: folder });
    expect(back.code).toBe(3);
    expect(back.stdout).toContain('tuf-rollback');
    expect(index(folder)).toBe(after);
    expect(readdirSync(join(folder, 'store')).sort()).toEqual(['documents', 'trust-store.json']);
  });
  it('writes nothing where it is only asked', () => {
    const folder = opened();
    const before = index(folder);
    expect(binary([...NEXT, '--dry-run'], { cwd: folder }).code).toBe(0);
    expect(index(folder)).toBe(before);
  });
  it('takes the next key from the ring that attest rotate makes', () => {
    const folder = scratch();
    const keys = join(PROJECT, 'fixtures/keys');
    const rotate = ['attest', 'rotate', '--next-id'];
    const ring = binary([
      ...rotate,
      'k1',
      '--next-key',
      `${keys}/ed25519.pub.pem`,
      '--valid-from',
      '2026-01-01T00:00:00Z',
    ]);
    writeFileSync(join(folder, 'ring.json'), ring.stdout);
    const signer = ['--signer', 'key', '--signing-key', `${keys}/ed25519.UNSAFE.pem`, '--at', '2026-02-20T00:00:00Z'];
    const next = ['k2', '--next-key', `${keys}/p256.pub.pem`, '--valid-from', '2026-02-25T00:00:00Z', ...signer];
    const grown = binary([...rotate, ...next, join(folder, 'ring.json')]);
    expect(grown.code, grown.stderr).toBe(0);
    writeFileSync(join(folder, 'grown.json'), grown.stdout);
    const take = (file: string) => ['trust', 'import', file, '--store', 'store', '--domain', 'ring', ...AT];
    expect(binary(take('grown.json'), { cwd: folder }).code).toBe(3);
    expect(binary(take(`${keys}/ed25519.pub.pem`), { cwd: folder }).code).toBe(0);
    expect(binary(take('grown.json'), { cwd: folder }).code).toBe(0);
    const made = join(CASES, 'store-ring');
    const verify = ['verify', 'artifact.txt', '--bundle', 'artifact.dsse.json', '--trust-domain', 'ring', ...AT];
    const words = [...verify, '--trust-store', join(folder, 'store')];
    expect(binary([...words, '--signed-at', '2026-02-26T00:00:00Z'], { cwd: made }).code).toBe(0);
    expect(binary([...words, '--signed-at', '2026-02-24T00:00:00Z'], { cwd: made }).stdout).toContain('key-window');
  });
  it('is used from a medium that cannot be written', () => {
    const folder = opened();
    for (const path of ['store/documents', 'store']) chmodSync(join(folder, path), 0o555);
    const made = join(CASES, 'store-root');
    const { command } = JSON.parse(readFileSync(join(made, 'expect.json'), 'utf8')) as { command: string[] };
    const words = command.map((word) => (word === 'store' ? join(folder, 'store') : word));
    expect(binary(words, { cwd: made }).code).toBe(0);
    expect(binary(LIST, { cwd: folder }).code).toBe(0);
    for (const path of ['store', 'store/documents']) chmodSync(join(folder, path), 0o755);
  });
  it('is written by one at a time', async () => {
    const folder = opened();
    const ends = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<number | null>((resolve) => {
            spawn(BINARY, NEXT, { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe'] })
              .on('close', resolve)
              .stdout.resume();
          }),
      ),
    );
    expect(ends).toEqual([0, 0, 0]);
    expect(timestampOf(folder)).toBe(2);
  });
});

describeBinary('an import that is stopped', () => {
  /** Runs it until a system call comes for the nth time, and does this to it there; false where it never comes. */
  const stoppedAt = (folder: string, call: string, nth: number, what: string): boolean => {
    const inject = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${what}:when=${nth}`];
    const { signal, status } = spawnSync(STRACE, [...inject, BINARY, ...NEXT], {
      cwd: folder,
      env: {},
      timeout: 60_000,
    });
    return signal === 'SIGKILL' || status !== 0;
  };
  it.each(['rename', 'link', 'unlink', 'mkdir'])('at any %s has the old store or the new one', (call) => {
    let stops = 0;
    for (let nth = 1; nth < 12; nth++) {
      const folder = opened();
      if (!stoppedAt(folder, call, nth, 'signal=KILL')) break;
      stops += 1;
      expect([1, 2]).toContain(timestampOf(folder));
      expect(binary(LIST, { cwd: folder }).code).toBe(0);
      const next = binary(NEXT, { cwd: folder });
      expect(next.code, unwrapped(next.stdout + next.stderr)).toBe(0);
      expect(timestampOf(folder)).toBe(2);
    }
    expect(stops).toBeGreaterThan(0);
  });
  it('by a full disk has the old one, and says so', () => {
    const folder = opened();
    const before = index(folder);
    const inject = ['-f', '-qq', '-o', '/dev/null', '-P', join(folder, 'store/trust-store.json.tmp-0')];
    const { status } = spawnSync(
      STRACE,
      [...inject, '-e', 'trace=write', '-e', 'inject=write:error=ENOSPC', BINARY, ...NEXT],
      { cwd: folder, env: {}, timeout: 60_000 },
    );
    expect(status).toBe(74);
    expect(index(folder)).toBe(before);
    expect(readdirSync(join(folder, 'store')).sort()).toEqual(['documents', 'trust-store.json']);
  });
}, [STRACE]);
