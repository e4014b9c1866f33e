// SPDX-License-Identifier: Apache-2.0
import { constants, verify } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';
import type { HashName, PublicKey } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { keyObjectOf } from './key-objects.ts';
import type { SignatureForm } from './outcome.ts';

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2). OpenSSL compares the whole encoded message, so that no lax parse is possible. */
export function rsaPkcs1Scheme(hash: HashName): Algorithm {
  return {
    ...RSA,
    id: `rsa-pkcs1v15-${hash}`,
    hash,
    verifyNatively: (key, message, sig) =>
      verify(hash, message, { key: keyObjectOf(key), padding: constants.RSA_PKCS1_PADDING }, sig),
  };
}

/**
 * RSASSA-PSS (RFC 8017 §8.1.2) with a salt exactly as long as the hash: left to itself, node:crypto takes any (attacks D03).
 * The hash of MGF1 is that of the message: OpenSSL sets it so where nothing else is said, and node:crypto can say nothing else.
 */
export function rsaPssScheme(hash: HashName): Algorithm {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return {
    ...RSA,
    id: `rsa-pss-${hash}`,
    hash,
    verifyNatively: (key, message, sig) => verify(hash, message, { key: keyObjectOf(key), padding, saltLength }, sig),
  };
}

const RSA = { kind: 'rsa', engines: ['native'], byDigest: false, judgeForm } as const;

/** As many octets as the modulus has (RFC 8017 §8.1.2 and §8.2.2, step 1). */
function judgeForm(key: PublicKey, sig: Bytes): SignatureForm {
  return sig.length === Math.ceil(key.bits / 8) ? 'well-formed' : 'signature-encoding';
}
