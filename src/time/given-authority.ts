// SPDX-License-Identifier: Apache-2.0
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import { instantFromNanoseconds } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { nameText } from '../x509/name-text.ts';

/**
 * Time-stamping authorities that the examiner names by their certificates: each self-issued one is an anchor, and the others
 * stand below every anchor. They are trusted as long as their certificates are valid.
 *
 * @throws Malformed `certificate-format` and the like
 */
export function timestampAuthorityFromCertificates(certificates: readonly Bytes[]): CertificateAuthority[] {
  const parsed = certificates.map((der) => parseCertificate(der));
  const others = parsed.filter(({ selfIssued }) => !selfIssued).map(({ der }) => der);
  const anchors = parsed.filter(({ selfIssued }) => selfIssued);
  if (anchors.length === 0) throw new Malformed('certificate-format', 'none of the certificates is a root');
  return anchors.map(({ der, subject }) => ({
    uri: nameText(subject),
    chain: [...others, der] as unknown as NonEmpty<Bytes>,
    validFor: { notBefore: instantFromNanoseconds(-(10n ** 30n)), notAfter: null },
  }));
}
