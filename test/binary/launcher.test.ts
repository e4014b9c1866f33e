// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, PROJECT } from '../support/cli.ts';
import { describeBinary, fixture, scratch } from './support.ts';

const LAUNCHER = join(PROJECT, 'offline-kit/bin/forensic-verify');
const good = fixture('bundle-v0.3-message');
const bad = fixture('artifact-altered--subject-digest-mismatch');

/** The launcher and the binary, side by side as in the kit. */
function kit(): string {
  const folder = scratch();
  copyFileSync(LAUNCHER, join(folder, 'forensic-verify'));
  chmodSync(join(folder, 'forensic-verify'), 0o755);
  try {
    linkSync(BINARY, join(folder, basename(BINARY)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(BINARY, join(folder, basename(BINARY)));
  }
  return folder;
}

function launch(folder: string, words: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const program = join(folder, 'forensic-verify');
  const { status, stdout, stderr } = spawnSync(program, [...words], { cwd, env, encoding: 'utf8', timeout: 60_000 });
  return { code: status, stdout, stderr };
}

describeBinary('K01 · the launcher of the kit', () => {
  const folder = kit();
  it('starts the binary beside it, from wherever it is called, and its exit code is that of the binary', () => {
    for (const one of [good, bad]) expect(launch(folder, one.command, one.cwd).code).toBe(one.exitCode);
    expect(spawnSync('sh', ['forensic-verify', '--version'], { cwd: folder }).status).toBe(0);
    expect(launch(folder, ['check', 'json', 'a b', ''], folder).code).toBe(64);
  });
  it('finds the binary from a link to it, and from a link to a link', () => {
    const elsewhere = scratch();
    mkdirSync(join(elsewhere, 'deep'));
    symlinkSync(join(folder, 'forensic-verify'), join(elsewhere, 'deep/absolute'));
    symlinkSync('deep/absolute', join(elsewhere, 'relative'));
    for (const words of [['./relative'], [join(elsewhere, 'deep/absolute')], ['relative']])
      expect(spawnSync('sh', [...words, '--version'], { cwd: elsewhere }).status).toBe(0);
    expect(spawnSync(join(elsewhere, 'relative'), ['--version'], { cwd: '/' }).status).toBe(0);
  });
  it('hands on nothing of the environment: the report names nothing that was set', () => {
    const env = {
      ...{ NODE_OPTIONS: '--bogus', OPENSSL_CONF: '/nonexistent', LD_PRELOAD: '', HOME: '/tmp', XDG_DATA_HOME: '/tmp' },
      ...{ NODE_REPL_EXTERNAL_MODULE: '/nonexistent', NODE_CHANNEL_FD: '3', PATH: '/nonexistent' },
    };
    const { code, stdout } = launch(folder, [...good.command, '--json'], good.cwd, env);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { run: { environmentIgnored: string[] } }).run.environmentIgnored).toEqual([]);
  });
  it('hands on a secret that is named, and nothing that steers a loader', () => {
    const ask = (names: string) =>
      launch(folder, ['--version'], folder, { FORENSIC_VERIFY_PASS: names, PW: 'x', NODE_OPTIONS: '--bogus' });
    expect(ask('PW').code).toBe(0);
    for (const names of ['NODE_OPTIONS', 'LD_PRELOAD', 'a;b', '1a', 'PW OPENSSL_CONF']) {
      expect(ask(names).code, names).toBe(70);
      expect(ask(names).stderr).toContain('may not name');
    }
  });
});

const chroots = spawnSync('chroot', ['/', 'true'], { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } }).status === 0;

describeBinary('K06 · a system that lacks what the binary needs', () => {
  /** A system of a shell, of what the launcher calls, and of the libraries of the binary. */
  function system(without: RegExp): string {
    const root = scratch();
    const add = (file: string) => {
      mkdirSync(dirname(root + file), { recursive: true });
      copyFileSync(file, root + file);
      chmodSync(root + file, 0o755);
    };
    const librariesOf = (file: string) =>
      spawnSync('ldd', [file], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } }).stdout.match(/\/\S+/g) ?? [];
    for (const file of ['/bin/sh', '/usr/bin/env', '/usr/bin/uname']) add(file);
    const libraries = [BINARY, '/bin/sh', '/usr/bin/env', '/usr/bin/uname'].flatMap(librariesOf);
    for (const file of new Set(libraries))
      if (file.startsWith('/lib') || file.startsWith('/usr/lib')) if (!without.test(file)) add(file);
    mkdirSync(join(root, 'kit'));
    copyFileSync(LAUNCHER, join(root, 'kit/forensic-verify'));
    copyFileSync(BINARY, join(root, 'kit', basename(BINARY)));
    for (const name of ['forensic-verify', basename(BINARY)]) chmodSync(join(root, 'kit', name), 0o755);
    writeFileSync(join(root, 'd.json'), '{}');
    return root;
  }
  const inside = (root: string, words: readonly string[]) => {
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    const run = spawnSync('chroot', [root, '/bin/sh', '/kit/forensic-verify', ...words], { env, encoding: 'utf8' });
    rmSync(join(root, 'kit'), { recursive: true });
    return run;
  };

  it.skipIf(!chroots)('a bare system with the libraries, no /proc, no /etc and no /dev: it works', () => {
    const { status, stderr } = inside(system(/^$/), ['check', 'json', '/d.json', '--quiet']);
    expect([status, stderr]).toEqual([0, '']);
  });
  it.skipIf(!chroots).each([
    ['libatomic', /libatomic/, 'the library libatomic.so.1 is missing: install'],
    ['the library of C++', /libstdc\+\+/, 'the library libstdc++.so.6 is missing'],
  ])('%s is missing: one sentence says so', (_, without, sentence) => {
    const { status, stdout, stderr } = inside(system(without), ['check', 'json', '/d.json']);
    expect(status).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toContain(`forensic-verify: it cannot start here: ${sentence}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
  it('another machine, or no binary beside it', () => {
    const folder = scratch();
    copyFileSync(LAUNCHER, join(folder, 'forensic-verify'));
    chmodSync(join(folder, 'forensic-verify'), 0o755);
    const { code, stderr } = launch(folder, ['--version'], folder);
    expect(code).toBe(70);
    expect(stderr).toMatch(
      /^forensic-verify: it cannot start here: \S+linux-\S+ is not there, or may not be executed\n$/,
    );
    expect(readFileSync(LAUNCHER, 'utf8')).toContain('there is no binary for');
  });
});
