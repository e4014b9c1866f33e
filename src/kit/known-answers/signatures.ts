// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS } from '../../crypto/algorithms.ts';
import { type EngineId, loadEngine } from '../../crypto/engine.ts';
import { importMlDsa44Raw } from '../../crypto/ml-dsa.ts';
import { importSpki } from '../../crypto/public-key.ts';
import { decodeBase64 } from '../../encoding/base64.ts';
import { decodeHex } from '../../encoding/hex.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { PublicKey, SchemeId } from '../../model/public-key.ts';
import { SIGNATURE_ANSWERS } from '../generated/known-answers.generated.ts';
import type { AnswerGroup, KnownAnswer } from './answer.ts';

const ENGINES = ['native', 'noble', 'dual'] as const satisfies readonly EngineId[];
/** Octets of a key of ML-DSA-44 behind its head in a SubjectPublicKeyInfo. */
const ML_DSA_KEY = 1312;

/** Every scheme of ALGORITHMS, by each engine: the signature, one bit of it or of the message altered, and half of it. */
export const SIGNATURES: AnswerGroup = {
  name: 'signatures',
  answers: SIGNATURE_ANSWERS.flatMap((one) => {
    const scheme = one.scheme as SchemeId;
    const [message, signature] = [decodeHex(one.message), decodeBase64(one.signature)];
    let key: PublicKey | undefined;
    const judge = async (id: EngineId, over: Bytes, bytes: Bytes) => {
      key ??= keyOf(scheme, decodeBase64(one.key));
      return (await loadEngine(id)).verify(scheme, key, over, bytes);
    };
    return ENGINES.flatMap((id): KnownAnswer[] => {
      const has = id === 'noble' ? ALGORITHMS[scheme].engines.includes('noble') : true;
      const lacks = 'engine-lacks-algorithm';
      return [
        { name: `${scheme} ${id} good`, expected: has ? 'valid' : lacks, ask: () => judge(id, message, signature) },
        {
          name: `${scheme} ${id} other message`,
          expected: has ? 'invalid' : lacks,
          ask: () => judge(id, flipped(message, 0), signature),
        },
        {
          name: `${scheme} ${id} altered`,
          expected: has ? 'invalid' : lacks,
          ask: () => judge(id, message, flipped(signature, Math.floor(signature.length / 2))),
        },
        {
          name: `${scheme} ${id} half`,
          expected: 'signature-encoding',
          ask: () => judge(id, message, signature.subarray(0, signature.length >> 1)),
        },
      ];
    });
  }),
};

function keyOf(scheme: SchemeId, spki: Bytes): PublicKey {
  return scheme === 'ml-dsa-44' ? importMlDsa44Raw(spki.subarray(spki.length - ML_DSA_KEY)) : importSpki(spki);
}

function flipped(bytes: Bytes, at: number): Bytes {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 1;
  return copy;
}
