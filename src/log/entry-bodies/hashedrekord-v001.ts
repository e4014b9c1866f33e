// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../../encoding/hex.ts';
import { requireBase64, requireObject } from '../../encoding/json-fields.ts';
import type { BindEntry } from './bind.ts';
import { compareSignature, compareSigned, readNamedDigest } from './compare.ts';
import { compareVerifierPem } from './verifier-pem.ts';

/** Rekor hashedrekord 0.0.1: `data.hash`, `signature.content`, `signature.publicKey.content` (PEM). */
export const bindHashedrekordV001: BindEntry = (spec, context) => {
  const hash = readNamedDigest(requireObject(spec, 'data', '/spec'), 'hash', '/spec/data');
  const signature = requireObject(spec, 'signature', '/spec');
  const publicKey = requireObject(signature, 'publicKey', '/spec/signature');
  compareSigned(hash, context, '/spec/data/hash');
  compareSignature(requireBase64(signature, 'content', '/spec/signature'), context, '/spec/signature/content');
  const pem = requireBase64(publicKey, 'content', '/spec/signature/publicKey');
  compareVerifierPem(pem, context.signer, '/spec/signature/publicKey/content');
  return {
    hashNamed: hash.algorithm,
    facts: { hashAlgorithm: hash.algorithm, hash: encodeHex(hash.value) },
    hashNotCompared: null,
  };
};
