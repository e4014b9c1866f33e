// SPDX-License-Identifier: Apache-2.0
import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { describe, expect, it } from 'vitest';
import { openSigner, signBlob } from '../../src/index.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { runAllowed, scratch, utf8Of } from './support.ts';

const folder = scratch();
const at = (name: string) => join(folder, name);
const keyFile = (name: string) => join(PROJECT, 'fixtures/keys', name);
const BLOB = Buffer.from([0, 1, 2, 0xff, 0x0a, ...Buffer.from('an image, and no text')]);
writeFileSync(at('app.bin'), BLOB);
writeFileSync(at('other.bin'), 'another file');

const sign = (name: string, file = 'app.bin', more: readonly string[] = []) => [
  ...['attest', 'blob', at(file), '--signer', 'key', '--signing-key', keyFile(`${name}.UNSAFE.pem`), ...more],
];
function bundled(name: string, more: readonly string[] = []): { file: string; text: string } {
  const made = run(sign(name, 'app.bin', more));
  expect(made.code, made.stderr).toBe(0);
  const file = at(`${name}.sigstore.json`);
  writeFileSync(file, made.stdout);
  return { file, text: made.stdout };
}
const judged = (artifact: string, file: string, name: string, engine = 'native') =>
  runJson(['verify', artifact, '--bundle', file, '--key', keyFile(`${name}.pub.pem`), '--engine', engine]);
const hex = (hash: string) => createHash(hash).update(BLOB).digest('hex');

describe('a bundle over a file', () => {
  it('has the shape that cosign gives it', () => {
    const { text } = bundled('p256');
    const spki = createPublicKey(readFileSync(keyFile('p256.pub.pem'))).export({ type: 'spki', format: 'der' });
    expect(JSON.parse(text)).toEqual({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: createHash('sha256').update(BLOB).digest('base64') },
        signature: expect.stringMatching(/^MEU|^MEQ|^MEY/),
      },
      verificationMaterial: { publicKey: { hint: createHash('sha256').update(spki).digest('base64') } },
    });
  });

  it.each(['ed25519', 'p256', 'p384', 'p521', 'rsa2048'])('by %s verifies here with every engine', (name) => {
    const { file } = bundled(name);
    for (const engine of name === 'rsa2048' ? ['native', 'dual'] : ['native', 'noble', 'dual'])
      expect(judged(at('app.bin'), file, name, engine).code, engine).toBe(0);
    expect(judged(at('other.bin'), file, name).code).toBe(2);
    expect(judged(at('app.bin'), file, name === 'p256' ? 'p384' : 'p256').code).toBe(3);
  });

  it('verifies by the digest alone, where the scheme hashes first', () => {
    expect(judged(`sha256:${hex('sha256')}`, bundled('p256').file, 'p256').code).toBe(0);
    expect(judged(`sha384:${hex('sha384')}`, bundled('p384').file, 'p384').code).toBe(0);
    const open = judged(`sha256:${hex('sha256')}`, bundled('ed25519').file, 'ed25519');
    expect([open.code, open.reasons]).toEqual([4, ['signed-data-needed']]);
  });

  const theirs = (name: string) =>
    new Verifier(
      toTrustMaterial(
        { mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] },
        () => ({ publicKey: createPublicKey(readFileSync(keyFile(`${name}.pub.pem`))), validFor: () => true }),
      ),
      { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 },
    );

  it.each([
    ['p256', []],
    ['p384', []],
    ['p521', []],
    ['rsa2048', []],
    ['p384', ['--key-scheme', 'ecdsa-p384-sha256']],
  ] as const)('by %s verifies in @sigstore/verify, and not over another file', (name, more) => {
    const { text } = bundled(name, more);
    const verifier = theirs(name);
    const bundle = bundleFromJSON(JSON.parse(text));
    expect(verifier.verify(toSignedEntity(bundle, BLOB)).key).toBeDefined();
    expect(() => verifier.verify(toSignedEntity(bundle, Buffer.from('another file')))).toThrow();
  });

  it('by Ed25519 is beyond @sigstore/verify, which hashes every file first', () => {
    const bundle = bundleFromJSON(JSON.parse(bundled('ed25519').text));
    expect(() => theirs('ed25519').verify(toSignedEntity(bundle, BLOB))).toThrow('signature verification failed');
  });

  it('is altered nowhere without being refused', () => {
    const { text } = bundled('ed25519');
    const { messageSignature, ...rest } = JSON.parse(text) as {
      messageSignature: { messageDigest: object; signature: string };
    };
    const wrong = Buffer.from(messageSignature.signature, 'base64');
    wrong[3]! ^= 1;
    const put = (value: object) => {
      writeFileSync(at('altered.json'), JSON.stringify({ ...rest, messageSignature: value }));
      return at('altered.json');
    };
    const signature = wrong.toString('base64');
    expect(judged(at('app.bin'), put({ ...messageSignature, signature }), 'ed25519').code).toBe(3);
    const digest = createHash('sha256').update('another file').digest('base64');
    const other = { ...messageSignature, messageDigest: { algorithm: 'SHA2_256', digest } };
    expect(judged(at('app.bin'), put(other), 'ed25519').code).toBe(2);
  });
});

describe('what is not signed as a file', () => {
  it('the octets that a signature over an envelope covers', () => {
    const statement = join(PROJECT, 'offline-kit/samples/job.statement.json');
    const asked = ['attest', 'prepare', statement, '--key', keyFile('ed25519.pub.pem'), '--to-sign', at('pae')];
    expect(runAllowed(asked).code).toBe(0);
    const refused = runJson(sign('ed25519', 'pae'));
    expect([refused.code, refused.reasons]).toEqual([3, ['signing-blob']]);
    const written = runAllowed(sign('ed25519', 'pae', ['--output-file', at('never.json')]));
    expect([written.code, existsSync(at('never.json'))]).toEqual([3, false]);
  });

  it('anything, by a shared secret or over a file that is not there', () => {
    writeFileSync(at('secret'), 'x'.repeat(32));
    expect(run(['attest', 'blob', at('app.bin'), '--signer', 'hmac', '--hmac-key', at('secret')]).code).toBe(64);
    expect(runJson(sign('p256', 'absent.bin')).reasons).toEqual(['input-missing']);
  });

  it('by the library either', async () => {
    const secret = await openSigner('hmac', { secret: new Uint8Array(32).fill(1) });
    await expect(signBlob(BLOB, secret)).rejects.toThrow(/algorithm-unsupported/);
    const key = await openSigner('key', { keyFile: readFileSync(keyFile('p256.UNSAFE.pem')) });
    await expect(signBlob(utf8Of('DSSEv1 1 a 1 b'), key)).rejects.toThrow(/signing-blob/);
    const liar = { ...key, sign: () => utf8Of('no signature') };
    await expect(signBlob(BLOB, liar)).rejects.toThrow(/signature-mismatch/);
  });
});

it('a file goes out once it is written, with what was signed', () => {
  const made = runAllowed(sign('p256', 'app.bin', ['--output-file', at('out.json'), '--json']));
  expect(JSON.parse(made.stdout)).toMatchObject({
    exitCode: 0,
    artifact: { sha256: hex('sha256'), size: BLOB.length },
    signatures: [{ algorithm: 'ecdsa-p256-sha256' }],
  });
  expect(judged(at('app.bin'), at('out.json'), 'p256').code).toBe(0);
});
