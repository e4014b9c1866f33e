// SPDX-License-Identifier: Apache-2.0
import { p256, p384, p521 } from '@noble/curves/nist.js';
import type { Bytes } from '../model/bytes.ts';
import type { PublicKey } from '../model/public-key.ts';
import { curveOf, type EcKind } from './curves.ts';
import type { SignatureEncoding } from './outcome.ts';

const CURVES = { 'ecdsa-p256': p256, 'ecdsa-p384': p384, 'ecdsa-p521': p521 } as const;

/**
 * ECDSA over a digest. Every option is spelled out, because the defaults are others': a low s would be asked for (real
 * signatures are high in half the cases), the message hashed once more, and r‖s expected (attacks D05).
 */
export function nobleEcdsa(key: PublicKey, digest: Bytes, sig: Bytes, encoding: SignatureEncoding): boolean {
  const kind = key.kind as EcKind;
  const octets = curveOf(kind)!.octets;
  const point = key.spki.subarray(key.spki.length - (1 + 2 * octets));
  const format = encoding === 'der' ? 'der' : 'compact';
  return CURVES[kind].verify(sig, digest, point, { lowS: false, prehash: false, format });
}
