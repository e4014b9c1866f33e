// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, sign as nodeSign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { type Bytes, base64, bigEndian, bytes, derived, type HashName, hash, sha256, toBigInt } from './bytes.ts';
import { bitString, context, integer, NULL, octetString, oid, pem, sequence } from './der.ts';
import { inverse, rsaNumbers, signPss } from './rsa.ts';

export type Curve = 'p256' | 'p384' | 'p521' | 'secp256k1';

/** A key pair that a label leads to. The private half is public knowledge: it proves nothing outside the fixtures. */
export interface MintKey {
  readonly label: string;
  readonly kind: Curve | 'ed25519' | 'rsa';
  readonly spki: Bytes;
  /** What stands in the SPKI's BIT STRING. */
  readonly bits: Bytes;
  readonly publicPem: string;
  readonly privatePem: string;
  /** The hash that signs where none is named. */
  readonly hash: HashName;
  /** protobuf-specs PublicKeyDetails. */
  readonly details: string;
  /** ECDSA: DER, RFC 6979, low s. RSA: PKCS#1 v1.5. */
  sign(message: Bytes, hashName?: HashName): Bytes;
  /** RSA only. */
  signPss?(message: Bytes, hashName?: HashName, saltLength?: number): Bytes;
}

const CURVES = {
  p256: { curve: p256, oid: '1.2.840.10045.3.1.7', hash: 'sha256', details: 'PKIX_ECDSA_P256_SHA_256' },
  p384: { curve: p384, oid: '1.3.132.0.34', hash: 'sha384', details: 'PKIX_ECDSA_P384_SHA_384' },
  p521: { curve: p521, oid: '1.3.132.0.35', hash: 'sha512', details: 'PKIX_ECDSA_P521_SHA_512' },
  secp256k1: { curve: secp256k1, oid: '1.3.132.0.10', hash: 'sha256', details: 'PKIX_ECDSA_P256_SHA_256' },
} as const;

export function ecKey(curveName: Curve, label: string): MintKey {
  const { curve, oid: curveOid, hash: hashName, details } = CURVES[curveName];
  const order = curve.Point.Fn.ORDER;
  const length = Math.ceil(order.toString(2).length / 8);
  const secret = bigEndian((toBigInt(derived(label, length + 16)) % (order - 1n)) + 1n, length);
  const point = curve.getPublicKey(secret, false);
  const algorithm = sequence(oid('1.2.840.10045.2.1'), oid(curveOid));
  const spki = sequence(algorithm, bitString(point));
  const inner = sequence(integer(1), octetString(secret), context(1, bitString(point)));
  return {
    label,
    kind: curveName,
    spki,
    bits: point,
    publicPem: pem('PUBLIC KEY', spki),
    privatePem: pem('PRIVATE KEY', sequence(integer(0), algorithm, octetString(inner))),
    hash: hashName,
    details,
    sign: (message, name = hashName) =>
      curve.sign(hash(name, message), secret, { prehash: false, lowS: true, format: 'der', extraEntropy: false }),
  };
}

export function edKey(label: string): MintKey {
  const secret = derived(label, 32);
  const algorithm = sequence(oid('1.3.101.112'));
  const bits = ed25519.getPublicKey(secret);
  const spki = sequence(algorithm, bitString(bits));
  return {
    label,
    kind: 'ed25519',
    spki,
    bits,
    publicPem: pem('PUBLIC KEY', spki),
    privatePem: pem('PRIVATE KEY', sequence(integer(0), algorithm, octetString(octetString(secret)))),
    hash: 'sha512',
    details: 'PKIX_ED25519',
    sign: (message) => ed25519.sign(message, secret),
  };
}

export function rsaKey(label: string, bits: number, e = 65537n): MintKey {
  const numbers = rsaNumbers(label, bits, e);
  const { n, d, p, q } = numbers;
  const algorithm = sequence(oid('1.2.840.113549.1.1.1'), NULL);
  const modulus = sequence(integer(n), integer(e));
  const spki = sequence(algorithm, bitString(modulus));
  const pkcs1 = sequence(
    ...[0n, n, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)].map((value) => integer(value)),
  );
  const privatePem = pem('PRIVATE KEY', sequence(integer(0), algorithm, octetString(pkcs1)));
  return {
    label,
    kind: 'rsa',
    spki,
    bits: modulus,
    publicPem: pem('PUBLIC KEY', spki),
    privatePem,
    hash: 'sha256',
    details: `PKIX_RSA_PKCS1V15_${bits}_SHA256`,
    sign: (message, name = 'sha256') => new Uint8Array(nodeSign(name, message, createPrivateKey(privatePem))),
    signPss: (message, name = 'sha256', saltLength) => signPss(numbers, name, message, saltLength),
  };
}

/** r‖s of a strict DER ECDSA signature. */
export function rawEcdsa(signature: Bytes, length: number): Bytes {
  const rLength = signature[3] ?? 0;
  const r = toBigInt(signature.subarray(4, 4 + rLength));
  return bytes(bigEndian(r, length), bigEndian(toBigInt(signature.subarray(6 + rLength)), length));
}

/** The other valid s of the same ECDSA signature: n - s (the mint signs with the low one). */
export function highS(signature: Bytes, curve: Curve): Bytes {
  const rLength = signature[3] ?? 0;
  const s = toBigInt(signature.subarray(6 + rLength));
  return sequence(signature.subarray(2, 4 + rLength), integer(CURVES[curve].curve.Point.Fn.ORDER - s));
}

/** RFC 7517: the members that a public P-256 key has. */
export function p256Jwk(key: MintKey): Record<string, string> {
  const url = (data: Bytes): string => Buffer.from(data).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x: url(key.bits.subarray(1, 33)), y: url(key.bits.subarray(33)) };
}

/** RFC 5280 §4.2.1.2 (1): SHA-1 over the key's bits. */
export function keyIdentifier(key: MintKey): Bytes {
  return hash('sha1', key.bits);
}

export function keyHint(key: MintKey): string {
  return base64(sha256(key.spki));
}
