// SPDX-License-Identifier: Apache-2.0
import { verify } from 'node:crypto';
import type { HashName, PublicKey } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { CURVES, type EcKind } from './curves.ts';
import { judgeDerSignature, judgeRawSignature } from './ecdsa-signature.ts';
import { keyObjectOf } from './key-objects.ts';

/** ECDSA (FIPS 186-5 §6.4.2). A hash longer than the order is cut to its leftmost bits, by OpenSSL and by noble alike. */
export function ecdsaScheme(kind: EcKind, hash: HashName): Algorithm {
  const curve = CURVES.find((entry) => entry.kind === kind)!;
  return {
    id: `${kind}-${hash}`,
    kind,
    hash,
    engines: ['native', 'noble'],
    byDigest: true,
    judgeForm: (_key: PublicKey, sig, encoding) =>
      encoding === 'der' ? judgeDerSignature(curve, sig) : judgeRawSignature(curve, sig),
    verifyNatively: (key, message, sig, encoding) =>
      encoding === 'der'
        ? verify(hash, message, keyObjectOf(key), sig)
        : verify(hash, message, { key: keyObjectOf(key), dsaEncoding: 'ieee-p1363' }, sig),
  };
}
