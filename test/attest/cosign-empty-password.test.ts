// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, scryptSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretbox } from '@noble/ciphers/salsa.js';
import { expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const keyFile = join(folder, 'cosign.key');
const pem = readFileSync(join(PROJECT, 'fixtures/keys/p256.UNSAFE.pem'));

/** A key file as `cosign generate-key-pair` writes it where the password is empty, with a lower cost. */
function cosignKey(): string {
  const [salt, nonce] = [new Uint8Array(32).fill(7), new Uint8Array(24).fill(9)];
  const params = { N: 1024, r: 8, p: 1 };
  const key = Uint8Array.from(scryptSync('', salt, 32, params));
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const box = {
    kdf: { name: 'scrypt', params, salt: text(salt) },
    cipher: { name: 'nacl/secretbox', nonce: text(nonce) },
    ciphertext: text(secretbox(key, nonce).seal(Uint8Array.from(der))),
  };
  const label = 'ENCRYPTED SIGSTORE PRIVATE KEY';
  return `-----BEGIN ${label}-----\n${text(Buffer.from(JSON.stringify(box))).replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
}
writeFileSync(keyFile, cosignKey());

it.each([
  ['a variable that is set, and empty', 'env:COSIGN_PASSWORD', { COSIGN_PASSWORD: '' }, 0],
  ['an empty file', join(folder, 'empty'), {}, 0],
  ['a line that is empty', join(folder, 'line'), {}, 0],
  ['a variable that is not set', 'env:COSIGN_PASSWORD', {}, 64],
  ['another password', 'env:COSIGN_PASSWORD', { COSIGN_PASSWORD: 'x' }, 64],
])('a cosign key without a password, opened by %s', (_, source, env, code) => {
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'line'), '\n');
  const statement = join(PROJECT, 'offline-kit/samples/job.statement.json');
  const words = ['attest', 'sign', statement, '--signer', 'cosign', '--signing-key', keyFile, '--passphrase', source];
  const made = runAllowed(words, env);
  expect(made.code, made.stderr).toBe(code);
  if (code !== 0) return;
  const envelope = join(folder, 'made.json');
  const key = join(folder, 'cosign.pub');
  writeFileSync(envelope, made.stdout);
  writeFileSync(key, createPublicKey(pem).export({ format: 'pem', type: 'spki' }));
  expect(run(['check', 'dsse', envelope, '--key', key]).code).toBe(0);
});

it('an empty shared secret is none', () => {
  const statement = join(PROJECT, 'offline-kit/samples/job.statement.json');
  const words = ['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', 'env:SECRET'];
  expect(runAllowed(words, { SECRET: '' }).code).toBe(64);
});
