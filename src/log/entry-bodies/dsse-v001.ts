// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../../encoding/hex.ts';
import { requireBase64 } from '../../encoding/json-fields.ts';
import type { BindEntry } from './bind.ts';
import { comparePayload, compareSignature, readNamedDigest, requireDsse, soleElement } from './compare.ts';
import { isSpellingOf } from './envelope-spellings.ts';
import { compareVerifierPem } from './verifier-pem.ts';

/**
 * Rekor dsse 0.0.1: `payloadHash`, `signatures[].{signature, verifier}`, and `envelopeHash` over the envelope as it was
 * submitted, a spelling that the bundle need not keep.
 */
export const bindDsseV001: BindEntry = (spec, context) => {
  const dsse = requireDsse(context.content);
  const envelopeHash = readNamedDigest(spec, 'envelopeHash', '/spec');
  const payloadHash = readNamedDigest(spec, 'payloadHash', '/spec');
  const signature = soleElement(spec, 'signatures', '/spec');
  comparePayload(payloadHash, dsse, '/spec/payloadHash');
  compareSignature(
    requireBase64(signature, 'signature', '/spec/signatures/0'),
    context,
    '/spec/signatures/0/signature',
  );
  const verifier = requireBase64(signature, 'verifier', '/spec/signatures/0');
  const pem = compareVerifierPem(verifier, context.signer, '/spec/signatures/0/verifier');
  return {
    hashNamed: null,
    facts: {
      payloadHashAlgorithm: payloadHash.algorithm,
      payloadHash: encodeHex(payloadHash.value),
      envelopeHash: encodeHex(envelopeHash.value),
    },
    hashNotCompared: isSpellingOf(envelopeHash, dsse, context, pem) ? null : '/spec/envelopeHash',
  };
};
