// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importPrivateKey } from '../../src/crypto/private-key.ts';
import { decodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';
import { ecKey, edKey, message, reasonOf, type TestKey } from './keys.ts';
import { rsaKey, tlv } from './rsa-keys.ts';

const passphrase = encodeUtf8('correct horse');
const KEYS: readonly (readonly [string, TestKey])[] = [
  ['ed25519', edKey()],
  ['ecdsa-p256-sha256', ecKey('P-256')],
  ['ecdsa-p384-sha384', ecKey('P-384')],
  ['ecdsa-p521-sha512', ecKey('P-521')],
  ['rsa-pkcs1v15-sha256', rsaKey()],
];

const octets = (text: string | Buffer): Bytes => (typeof text === 'string' ? encodeUtf8(text) : Uint8Array.from(text));
const pkcs8 = (key: KeyObject): Bytes => octets(key.export({ format: 'der', type: 'pkcs8' }));
const pem = (key: KeyObject, type: 'pkcs8' | 'sec1' | 'pkcs1'): string =>
  String(key.export({ format: 'pem', type } as { format: 'pem'; type: 'pkcs8' }));
const encrypted = (key: KeyObject, format: 'pem' | 'der' = 'pem'): Bytes =>
  octets(
    key.export({ format, type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'correct horse' } as {
      format: 'der';
      type: 'pkcs8';
      cipher: string;
      passphrase: string;
    }),
  );

describe.each(KEYS)('a private key for %s', (scheme, { key: publicKey, privateKey: key }) => {
  const forms: readonly (readonly [string, Bytes])[] = [
    ['PKCS#8 in PEM', octets(pem(key, 'pkcs8'))],
    ['PKCS#8 in DER', pkcs8(key)],
    ['encrypted PKCS#8 in PEM', encrypted(key)],
    ['encrypted PKCS#8 in DER', encrypted(key, 'der')],
    ['a JWK', octets(JSON.stringify(key.export({ format: 'jwk' })))],
    ...(scheme.startsWith('ecdsa') ? [['SEC 1', octets(pem(key, 'sec1'))] as const] : []),
    ...(scheme.startsWith('rsa') ? [['PKCS#1', octets(pem(key, 'pkcs1'))] as const] : []),
  ];

  it.each(forms)('signs what verifies, from %s', (_name, bytes) => {
    const signing = importPrivateKey(bytes, passphrase);
    expect(signing.scheme).toBe(scheme);
    expect(signing.publicKey.fingerprint).toBe(publicKey.fingerprint);
    expect(nativeEngine.verify(signing.scheme, publicKey, message, signing.sign(message))).toBe('valid');
  });

  it('does not open with another passphrase, nor without one', () => {
    expect(detailOf(encrypted(key), encodeUtf8('wrong'))).toMatch(/passphrase is wrong/);
    expect(detailOf(encrypted(key), null)).toMatch(/no passphrase was given/);
  });

  it('of which any byte is damaged never makes an error that quotes it', () => {
    const text = pem(key, 'pkcs8');
    const secret = text.split('\n')[1]!;
    for (let at = 0; at < text.length; at += 7) {
      const damaged = `${text.slice(0, at)}\u0001${text.slice(at + 1)}`;
      const detail = detailOf(encodeUtf8(damaged), null);
      for (let i = 0; i + 8 <= secret.length; i += 4) expect(detail).not.toContain(secret.slice(i, i + 8));
    }
  });
});

describe('a file that is no private key to sign with', () => {
  const p256 = ecKey('P-256');
  const jwk = p256.privateKey.export({ format: 'jwk' });
  const asJwk = (change: object): Bytes => octets(JSON.stringify({ ...jwk, ...change }));
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const cases: readonly (readonly [string, Bytes, string, RegExp])[] = [
    ['nothing', new Uint8Array(0), 'key-format', /empty/],
    ['a public key', octets(String(p256.publicObject.export({ format: 'pem', type: 'spki' }))), 'key-format', /public/],
    ['a public key in DER', p256.key.spki, 'key-format', /public/],
    ['a public JWK', asJwk({ d: undefined }), 'key-format', /not a private one/],
    ['a JWK of another point', asJwk(otherHalf()), 'key-format', /OpenSSL does not take/],
    ['an Ed25519 JWK of another public half', strangers(), 'key-format', /does not take|its public half/],
    ['a JWK for encryption', asJwk({ use: 'enc' }), 'algorithm-key-mismatch', /not for signing/],
    ['a JWK that only verifies', asJwk({ key_ops: ['verify'] }), 'algorithm-key-mismatch', /not for signing/],
    ['a JWK of a secret', octets('{"kty":"oct","k":"AAAA"}'), 'algorithm-unsupported', /another kind/],
    ['a JWK with a member twice', octets('{"kty":"EC","kty":"EC"}'), 'key-format', /strict JSON/],
    ['RSA of 1024 bits', pkcs8(weak), 'key-weak', /1024/],
    ['X25519', pkcs8(generateKeyPairSync('x25519').privateKey), 'algorithm-unsupported', /another kind/],
    [
      'secp256k1',
      pkcs8(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey),
      'algorithm-unsupported',
      /./,
    ],
    ['a key of OpenSSH', octets(openSsh()), 'key-format', /ssh-keygen/],
    ['two keys', octets(pem(p256.privateKey, 'pkcs8').repeat(2)), 'pem-invalid', /not one PEM block/],
    ['text around the key', octets(`mine:\n${pem(p256.privateKey, 'pkcs8')}`), 'pem-invalid', /nothing else/],
    [
      'a label that lies',
      octets(pem(p256.privateKey, 'sec1').replaceAll('EC PRIVATE', 'PRIVATE')),
      'key-format',
      /another structure/,
    ],
    ['the old encryption', octets(legacy()), 'pem-invalid', /topk8/],
    ['PBES1', pbes1(), 'algorithm-unsupported', /old scheme/],
    ['trailing bytes', octets(Buffer.concat([pkcs8(p256.privateKey), Buffer.of(0)])), 'key-format', /DER/],
  ];

  it.each(cases)('%s is refused', (_name, bytes, reason, detail) => {
    expect(reasonOf(() => importPrivateKey(bytes, passphrase))).toBe(reason);
    expect(detailOf(bytes, passphrase)).toMatch(detail);
  });

  it('and neither is one whose passphrase is stretched for ever', () => {
    const oid = (hex: string): Bytes => tlv(0x06, decodeHex(hex));
    const rounds = tlv(0x30, tlv(0x04, new Uint8Array(8)), tlv(0x02, decodeHex('7fffffff')));
    const derivation = tlv(0x30, oid('2a864886f70d01050c'), rounds);
    const algorithm = tlv(0x30, oid('2a864886f70d01050d'), tlv(0x30, derivation, tlv(0x30)));
    const bytes = tlv(0x30, algorithm, tlv(0x04, new Uint8Array(16)));
    expect(reasonOf(() => importPrivateKey(bytes, passphrase))).toBe('limit-exceeded');
  });

  function pbes1(): Bytes {
    const algorithm = tlv(0x30, tlv(0x06, decodeHex('2a864886f70d010c0103')), tlv(0x30));
    return tlv(0x30, algorithm, tlv(0x04, new Uint8Array(16)));
  }
  function strangers(): Bytes {
    const [own, other] = [edKey(1), edKey(2)].map(({ privateKey }) => privateKey.export({ format: 'jwk' }));
    return octets(JSON.stringify({ ...own, x: other?.x }));
  }
  function otherHalf(): object {
    const { x, y } = ecKey('P-256', 9).privateKey.export({ format: 'jwk' });
    return { x, y };
  }
  function legacy(): string {
    return String(p256.privateKey.export({ format: 'pem', type: 'sec1', cipher: 'aes-128-cbc', passphrase: 'x' }));
  }
  function openSsh(): string {
    return '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
  }
});

function detailOf(bytes: Bytes, phrase: Bytes | null): string {
  const result = attempt(() => importPrivateKey(bytes, phrase));
  return result.ok ? 'accepted' : result.problem.detail;
}
