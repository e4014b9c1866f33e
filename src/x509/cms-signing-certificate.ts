// SPDX-License-Identifier: Apache-2.0
import { digest } from '../crypto/digest.ts';
import { sha1Identifier } from '../crypto/sha1-identifier.ts';
import { childrenOf, type DerNode, DerSequence, readInteger, readOctetString, TAG } from '../encoding/der.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { Certificate } from './certificate.ts';
import type { CmsSigner } from './cms.ts';
import { readGeneralNameSequence } from './general-name.ts';
import { readHashAlgorithm } from './signature-algorithm.ts';

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** The signed name of the certificate that signed. `hash` null: the hash that it is named by is not on the list. */
export interface CertificateId {
  readonly hash: HashName | 'sha1' | null;
  readonly value: Bytes;
  readonly issuerSerial: { readonly issuer: Bytes; readonly serial: bigint } | null;
}

/**
 * The first ESSCertID (RFC 2634 §5.4) and ESSCertIDv2 (RFC 5035 §3; RFC 5816) of the signed attributes: the certificate
 * that verifies the signature. Both may stand; then both must match. Empty where neither stands.
 *
 * @throws Malformed `der-invalid`
 */
export function readCertificateIds(signer: CmsSigner): CertificateId[] {
  const ids: CertificateId[] = [];
  const v1 = signer.signedAttributes?.get(SIGNING_CERTIFICATE);
  const v2 = signer.signedAttributes?.get(SIGNING_CERTIFICATE_V2);
  if (v1 !== undefined) ids.push(readFirstId(v1, 'SigningCertificate', false));
  if (v2 !== undefined) ids.push(readFirstId(v2, 'SigningCertificateV2', true));
  return ids;
}

/**
 * Whether the signed name is that of this certificate. SHA-1 is taken in the old form, which has no other hash, and only
 * beside a matching sid, which the caller compares. Under a hash that is not on the list, it is nobody's name.
 */
export function namesCertificate(id: CertificateId, certificate: Certificate): boolean {
  if (id.hash === null) return false;
  const value = id.hash === 'sha1' ? sha1Identifier(certificate.der) : digest(id.hash, certificate.der);
  if (!equalBytes(value, id.value)) return false;
  if (id.issuerSerial === null) return true;
  const { issuer, serial } = id.issuerSerial;
  return equalBytes(issuer, certificate.issuer) && serial === certificate.serial;
}

function readFirstId(values: readonly DerNode[], what: string, isV2: boolean): CertificateId {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) throw invalid(`${what} does not have exactly one value`);
  const fields = new DerSequence(value, what);
  const [first] = childrenOf(fields.expect(TAG.sequence, 'certs'));
  if (!fields.done) fields.expect(TAG.sequence, 'policies');
  fields.end();
  if (first === undefined) throw invalid(`${what} names no certificate`);
  return readId(first, isV2);
}

/** ESSCertIDv2's hash algorithm defaults to SHA-256; ESSCertID has SHA-1 and no field for it. */
function readId(node: DerNode, isV2: boolean): CertificateId {
  const fields = new DerSequence(node, 'ESSCertID');
  const algorithm = isV2 ? fields.optional(TAG.sequence) : null;
  const value = readOctetString(fields.next('certHash'));
  const issuerSerial = fields.done ? null : readIssuerSerial(fields.next('issuerSerial'));
  fields.end();
  const hash = isV2 ? (algorithm === null ? 'sha256' : readHashAlgorithm(algorithm)) : 'sha1';
  return { hash, value, issuerSerial };
}

/** RFC 5035 §5: the issuer is exactly one directoryName. */
function readIssuerSerial(node: DerNode): { issuer: Bytes; serial: bigint } {
  const fields = new DerSequence(node, 'IssuerSerial');
  const [name, ...others] = readGeneralNameSequence(fields.next('issuer'));
  if (name?.kind !== 'directoryName' || others.length > 0)
    throw invalid('IssuerSerial does not name exactly one issuer');
  const serial = readInteger(fields.next('serialNumber'));
  fields.end();
  return { issuer: name.name, serial };
}

function invalid(detail: string): Malformed {
  return new Malformed('der-invalid', detail);
}
