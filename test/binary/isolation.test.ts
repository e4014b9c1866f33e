// SPDX-License-Identifier: Apache-2.0
import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, PROJECT } from '../support/cli.ts';
import { describeBinary, fixture, STRACE, traced } from './support.ts';

/** A pass, failures, a usage error, help, and single steps: each without a socket, and without a file that nobody named. */
const RUNS: readonly (readonly [what: string, args: readonly string[], cwd: string])[] = [
  ...[
    'bundle-v0.3-message',
    'rekor-v2-dsse',
    'dsse-key-rsa2048',
    'artifact-altered--subject-digest-mismatch',
    'entry-of-another-key--log-entry-mismatch',
    'bundle--input-missing',
    'engine-dual',
    'check-timestamp',
    'check-chain',
    'check-mac',
    'check-sct',
    'check-canonical',
    'selftest-vector',
    'registry-signature',
    'verify-bundle-protocol',
    'inspect-bundle',
  ].map((name) => [name, fixture(name).command, fixture(name).cwd] as const),
  [
    'the bundled root',
    [...fixture('bundle-v0.3-message').command.filter((word) => !/trusted-root/.test(word)), '--json'],
    fixture('bundle-v0.3-message').cwd,
  ],
  ['a usage error', ['verify', '--bogus'], PROJECT],
  ['an unknown command', ['verfy'], PROJECT],
  ['--help', ['--help'], PROJECT],
  ['verify --help', ['verify', '--help'], PROJECT],
  ['--version', ['--version'], PROJECT],
  ['explain', ['explain', 'key-weak'], PROJECT],
  ['no words', [], PROJECT],
];

/** What a process of this runtime opens whatever it does: loader, itself, its limits. */
const OWN = [
  /^\/etc\/ld\.so\.(cache|preload)$/,
  /^\/(usr\/)?lib(64)?\/.*\.so(\.\d+)*$/,
  /^\/dev\/null$/,
  /^\/proc\/self\/(maps|cgroup|stat|status|exe|mountinfo|mounts|auxv)$/,
  /^\/proc\/(meminfo|cpuinfo|stat|version_signature|sys\/vm\/overcommit_memory)$/,
  /^\/sys\/fs\/cgroup\//,
  /^\/sys\/devices\/system\/cpu\//,
  /^\/sys\/kernel\/mm\/transparent_hugepage\//,
  /^\/etc\/localtime$/,
  /^\/usr\/share\/zoneinfo\//,
];

describeBinary('K05, K03 · what the binary asks of the system', () => {
  for (const [what, args, cwd] of RUNS) {
    it(`${what}: no socket, and no file but those that were named`, () => {
      const { calls, code } = traced(
        '%network,open,openat,openat2,execve,fork,vfork,unlink,unlinkat,mkdir,mkdirat,rename,renameat,renameat2,creat,symlink,link,linkat,truncate',
        args,
        cwd,
      );
      expect(code).not.toBeNull();
      expect(calls.filter((call) => !/^(open|openat|openat2|execve)\(/.test(call))).toEqual([]);
      expect(calls.filter((call) => call.startsWith('execve('))).toHaveLength(1);
      const opened = calls.flatMap(
        (call) => /^open\w*\((?:[A-Z_]+, )?"([^"]+)", ([A-Z_|0-9]+)/.exec(call)?.slice(1, 3) ?? [],
      );
      const named = new Set([realpathSync(BINARY), BINARY, ...args.map((word) => resolve(cwd, word))]);
      const others: string[] = [];
      for (let i = 0; i < opened.length; i += 2) {
        const path = opened[i]!;
        expect(opened[i + 1], path).not.toMatch(/O_WRONLY|O_CREAT|O_TRUNC|O_APPEND/);
        if (!named.has(resolve(cwd, path)) && !OWN.some((pattern) => pattern.test(path))) others.push(path);
      }
      expect(others).toEqual([]);
    });
  }
}, [STRACE]);

describeBinary('the rights that are baked in', () => {
  it('are those of the build script, and nothing of the environment may add to them', () => {
    const blob = readFileSync(BINARY).subarray(-16 * 1024 * 1024);
    const build = readFileSync(`${PROJECT}/scripts/build-binary.ts`, 'utf8');
    const baked = /EXEC_ARGV = \[([^\]]*)\]/
      .exec(build)![1]!
      .match(/'(--[^']+)'/g)!
      .map((word) => word.slice(1, -1));
    expect(baked).toEqual(
      expect.arrayContaining(['--permission', '--allow-fs-read=*', '--openssl-config=/dev/null', '--disable-sigusr1']),
    );
    expect(build).toContain("execArgvExtension: 'none'");
    // They stand in the file itself, in this order, each behind its length.
    const whole = blob.includes('--openssl-config=/dev/null') ? blob : readFileSync(BINARY);
    let at = -1;
    for (const word of baked) {
      const next = whole.indexOf(word, at + 1);
      expect(next, word).toBeGreaterThan(-1);
      at =
        word === '--permission'
          ? whole.indexOf('--permission', whole.indexOf('--openssl-config=/dev/null') - 200)
          : next;
    }
  });
});
