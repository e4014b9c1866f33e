// SPDX-License-Identifier: Apache-2.0

import { importPkcs1, importSpki } from '../../crypto/public-key.ts';
import { readCertificatePem, readPublicKeyPem } from '../../encoding/pem.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import { type Bytes, equalBytes } from '../../model/bytes.ts';
import type { SignerKey } from './bind.ts';
import { mismatch } from './compare.ts';

/**
 * Rekor v1 names the verifier by a PEM file: the certificate where the signature came with one (its chain may follow), else
 * the public key. A certificate never stands for a plain key, nor the other way round.
 *
 * @returns the PEM text, as the log recorded it
 */
export function compareVerifierPem(pem: Bytes, signer: SignerKey, pointer: string): string {
  const text = decodeUtf8(pem);
  if (signer.certificateDer !== null) {
    const [leaf] = readCertificatePem(text).certificates;
    if (leaf === undefined || !equalBytes(leaf, signer.certificateDer)) throw otherKey(pointer);
    return text;
  }
  const { label, der } = readPublicKeyPem(text);
  if (label === 'PUBLIC KEY' && equalBytes(der, signer.spki)) return text;
  const key = label === 'PUBLIC KEY' ? importSpki(der) : importPkcs1(der);
  if (!equalBytes(key.spki, signer.spki)) throw otherKey(pointer);
  return text;
}

export function otherKey(pointer: string): ReturnType<typeof mismatch> {
  return mismatch(`the certificate or key at ${pointer} is another one`);
}
