// SPDX-License-Identifier: Apache-2.0
import { createHash, createPublicKey, verify } from 'node:crypto';
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { describe, expect, it } from 'vitest';
import { ed25519Scheme } from '../../src/crypto/ed25519.ts';
import { isCanonicalY, isSmallOrder } from '../../src/crypto/ed25519-encoding.ts';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { nobleEd25519 } from '../../src/crypto/noble-ed25519.ts';
import { importEd25519Raw } from '../../src/crypto/public-key.ts';
import { decodeHex, encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { reasonOf } from './keys.ts';

const { Point } = ed25519;
const L = Point.Fn.ORDER;
const P = Point.Fp.ORDER;
const TORSION = ED25519_TORSION_SUBGROUP.map((hex) => decodeHex(hex));
const ORDER_8 = Point.fromBytes(TORSION[3]!);
const noble = await loadEngine('noble');

const a = 12345678901234567890n;
const r = 98765432109876543210n;
const A = Point.BASE.multiply(a);
const R = Point.BASE.multiply(r);

interface Edge {
  readonly publicKey: Bytes;
  readonly message: Bytes;
  readonly sig: Bytes;
}

/** S = r + k·a for whatever octets stand for A and R: what a signer with those would write. */
function signed(publicKey: Bytes, secret: bigint, encodedR: Bytes, nonce: bigint, text: string): Edge {
  const message = encodeUtf8(text);
  const k = challenge(encodedR, publicKey, message);
  return { publicKey, message, sig: joined(encodedR, numberToBytesLE((nonce + k * secret) % L, 32)) };
}

function challenge(encodedR: Bytes, publicKey: Bytes, message: Bytes): bigint {
  const hash = createHash('sha512').update(encodedR).update(publicKey).update(message).digest();
  return bytesToNumberLE(Uint8Array.from(hash)) % L;
}

function joined(...parts: readonly Bytes[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The judgement of both engines, which must be one. */
function judged({ publicKey, message, sig }: Edge): string {
  const key = importEd25519Raw(publicKey);
  const native = nativeEngine.verify('ed25519', key, message, sig);
  expect(noble.verify('ed25519', key, message, sig)).toBe(native);
  expect(nobleEd25519(key, message, sig)).toBe(native === 'valid');
  return native;
}

/** OpenSSL without our rules around it. */
function openssl({ publicKey, message, sig }: Edge): boolean {
  const spki = Buffer.concat([decodeHex('302a300506032b6570032100'), publicKey]);
  return verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), sig);
}

const texts = Array.from({ length: 24 }, (_, i) => `edge ${i}`);

describe('D04: an Ed25519 signature', () => {
  it('verifies where nothing is odd', () => {
    for (const text of texts) expect(judged(signed(A.toBytes(), a, R.toBytes(), r, text))).toBe('valid');
  });

  it('is refused with an R that has a part of small order: the equation is the cofactorless one', () => {
    const mixed = R.add(ORDER_8).toBytes();
    for (const text of texts) {
      const edge = signed(A.toBytes(), a, mixed, r, text);
      expect(ed25519.verify(edge.sig, edge.message, edge.publicKey, { zip215: false })).toBe(true);
      expect(judged(edge)).toBe('invalid');
    }
  });

  it('is refused with a key that has a part of small order, but where the hash cancels it', () => {
    const mixed = A.add(ORDER_8).toBytes();
    const outcomes = texts.map((text) => {
      const edge = signed(mixed, a, R.toBytes(), r, text);
      const cancels = challenge(R.toBytes(), mixed, edge.message) % 8n === 0n;
      expect(judged(edge)).toBe(cancels ? 'valid' : 'invalid');
      return cancels;
    });
    expect(outcomes).toContain(false);
  });

  it.each(TORSION.map((point) => [encodeHex(point).slice(0, 8), point] as const))(
    'is refused with R of small order (%s)',
    (_, point) => {
      for (const text of texts) {
        const edge = signed(A.toBytes(), a, point, 0n, text);
        expect(judged(edge)).toBe('invalid');
        // The cofactorless equation holds for R = identity: only the rule on small order refuses it.
        expect(nobleEd25519(importEd25519Raw(edge.publicKey), edge.message, edge.sig)).toBe(false);
      }
    },
  );

  it.each(TORSION.map((point) => [encodeHex(point).slice(0, 8), point] as const))(
    'is refused under a key of small order (%s), which is weak',
    (_, point) => {
      expect(importEd25519Raw(point).weakness).toMatch(/small order/);
      for (const text of texts) expect(judged(signed(point, 0n, R.toBytes(), r, text))).toBe('invalid');
      expect(
        judged({ publicKey: point, message: encodeUtf8('any'), sig: joined(TORSION[0]!, new Uint8Array(32)) }),
      ).toBe('invalid');
    },
  );

  it('is refused with S at or above the order', () => {
    for (const text of texts) {
      const { sig, ...rest } = signed(A.toBytes(), a, R.toBytes(), r, text);
      const S = bytesToNumberLE(sig.subarray(32));
      for (let factor = 1n; S + factor * L < 1n << 256n; factor += 3n) {
        expect(judged({ ...rest, sig: joined(R.toBytes(), numberToBytesLE(S + factor * L, 32)) })).toBe('invalid');
      }
    }
    const edge = signed(A.toBytes(), a, R.toBytes(), r, 'the order itself');
    expect(judged({ ...edge, sig: joined(R.toBytes(), numberToBytesLE(L, 32)) })).toBe('invalid');
    expect(judged({ ...edge, sig: new Uint8Array(64).fill(0xff) })).toBe('invalid');
  });

  it('is refused with an R that is not written canonically', () => {
    // y = p + small, of either sign, and the two points with x = 0 under a sign bit.
    const odd: Bytes[] = [...Array(19).keys()].flatMap((small) =>
      [0n, 1n << 255n].map((sign) => numberToBytesLE(P + BigInt(small) + sign, 32)),
    );
    odd.push(decodeHex(`01${'00'.repeat(30)}80`), decodeHex(`ec${'ff'.repeat(31)}`));
    for (const point of odd) {
      const edge = signed(A.toBytes(), a, point, 0n, 'canonical');
      expect(judged(edge), encodeHex(point)).toBe('invalid');
    }
  });

  it('is refused with octets that are no point', () => {
    const noPoint = Uint8Array.of(2, ...new Uint8Array(31));
    expect(() => Point.fromBytes(noPoint)).toThrow();
    expect(judged(signed(A.toBytes(), a, noPoint, r, 'no point'))).toBe('invalid');
    expect(judged(signed(noPoint, a, R.toBytes(), r, 'no key'))).toBe('invalid');
  });

  it('is never taken where OpenSSL refuses it, and refused alone only for small order', () => {
    const keys = [A.toBytes(), A.add(ORDER_8).toBytes(), ...TORSION];
    const points = [R.toBytes(), R.add(ORDER_8).toBytes(), ...TORSION];
    for (const publicKey of keys) {
      for (const point of points) {
        for (const text of texts.slice(0, 4)) {
          for (const nonce of [0n, r]) {
            const edge = signed(publicKey, a, point, nonce, text);
            const ours = judged(edge) === 'valid';
            if (ours) expect(openssl(edge)).toBe(true);
            else if (openssl(edge)) expect(isSmallOrder(publicKey) || isSmallOrder(point)).toBe(true);
          }
        }
      }
    }
  });
});

describe('an Ed25519 key', () => {
  it('of small order, and an R of small order, are refused before any engine, whatever its version', () => {
    const judge = (publicKey: Bytes, encodedR: Bytes): string =>
      ed25519Scheme.judgeForm(importEd25519Raw(publicKey), joined(encodedR, new Uint8Array(32)), 'der');
    expect(judge(A.toBytes(), R.toBytes())).toBe('well-formed');
    for (const point of TORSION) {
      expect(judge(point, R.toBytes())).toBe('invalid');
      expect(judge(A.toBytes(), point)).toBe('invalid');
    }
  });

  it('is written canonically', () => {
    for (let small = 0n; small < 19n; small++) {
      for (const sign of [0n, 1n << 255n]) {
        const point = numberToBytesLE(P + small + sign, 32);
        expect(isCanonicalY(point)).toBe(false);
        expect(reasonOf(() => importEd25519Raw(point))).toBe('key-format');
      }
    }
    expect(isCanonicalY(numberToBytesLE(P - 1n, 32))).toBe(true);
    expect(isCanonicalY(numberToBytesLE(P - 1n - (1n << 200n), 32))).toBe(true);
  });

  it('is of small order for exactly the points that noble lists, in either sign', () => {
    for (const point of TORSION) {
      expect(isSmallOrder(point)).toBe(true);
      const other = Uint8Array.from(point);
      other[31]! ^= 0x80;
      expect(isSmallOrder(other)).toBe(true);
    }
    for (const point of [A, R, Point.BASE, A.add(ORDER_8)]) expect(isSmallOrder(point.toBytes())).toBe(false);
    const near = Uint8Array.from(TORSION[3]!);
    near[16]! ^= 1;
    expect(isSmallOrder(near)).toBe(false);
  });
});
