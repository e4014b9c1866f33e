// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const at = (name: string) => join(folder, name);
const keyFile = (name: string) => join(PROJECT, 'fixtures/keys', name);
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const SUBJECT = (JSON.parse(readFileSync(sample, 'utf8')) as { subject: { digest: { sha256: string } }[] }).subject[0]!;

interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid?: string; sig: string }[];
}
const envelopeAt = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as Envelope;
const put = (name: string, value: unknown): string => {
  writeFileSync(at(name), JSON.stringify(value));
  return at(name);
};

function signed(name: string): string {
  const made = run(['attest', 'sign', sample, '--signer', 'key', '--signing-key', keyFile(`${name}.UNSAFE.pem`)]);
  expect(made.code, made.stderr).toBe(0);
  writeFileSync(at(`${name}.dsse.json`), made.stdout);
  return at(`${name}.dsse.json`);
}

/** What the far side does: the request and the octets of it go there, a signature comes back. */
function prepared(name: string, words: readonly string[]): { request: string; octets: string; signature: string } {
  const [request, octets, signature] = [at(`${name}.request`), at(`${name}.octets`), at(`${name}.sig`)];
  const asked = ['attest', 'prepare', ...words, '--key', keyFile(`${name}.pub.pem`), '--force'];
  const made = runAllowed([...asked, '--to-sign', octets, '--output-file', request]);
  expect(made.code, made.stderr).toBe(0);
  const key = createPrivateKey(readFileSync(keyFile(`${name}.UNSAFE.pem`)));
  writeFileSync(signature, sign(name === 'ed25519' ? null : 'sha256', readFileSync(octets), key));
  return { request, octets, signature };
}

const attach = (name: string, { request, signature }: { request: string; signature: string }, to: string) => [
  ...['attest', 'attach', request, '--key', keyFile(`${name}.pub.pem`), '--signature', signature, '--to', to],
];

const first = signed('p256');
const second = prepared('ed25519', [first, '--from-envelope']);

it('the octets to sign are the same, whether of the statement or of an envelope that holds it', () => {
  const octets = readFileSync(second.octets);
  const request = readFileSync(second.request, 'utf8');
  const other = prepared('ed25519', [sample]);
  expect(readFileSync(other.octets)).toEqual(octets);
  expect(readFileSync(other.request, 'utf8')).toBe(request);
});

it('M of N sign off site, one after the other, and verify with every engine', () => {
  const both = runAllowed([...attach('ed25519', second, first), '--output-file', at('both.json')]);
  expect(both.code, both.stderr).toBe(0);
  expect(both.stdout.replace(/\s+/g, ' ')).toContain('beside 1 that was there and is not verified here');
  const [kept, added] = envelopeAt('both.json').signatures;
  expect(kept).toEqual(envelopeAt('p256.dsse.json').signatures[0]);
  expect(added!.keyid).toMatch(/^[0-9a-f]{64}$/);
  const third = prepared('rsa2048', [at('both.json'), '--from-envelope']);
  const three = run(attach('rsa2048', third, at('both.json')));
  expect(three.code, three.stderr).toBe(0);
  writeFileSync(at('three.json'), three.stdout);
  expect(envelopeAt('three.json').signatures).toHaveLength(3);
  const keys = ['p256', 'ed25519', 'rsa2048'].flatMap((name) => ['--key', keyFile(`${name}.pub.pem`)]);
  const verify = (file: string, threshold: string, engine: string) =>
    run([
      ...['verify', `sha256:${SUBJECT.digest.sha256}`, '--bundle', file, ...keys, '--threshold', threshold],
      ...['--type', 'slsaprovenance1', '--engine', engine],
    ]).code;
  for (const engine of ['native', 'dual']) {
    expect(verify(at('three.json'), '3', engine)).toBe(0);
    expect(verify(at('both.json'), '2', engine)).toBe(0);
    expect(verify(at('both.json'), '3', engine)).toBe(3);
    expect(verify(first, '2', engine)).toBe(3);
  }
});

it('the envelope may begin without any signature', () => {
  const bare = put('bare.json', { ...envelopeAt('p256.dsse.json'), signatures: [] });
  const made = run(attach('ed25519', second, bare));
  expect(made.code, made.stderr).toBe(0);
  expect((JSON.parse(made.stdout) as Envelope).signatures).toHaveLength(1);
});

it.each([
  [
    'another payload',
    (there: Envelope) => ({ ...there, payload: Buffer.from('{"another":"statement"}').toString('base64') }),
    'signing-envelope',
  ],
  ['another type of payload', (there: Envelope) => ({ ...there, payloadType: 'text/plain' }), 'signing-envelope'],
  [
    'another reading of the same payload',
    (there: Envelope) => ({ ...there, payload: again(there) }),
    'signing-envelope',
  ],
  ['a member that would be lost', (there: Envelope) => ({ ...there, more: 1 }), 'envelope-format'],
  [
    'a certificate that would be lost',
    (there: Envelope) => ({ ...there, signatures: [{ ...there.signatures[0]!, cert: 'x' }] }),
    'envelope-format',
  ],
  [
    '32 signatures',
    (there: Envelope) => ({ ...there, signatures: Array(32).fill(there.signatures[0]) }),
    'signing-envelope',
  ],
  [
    '33 signatures',
    (there: Envelope) => ({ ...there, signatures: Array(33).fill(there.signatures[0]) }),
    'limit-exceeded',
  ],
  ['nothing of an envelope', () => ({ payload: 1 }), 'json-shape'],
  ['a bundle', () => ({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }), 'envelope-format'],
] as const)('an envelope with %s takes no signature', (_what, change, reason) => {
  const there = put('there.json', change(envelopeAt('p256.dsse.json')));
  const refused = runJson(attach('ed25519', second, there));
  expect([refused.code, refused.reasons]).toEqual([3, [reason]]);
  const written = runAllowed([...attach('ed25519', second, there), '--output-file', at('never.json')]);
  expect([written.code, existsSync(at('never.json'))]).toEqual([3, false]);
});

/** The same JSON, with a space more: other octets, and so another payload. */
const again = ({ payload }: Envelope): string =>
  Buffer.from(Buffer.from(payload, 'base64').toString().replace('{', '{ ')).toString('base64');

it('a key signs once: by its name, or by mathematics where it is not named or named otherwise', () => {
  const one = run(attach('ed25519', second, first)).stdout;
  const { signatures, ...rest } = JSON.parse(one) as Envelope;
  const { sig } = signatures[1]!;
  const named = { keyid: signatures[1]!.keyid!, sig: signatures[0]!.sig };
  for (const entry of [signatures[1]!, { sig }, { keyid: 'somebody else', sig }, named]) {
    const there = put('repeated.json', { ...rest, signatures: [entry] });
    expect(runJson(attach('ed25519', second, there)).reasons, JSON.stringify(entry)).toEqual(['signing-key-repeated']);
    const asked = ['attest', 'prepare', there, '--from-envelope', '--key', keyFile('ed25519.pub.pem')];
    expect(runJson(asked).reasons).toEqual(['signing-key-repeated']);
  }
});

it('a signature that does not verify joins nothing', () => {
  const wrong = { ...second, signature: at('wrong.sig') };
  writeFileSync(wrong.signature, Buffer.alloc(64, 1));
  expect(runJson(attach('ed25519', wrong, first)).reasons).toEqual(['signature-mismatch']);
});

it('what cannot be asked together is a usage error', () => {
  expect(run([...attach('ed25519', second, first), '--output', 'bundle']).code).toBe(64);
  const asked = ['attest', 'prepare', first, '--from-envelope', '--key', keyFile('ed25519.pub.pem')];
  expect(run([...asked, '--payload-type', 'text/plain']).code).toBe(64);
  expect(runAllowed([...attach('ed25519', second, first), '--output-file', first, '--force']).code).toBe(64);
  expect(runJson(attach('ed25519', second, at('absent.json'))).reasons).toEqual(['input-missing']);
});

it('the key in the request is the one whose signature is joined', () => {
  const other = runJson(attach('p384', second, first));
  expect(other.reasons).toEqual(['algorithm-key-mismatch']);
});
