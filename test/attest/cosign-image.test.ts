// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, scryptSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { secretbox } from '@noble/ciphers/salsa.js';
import { expect, it } from 'vitest';
import { digest, image, layoutFiles, referrer } from '../../scripts/mint/oci.ts';
import { run, runJson } from '../support/cli.ts';
import { scratch } from './support.ts';

const folder = scratch();
const PASSWORD = 'a password of this test';

/** A key pair as `cosign generate-key-pair` writes it. */
function cosignKeyPair(name: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [salt, nonce, N] = [Buffer.alloc(32, 7), Buffer.alloc(24, 9), 32768];
  const key = scryptSync(PASSWORD, salt, 32, { N, r: 8, p: 1, maxmem: 128 * 1024 * 1024 });
  const box = secretbox(key, nonce).seal(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const document = {
    kdf: { name: 'scrypt', params: { N, r: 8, p: 1 }, salt: salt.toString('base64') },
    cipher: { name: 'nacl/secretbox', nonce: nonce.toString('base64') },
    ciphertext: Buffer.from(box).toString('base64'),
  };
  const body = Buffer.from(JSON.stringify(document))
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  const label = 'ENCRYPTED SIGSTORE PRIVATE KEY';
  writeFileSync(join(folder, `${name}.key`), `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`);
  writeFileSync(join(folder, `${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
}
cosignKeyPair('cosign');
cosignKeyPair('other');

/** A dummy image in a layout, with what is attached to it. */
function layout(name: string, bundle: object): string {
  const one = image('amd64');
  const files = layoutFiles([one, referrer(one, bundle as never)]);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), bytes);
  }
  return join(folder, name);
}

const env = { COSIGN_PASSWORD: PASSWORD };
const [, hex] = digest(image('amd64')).split(':');
const statement = join(folder, 'statement.json');
writeFileSync(join(folder, 'predicate.json'), '{}');
writeFileSync(
  statement,
  run([
    ...['attest', 'build', '--subject', `registry.example/app@sha256:${hex}`],
    ...['--predicate-file', join(folder, 'predicate.json'), '--type', 'https://sigstore.dev/cosign/sign/v1'],
  ]).stdout,
);
const sign = (passphrase: string, signEnv: Record<string, string> = env) =>
  run(
    [
      ...['attest', 'sign', statement, '--signer', 'cosign', '--signing-key', join(folder, 'cosign.key')],
      ...['--passphrase', passphrase, '-o', 'bundle'],
    ],
    { env: signEnv },
  );
const made = sign('env:COSIGN_PASSWORD');
const signed = layout('signed', JSON.parse(made.stdout));
const altered = JSON.parse(made.stdout);
altered.dsseEnvelope.signatures[0].sig = `MEUC${altered.dsseEnvelope.signatures[0].sig.slice(4)}`.replace(
  /.{6}$/,
  'AAAAAA',
);
const warn = join(folder, 'warn.yaml');
writeFileSync(warn, 'policy: forensic-verify/policy@v1\nname: warn\nattest_mode: record\nfallback: warn\n');
const words = (where: string, key: string, ...more: string[]) => [
  ...['verify', '--oci-layout', where, `sha256:${hex}`, '--key', join(folder, `${key}.pub`)],
  ...['--at', '2026-03-01T00:00:00Z', ...more],
];

it('a dummy image that is signed with a cosign key verifies, in strict mode too', () => {
  expect(made.code, made.stderr).toBe(0);
  const strict = runJson(words(signed, 'cosign', '--strict'));
  expect([strict.code, strict.report?.verdict.decision]).toEqual([0, 'accept']);
  expect(strict.report?.items.some(({ indication }) => indication === 'TOTAL-PASSED')).toBe(true);
});

it('another key is refused in strict mode, and warned of in warn mode', () => {
  const strict = runJson(words(signed, 'other', '--strict'));
  expect([strict.code, strict.report?.verdict.decision]).toEqual([3, 'reject']);
  expect(strict.reasons).toContain('signature-mismatch');
  const lax = runJson(words(signed, 'other', '--policy', warn));
  expect([lax.code, lax.report?.verdict.decision]).toEqual([1, 'warn']);
  expect(lax.reasons).toContain('signature-mismatch');
  // --strict wins over a policy that relaxes.
  expect(run(words(signed, 'other', '--policy', warn, '--strict')).code).toBe(3);
});

it('a signature that was altered is refused', () => {
  expect(run(words(layout('altered', altered), 'cosign')).code).toBe(3);
});

it('a wrong password is told as one, and stands nowhere', () => {
  const wrong = sign('env:COSIGN_PASSWORD', { COSIGN_PASSWORD: 'hunter2-of-this-test' });
  expect([wrong.code, wrong.stdout]).toEqual([64, '']);
  expect(wrong.stderr.replace(/\s+/g, ' ')).toContain('the password is wrong, or the file is damaged');
  expect(wrong.stderr).not.toContain('hunter2');
  // What is not sealed as it should be is no key either.
  const key = readFileSync(join(folder, 'cosign.key'), 'utf8');
  writeFileSync(join(folder, 'cosign.key'), key.replace('SIGSTORE', 'OTHER').replace('SIGSTORE', 'OTHER'));
  expect(sign('env:COSIGN_PASSWORD').stderr.replace(/\s+/g, ' ')).toContain('not the label of a cosign key');
  writeFileSync(join(folder, 'cosign.key'), key);
});
