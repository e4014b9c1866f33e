// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { describe, expect, it } from 'vitest';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

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

describe('attest prepare and attach', () => {
  const request = join(folder, 'request.json');
  const bytes = join(folder, 'bytes');
  const prepare = (name: string, ...more: string[]) =>
    runAllowed([
      'attest',
      'prepare',
      statement,
      '--key',
      keyFile(`${name}.pub.pem`),
      '--to-sign',
      bytes,
      '--force',
      '--output-file',
      request,
      ...more,
    ]);
  const attach = (name: string, signature: string, ...more: string[]) =>
    runJson(['attest', 'attach', request, '--key', keyFile(`${name}.pub.pem`), '--signature', signature, ...more]);
  const sign = (name: string, how: readonly string[]) => {
    const file = join(folder, `${name}.sig`);
    execFileSync('openssl', [
      ...how,
      keyFile(`${name}.UNSAFE.pem`),
      '-out',
      file,
      ...(how[0] === 'dgst' ? [bytes] : ['-in', bytes]),
    ]);
    return file;
  };

  it.each([
    ['ed25519', ['pkeyutl', '-sign', '-rawin', '-inkey']],
    ['p256', ['dgst', '-sha256', '-sign']],
    ['p384', ['dgst', '-sha384', '-sign']],
    ['rsa2048', ['dgst', '-sha256', '-sign']],
  ] as const)('join what OpenSSL has signed with %s', (name, how) => {
    expect(prepare(name).code).toBe(0);
    const signature = sign(name, how);
    const made = run(['attest', 'attach', request, '--key', keyFile(`${name}.pub.pem`), '--signature', signature]);
    expect(made.code, made.stderr).toBe(0);
    const envelope = join(folder, `${name}.attached.json`);
    writeFileSync(envelope, made.stdout);
    expect(run(['check', 'dsse', envelope, '--key', keyFile(`${name}.pub.pem`), '--engine', 'dual']).code).toBe(0);
  });

  it('takes r and s side by side, and writes DER', () => {
    prepare('p256');
    const der = readFileSync(sign('p256', ['dgst', '-sha256', '-sign']));
    const raw = join(folder, 'raw.sig');
    writeFileSync(raw, rawOfDer(der));
    const made = run(['attest', 'attach', request, '--key', keyFile('p256.pub.pem'), '--signature', raw]);
    expect(made.code, made.stderr).toBe(0);
    const [{ sig }] = (JSON.parse(made.stdout) as { signatures: [{ sig: string }] }).signatures;
    expect(Buffer.from(sig, 'base64')).toEqual(der);
  });

  it('refuses a signature over something else, another key, and a request that was altered', () => {
    prepare('p256');
    writeFileSync(bytes, 'something else');
    const other = sign('p256', ['dgst', '-sha256', '-sign']);
    expect(attach('p256', other).reasons).toEqual(['signature-mismatch']);
    expect(attach('p384', other).reasons).toEqual(['algorithm-key-mismatch']);
    writeFileSync(request, readFileSync(request, 'utf8').replace('"payload":"eyJ', '"payload":"eyK'));
    expect(attach('p256', other).reasons).toEqual(['statement-format']);
  });

  it('prepares nothing where a required claim is not made', () => {
    const refused = prepare('p256', '--require-claim', '/predicate/k=w');
    expect(refused.code).toBe(3);
  });
});

/** r‖s of a DER signature over P-256. */
function rawOfDer(der: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 2; at < der.length; at += 2 + der[at + 1]!) {
    const value = der.subarray(at + 2, at + 2 + der[at + 1]!);
    parts.push(Buffer.concat([Buffer.alloc(32), value]).subarray(-32));
  }
  return Buffer.concat(parts);
}

describe('a bundle of attest sign', () => {
  it.each(['p256', 'ed25519', 'rsa2048'])('verifies here and in @sigstore/verify: %s', async (name) => {
    const made = run([
      'attest',
      'sign',
      statement,
      '--signer',
      'key',
      '--signing-key',
      keyFile(`${name}.UNSAFE.pem`),
      '-o',
      'bundle',
    ]);
    expect(made.code, made.stderr).toBe(0);
    const file = join(folder, `${name}.sigstore.json`);
    writeFileSync(file, made.stdout);
    const digest = `sha256:${'a'.repeat(64)}`;
    const key = keyFile(`${name}.pub.pem`);
    for (const engine of ['native', 'dual'])
      expect(run(['verify', digest, '--bundle', file, '--key', key, '--engine', engine]).code).toBe(0);
    const verifier = new Verifier(
      toTrustMaterial(
        { mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] },
        () => ({ publicKey: createPublicKey(readFileSync(key)), validFor: () => true }),
      ),
      { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 },
    );
    const bundle = bundleFromJSON(JSON.parse(made.stdout));
    expect(verifier.verify(toSignedEntity(bundle)).key).toBeDefined();
    const altered = JSON.parse(made.stdout.replace('"payload":"eyJ', '"payload":"eyK'));
    expect(() => verifier.verify(toSignedEntity(bundleFromJSON(altered)))).toThrow();
  });
});

describe('attest build', () => {
  it.each(['orchestrator', 'job', 'export'])(
    'prints the sample of %s that lies in the kit, and it verifies once signed',
    (kind) => {
      const made = run(['attest', 'build', '--sample', kind]);
      expect(made.code).toBe(0);
      expect(made.stdout).toBe(
        readFileSync(join(PROJECT, `offline-kit/samples/${kind}.statement.json`), 'utf8').trimEnd(),
      );
      const file = join(folder, 'sample.json');
      writeFileSync(file, made.stdout);
      const [subject] = (JSON.parse(made.stdout) as { subject: { digest: { sha256: string } }[] }).subject;
      const signed = run(['attest', 'sign', file, '--signer', 'key', '--signing-key', keyFile('ed25519.UNSAFE.pem')]);
      const envelope = join(folder, 'sample.dsse.json');
      writeFileSync(envelope, signed.stdout);
      const words = ['--bundle', envelope, '--key', keyFile('ed25519.pub.pem'), '--type', 'slsaprovenance1'];
      expect(run(['verify', `sha256:${subject!.digest.sha256}`, ...words]).code).toBe(0);
    },
  );

  it('gives the same octets for materials in any order, and another root for other materials', () => {
    const definition = join(folder, 'definition.json');
    writeFileSync(definition, '{"buildType": "https://example.com/t", "externalParameters": {}}');
    const words = [
      'attest',
      'build',
      '--subject',
      `a@sha256:${'b'.repeat(64)}`,
      '--build-definition',
      definition,
      '--builder-id',
      'https://x',
    ];
    const [one, two] = [keyFile('p256.pub.pem'), keyFile('p384.pub.pem')];
    const built = run([...words, '--material', one, '--material', two]);
    expect(built.code, built.stderr).toBe(0);
    expect(run([...words, '--material', two, '--material', one]).stdout).toBe(built.stdout);
    const root = (text: string) => /"digest":\{"sha256":"([0-9a-f]{64})"\},"name":"materials.merkle"/.exec(text)?.[1];
    expect(root(built.stdout)).toBeDefined();
    expect(root(run([...words, '--material', one]).stdout)).not.toBe(root(built.stdout));
  });

  it('refuses what does not fit, and reports a type that it does not know', () => {
    const predicate = join(folder, 'predicate.json');
    writeFileSync(predicate, '{"k": 1}');
    const words = [
      'attest',
      'build',
      '--subject',
      `a@sha256:${'b'.repeat(64)}`,
      '--predicate-file',
      predicate,
      '--type',
    ];
    const known = run([...words, 'slsaprovenance1']);
    expect([known.code, known.stdout]).toEqual([64, '']);
    expect(known.stderr).toContain('signing-predicate');
    const unknown = run([...words, 'https://example.com/x']);
    expect(unknown.code).toBe(0);
    expect(unknown.stderr).toContain('schema-unknown');
  });
});

describe('where the engine cannot tell', () => {
  it('says so, and not that the signature is none', () => {
    const words = ['attest', 'sign', statement, '--signer', 'key', '--signing-key', keyFile('rsa2048.UNSAFE.pem')];
    const ended = runJson([...words, '--engine', 'noble']);
    expect(ended.reasons).toEqual(['engine-lacks-algorithm']);
  });
});

it('takes the signing key from a variable', () => {
  const pem = readFileSync(keyFile('ed25519.UNSAFE.pem'), 'utf8');
  const words = ['attest', 'sign', statement, '--signer', 'key', '--signing-key', 'env:SIGNING_KEY'];
  expect(runAllowed(words, { SIGNING_KEY: pem }).code).toBe(0);
  expect(runAllowed(words, {}).code).toBe(64);
});

it('says how the offline signer is used', () => {
  const ended = run(['attest', 'sign', statement, '--signer', 'offline']);
  expect([ended.code, ended.stderr]).toEqual([64, expect.stringContaining('attest prepare')]);
});
