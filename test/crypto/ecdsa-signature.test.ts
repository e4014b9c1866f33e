// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVES, P256, P521 } from '../../src/crypto/curves.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { ecdsaEncodingOf, judgeDerSignature, judgeRawSignature } from '../../src/crypto/ecdsa-signature.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { ecKey, ecSign, edKey, message } from './keys.ts';
import { integer, tlv } from './rsa-keys.ts';

const n = BigInt(`0x${encodeHex(P256.order)}`);
const der = (r: bigint, s: bigint): Bytes => tlv(0x30, integer(r), integer(s));
const raw = (r: bigint, s: bigint): Bytes =>
  Uint8Array.from(Buffer.from([r, s].map((v) => v.toString(16).padStart(64, '0')).join(''), 'hex'));
const bytes = (...values: number[]): Bytes => Uint8Array.from(values);

describe('an ECDSA signature in DER', () => {
  it('is two numbers from 1 to n - 1', () => {
    for (const [r, s] of [
      [1n, 1n],
      [n - 1n, n - 1n],
      [127n, 128n],
      [n >> 1n, (n >> 1n) + 1n],
    ] as const)
      expect(judgeDerSignature(P256, der(r, s))).toBe('well-formed');
    for (const [r, s] of [
      [0n, 1n],
      [1n, 0n],
      [0n, 0n],
      [n, 1n],
      [1n, n],
      [n + 1n, 1n],
      [1n << 256n, 1n],
      [1n, 1n << 600n],
    ] as const)
      expect(judgeDerSignature(P256, der(r, s))).toBe('invalid');
  });

  it.each([
    ['nothing', bytes()],
    ['a tag alone', bytes(0x30)],
    ['an empty SEQUENCE', bytes(0x30, 0)],
    ['another tag', bytes(0x31, 6, 2, 1, 1, 2, 1, 1)],
    ['a length too short', bytes(0x30, 5, 2, 1, 1, 2, 1, 1)],
    ['a length too long', bytes(0x30, 7, 2, 1, 1, 2, 1, 1)],
    ['a length in long form without need', bytes(0x30, 0x81, 6, 2, 1, 1, 2, 1, 1)],
    ['a length in longer form', bytes(0x30, 0x82, 0, 6, 2, 1, 1, 2, 1, 1)],
    ['an indefinite length', bytes(0x30, 0x80, 2, 1, 1, 2, 1, 1, 0, 0)],
    ['an octet behind it', bytes(0x30, 6, 2, 1, 1, 2, 1, 1, 0)],
    ['an octet behind s', bytes(0x30, 7, 2, 1, 1, 2, 1, 1, 0)],
    ['a third number', bytes(0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1)],
    ['one number', bytes(0x30, 3, 2, 1, 1)],
    ['no INTEGER', bytes(0x30, 6, 4, 1, 1, 2, 1, 1)],
    ['an empty INTEGER', bytes(0x30, 5, 2, 0, 2, 1, 1)],
    ['a negative INTEGER', bytes(0x30, 6, 2, 1, 0x81, 2, 1, 1)],
    ['a padded INTEGER', bytes(0x30, 7, 2, 2, 0, 1, 2, 1, 1)],
    ['a padded zero', bytes(0x30, 7, 2, 2, 0, 0, 2, 1, 1)],
    ['an INTEGER past the end', bytes(0x30, 6, 2, 1, 1, 2, 9, 1)],
    ['an INTEGER length in long form', bytes(0x30, 7, 2, 0x81, 1, 1, 2, 1, 1)],
  ])('is not %s', (_, sig) => expect(judgeDerSignature(P256, sig)).toBe('signature-encoding'));

  it('has its length in long form on P-521', () => {
    const wide = (1n << 520n) - 1n;
    const sig = der(wide, wide);
    expect(sig[1]).toBe(0x81);
    expect(judgeDerSignature(P521, sig)).toBe('well-formed');
    expect(judgeDerSignature(P521, Uint8Array.from([0x30, 0x82, 0, ...sig.subarray(2)]))).toBe('signature-encoding');
  });

  it('is judged without an exception whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 160 }), fc.constantFrom(...CURVES), (sig, curve) => {
        expect(['well-formed', 'signature-encoding', 'invalid']).toContain(judgeDerSignature(curve, sig));
        expect(['well-formed', 'signature-encoding', 'invalid']).toContain(judgeRawSignature(curve, sig));
      }),
    );
  });

  it('has one spelling only: what passes is what a strict writer writes', () => {
    const number = fc.bigInt({ min: 1n, max: n - 1n });
    fc.assert(
      fc.property(number, number, fc.nat(), fc.integer({ min: 1, max: 255 }), (r, s, at, change) => {
        const sig = der(r, s);
        expect(judgeDerSignature(P256, sig)).toBe('well-formed');
        const changed = Uint8Array.from(sig);
        // Only headers: a change there must never give another spelling of the same numbers.
        const headers = [0, 1, 2, 3, 4 + sig[3]!, 5 + sig[3]!];
        changed[headers[at % headers.length]!]! ^= change;
        expect(judgeDerSignature(P256, changed)).not.toBe('well-formed');
      }),
    );
  });
});

describe('an ECDSA signature as r and s', () => {
  it('is twice as long as the order, and in range', () => {
    expect(judgeRawSignature(P256, raw(1n, n - 1n))).toBe('well-formed');
    for (const [r, s] of [
      [0n, 1n],
      [1n, 0n],
      [n, 1n],
      [1n, n],
    ] as const)
      expect(judgeRawSignature(P256, raw(r, s))).toBe('invalid');
    for (const length of [0, 63, 65, 128])
      expect(judgeRawSignature(P256, new Uint8Array(length).fill(1))).toBe('signature-encoding');
  });
});

describe('D05: the reading of a signature that does not say how it is written', () => {
  const test = ecKey('P-256');
  const digest = sha256(message);

  it('is r and s for 2n octets that are no DER, and DER for all else', () => {
    expect(ecdsaEncodingOf(test.key, ecSign('P-256', test, digest, 'der'))).toBe('der');
    expect(ecdsaEncodingOf(test.key, ecSign('P-256', test, digest, 'compact'))).toBe('p1363');
    expect(ecdsaEncodingOf(test.key, new Uint8Array(63))).toBe('der');
    expect(ecdsaEncodingOf(test.key, new Uint8Array(0))).toBe('der');
    expect(ecdsaEncodingOf(ecKey('P-384').key, new Uint8Array(64))).toBe('der');
    expect(ecdsaEncodingOf(edKey().key, new Uint8Array(64))).toBe('der');
  });

  it('is DER for a DER signature that happens to have 2n octets', () => {
    const sig = der((1n << 230n) + 1n, (1n << 230n) + 1n);
    expect(sig).toHaveLength(64);
    expect(ecdsaEncodingOf(test.key, sig)).toBe('der');
  });
});
