// SPDX-License-Identifier: Apache-2.0
import { verify } from 'node:crypto';
import type { Algorithm } from './algorithm.ts';
import { ED25519_OCTETS, isSmallOrder } from './ed25519-encoding.ts';
import { keyObjectOf } from './key-objects.ts';

/**
 * Ed25519 (RFC 8032 §5.1.7), the pure variant, under one pinned rule (attacks D04): the cofactorless equation, canonical
 * encodings, S below the order, and neither the key nor R of small order. It is what OpenSSL 3.5 computes by itself.
 */
export const ed25519Scheme: Algorithm = {
  id: 'ed25519',
  kind: 'ed25519',
  hash: null,
  engines: ['native', 'noble'],
  byDigest: false,
  judgeForm: (key, sig) => {
    if (sig.length !== 2 * ED25519_OCTETS) return 'signature-encoding';
    const point = key.spki.subarray(key.spki.length - ED25519_OCTETS);
    return isSmallOrder(sig) || isSmallOrder(point) ? 'invalid' : 'well-formed';
  },
  verifyNatively: (key, message, sig) => verify(null, message, keyObjectOf(key), sig),
};
