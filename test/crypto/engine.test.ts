// SPDX-License-Identifier: Apache-2.0
import { constants, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ALGORITHMS, schemesOf } from '../../src/crypto/algorithms.ts';
import { digest, sha256 } from '../../src/crypto/digest.ts';
import { type Engine, loadEngine, nativeEngine, outcomeReason } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { HashName, SchemeId } from '../../src/model/public-key.ts';
import { type CurveName, ecKey, ecSign, edKey, flipped, message, nodeSign, spkiOf, type TestKey } from './keys.ts';
import { rsaKey, rsaSpki } from './rsa-keys.ts';

const noble = await loadEngine('noble');
const dual = await loadEngine('dual');
const ENGINES: readonly Engine[] = [nativeEngine, noble, dual];
const HASHES: readonly HashName[] = ['sha256', 'sha384', 'sha512'];
const CURVES: readonly CurveName[] = ['P-256', 'P-384', 'P-521'];

const EC = CURVES.flatMap((crv) =>
  HASHES.map((hash) => ({ crv, hash, test: ecKey(crv), scheme: schemeOf(crv, hash) })),
);
const RSA = rsaKey();
const pss = (saltLength: number) => ({ key: RSA.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

function schemeOf(crv: CurveName, hash: HashName): SchemeId {
  return `ecdsa-${crv.toLowerCase().replace('-', '')}-${hash}` as SchemeId;
}

describe.each(ENGINES)('engine $id', (engine) => {
  it.each(EC)('verifies $scheme, made by node and by noble, in both encodings', ({ crv, hash, test, scheme }) => {
    const byNode = nodeSign(hash, message, test.privateKey);
    const byNoble = ecSign(crv, test, digest(hash, message), 'der');
    const raw = ecSign(crv, test, digest(hash, message), 'compact');
    expect(engine.verify(scheme, test.key, message, byNode)).toBe('valid');
    expect(engine.verify(scheme, test.key, message, byNoble)).toBe('valid');
    expect(engine.verify(scheme, test.key, message, raw, 'p1363')).toBe('valid');
    expect(engine.verify(scheme, test.key, message, raw)).toBe('signature-encoding');
    expect(engine.verify(scheme, test.key, message, byNoble, 'p1363')).toBe('signature-encoding');
    expect(engine.verify(scheme, test.key, message.subarray(1), byNode)).toBe('invalid');
    expect(engine.verify(scheme, ecKey(crv, 8).key, message, byNode)).toBe('invalid');
    for (const other of HASHES.filter((name) => name !== hash)) {
      expect(engine.verify(schemeOf(crv, other), test.key, message, byNode)).toBe('invalid');
    }
  });

  it('verifies Ed25519, of 64 bytes exactly', () => {
    const { key, privateKey } = edKey();
    const sig = nodeSign(null, message, privateKey);
    expect(engine.verify('ed25519', key, message, sig)).toBe('valid');
    expect(engine.verify('ed25519', key, message.subarray(1), sig)).toBe('invalid');
    expect(engine.verify('ed25519', edKey(8).key, message, sig)).toBe('invalid');
    expect(engine.verify('ed25519', key, message, sig.subarray(1))).toBe('signature-encoding');
    expect(engine.verify('ed25519', key, message, Uint8Array.from([...sig, 0]))).toBe('signature-encoding');
    expect(engine.verify('ed25519', key, message, new Uint8Array(0))).toBe('signature-encoding');
  });

  it('never verifies under a scheme of another kind of key', () => {
    const keys = [edKey(), ecKey('P-256'), ecKey('P-384'), ecKey('P-521'), RSA];
    for (const { key } of keys) {
      const own = schemesOf(key);
      for (const scheme of Object.keys(ALGORITHMS) as SchemeId[]) {
        if (own.includes(scheme)) continue;
        expect(engine.verify(scheme, key, message, new Uint8Array(64))).toBe('algorithm-key-mismatch');
        expect(engine.verifyDigest(scheme, key, sha256(message), new Uint8Array(64))).toBe('algorithm-key-mismatch');
      }
    }
  });

  it('keeps to the scheme that a key is restricted to', () => {
    const key = { ...ecKey('P-384').key, scheme: 'ecdsa-p384-sha256' } as const;
    const sig = nodeSign('sha384', message, ecKey('P-384').privateKey);
    expect(engine.verify('ecdsa-p384-sha384', key, message, sig)).toBe('algorithm-key-mismatch');
  });

  it('never throws, whatever the signature', () => {
    const tests: [SchemeId, TestKey][] = [
      ['ed25519', edKey()],
      ['ecdsa-p256-sha256', ecKey('P-256')],
      ['ecdsa-p521-sha512', ecKey('P-521')],
      ['rsa-pkcs1v15-sha256', RSA],
      ['rsa-pss-sha256', RSA],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...tests), fc.uint8Array({ maxLength: 300 }), ([scheme, { key }], sig) => {
        for (const encoding of ['der', 'p1363'] as const) {
          expect(engine.verify(scheme, key, message, sig, encoding)).not.toBe('valid');
          expect(engine.verifyDigest(scheme, key, sig, sig, encoding)).not.toBe('valid');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('both engines', () => {
  it('agree on every flipped bit of a valid signature, and accept none', () => {
    const signed: [SchemeId, TestKey, Bytes][] = [
      ['ed25519', edKey(), nodeSign(null, message, edKey().privateKey)],
      ...EC.map(({ crv, hash, test, scheme }): [SchemeId, TestKey, Bytes] => [
        scheme,
        test,
        ecSign(crv, test, digest(hash, message), 'der'),
      ]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...signed), fc.nat(), ([scheme, { key }, sig], bit) => {
        const outcome = dual.verify(scheme, key, message, flipped(sig, bit));
        expect(['invalid', 'signature-encoding']).toContain(outcome);
      }),
      { numRuns: 150 },
    );
  });

  it('accept a high s and a low one', () => {
    const test = ecKey('P-256');
    const n = BigInt(
      `0x${encodeHex(Uint8Array.from(Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')))}`,
    );
    const raw = ecSign('P-256', test, sha256(message), 'compact');
    const s = BigInt(`0x${encodeHex(raw.subarray(32))}`);
    const other = Uint8Array.from([
      ...raw.subarray(0, 32),
      ...Buffer.from((n - s).toString(16).padStart(64, '0'), 'hex'),
    ]);
    expect(dual.verify('ecdsa-p256-sha256', test.key, message, raw, 'p1363')).toBe('valid');
    expect(dual.verify('ecdsa-p256-sha256', test.key, message, other, 'p1363')).toBe('valid');
  });
});

describe('RSA', () => {
  it.each(HASHES)('verifies PKCS #1 v1.5 and PSS with %s, and never one for the other', (hash) => {
    const pkcs1 = nodeSign(hash, message, RSA.privateKey);
    const withSalt = nodeSign(hash, message, pss(constants.RSA_PSS_SALTLEN_DIGEST));
    for (const engine of [nativeEngine, dual]) {
      expect(engine.verify(`rsa-pkcs1v15-${hash}`, RSA.key, message, pkcs1)).toBe('valid');
      expect(engine.verify(`rsa-pss-${hash}`, RSA.key, message, withSalt)).toBe('valid');
      expect(engine.verify(`rsa-pkcs1v15-${hash}`, RSA.key, message, withSalt)).toBe('invalid');
      expect(engine.verify(`rsa-pss-${hash}`, RSA.key, message, pkcs1)).toBe('invalid');
      expect(engine.verify(`rsa-pss-${hash}`, RSA.key, message.subarray(1), withSalt)).toBe('invalid');
    }
  });

  it('D03: has a salt of the length of the hash, and no other', () => {
    for (const salt of [0, 1, 20, 31, 33, 222]) {
      const sig = nodeSign('sha256', message, pss(salt));
      expect(nativeEngine.verify('rsa-pss-sha256', RSA.key, message, sig), `salt ${salt}`).toBe('invalid');
    }
    expect(nativeEngine.verify('rsa-pss-sha256', RSA.key, message, nodeSign('sha256', message, pss(32)))).toBe('valid');
  });

  it('has a signature as long as the modulus', () => {
    const sig = nodeSign('sha256', message, RSA.privateKey);
    for (const odd of [sig.subarray(1), Uint8Array.from([0, ...sig]), new Uint8Array(0)]) {
      expect(nativeEngine.verify('rsa-pkcs1v15-sha256', RSA.key, message, odd)).toBe('signature-encoding');
      expect(nativeEngine.verify('rsa-pss-sha256', RSA.key, message, odd)).toBe('signature-encoding');
    }
  });

  it('D01: says of a weak key that it is weak, and still does the mathematics', () => {
    const modulus = BigInt(
      `0x${encodeHex(Buffer.from(RSA.publicObject.export({ format: 'jwk' }).n ?? '', 'base64url'))}`,
    );
    const forged = importSpki(rsaSpki(modulus, 1n));
    // Under e = 1 the padded digest is its own signature.
    const prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    const tail = [0, ...prefix, ...sha256(message)];
    const sig = Uint8Array.from([0, 1, ...Array(256 - 2 - tail.length).fill(0xff), ...tail]);
    expect(nativeEngine.verify('rsa-pkcs1v15-sha256', forged, message, sig)).toBe('valid');
    expect(forged.weakness).toMatch(/exponent is 1/);
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = importSpki(spkiOf(small.publicKey));
    expect(key.weakness).toMatch(/1024 bits/);
    expect(
      nativeEngine.verify('rsa-pkcs1v15-sha256', key, message, nodeSign('sha256', message, small.privateKey)),
    ).toBe('valid');
    // A hash that the modulus has no room for is a refusal, not an exception.
    expect(nativeEngine.verify('rsa-pss-sha512', key, message, new Uint8Array(128))).toBe('invalid');
  });

  it('is not in noble, and stands on one engine in dual', () => {
    const sig = nodeSign('sha256', message, RSA.privateKey);
    expect(noble.verify('rsa-pkcs1v15-sha256', RSA.key, message, sig)).toBe('engine-lacks-algorithm');
    expect(noble.enginesFor('rsa-pkcs1v15-sha256')).toEqual([]);
    expect(dual.verify('rsa-pkcs1v15-sha256', RSA.key, message, sig)).toBe('valid');
    expect(dual.enginesFor('rsa-pkcs1v15-sha256')).toEqual(['native']);
    expect(dual.enginesFor('ed25519')).toEqual(['native', 'noble']);
    expect(nativeEngine.enginesFor('ed25519')).toEqual(['native']);
  });
});

describe('a digest without its message', () => {
  it.each(EC)('is enough for $scheme where noble is loaded', async ({ crv, hash, test, scheme }) => {
    const hashed = digest(hash, message);
    const sig = ecSign(crv, test, hashed, 'der');
    const raw = ecSign(crv, test, hashed, 'compact');
    for (const engine of [noble, dual, await loadEngine('native', { digestOnly: true })]) {
      expect(engine.verifyDigest(scheme, test.key, hashed, sig)).toBe('valid');
      expect(engine.verifyDigest(scheme, test.key, hashed, raw, 'p1363')).toBe('valid');
      expect(engine.verifyDigest(scheme, test.key, flipped(hashed, 9), sig)).toBe('invalid');
    }
    expect(nativeEngine.verifyDigest(scheme, test.key, hashed, sig)).toBe('engine-lacks-algorithm');
  });

  it('of another hash is not that of the message', () => {
    const test = ecKey('P-384');
    const sig = ecSign('P-384', test, sha256(message), 'der');
    expect(noble.verifyDigest('ecdsa-p384-sha384', test.key, sha256(message), sig)).toBe('signed-data-needed');
    expect(noble.verifyDigest('ecdsa-p384-sha384', test.key, new Uint8Array(0), sig)).toBe('signed-data-needed');
  });

  it('is not enough for Ed25519 and RSA', () => {
    const ed = nodeSign(null, message, edKey().privateKey);
    const rsa = nodeSign('sha256', message, RSA.privateKey);
    for (const engine of ENGINES) {
      expect(engine.verifyDigest('ed25519', edKey().key, sha256(message), ed)).toBe('signed-data-needed');
      expect(engine.verifyDigest('rsa-pkcs1v15-sha256', RSA.key, sha256(message), rsa)).toBe('signed-data-needed');
    }
  });

  it('is verified natively over the message all the same', async () => {
    const engine = await loadEngine('native', { digestOnly: true });
    const test = ecKey('P-256');
    expect(engine.id).toBe('native');
    expect(engine.verify('ecdsa-p256-sha256', test.key, message, nodeSign('sha256', message, test.privateKey))).toBe(
      'valid',
    );
    expect(engine.enginesFor('ecdsa-p256-sha256')).toEqual(['native']);
    expect(engine.witness).toBeNull();
  });
});

describe('engines that disagree', () => {
  afterEach(() => {
    vi.doUnmock('../../src/crypto/noble.ts');
    vi.resetModules();
  });

  it.each([true, false])('are no pass, whichever of them says so (noble: %s)', async (verdict) => {
    vi.resetModules();
    const second = {
      verifyWithNoble: () => verdict,
      nobleVerifyMac: () => verdict,
      nobleDigest: () => new Uint8Array(0),
    };
    vi.doMock('../../src/crypto/noble.ts', () => second);
    const fresh = await import('../../src/crypto/engine.ts');
    const engine = await fresh.loadEngine('dual');
    const { key, privateKey } = edKey();
    const sig = nodeSign(null, message, privateKey);
    const signed = verdict ? message.subarray(1) : message;
    expect(engine.verify('ed25519', key, signed, sig)).toBe('engines-disagree');
    const tag = nodeSign('sha256', message, RSA.privateKey).subarray(0, 32);
    if (verdict) expect(engine.verifyMac('sha256', new Uint8Array(32), message, tag)).toBe('engines-disagree');
  });

  it('have a reason of their own, as each outcome has', () => {
    expect(outcomeReason('valid')).toBeNull();
    expect(outcomeReason('invalid')).toBe('signature-mismatch');
    for (const outcome of [
      'signature-encoding',
      'algorithm-key-mismatch',
      'engine-lacks-algorithm',
      'engines-disagree',
      'signed-data-needed',
    ] as const)
      expect(outcomeReason(outcome)).toBe(outcome);
  });
});
