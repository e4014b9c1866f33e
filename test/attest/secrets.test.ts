// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const SECRET = 'correct-horse-battery-staple-0123456789';
const PASSPHRASE = 'passphrase-of-this-test';
const plain = join(PROJECT, 'fixtures/keys/p256.UNSAFE.pem');
const sealed = join(folder, 'sealed.pem');
execFileSync('openssl', [
  'pkcs8',
  '-topk8',
  '-v2',
  'aes-256-cbc',
  '-in',
  plain,
  '-out',
  sealed,
  '-passout',
  `pass:${PASSPHRASE}`,
]);
/** What of a private key could be told: the lines of its PEM. */
const KEY_LINES = [...readFileSync(plain, 'utf8').split('\n'), ...readFileSync(sealed, 'utf8').split('\n')].filter(
  (line) => line.length > 16 && !line.includes('-----'),
);
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const RUNS: readonly (readonly [string, readonly string[], Record<string, string>])[] = [
  ['a secret', ['--signer', 'hmac', '--hmac-key', 'env:S'], { S: SECRET }],
  ['a secret that is too short', ['--signer', 'hmac', '--hmac-key', 'env:S'], { S: SECRET.slice(0, 31) }],
  ['a secret in a file', ['--signer', 'hmac', '--hmac-key', file('secret', SECRET)], {}],
  ['a key', ['--signer', 'key', '--signing-key', plain], {}],
  ['a sealed key', ['--signer', 'key', '--signing-key', sealed, '--passphrase', 'env:P'], { P: PASSPHRASE }],
  ['a wrong passphrase', ['--signer', 'key', '--signing-key', sealed, '--passphrase', 'env:P'], { P: SECRET }],
  [
    'a key that is cut',
    ['--signer', 'key', '--signing-key', file('cut', readFileSync(plain, 'utf8').slice(0, 150))],
    {},
  ],
  ['a key as a cosign key', ['--signer', 'cosign', '--signing-key', plain, '--passphrase', 'env:P'], { P: PASSPHRASE }],
  ['a key as a statement', ['--signer', 'key', '--signing-key', sample], {}],
  ['a claim that is not made', ['--signer', 'key', '--signing-key', plain, '--require-claim', '/absent'], {}],
];

it.each(RUNS)('%s stands in no output, report or error', (_what, words, env) => {
  for (const more of [[], ['--json']]) {
    const { stdout, stderr } = runAllowed(['attest', 'sign', sample, ...words, ...more], env);
    for (const text of [SECRET.slice(0, 31), PASSPHRASE, ...KEY_LINES]) {
      expect(stdout).not.toContain(text);
      expect(stderr.replace(/\n {2}/g, '')).not.toContain(text);
    }
  }
});

describe('the audit log', () => {
  const AUDIT_PASSPHRASE = 'passphrase-of-the-audit-key';
  const log = join(folder, 'audit.jsonl');
  const audited = join(folder, 'audit.pem');
  const ed = join(PROJECT, 'fixtures/keys/ed25519.UNSAFE.pem');
  const sealing = ['pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-in', ed, '-out', audited];
  execFileSync('openssl', [...sealing, '-passout', `pass:${AUDIT_PASSPHRASE}`]);
  const AUDIT = ['--audit-log', log, '--audit-key', audited, '--audit-passphrase', 'env:A'];
  const opened = runAllowed([
    ...['custody', 'open', log, '--origin', 'l.example/s', '--case', 's', '--actor', 'ann', '--role', 'custodian'],
    ...[
      '--signing-key',
      ed,
      '--checkpoint-key',
      join(PROJECT, 'fixtures/keys/ed25519.pub.pem'),
      '--purpose',
      'signings',
    ],
  ]);

  it.each(RUNS)('of %s has no secret in it, nor has what is told beside it', (_what, words, env) => {
    expect(opened.code, opened.stderr).toBe(0);
    const before = readFileSync(log, 'utf8').length;
    const run = runAllowed(['attest', 'sign', sample, ...words, ...AUDIT], { ...env, A: AUDIT_PASSPHRASE });
    const lines = readFileSync(log, 'utf8').slice(before).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const payload = Buffer.from(JSON.parse(lines[0]!).payload, 'base64').toString();
    const sealedLines = readFileSync(audited, 'utf8')
      .split('\n')
      .filter((line) => line.length > 16 && !line.includes('-'));
    for (const text of [SECRET.slice(0, 31), PASSPHRASE, AUDIT_PASSPHRASE, ...KEY_LINES, ...sealedLines])
      expect(`${payload}${run.stdout}${run.stderr.replace(/\n {2}/g, '')}`).not.toContain(text);
  });

  it('is not written under a wrong passphrase, which is told nowhere', () => {
    const before = readFileSync(log, 'utf8');
    const words = ['attest', 'sign', sample, '--signer', 'key', '--signing-key', plain, ...AUDIT];
    const run = runAllowed(words, { A: SECRET });
    expect([run.code, run.stdout]).toEqual([64, '']);
    expect(run.stderr.replace(/\n {2}/g, '')).not.toContain(SECRET);
    expect(readFileSync(log, 'utf8')).toBe(before);
  });
});

it('no list of processes shows a secret', async () => {
  const seen: string[] = [];
  const watcher = spawn('sh', ['-c', 'while :; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "; done']);
  watcher.stdout.on('data', (text: Buffer) => seen.push(text.toString('latin1')));
  for (const [, words, env] of RUNS)
    await new Promise((resolve) => {
      const program = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), 'attest', 'sign', sample, ...words], {
        env: { PATH: '/usr/bin:/bin', ...env },
        stdio: 'ignore',
      });
      program.once('exit', resolve);
    });
  watcher.kill('SIGKILL');
  const all = seen.join('');
  expect(all).toContain('attest sign');
  for (const text of [SECRET.slice(0, 31), PASSPHRASE, ...KEY_LINES]) expect(all).not.toContain(text);
});

it('a secret on the command line is a file that is not there', () => {
  const { code, stderr } = runAllowed(['attest', 'sign', sample, '--signer', 'hmac', '--hmac-key', SECRET]);
  expect(code).toBe(64);
  expect(stderr.replace(/\s+/g, '')).not.toContain(SECRET);
});
