// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BINARY, hasBinary, PROJECT, type Run } from '../support/cli.ts';

export const STRACE = '/usr/bin/strace';
export const CASES = join(PROJECT, 'fixtures/cases');

/** A suite about the packaged binary; a visible skip where something that it needs is absent. */
export function describeBinary(name: string, suite: () => void, needs: readonly string[] = []): void {
  const missing = [
    ...(hasBinary ? [] : [`${BINARY}: build it with npm run build:binary`]),
    ...needs.filter((file) => !existsSync(file)),
  ];
  if (missing.length === 0) describe(name, suite);
  else
    describe(name, () => {
      it.skip(`is not at hand: ${missing.join(', ')}`, () => {});
    });
}

export interface Case {
  readonly name: string;
  readonly cwd: string;
  readonly command: readonly string[];
  readonly exitCode: number;
}

export function fixture(name: string): Case {
  const cwd = join(CASES, name);
  return {
    name,
    cwd,
    ...(JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: string[]; exitCode: number }),
  };
}

/** The binary as a user of another system would start it: with the environment that is given, and nothing else. */
export function binary(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Run {
  return ended(
    spawnSync(BINARY, [...args], {
      cwd: options.cwd ?? PROJECT,
      env: options.env ?? {},
      input: options.input ?? '',
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
    }),
  );
}

/** A shell script in which `"$@"` is the binary with these words. */
export function shell(script: string, args: readonly string[], cwd = PROJECT): Run {
  return ended(
    spawnSync('/bin/bash', ['-c', script, 'bash', BINARY, ...args], {
      cwd,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      encoding: 'utf8',
      input: '',
      timeout: 60_000,
    }),
  );
}

/** The lines that strace writes, and the run itself. */
export function traced(
  filter: string,
  args: readonly string[],
  cwd = PROJECT,
  env: Readonly<Record<string, string>> = {},
  stdin = '/dev/null',
): Run & { readonly calls: readonly string[] } {
  const folder = scratch();
  const log = join(folder, 'trace');
  // Files, not pipes: a pipe of Node's is a pair of sockets, which the runtime would ask about.
  const [input, out, err] = [
    openSync(resolve(cwd, stdin), 'r'),
    openSync(join(folder, 'out'), 'w'),
    openSync(join(folder, 'err'), 'w'),
  ];
  const { status, signal } = spawnSync(
    STRACE,
    ['-f', '-qq', '-s', '4096', '-e', `trace=${filter}`, '-o', log, BINARY, ...args],
    {
      cwd,
      env,
      stdio: [input, out, err],
      timeout: 60_000,
    },
  );
  for (const fd of [input, out, err]) closeSync(fd);
  const written = (name: string) => readFileSync(join(folder, name), 'utf8');
  const result = ended({ status, signal, stdout: written('out'), stderr: written('err') });
  return {
    ...result,
    calls: readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /^\d+ +\w+\(/.test(line))
      .map((line) => line.replace(/^\d+ +/, '')),
  };
}

/** Runs the binary until a system call of a kind comes for the nth time, and kills it there; false where it has ended well before that. */
export function killedAt(
  folder: string,
  call: string,
  nth: number,
  paths: readonly string[],
  words: readonly string[],
  stdout: number | 'pipe' = 'pipe',
): boolean {
  const only = paths.flatMap((path) => ['-P', path]);
  const inject = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    ...only,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:signal=KILL:when=${nth}`,
  ];
  const { signal, status } = spawnSync(STRACE, [...inject, BINARY, ...words], {
    cwd: folder,
    env: {},
    stdio: ['ignore', stdout, 'pipe'],
    timeout: 60_000,
  });
  if (signal === 'SIGKILL' || status === 137) return true;
  expect(status).toBe(0);
  return false;
}

const made: string[] = [];
/** A new empty folder, gone when the file's tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fv-binary-'));
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function ended(result: { status: number | null; signal: string | null; stdout: string; stderr: string }): Run {
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}
