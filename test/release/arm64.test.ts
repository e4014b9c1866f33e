// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixture } from '../binary/support.ts';
import { BINARY } from '../support/cli.ts';
import { describeRelease, RELEASE } from './support.ts';

const QEMU = '/usr/bin/qemu-aarch64-static';
/** The libraries of that platform, of Debian's packages for cross-compiling (.ci/run). */
const LIBRARIES = '/usr/aarch64-linux-gnu';
const ARM = join(RELEASE, 'forensic-verify-linux-arm64');

function run(words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(QEMU, ['-L', LIBRARIES, ARM, ...words], {
    cwd,
    env: {},
    encoding: 'utf8',
    timeout: 200_000,
  });
  return { status, stdout, stderr };
}

describeRelease('the binary of linux-arm64, under emulation', () => {
  it('is of that platform, and says nothing but what it is asked', () => {
    const { status, stdout, stderr } = run(['--version'], RELEASE);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/ linux-arm64\n$/);
  });
  it('knows the answers: selftest', () => {
    const { status, stdout, stderr } = run(['selftest'], RELEASE);
    expect(status, stdout + stderr).toBe(0);
  });
  it.each([
    'bundle-v0.3-message',
    'rekor-v2-message',
    'engine-dual',
    'policy-met',
    'zip',
    'artifact-altered--subject-digest-mismatch',
    'timestamp-forged--timestamp-signature',
  ])('says of %s what the binary of linux-x64 says, octet for octet', (name) => {
    const { command, cwd, exitCode } = fixture(name);
    const words = [...command, '--json', '--deterministic'];
    const here = spawnSync(BINARY, words, { cwd, env: {}, encoding: 'utf8' });
    const there = run(words, cwd);
    expect(there.status, there.stderr).toBe(exitCode);
    expect(there.stdout).toBe(here.stdout);
  });
  it('has no network there either', () => {
    const { stdout } = run(['doctor', '--json'], RELEASE);
    const { permissions } = JSON.parse(stdout) as { permissions: { right: string; granted: boolean }[] };
    expect(permissions.filter(({ granted }) => granted).map(({ right }) => right)).toEqual(['fs.read']);
  });
}, [QEMU, join(LIBRARIES, 'lib/libatomic.so.1'), ARM]);
