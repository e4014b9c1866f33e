// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../encoding/base64.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readSignatureFile } from '../encoding/signature-file.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import type { Checked, Locator } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { ClaimedSigner, SignedEntity } from '../model/signed-entity.ts';
import { opening } from './envelope-kind.ts';
import { readSignerPem } from './signer-pem.ts';

export interface DetachedParts {
  /** Raw octets, or one line of base64. */
  readonly signature: Bytes;
  /** PEM, or base64 of PEM as cosign wrote it; null: a plain key has signed. */
  readonly certificate: Bytes | null;
  /** PEM of what stands above the certificate. */
  readonly chain: Bytes | null;
  /** DER of tokens over the signature that lie beside it. */
  readonly timestamps: readonly Bytes[];
}

/**
 * A signature in a file of its own (`cosign sign-blob --output-signature`, `openssl dgst -sign`), with the certificate in
 * another. Nobody has witnessed it: without a token over it there is no trusted time, and a certificate needs one.
 */
export function openDetachedSignature(parts: DetachedParts, at: Locator): Checked<NonEmpty<SignedEntity>> {
  return opening('cosign-signature', at, () => ({
    envelope: 'cosign-signature',
    version: '',
    content: { kind: 'message', digest: null },
    signatures: [{ sig: readSignatureFile(parts.signature), keyHint: null }],
    signer: readSigner(parts),
    timestamps: parts.timestamps,
    logEntries: [],
    at,
  }));
}

/** The same over cosign's payload of an image, whose octets are another file's. */
export function openSignedPayload(payload: Bytes, parts: DetachedParts, at: Locator): Checked<NonEmpty<SignedEntity>> {
  return opening('cosign-image-signature', at, () => ({
    envelope: 'cosign-image-signature',
    version: '',
    content: { kind: 'simple-signing', payload },
    signatures: [{ sig: readSignatureFile(parts.signature), keyHint: null }],
    signer: readSigner(parts),
    timestamps: parts.timestamps,
    logEntries: [],
    at,
  }));
}

function readSigner({ certificate, chain }: DetachedParts): ClaimedSigner {
  if (certificate === null) return { kind: 'key', hint: null };
  const leaf = readSignerPem(pemText(certificate), 'the certificate');
  const above = chain === null ? null : readSignerPem(pemText(chain), 'the certificate chain');
  if (leaf.kind !== 'certificate')
    throw new Malformed('pem-invalid', 'a public key stands where a certificate is wanted');
  if (above?.kind !== 'certificate') return leaf;
  const all = [...leaf.chain, ...above.chain];
  if (all.length > LIMITS.certificates)
    throw new Malformed('limit-exceeded', `${all.length} certificates, more than ${LIMITS.certificates}`);
  return { kind: 'certificate', chain: all, form: 'chain' };
}

/** cosign's `--output-certificate` was base64 of PEM for years, and PEM later. */
export function pemText(bytes: Bytes): string {
  const text = decodeUtf8(bytes);
  return text.includes('-----BEGIN') ? text : decodeUtf8(decodeBase64(text.trimEnd()));
}
