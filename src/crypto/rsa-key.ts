// SPDX-License-Identifier: Apache-2.0
import { childrenOf, type DerNode, expectTag, TAG } from '../encoding/der.ts';
import { readInteger } from '../encoding/der-values.ts';
import { LIMITS } from '../encoding/limits.ts';
import { Malformed } from '../model/malformed.ts';

const LEAST_BITS = 2048;
const MOST_BITS = 8192;
const LEAST_EXPONENT = 65537n;

export interface RsaNumbers {
  readonly bits: number;
  readonly weakness: string | null;
}

/**
 * RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017 A.1.1), and how strong it is.
 *
 * @throws Malformed `key-format` for numbers that are no RSA key, `algorithm-unsupported` for an exponent of over 64
 *   bits, which OpenSSL does not compute with (its "invalid" would be no statement about the signature), `der-invalid`
 */
export function readRsaNumbers(node: DerNode): RsaNumbers {
  const [modulus, exponent, ...more] = childrenOf(expectTag(node, TAG.sequence, 'RSAPublicKey'));
  if (modulus === undefined || exponent === undefined || more.length > 0) {
    throw new Malformed('key-format', 'RSAPublicKey is not a modulus and an exponent');
  }
  const n = readInteger(modulus);
  const e = readInteger(exponent);
  if (n <= 0n || n % 2n === 0n) throw new Malformed('key-format', 'the RSA modulus is not an odd positive number');
  if (e <= 0n || e % 2n === 0n) throw new Malformed('key-format', 'the RSA exponent is not an odd positive number');
  if (e >= n) throw new Malformed('key-format', 'the RSA exponent is not below the modulus');
  const bits = n.toString(2).length;
  if (bits > LIMITS.rsaBits) throw new Malformed('key-format', `the RSA modulus has ${bits} bits`);
  if (e >= 1n << 64n) throw new Malformed('algorithm-unsupported', 'the RSA exponent has more than 64 bits');
  return { bits, weakness: weaknessOf(bits, e) };
}

/** SP 800-131A: 2048 bits; FIPS 186-5 §5.1: an exponent above 2^16. Above 8192 bits is outside the list, not weak as such. */
function weaknessOf(bits: number, e: bigint): string | null {
  if (bits < LEAST_BITS) return `the RSA modulus has ${bits} bits, fewer than ${LEAST_BITS}`;
  if (bits > MOST_BITS) return `the RSA modulus has ${bits} bits, more than ${MOST_BITS}`;
  if (e < LEAST_EXPONENT) return `the RSA exponent is ${e}, below ${LEAST_EXPONENT}`;
  return null;
}
