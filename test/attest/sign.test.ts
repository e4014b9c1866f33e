// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { scratch } from './support.ts';

const STATEMENT = `${JSON.stringify({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'a.bin', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://example.com/x',
  predicate: { k: 'v' },
})}\n`;
const folder = scratch();
const statement = join(folder, 'statement.json');
writeFileSync(statement, STATEMENT);
const secret = join(folder, 'secret');
writeFileSync(secret, 'x'.repeat(32));
const keyFile = (name: string) => join(PROJECT, 'fixtures/keys', name);

describe('attest sign', () => {
  it.each(['ed25519', 'p256', 'p384', 'p521', 'rsa2048'])('signs with %s, and both engines agree', (name) => {
    const made = run(['attest', 'sign', statement, '--signer', 'key', '--signing-key', keyFile(`${name}.UNSAFE.pem`)]);
    expect(made.code, made.stderr).toBe(0);
    const envelope = join(folder, `${name}.dsse.json`);
    writeFileSync(envelope, made.stdout);
    const words = ['check', 'dsse', envelope, '--key', keyFile(`${name}.pub.pem`)];
    for (const engine of ['native', name === 'rsa2048' ? 'native' : 'noble', 'dual'])
      expect(run([...words, '--engine', engine]).code, engine).toBe(0);
    expect(run(['check', 'dsse', envelope, '--key', keyFile('p256.pub.pem')]).code).toBe(name === 'p256' ? 0 : 3);
  });

  it('signs with a shared secret', () => {
    const made = run(['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', secret]);
    const envelope = join(folder, 'hmac.dsse.json');
    writeFileSync(envelope, made.stdout);
    for (const engine of ['native', 'noble', 'dual'])
      expect(run(['check', 'dsse', envelope, '--hmac-key', secret, '--engine', engine]).code).toBe(0);
  });

  it('signs nothing where a required claim is not made', () => {
    const words = ['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', secret];
    expect(run([...words, '--require-claim', '/predicate/k=v']).code).toBe(0);
    const refused = runJson([...words, '--require-claim', '/predicate/k=w']);
    expect([refused.code, refused.reasons]).toEqual([3, ['signing-claim']]);
    expect(runJson([...words, '--require-claim', '/predicate/absent']).reasons).toEqual(['signing-claim']);
    expect(refused.stdout).not.toContain('"payload"');
  });

  it('refuses a known predicate that does not follow its schema', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, STATEMENT.replace('https://example.com/x', 'https://slsa.dev/provenance/v1'));
    const refused = runJson(['attest', 'sign', broken, '--signer', 'hmac', '--hmac-key', secret]);
    expect([refused.code, refused.reasons]).toEqual([3, ['signing-predicate']]);
  });

  it('takes a secret of 32 bytes, and none of 31, and no PEM', () => {
    const short = join(folder, 'short');
    writeFileSync(short, 'x'.repeat(31));
    expect(run(['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', short]).code).toBe(64);
    const pem = keyFile('p256.pub.pem');
    expect(run(['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', pem]).code).toBe(64);
  });
});
