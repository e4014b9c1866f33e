// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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

it('a secret on the command line is a file that is not there', () => {
  const { code, stderr } = runAllowed(['attest', 'sign', sample, '--signer', 'hmac', '--hmac-key', SECRET]);
  expect(code).toBe(64);
  expect(stderr.replace(/\s+/g, '')).not.toContain(SECRET);
});
