// SPDX-License-Identifier: Apache-2.0
import { ECDH, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importEd25519Raw, importJwk, importKeyFile, importPkcs1, importSpki } from '../../src/crypto/public-key.ts';
import { encodeBase64Url } from '../../src/encoding/base64.ts';
import { encodePem } from '../../src/encoding/pem.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { type CurveName, ecKey, edKey, flipped, message, nodeSign, reasonOf, spkiOf, type TestKey } from './keys.ts';
import { integer, oid, rsaKey, rsaSpki, tlv } from './rsa-keys.ts';

const RSA = rsaKey();
const KEYS: Record<string, TestKey> = {
  ed25519: edKey(),
  'P-256': ecKey('P-256'),
  'P-384': ecKey('P-384'),
  'P-521': ecKey('P-521'),
  rsa: RSA,
};
const EC: readonly CurveName[] = ['P-256', 'P-384', 'P-521'];
const EC_PUBLIC_KEY = oid('2a8648ce3d0201');
const CURVE_OID: Record<CurveName, Bytes> = {
  'P-256': oid('2a8648ce3d030107'),
  'P-384': oid('2b81040022'),
  'P-521': oid('2b81040023'),
};
const NODE_NAME: Record<CurveName, string> = { 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };

const jwkOf = (key: KeyObject): JsonObject => key.export({ format: 'jwk' }) as JsonObject;
const json = (value: unknown): Bytes => encodeUtf8(JSON.stringify(value));
const pemFile = (label: string, der: Bytes): Bytes => encodeUtf8(encodePem(label, der));
const pkcs1Of = (key: KeyObject): Bytes => Uint8Array.from(key.export({ format: 'der', type: 'pkcs1' }));

function pointOf(key: KeyObject): Bytes {
  const { x, y } = key.export({ format: 'jwk' });
  return Uint8Array.from([4, ...Buffer.from(x ?? '', 'base64url'), ...Buffer.from(y ?? '', 'base64url')]);
}

function ecSpki(crv: CurveName, point: Bytes): Bytes {
  return tlv(0x30, tlv(0x30, EC_PUBLIC_KEY, CURVE_OID[crv]), tlv(0x03, Uint8Array.of(0), point));
}

describe('one key', () => {
  it.each(Object.entries(KEYS))('%s has one fingerprint from every kind of file', (_, { key, publicObject }) => {
    const forms = [
      key.spki,
      pemFile('PUBLIC KEY', key.spki),
      json(jwkOf(publicObject)),
      encodeUtf8(`\n ${JSON.stringify(jwkOf(publicObject), null, 2)}\n`),
    ];
    if (key.kind === 'rsa') forms.push(pkcs1Of(publicObject), pemFile('RSA PUBLIC KEY', pkcs1Of(publicObject)));
    for (const form of forms) {
      const imported = importKeyFile(form);
      expect(imported.spki).toEqual(key.spki);
      expect(imported).toEqual(key);
      expect(imported.fingerprint).toBe(sha256Hex(spkiOf(publicObject)));
      expect(imported.weakness).toBeNull();
    }
  });

  it.each(EC)('B03: of %s is the same compressed and uncompressed, and verifies', (crv) => {
    const { key, publicObject, privateKey } = KEYS[crv]!;
    const compressed = ECDH.convertKey(
      pointOf(publicObject),
      NODE_NAME[crv],
      undefined,
      undefined,
      'compressed',
    ) as Buffer;
    const imported = importSpki(ecSpki(crv, compressed));
    expect(imported).toEqual(key);
    const sig = nodeSign('sha256', message, privateKey);
    expect(nativeEngine.verify(`${key.kind}-sha256` as 'ecdsa-p256-sha256', imported, message, sig)).toBe('valid');
  });

  it('has the figures of its kind', () => {
    expect(Object.values(KEYS).map(({ key }) => [key.kind, key.bits])).toEqual([
      ['ed25519', 255],
      ['ecdsa-p256', 256],
      ['ecdsa-p384', 384],
      ['ecdsa-p521', 521],
      ['rsa', 2048],
    ]);
  });

  it('of Ed25519 comes in as 32 bare octets too', () => {
    const { key } = edKey();
    expect(importEd25519Raw(key.spki.subarray(12))).toEqual(key);
    for (const length of [0, 31, 33])
      expect(reasonOf(() => importEd25519Raw(new Uint8Array(length).fill(9)))).toBe('key-format');
  });
});

describe('D06: a SubjectPublicKeyInfo', () => {
  it.each(Object.entries(KEYS))('of %s has one spelling: a changed bit is refused or another key', (_, { key }) => {
    const allowed = ['key-format', 'algorithm-unsupported', 'limit-exceeded', 'key-private'];
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        const changed = flipped(key.spki, bit);
        const imported = attempt(() => importSpki(changed));
        if (!imported.ok) expect(allowed).toContain(imported.problem.reason);
        else {
          // A compressed point is the one other form, and cannot come from one bit of an uncompressed one.
          expect(imported.value.spki).toEqual(changed);
          expect(imported.value.fingerprint).not.toBe(key.fingerprint);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(KEYS))('of %s has nothing behind it, and is whole', (_, { key }) => {
    expect(reasonOf(() => importSpki(Uint8Array.from([...key.spki, 0])))).toBe('key-format');
    expect(reasonOf(() => importSpki(key.spki.subarray(0, -1)))).toBe('key-format');
    expect(reasonOf(() => importSpki(key.spki.subarray(1)))).toBe('key-format');
    expect(reasonOf(() => importSpki(new Uint8Array(0)))).toBe('key-format');
  });

  it('is judged without an exception of ours, whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(reasonOf(() => importSpki(bytes))).not.toBe('accepted');
        expect(reasonOf(() => importPkcs1(bytes))).not.toBe('accepted');
        expect(reasonOf(() => importKeyFile(bytes))).not.toBe('accepted');
        expect(reasonOf(() => importKeyFile(Uint8Array.from([0x30, ...bytes])))).not.toBe('accepted');
      }),
    );
  });

  it.each(EC)('of %s has a point on its curve, not at infinity, not hybrid, of the right length', (crv) => {
    const point = pointOf(KEYS[crv]!.publicObject);
    const half = (point.length - 1) / 2;
    const wrong: Bytes[] = [
      flipped(point, 8 * (point.length - 1)),
      Uint8Array.of(4, ...new Uint8Array(2 * half)),
      Uint8Array.of(4, ...new Uint8Array(2 * half).fill(0xff)),
      Uint8Array.of(0),
      Uint8Array.of(6 + (point[point.length - 1]! & 1), ...point.subarray(1)),
      Uint8Array.of(2, ...point.subarray(1)),
      Uint8Array.of(4, ...point.subarray(1, 1 + half)),
      point.subarray(0, -1),
      Uint8Array.of(...point, 0),
      Uint8Array.of(2, ...new Uint8Array(half).fill(0xff)),
      new Uint8Array(0),
    ];
    for (const odd of wrong) expect(reasonOf(() => importSpki(ecSpki(crv, odd)))).toBe('key-format');
    expect(reasonOf(() => importSpki(ecSpki(crv, point)))).toBe('accepted');
  });

  it('names its curve', () => {
    const point = pointOf(KEYS['P-256']!.publicObject);
    const key = tlv(0x03, Uint8Array.of(0), point);
    const withParameters = (...parameters: Bytes[]): Bytes => tlv(0x30, tlv(0x30, EC_PUBLIC_KEY, ...parameters), key);
    expect(reasonOf(() => importSpki(withParameters()))).toBe('key-format');
    expect(reasonOf(() => importSpki(withParameters(tlv(0x05))))).toBe('algorithm-unsupported');
    expect(reasonOf(() => importSpki(withParameters(tlv(0x30, integer(1n)))))).toBe('algorithm-unsupported');
    expect(reasonOf(() => importSpki(withParameters(CURVE_OID['P-256'], tlv(0x05))))).toBe('key-format');
    expect(reasonOf(() => importSpki(withParameters(CURVE_OID['P-384'])))).toBe('key-format');
  });

  it('has the parameters of its algorithm', () => {
    const pkcs1 = pkcs1Of(RSA.publicObject);
    const spki = (...algorithm: Bytes[]): Bytes =>
      tlv(0x30, tlv(0x30, ...algorithm), tlv(0x03, Uint8Array.of(0), pkcs1));
    const rsaEncryption = oid('2a864886f70d010101');
    expect(reasonOf(() => importSpki(spki(rsaEncryption, tlv(0x05))))).toBe('accepted');
    expect(reasonOf(() => importSpki(spki(rsaEncryption)))).toBe('key-format');
    expect(reasonOf(() => importSpki(spki(rsaEncryption, tlv(0x30))))).toBe('key-format');
    const point = edKey().key.spki.subarray(12);
    const ed = tlv(0x30, tlv(0x30, oid('2b6570'), tlv(0x05)), tlv(0x03, Uint8Array.of(0), point));
    expect(reasonOf(() => importSpki(ed))).toBe('key-format');
    const third = tlv(0x30, tlv(0x30, rsaEncryption, tlv(0x05)), tlv(0x03, Uint8Array.of(0), pkcs1), tlv(0x05));
    expect(reasonOf(() => importSpki(third))).toBe('key-format');
    const unused = tlv(
      0x30,
      tlv(0x30, rsaEncryption, tlv(0x05)),
      tlv(0x03, Uint8Array.of(1), flipped(pkcs1, 8 * (pkcs1.length - 1))),
    );
    expect(reasonOf(() => importSpki(unused))).toBe('key-format');
  });

  it.each([
    ['secp256k1', { namedCurve: 'secp256k1' }],
    ['P-192', { namedCurve: 'prime192v1' }],
    ['P-224', { namedCurve: 'secp224r1' }],
    ['brainpoolP256r1', { namedCurve: 'brainpoolP256r1' }],
    ['secp112r1', { namedCurve: 'secp112r1' }],
    ['explicit P-256', { namedCurve: 'prime256v1', paramEncoding: 'explicit' as const }],
  ])('D01: on %s is not on the list', (_, options) => {
    const { publicKey } = generateKeyPairSync('ec', options);
    expect(reasonOf(() => importSpki(spkiOf(publicKey)))).toBe('algorithm-unsupported');
  });

  it.each(['x25519', 'x448', 'ed448'] as const)('D01: of %s is not on the list', (type) => {
    const { publicKey } = (generateKeyPairSync as (kind: string) => { publicKey: KeyObject })(type);
    expect(reasonOf(() => importSpki(spkiOf(publicKey)))).toBe('algorithm-unsupported');
  });

  it('D01: of DSA is not on the list', () => {
    const dsa = tlv(
      0x30,
      tlv(0x30, oid('2a8648ce380401'), tlv(0x30, integer(23n), integer(11n), integer(4n))),
      tlv(0x03, Uint8Array.of(0), integer(8n)),
    );
    expect(reasonOf(() => importSpki(dsa))).toBe('algorithm-unsupported');
  });
});

describe('D01: an RSA key', () => {
  const odd = (bits: number): bigint => (1n << BigInt(bits - 1)) + 1n;
  const weakness = (bits: number, e: bigint): string | null => importSpki(rsaSpki(odd(bits), e)).weakness;

  it('is strong from 2048 to 8192 bits and an exponent from 65537', () => {
    for (const bits of [2048, 3072, 8192]) expect(weakness(bits, 65537n)).toBeNull();
    expect(weakness(2048, (1n << 64n) - 1n)).toBeNull();
    expect(weakness(2047, 65537n)).toMatch(/2047 bits/);
    expect(weakness(512, 65537n)).toMatch(/512 bits/);
    expect(weakness(8193, 65537n)).toMatch(/8193 bits/);
    for (const e of [1n, 3n, 17n, 65535n]) expect(weakness(2048, e)).toMatch(/exponent/);
  });

  it('is none at all with numbers that cannot be', () => {
    for (const [n, e] of [
      [odd(2048) + 1n, 65537n],
      [odd(2048), 65536n],
      [odd(2048), 0n],
      [0n, 3n],
      [15n, 17n],
      [odd(16_385), 65537n],
    ] as const)
      expect(reasonOf(() => importSpki(rsaSpki(n, e)))).toBe('key-format');
    const negative = tlv(0x30, Uint8Array.of(2, 1, 0x81), integer(3n));
    expect(reasonOf(() => importPkcs1(negative))).toBe('key-format');
  });

  it('is set aside where the exponent is larger than OpenSSL computes with', () => {
    expect(reasonOf(() => importSpki(rsaSpki(odd(4096), (1n << 64n) + 1n)))).toBe('algorithm-unsupported');
  });

  it('has two numbers', () => {
    const [n, e] = [integer(odd(2048)), integer(65537n)];
    expect(reasonOf(() => importPkcs1(tlv(0x30, n, e)))).toBe('accepted');
    expect(reasonOf(() => importPkcs1(tlv(0x30, n)))).toBe('key-format');
    expect(reasonOf(() => importPkcs1(tlv(0x31, n, e)))).toBe('key-format');
  });
});

describe('an RSASSA-PSS key', () => {
  const hashOid = { sha1: oid('2b0e03021a'), sha256: oid('608648016503040201'), sha512: oid('608648016503040203') };
  type Hash = keyof typeof hashOid;
  const algorithm = (hash: Hash, ...nothing: Bytes[]): Bytes => tlv(0x30, hashOid[hash], ...nothing);
  const mgf1 = (hash: Hash): Bytes => tlv(0x30, oid('2a864886f70d010108'), algorithm(hash, tlv(0x05)));
  const parameters = (hash: Bytes, mask: Bytes, salt: bigint): Bytes =>
    tlv(0x30, tlv(0xa0, hash), tlv(0xa1, mask), tlv(0xa2, integer(salt)));
  const spki = (...fields: Bytes[]): Bytes =>
    tlv(0x30, tlv(0x30, oid('2a864886f70d01010a'), ...fields), tlv(0x03, Uint8Array.of(0), pkcs1Of(RSA.publicObject)));

  it('is the RSA key itself, restricted to the scheme of its parameters', () => {
    for (const nothing of [[], [tlv(0x05)]]) {
      const key = importSpki(spki(parameters(algorithm('sha256', ...nothing), mgf1('sha256'), 32n)));
      expect(key).toEqual({ ...RSA.key, scheme: 'rsa-pss-sha256' });
    }
    const sha512 = importSpki(spki(parameters(algorithm('sha512'), mgf1('sha512'), 64n)));
    expect(sha512.scheme).toBe('rsa-pss-sha512');
  });

  it('is read as OpenSSL writes it', () => {
    const generate = generateKeyPairSync as (
      kind: string,
      options: object,
    ) => Record<'publicKey' | 'privateKey', KeyObject>;
    const { publicKey, privateKey } = generate('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
      saltLength: 32,
    });
    const key = importSpki(spkiOf(publicKey));
    expect(key.scheme).toBe('rsa-pss-sha256');
    expect(nativeEngine.verify('rsa-pss-sha256', key, message, nodeSign('sha256', message, privateKey))).toBe('valid');
  });

  it('D03: is not on the list with any other parameters', () => {
    const sha256 = algorithm('sha256', tlv(0x05));
    for (const fields of [
      [],
      [tlv(0x30)],
      [parameters(sha256, mgf1('sha256'), 20n)],
      [parameters(sha256, mgf1('sha512'), 32n)],
      [parameters(algorithm('sha1', tlv(0x05)), mgf1('sha1'), 20n)],
      [parameters(sha256, tlv(0x30, oid('2a864886f70d010109'), sha256), 32n)],
      [tlv(0x30, tlv(0xa0, sha256), tlv(0xa1, mgf1('sha256')))],
      [tlv(0x30, tlv(0xa1, mgf1('sha256')), tlv(0xa2, integer(32n)))],
      [tlv(0x30, tlv(0xa0, sha256), tlv(0xa2, integer(32n)))],
      [tlv(0x30, tlv(0xa0, sha256), tlv(0xa1, mgf1('sha256')), tlv(0xa2, integer(32n)), tlv(0xa3, integer(2n)))],
    ])
      expect(reasonOf(() => importSpki(spki(...fields)))).toBe('algorithm-unsupported');
    expect(reasonOf(() => importSpki(spki(tlv(0x05))))).toBe('key-format');
    const trailing = tlv(0x30, tlv(0xa0, sha256, sha256), tlv(0xa1, mgf1('sha256')), tlv(0xa2, integer(32n)));
    expect(reasonOf(() => importSpki(spki(trailing)))).toBe('key-format');
  });
});

describe('D06: private material', () => {
  const secret = (value: KeyObject, type: 'pkcs8' | 'sec1' | 'pkcs1', passphrase?: string): Bytes =>
    Uint8Array.from(
      (value.export as (options: object) => Buffer)({
        format: 'der',
        type,
        ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
      }),
    );
  const forms: [string, Bytes, string][] = [
    ['PKCS #8 of Ed25519', secret(edKey().privateKey, 'pkcs8'), 'PRIVATE KEY'],
    ['PKCS #8 of P-256', secret(KEYS['P-256']!.privateKey, 'pkcs8'), 'PRIVATE KEY'],
    ['PKCS #8 of RSA', secret(RSA.privateKey, 'pkcs8'), 'PRIVATE KEY'],
    ['SEC 1', secret(KEYS['P-384']!.privateKey, 'sec1'), 'EC PRIVATE KEY'],
    ['PKCS #1', secret(RSA.privateKey, 'pkcs1'), 'RSA PRIVATE KEY'],
    ['encrypted PKCS #8', secret(RSA.privateKey, 'pkcs8', 'x'), 'ENCRYPTED PRIVATE KEY'],
  ];

  it.each(forms)('as %s is refused as such, in DER and in PEM', (_, der, label) => {
    expect(reasonOf(() => importKeyFile(der))).toBe('key-private');
    expect(reasonOf(() => importSpki(der))).toBe('key-private');
    expect(reasonOf(() => importPkcs1(der))).toBe('key-private');
    expect(reasonOf(() => importKeyFile(pemFile(label, der)))).toBe('key-private');
    expect(reasonOf(() => importKeyFile(pemFile('PUBLIC KEY', der)))).toBe('key-private');
  });

  it.each(Object.entries(KEYS))('as a JWK of %s is refused as such', (_, { privateKey }) => {
    expect(reasonOf(() => importKeyFile(json(jwkOf(privateKey))))).toBe('key-private');
  });

  it('as any one secret member of a JWK, null even, is refused', () => {
    const open = jwkOf(RSA.publicObject);
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']) {
      expect(reasonOf(() => importJwk({ ...open, [name]: 'AQ' }))).toBe('key-private');
      expect(reasonOf(() => importJwk({ ...open, [name]: null }))).toBe('key-private');
    }
    expect(reasonOf(() => importJwk({ kty: 'oct', k: 'AAAA' }))).toBe('key-private');
    expect(reasonOf(() => importJwk({ kty: 'oct' }))).toBe('key-private');
  });

  it('is not printed', () => {
    const result = attempt(() => importKeyFile(json(jwkOf(RSA.privateKey))));
    expect(result).toMatchObject({ ok: false, problem: { detail: 'the JWK has a member d' } });
  });
});

describe('a JWK', () => {
  const p256 = jwkOf(KEYS['P-256']!.publicObject);
  const rsa = jwkOf(RSA.publicObject);
  const ed = jwkOf(edKey().publicObject);

  it('has the members of its kind, as octets of exactly their length', () => {
    const wrong: [JsonObject, string][] = [
      [{}, 'json-shape'],
      [{ kty: 7 }, 'json-shape'],
      [{ ...p256, crv: null }, 'json-shape'],
      [{ ...p256, x: 5 }, 'json-shape'],
      [{ ...p256, y: '' }, 'key-format'],
      [{ ...p256, x: `${p256['x']}=` }, 'base64-invalid'],
      [{ ...p256, x: 'AA+/' }, 'base64-invalid'],
      [{ ...p256, x: encodeBase64Url(new Uint8Array(33)) }, 'key-format'],
      [{ ...p256, y: p256['x']! }, 'key-format'],
      [{ ...p256, crv: 'P-384' }, 'key-format'],
      [{ ...p256, crv: 'secp256k1' }, 'algorithm-unsupported'],
      [{ ...p256, crv: 'constructor' }, 'algorithm-unsupported'],
      [{ ...ed, crv: 'X25519' }, 'algorithm-unsupported'],
      [{ ...ed, crv: 'Ed448' }, 'algorithm-unsupported'],
      [{ ...ed, x: encodeBase64Url(new Uint8Array(31)) }, 'key-format'],
      [{ ...rsa, e: '' }, 'key-format'],
      [{ ...rsa, e: 'AAEAAQ' }, 'key-format'],
      [{ ...rsa, e: 'Ag' }, 'key-format'],
      [{ ...rsa, n: 'AA' }, 'key-format'],
      [{ kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA' }, 'algorithm-unsupported'],
      [{ kty: 'ec' }, 'algorithm-unsupported'],
    ];
    for (const [jwk, reason] of wrong)
      expect(
        reasonOf(() => importJwk(jwk)),
        JSON.stringify(jwk).slice(0, 80),
      ).toBe(reason);
  });

  it('is restricted to its alg, which must fit it', () => {
    expect(importJwk({ ...rsa, alg: 'PS384' }).scheme).toBe('rsa-pss-sha384');
    expect(importJwk({ ...p256, alg: 'ES256' }).scheme).toBe('ecdsa-p256-sha256');
    expect(importJwk({ ...ed, alg: 'EdDSA' }).scheme).toBe('ed25519');
    for (const alg of ['ES384', 'none', 'HS256', 'RSA-OAEP', 'constructor', ''])
      expect(reasonOf(() => importJwk({ ...p256, alg }))).toBe('algorithm-key-mismatch');
  });

  it('is for verifying', () => {
    expect(reasonOf(() => importJwk({ ...ed, use: 'sig', key_ops: ['verify'], kid: 'x', x5c: [] }))).toBe('accepted');
    expect(reasonOf(() => importJwk({ ...ed, use: 'enc' }))).toBe('algorithm-key-mismatch');
    expect(reasonOf(() => importJwk({ ...ed, key_ops: ['sign'] }))).toBe('algorithm-key-mismatch');
    expect(reasonOf(() => importJwk({ ...ed, key_ops: [] }))).toBe('algorithm-key-mismatch');
    expect(reasonOf(() => importJwk({ ...ed, key_ops: 'verify' }))).toBe('json-shape');
  });
});

describe('a key file', () => {
  const { key } = KEYS['P-256']!;
  const pem = encodePem('PUBLIC KEY', key.spki);

  it('D06: is one key and nothing else', () => {
    for (const [text, reason] of [
      ['', 'key-format'],
      [pem + pem, 'pem-invalid'],
      [`junk\n${pem}`, 'pem-invalid'],
      [`${pem}junk\n`, 'pem-invalid'],
      [encodePem('CERTIFICATE', key.spki), 'pem-invalid'],
      [encodePem('PUBLIC KEY', Uint8Array.of(...key.spki, 0)), 'key-format'],
      [encodePem('RSA PUBLIC KEY', key.spki), 'key-format'],
      [encodePem('PUBLIC KEY', pkcs1Of(RSA.publicObject)), 'key-format'],
      ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5', 'pem-invalid'],
      ['[]', 'pem-invalid'],
      ['{', 'json-invalid'],
      ['{"kty":"OKP","kty":"EC"}', 'json-duplicate-key'],
      ['{"keys":[]}', 'json-shape'],
    ] as const)
      expect(
        reasonOf(() => importKeyFile(encodeUtf8(text))),
        text.slice(0, 30),
      ).toBe(reason);
    expect(reasonOf(() => importKeyFile(encodeUtf8(pem)))).toBe('accepted');
  });

  it('has a bound', () => {
    expect(reasonOf(() => importKeyFile(new Uint8Array(65_537).fill(0x20)))).toBe('limit-exceeded');
  });
});
