// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { Problem } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { Certificate } from './certificate.ts';

/** Whatever may have signed a certificate: a certificate, or a trust anchor of name and key. */
export interface Issuer {
  /** DER of the Name. */
  readonly subject: Bytes;
  /** SubjectPublicKeyInfo: what an SCT's issuer key hash is over. */
  readonly spki: Bytes;
  readonly key: PublicKey | null;
  readonly keyProblem: Problem | null;
}

/** Where a path may end (RFC 5280 §6.1.1 (d)). A certificate is held to its own window and extensions all the same. */
export interface TrustAnchor extends Issuer {
  readonly certificate: Certificate | null;
}

export function anchorFromCertificate(certificate: Certificate): TrustAnchor {
  return new CertificateAnchor(certificate);
}

/** Asks the certificate for its key when it is asked itself: keys are parsed late. */
class CertificateAnchor implements TrustAnchor {
  readonly certificate: Certificate;
  readonly subject: Bytes;
  readonly spki: Bytes;

  constructor(certificate: Certificate) {
    this.certificate = certificate;
    this.subject = certificate.subject;
    this.spki = certificate.spki;
  }

  get key(): PublicKey | null {
    return this.certificate.key;
  }

  get keyProblem(): Problem | null {
    return this.certificate.keyProblem;
  }
}

/** @param subject the DER of a Name */
export function anchorFromKey(subject: Bytes, key: PublicKey): TrustAnchor {
  return { subject, spki: key.spki, key, keyProblem: null, certificate: null };
}
