// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, PROJECT } from '../support/cli.ts';
import type { Step } from '../transcripts/transcript.ts';
import { stepsOfEveryCommand } from './steps.ts';
import { describeBinary, fixture, STRACE, traced } from './support.ts';
import { readCalls, unnamed, WATCHED } from './system-calls.ts';

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

/** The words; of a server also those of its requests; and the signature that lies beside a lockfile by rule. */
function namedBy({ words, stdin }: Step, cwd: string): readonly string[] {
  if (words[0] === 'serve' && stdin !== null)
    return [...readFileSync(join(cwd, stdin), 'utf8').matchAll(/"([^"]+)"/g)].map(([, text]) => text!);
  if (words[0] === 'lockfile') return words.flatMap((word) => [word, `${word}.sig.json`]);
  return words;
}

describeBinary('K05, K03 · what the binary asks of the system', () => {
  for (const [what, args, cwd] of RUNS) {
    it(`${what}: no socket, and no file but those that were named`, () => {
      const { calls, code } = traced(WATCHED, args, cwd);
      expect(code).not.toBeNull();
      const { opened, others } = readCalls(calls, cwd);
      expect(others).toEqual([]);
      expect(opened.filter(({ writing }) => writing)).toEqual([]);
      expect(unnamed(opened, args, cwd)).toEqual([]);
    });
  }

  it.each(stepsOfEveryCommand())('%s: no socket, no other program, no file but those that were named', (_, step) => {
    const cwd = join(PROJECT, step.folder);
    const { calls, code } = traced(WATCHED, step.words, cwd, step.env, step.stdin ?? undefined);
    expect(code).not.toBeNull();
    const { opened, others } = readCalls(calls, cwd);
    expect(others).toEqual([]);
    expect(opened.filter(({ writing }) => writing)).toEqual([]);
    expect(unnamed(opened, namedBy(step, cwd), cwd)).toEqual([]);
  });
}, [STRACE]);

describeBinary('the rights that are baked in', () => {
  it('are those of the build script, and nothing of the environment may add to them', () => {
    const blob = readFileSync(BINARY).subarray(-16 * 1024 * 1024);
    const build = readFileSync(`${PROJECT}/scripts/lib/single-file.ts`, 'utf8');
    const baked = /=> \[([^\]]*)\]/
      .exec(build)![1]!
      .match(/['`]--[^'`]+['`]/g)!
      .map((word) => word.slice(1, -1).replace(/\$\{.*\}/, '/dev/null'));
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
