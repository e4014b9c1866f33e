// SPDX-License-Identifier: Apache-2.0
import { digest } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { type DerNode, readOctetString, readOid } from '../encoding/der.ts';
import { equalBytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { CmsSignedData, CmsSigner } from './cms.ts';
import { checkAlgorithmProtection, signerScheme } from './cms-algorithms.ts';
import { readHashAlgorithm } from './signature-algorithm.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const ALGORITHM_PROTECTION = '1.2.840.113549.1.9.52';

/**
 * Whether this key made this signature over this content (RFC 5652 §5.4, §5.6): content type and digest stand among the
 * signed attributes, and the signature is over the DER of their set.
 *
 * @returns the scheme under which it verified
 * @throws Malformed `timestamp-signature`, `timestamp-algorithm`, `timestamp-format`, and reasons of the engine
 */
export function verifySigner(data: CmsSignedData, signer: CmsSigner, key: PublicKey, engine: Engine): SchemeId {
  const { signedAttributes, signedBytes } = signer;
  if (signedAttributes === null || signedBytes === null) {
    throw new Malformed('timestamp-format', 'the signer has no signed attributes, which content of this type needs');
  }
  const { scheme, hash } = signerScheme(signer.digestAlgorithm, signer.signatureAlgorithm, key);
  if (!data.digestAlgorithms.some((algorithm) => readHashAlgorithm(algorithm.node) === hash)) {
    throw new Malformed('timestamp-algorithm', `the digest algorithms of the token do not list the signer's ${hash}`);
  }
  if (readOid(soleValue(signedAttributes, CONTENT_TYPE, 'contentType')) !== data.contentType) {
    throw new Malformed('timestamp-signature', 'the signed content type is another than that of the content');
  }
  if (
    !equalBytes(
      readOctetString(soleValue(signedAttributes, MESSAGE_DIGEST, 'messageDigest')),
      digest(hash, data.content),
    )
  ) {
    throw new Malformed('timestamp-signature', `the signed digest is not the ${hash} of the content`);
  }
  if (signedAttributes.has(ALGORITHM_PROTECTION)) {
    const value = soleValue(signedAttributes, ALGORITHM_PROTECTION, 'CMSAlgorithmProtection');
    checkAlgorithmProtection(value, signer.digestAlgorithm, signer.signatureAlgorithm);
  }
  const outcome = engine.verify(scheme, key, signedBytes, signer.signature);
  if (outcome === 'valid') return scheme;
  if (outcome === 'invalid') throw new Malformed('timestamp-signature', `the ${scheme} signature does not verify`);
  throw new Malformed(outcome, `the ${scheme} signature of the token`);
}

function soleValue(attributes: ReadonlyMap<string, readonly DerNode[]>, type: string, what: string): DerNode {
  const [value, ...others] = attributes.get(type) ?? [];
  if (value === undefined || others.length > 0) {
    throw new Malformed('timestamp-format', `the signed attributes do not hold exactly one ${what}`);
  }
  return value;
}
