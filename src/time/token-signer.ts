// SPDX-License-Identifier: Apache-2.0
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PreparedAuthority } from '../x509/authorities.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import type { SignerIdentifier } from '../x509/cms.ts';
import { namesCertificate } from '../x509/cms-signing-certificate.ts';
import { sameName } from '../x509/name.ts';
import { listing } from './admission.ts';
import type { TimestampToken } from './token.ts';

/** Whose token it is, before anything of that is verified. */
export interface ClaimedSigner {
  readonly certificate: Certificate;
  /** The trusted authorities that list the certificate, or that its issuers are named like. */
  readonly authorities: readonly PreparedAuthority[];
  /** What else may lead there: certificates that the token brings along. */
  readonly embedded: readonly Certificate[];
}

/**
 * The one certificate that both the signer identifier and the signed name of the certificate point to (RFC 3161 §2.4.1,
 * RFC 5816): among those of the trusted authorities and those that the token carries, wherever they stand there.
 *
 * @returns null where the token does not even name a trusted authority
 * @throws Malformed `timestamp-signer`, `timestamp-algorithm`, `timestamp-format`
 */
export function identifySigner(token: TimestampToken, trusted: readonly PreparedAuthority[]): ClaimedSigner | null {
  const own = trusted.flatMap(({ certificates }) => certificates);
  const embedded = token.signedData.certificates.map((der) => readEmbedded(der, own));
  const identified = [...own, ...embedded].filter((certificate) => isIdentified(certificate, token.signer.sid));
  // A second one that fits would share a hash with the first. Those of the trusted root come first.
  const certificate = identified.find((one) => token.certificateIds.every((id) => namesCertificate(id, one)));
  if (certificate === undefined) return refuseUnlessUnknown(token, trusted, identified, embedded);
  const lists = listing(trusted, certificate);
  // A certificate of the trusted root has its path there: what the token brings along does not matter.
  if (lists.length > 0) return { certificate, authorities: lists, embedded: [] };
  const authorities = namedAuthorities(trusted, [certificate.issuer], embedded);
  return authorities.length === 0 ? null : { certificate, authorities, embedded };
}

/** Certificates of the trusted root often stand in the token again: those are read already. */
function readEmbedded(der: Bytes, own: readonly Certificate[]): Certificate {
  const known = own.find((certificate) => equalBytes(certificate.der, der));
  if (known !== undefined) return known;
  const read = attempt(() => parseCertificate(der));
  if (read.ok) return read.value;
  const { reason, detail } = read.problem;
  throw new Malformed(
    reason === 'limit-exceeded' ? reason : 'timestamp-format',
    `a certificate of the token: ${detail}`,
  );
}

function isIdentified(certificate: Certificate, sid: SignerIdentifier): boolean {
  if (sid.kind === 'key-id') return certificate.ski !== null && equalBytes(certificate.ski, sid.keyId);
  return certificate.serial === sid.serial && equalBytes(certificate.issuer, sid.issuer);
}

/** No certificate fits. That refutes a token that names a trusted authority, and is nothing to us of any other. */
function refuseUnlessUnknown(
  token: TimestampToken,
  trusted: readonly PreparedAuthority[],
  identified: readonly Certificate[],
  embedded: readonly Certificate[],
): null {
  const { sid } = token.signer;
  const issuers = sid.kind === 'issuer-serial' ? [sid.issuer] : identified.map(({ issuer }) => issuer);
  const isListed = identified.some((certificate) => listing(trusted, certificate).length > 0);
  if (!isListed && namedAuthorities(trusted, issuers, embedded).length === 0) return null;
  if (token.certificateIds.some(({ hash }) => hash === null)) {
    throw new Malformed('timestamp-algorithm', 'the signing certificate is named by a hash that is not accepted');
  }
  const found =
    identified.length === 0
      ? 'no certificate at hand is that of the signer'
      : 'the signed name is of another certificate';
  throw new Malformed('timestamp-signer', found);
}

/** The authorities that bear one of these names, or one that the token's own certificates lead to from there. */
function namedAuthorities(
  trusted: readonly PreparedAuthority[],
  issuers: readonly Bytes[],
  embedded: readonly Certificate[],
): PreparedAuthority[] {
  const names = [...issuers];
  // Grows while it is walked: each certificate adds its issuer once at most.
  const left = new Set(embedded);
  for (const name of names) {
    for (const certificate of left) {
      if (!sameName(certificate.subject, name)) continue;
      left.delete(certificate);
      names.push(certificate.issuer);
    }
  }
  return trusted.filter(({ certificates }) =>
    certificates.some(({ subject }) => names.some((name) => sameName(subject, name))),
  );
}
