// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../../encoding/hex.ts';
import { optionalObject, requireBase64, requireObject } from '../../encoding/json-fields.ts';
import type { BindEntry } from './bind.ts';
import { comparePayload, mismatch, readNamedDigest, requireDsse } from './compare.ts';
import { isSpellingOf } from './envelope-spellings.ts';
import { compareVerifierPem } from './verifier-pem.ts';

/**
 * Rekor intoto 0.0.1: `publicKey` (PEM), `content.hash` over the envelope as it was submitted, and in later entries
 * `content.payloadHash`. The body does not repeat the signature: only `content.hash` binds it, so a spelling of the envelope
 * that gives this hash must be found.
 */
export const bindIntotoV001: BindEntry = (spec, context) => {
  const dsse = requireDsse(context.content);
  const content = requireObject(spec, 'content', '/spec');
  const hash = readNamedDigest(content, 'hash', '/spec/content');
  const pem = compareVerifierPem(requireBase64(spec, 'publicKey', '/spec'), context.signer, '/spec/publicKey');
  if (optionalObject(content, 'payloadHash', '/spec/content') !== undefined) {
    comparePayload(readNamedDigest(content, 'payloadHash', '/spec/content'), dsse, '/spec/content/payloadHash');
  }
  if (!isSpellingOf(hash, dsse, context, pem)) {
    throw mismatch('no known spelling of this envelope has the digest at /spec/content/hash');
  }
  return {
    hashNamed: null,
    facts: { envelopeHashAlgorithm: hash.algorithm, envelopeHash: encodeHex(hash.value) },
    hashNotCompared: null,
  };
};
