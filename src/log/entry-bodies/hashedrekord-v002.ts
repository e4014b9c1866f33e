// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../../encoding/hex.ts';
import { requireBase64, requireObject } from '../../encoding/json-fields.ts';
import type { BindEntry } from './bind.ts';
import { compareSignature, compareSigned } from './compare.ts';
import { readDigestV2, sameHash } from './digest-v2.ts';
import { compareVerifierV2 } from './verifier-v2.ts';

const PLACE = '/spec/hashedRekordV002';

/** Rekor v2 hashedrekord 0.0.2: `data`, `signature.content`, `signature.verifier`; also over the PAE of an envelope. */
export const bindHashedrekordV002: BindEntry = (spec, context) => {
  const record = requireObject(spec, 'hashedRekordV002', '/spec');
  const data = readDigestV2(record, 'data', PLACE);
  const signature = requireObject(record, 'signature', PLACE);
  compareSigned(data, context, `${PLACE}/data`);
  compareSignature(requireBase64(signature, 'content', `${PLACE}/signature`), context, `${PLACE}/signature/content`);
  const details = compareVerifierV2(signature, context.signer, `${PLACE}/signature`);
  return {
    hashNamed: sameHash(data.algorithm, details),
    facts: { hashAlgorithm: data.algorithm, hash: encodeHex(data.value) },
    hashNotCompared: null,
  };
};
