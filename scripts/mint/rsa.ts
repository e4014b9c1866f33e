// SPDX-License-Identifier: Apache-2.0
import { checkPrimeSync } from 'node:crypto';
import { type Bytes, bigEndian, bytes, derived, fromHex, type HashName, hash, toBigInt } from './bytes.ts';

/** RSASSA-PKCS1-v1_5 (RFC 8017 §9.2) of SHA-256 before any key: under exponent 1 this already is the signature. */
export function pkcs1Block(message: Bytes, length: number): Bytes {
  const info = bytes(fromHex('3031300d060960864801650304020105000420'), hash('sha256', message));
  return bytes([0, 1], new Uint8Array(length - info.length - 3).fill(0xff), [0], info);
}

/** An RSA key whose primes are the first that a label leads to. */
export interface RsaNumbers {
  readonly n: bigint;
  readonly e: bigint;
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
}

export function rsaNumbers(label: string, bits: number, e = 65537n): RsaNumbers {
  const p = primeFrom(`${label}/p`, bits / 2, e);
  const q = primeFrom(`${label}/q`, bits / 2, e);
  const d = inverse(e, (p - 1n) * (q - 1n));
  return { n: p * q, e, d, p, q };
}

/** The two top bits are set, so that the product has its full length. */
function primeFrom(label: string, bits: number, e: bigint): bigint {
  let candidate = toBigInt(derived(label, bits / 8)) | (3n << BigInt(bits - 2)) | 1n;
  while (!checkPrimeSync(candidate) || (candidate - 1n) % e === 0n) candidate += 2n;
  return candidate;
}

export function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/**
 * RSASSA-PSS (RFC 8017 §8.1.1) with MGF1 of the same hash, a salt of the hash's length, and a salt that is derived from the message:
 * OpenSSL would draw a random one, and a fixture could not be made again.
 */
export function signPss(key: RsaNumbers, name: HashName, message: Bytes, saltLength?: number): Bytes {
  const digest = hash(name, message);
  const size = digest.length;
  const bits = key.n.toString(2).length;
  const length = Math.ceil((bits - 1) / 8);
  const salt = hash(name, bytes('salt', message)).subarray(0, saltLength);
  const h = hash(name, bytes(new Uint8Array(8), digest, salt));
  const db = bytes(new Uint8Array(length - size - salt.length - 2), [1], salt);
  const mask = mgf1(name, h, db.length);
  const masked = db.map((octet, i) => octet ^ (mask[i] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - (bits - 1)));
  return bigEndian(power(toBigInt(bytes(masked, h, [0xbc])), key.d, key.n), Math.ceil(bits / 8));
}

function mgf1(name: HashName, seed: Bytes, length: number): Bytes {
  const blocks: Bytes[] = [];
  for (let i = 0; i * 32 < length; i++) blocks.push(hash(name, bytes(seed, [0, 0, i >> 8, i & 255])));
  return bytes(...blocks).subarray(0, length);
}
