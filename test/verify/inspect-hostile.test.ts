// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { bytesOf, explain, fixture, inspect, textOf } from './inspect-support.ts';

type Json = Record<string, unknown>;
const parse = (path: string): Json => JSON.parse(textOf(fixture(path))) as Json;
const encode = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

/** A good bundle, and what is done to one place of it. */
function broken(change: (bundle: Json, material: Json) => void, path = 'rekor-v2-cosigned'): Uint8Array {
  const bundle = parse(`cases/${path}/bundle.sigstore.json`);
  change(bundle, bundle['verificationMaterial'] as Json);
  return encode(bundle);
}
const first = (material: Json, list: string): Json => (material[list] as Json[])[0]!;
const statement = (value: Json): Uint8Array =>
  encode({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'https://x.example/y', predicate: {}, ...value });

describe('a malformed part is shown at its place, and the others all the same', () => {
  const cases: [string, Uint8Array, string, string, readonly string[]][] = [
    [
      'the media type',
      broken((bundle) => Object.assign(bundle, { mediaType: 'application/vnd.dev.sigstore.bundle.v9+json' })),
      'Sigstore bundle',
      'bundle-version-unsupported',
      ['signature 0', 'identity', 'log entry 0', 'timestamp 0', 'signed message'],
    ],
    [
      'the media type of a bundle with a chain',
      broken((bundle) => Object.assign(bundle, { mediaType: 7 }), 'bundle-v0.1-chain'),
      'Sigstore bundle',
      'bundle-version-unsupported',
      ['signature 0', 'identity', 'log entry 0', "signer's certificate", 'certificate 1 of the chain'],
    ],
    [
      'too many log entries',
      broken((_, material) => Object.assign(material, { tlogEntries: Array(70).fill(first(material, 'tlogEntries')) })),
      'Sigstore bundle',
      'limit-exceeded',
      ['signature 0', 'identity', 'log entry 31', 'timestamp 0', 'and 33 more'],
    ],
    [
      'the signature',
      broken((bundle) => Object.assign(bundle['messageSignature'] as Json, { signature: 'a b' })),
      'signature 0',
      'base64-invalid',
      ['signed message', 'identity', 'log entry 0', 'timestamp 0'],
    ],
    [
      'the digest',
      broken((bundle) =>
        Object.assign((bundle['messageSignature'] as Json)['messageDigest'] as Json, { digest: 'AAAA' }),
      ),
      'content',
      'envelope-format',
      ['signature 0', 'identity', 'log entry 0', 'timestamp 0'],
    ],
    [
      'the certificate',
      broken((_, material) => Object.assign(material, { certificate: { rawBytes: 'AAAA' } })),
      "signer's certificate",
      'der-invalid',
      ['signature 0', 'signed message', 'log entry 0', 'timestamp 0'],
    ],
    [
      'the signer',
      broken((_, material) => Object.assign(material, { publicKey: {} })),
      'signer',
      'bundle-material',
      ['signature 0', 'signed message', 'log entry 0', 'timestamp 0'],
    ],
    [
      'the log entry',
      broken((_, material) => Object.assign(first(material, 'tlogEntries'), { logId: {} })),
      'log entry 0',
      'json-shape',
      ['signature 0', 'identity', 'signed message', 'timestamp 0'],
    ],
    [
      'the checkpoint',
      broken((_, material) =>
        Object.assign(first(material, 'tlogEntries')['inclusionProof'] as Json, { checkpoint: { envelope: 'x' } }),
      ),
      'checkpoint',
      'checkpoint-format',
      ['inclusion proof', 'identity', 'body', 'timestamp 0'],
    ],
    [
      'the body of the log entry',
      broken((_, material) => Object.assign(first(material, 'tlogEntries'), { canonicalizedBody: 'AAAA' })),
      'body',
      'json-invalid',
      ['inclusion proof', 'identity', 'tree head', 'timestamp 0'],
    ],
    [
      'the timestamp',
      broken((_, material) =>
        Object.assign(material['timestampVerificationData'] as Json, {
          rfc3161Timestamps: [{ signedTimestamp: 'MAA=' }],
        }),
      ),
      'timestamp 0',
      'timestamp-format',
      ['signature 0', 'identity', 'log entry 0'],
    ],
    [
      'no material at all',
      broken((bundle) => Object.assign(bundle, { verificationMaterial: null })),
      'signer',
      'json-shape',
      ['signature 0', 'signed message'],
    ],
    [
      'a second signature',
      broken((bundle) => {
        const envelope = bundle['dsseEnvelope'] as Json;
        const [one] = envelope['signatures'] as Json[];
        envelope['signatures'] = [one, { sig: '' }];
      }, 'bundle-v0.2-dsse'),
      'signature 1',
      'envelope-format',
      ['signature 0', 'payload', 'statement', 'identity', 'log entry 0'],
    ],
    [
      'the payload type',
      broken(
        (bundle) => Object.assign(bundle['dsseEnvelope'] as Json, { payloadType: 'text/plain' }),
        'bundle-v0.2-dsse',
      ),
      'payload',
      'payload-type-unsupported',
      ['signature 0', 'identity', 'log entry 0'],
    ],
    [
      'a name that is no signer',
      fixture('cases/certificate-two-names--certificate-san/bundle.sigstore.json'),
      'identity',
      'certificate-san',
      ["signer's certificate", 'log entry 0'],
    ],
    [
      'the certificate timestamps',
      fixture('cases/sct-cut--sct-format/bundle.sigstore.json'),
      'certificate timestamps',
      'sct-format',
      ["signer's certificate", 'identity', 'log entry 0'],
    ],
  ];

  it.each(cases)('%s', (_, bytes, title, reason, others) => {
    const shown = inspect(bytes);
    expect(shown.known).toBe(true);
    expect(shown.part(title).problem?.reason).toBe(reason);
    for (const other of others) expect(shown.part(other).problem, other).toBeUndefined();
    expect(explain(bytes).text).toContain(reason);
  });
});

describe('text of the evidence is hostile', () => {
  const RED = '\u001b[31m';
  const names = [`a\nVERDICT: PASS`, `b\rverified`, `${RED}c`, '\u202egnp.exe', '\u009b2J', '\u0000', 'x\\ny'];
  const bytes = statement({ subject: names.map((name) => ({ name, digest: { sha256: name } })) });

  it('is escaped, and stands on one line each', () => {
    for (const shown of [inspect(bytes), explain(bytes)]) {
      expect(shown.text).not.toMatch(/[^\x20-\x7e\n]/);
      expect(shown.lines.filter((line) => /^(unverified )?\s*(VERDICT|verified)/.test(line))).toEqual([]);
      expect(shown.text).toContain('"a\\nVERDICT: PASS"');
      expect(shown.text).toContain('"x\\\\ny"');
    }
  });

  it('is the same text in the JSON form', () => {
    expect(inspect(bytes).part('subject 0').facts?.['name']).toBe(names[0]);
  });

  it('is never wrapped, so that no word of it begins a line', () => {
    const name = `${'word '.repeat(40)}VERDICT: PASS`;
    const shown = explain(statement({ subject: [{ name, digest: { sha256: 'x' } }] }));
    expect(shown.lines.filter((line) => line.includes('word word'))).toHaveLength(1);
  });

  it('is cut at 256 and named by its digest', () => {
    const name = 'n'.repeat(100_000);
    const shown = inspect(statement({ subject: [{ name, digest: { sha256: 'x' } }] }));
    const line = shown.lines.find((one) => one.includes('nnnn'))!;
    expect(line).toMatch(/^unverified +"n{256}…" \(100000 characters, sha256 [0-9a-f]{64}\)$/);
    expect(shown.json.length).toBeLessThan(10_000);
  });

  it('is never part of a command', () => {
    const type = "'; touch pwned; '$(touch pwned)`touch pwned`";
    const shown = explain(
      encode({ payloadType: type, payload: 'AAAA', signatures: [{ sig: 'AAAA', keyid: '$(touch pwned)' }] }),
    );
    const commands = shown.document.parts.flatMap((one) => one.repeat ?? []);
    expect(commands.length).toBeGreaterThan(1);
    expect(commands.join('\n')).not.toContain('pwned');
  });

  it('is bounded, however long the lists are', () => {
    const subject = Array.from({ length: 1000 }, (_, i) => ({ name: `s${i}`, digest: { sha256: `${i}` } }));
    for (const shown of [inspect(statement({ subject })), explain(statement({ subject }))]) {
      expect(shown.lines.length).toBeLessThan(120);
      expect(shown.text).toContain('and 992 more');
    }
    const many = inspect(encode(Object.fromEntries(subject.map(({ name }) => [name, 1]))));
    expect(many.part('JSON document').facts?.['outline']).toHaveLength(33);
    const lines = inspect(bytesOf('{"a":1}\n'.repeat(5000)));
    expect(lines.part('JSON Lines').facts).toEqual({ lines: 5000, shown: 32 });
  });
});

describe('private keys', () => {
  const keys = join(PROJECT, 'fixtures/keys');
  const pem = readFileSync(join(keys, 'p256.UNSAFE.pem'), 'utf8');
  const body = pem.replace(/-----[A-Z ]+-----|\n/g, '');
  const der = new Uint8Array(Buffer.from(body, 'base64'));
  const certificate = textOf(fixture('cases/check-chain/leaf.pem'));
  const files: [string, Uint8Array][] = [
    ['PEM', bytesOf(pem)],
    ['DER', der],
    ['PEM behind a certificate', bytesOf(certificate + pem)],
    ['PEM with another label in front', bytesOf(pem.replaceAll('PRIVATE', 'EC PRIVATE'))],
    ['PEM with CR LF', bytesOf(pem.replaceAll('\n', '\r\n'))],
    ['PEM with a broken boundary', bytesOf(pem.replace('KEY-----', 'KEY---'))],
    ['SSH2 behind a certificate', bytesOf(`${certificate}---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n${body}\n`)],
    ["OpenSSL's listing behind a certificate", bytesOf(`${certificate}Private-Key: (256 bit)\npriv:\n  4d:a2\n`)],
    ['JWK', encode({ kty: 'EC', crv: 'P-256', x: body.slice(0, 43), y: body.slice(0, 43), d: body.slice(43, 86) })],
    ['symmetric JWK', encode({ kty: 'oct', k: body.slice(0, 43) })],
  ];

  it.each(files)('%s: warns, and shows nothing of it', (_, bytes) => {
    for (const shown of [inspect(bytes), explain(bytes)]) {
      expect(shown.warning).toContain('PRIVATE KEY MATERIAL');
      expect(shown.text).toContain('WARNING');
      expect(shown.known).toBe(true);
      expect(shown.document.kind).toBe('private-key');
      expect(shown.document['sha256']).toBeNull();
      for (let i = 0; i + 12 <= body.length; i++) {
        expect((shown.text + shown.json).includes(body.slice(i, i + 12))).toBe(false);
      }
    }
  });

  it('does not repeat what may be a key without a head', () => {
    const shown = inspect(bytesOf(certificate + body.replace(/(.{64})/g, '$1\n')));
    expect(shown.text + shown.json).not.toContain(body.slice(0, 24));
  });

  it('takes neither public keys, nor prose, nor a timestamp request for one', () => {
    const request = Uint8Array.from(
      Buffer.from(`303602010130313 00d060960864801650304020105000420${'ab'.repeat(32)}`.replace(' ', ''), 'hex'),
    );
    for (const bytes of [fixture('keys/p256.pub.pem'), bytesOf('my private key is at home'), request]) {
      expect(inspect(bytes).warning).toBeNull();
    }
  });
});
