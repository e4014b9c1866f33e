// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../../encoding/hex.ts';
import { requireBase64, requireObject } from '../../encoding/json-fields.ts';
import type { BindEntry } from './bind.ts';
import { comparePayload, compareSignature, requireDsse, soleElement } from './compare.ts';
import { readDigestV2 } from './digest-v2.ts';
import { compareVerifierV2 } from './verifier-v2.ts';

const PLACE = '/spec/dsseV002';

/** Rekor v2 dsse 0.0.2: `payloadHash` and `signatures[].{content, verifier}`. */
export const bindDsseV002: BindEntry = (spec, context) => {
  const dsse = requireDsse(context.content);
  const record = requireObject(spec, 'dsseV002', '/spec');
  const payloadHash = readDigestV2(record, 'payloadHash', PLACE);
  const signature = soleElement(record, 'signatures', PLACE);
  comparePayload(payloadHash, dsse, `${PLACE}/payloadHash`);
  const place = `${PLACE}/signatures/0`;
  compareSignature(requireBase64(signature, 'content', place), context, `${place}/content`);
  return {
    hashNamed: compareVerifierV2(signature, context.signer, place),
    facts: { payloadHashAlgorithm: payloadHash.algorithm, payloadHash: encodeHex(payloadHash.value) },
    hashNotCompared: null,
  };
};
