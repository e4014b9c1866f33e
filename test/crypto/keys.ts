// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { importSpki } from '../../src/crypto/public-key.ts';
import { encodeBase64Url } from '../../src/encoding/base64.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { HashName, PublicKey } from '../../src/model/public-key.ts';

/** A key made from a small number, so that every run has the same. UNSAFE by nature. */
export interface TestKey {
  readonly key: PublicKey;
  readonly privateKey: KeyObject;
  readonly publicObject: KeyObject;
}

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521 } as const;
export type CurveName = keyof typeof CURVES;

export function ecKey(crv: CurveName, seed = 7): TestKey {
  const curve = CURVES[crv];
  const size = curve.lengths.secretKey ?? 0;
  const secret = new Uint8Array(size).fill(seed, size - 16);
  const point = curve.getPublicKey(secret, false);
  const half = (point.length - 1) / 2;
  const x = encodeBase64Url(point.subarray(1, 1 + half));
  const y = encodeBase64Url(point.subarray(1 + half));
  return fromJwk({ kty: 'EC', crv, x, y, d: encodeBase64Url(secret) });
}

export function edKey(seed = 7): TestKey {
  const secret = new Uint8Array(32).fill(seed);
  const x = encodeBase64Url(ed25519.getPublicKey(secret));
  return fromJwk({ kty: 'OKP', crv: 'Ed25519', x, d: encodeBase64Url(secret) });
}

/** RFC 6979 through noble: the same key and message always give the same signature. */
export function ecSign(crv: CurveName, { privateKey }: TestKey, digest: Bytes, format: 'der' | 'compact'): Bytes {
  const d = privateKey.export({ format: 'jwk' }).d ?? '';
  return CURVES[crv].sign(digest, Uint8Array.from(Buffer.from(d, 'base64url')), {
    prehash: false,
    lowS: false,
    format,
  });
}

export function nodeSign(hash: HashName | null, message: Bytes, key: Parameters<typeof sign>[2]): Bytes {
  return Uint8Array.from(sign(hash, message, key));
}

export const message = encodeUtf8('the message that was signed');

export function reasonOf(work: () => unknown): string {
  const result = attempt(work);
  return result.ok ? 'accepted' : result.problem.reason;
}

/** The one bit of the copy that differs is `bit`, modulo its length. */
export function flipped(bytes: Bytes, bit: number): Bytes {
  const copy = Uint8Array.from(bytes);
  const at = bit % (8 * copy.length);
  copy[at >> 3]! ^= 1 << (at & 7);
  return copy;
}

export function spkiOf(key: KeyObject): Bytes {
  return Uint8Array.from(key.export({ format: 'der', type: 'spki' }));
}

function fromJwk(jwk: Record<string, string>): TestKey {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const { d: _, ...open } = jwk;
  const publicObject = createPublicKey({ key: open, format: 'jwk' });
  return { key: importSpki(spkiOf(publicObject)), privateKey, publicObject };
}
