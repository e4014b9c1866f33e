// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../../encoding/base64.ts';
import { encodeHex } from '../../encoding/hex.ts';
import { requireBase64, requireObject, requireString } from '../../encoding/json-fields.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import type { BindEntry } from './bind.ts';
import { comparePayload, compareSignature, mismatch, readNamedDigest, requireDsse, soleElement } from './compare.ts';
import { isSpellingOf } from './envelope-spellings.ts';
import { compareVerifierPem } from './verifier-pem.ts';

const PLACE = '/spec/content';

/**
 * Rekor intoto 0.0.2: `content.envelope.{payloadType, signatures[].{publicKey, sig}}` with the signature's base64 encoded once
 * more, `payloadHash`, and `hash` over the envelope as it was submitted.
 */
export const bindIntotoV002: BindEntry = (spec, context) => {
  const dsse = requireDsse(context.content);
  const content = requireObject(spec, 'content', '/spec');
  const envelope = requireObject(content, 'envelope', PLACE);
  const hash = readNamedDigest(content, 'hash', PLACE);
  const payloadHash = readNamedDigest(content, 'payloadHash', PLACE);
  const signature = soleElement(envelope, 'signatures', `${PLACE}/envelope`);
  if (requireString(envelope, 'payloadType', `${PLACE}/envelope`) !== dsse.payloadType) {
    throw mismatch(`the payload type at ${PLACE}/envelope/payloadType is another one`);
  }
  comparePayload(payloadHash, dsse, `${PLACE}/payloadHash`);
  const place = `${PLACE}/envelope/signatures/0`;
  compareSignature(decodeBase64(decodeUtf8(requireBase64(signature, 'sig', place))), context, `${place}/sig`);
  const pem = compareVerifierPem(requireBase64(signature, 'publicKey', place), context.signer, `${place}/publicKey`);
  return {
    hashNamed: null,
    facts: {
      payloadHashAlgorithm: payloadHash.algorithm,
      payloadHash: encodeHex(payloadHash.value),
      envelopeHash: encodeHex(hash.value),
    },
    hashNotCompared: isSpellingOf(hash, dsse, context, pem) ? null : `${PLACE}/hash`,
  };
};
