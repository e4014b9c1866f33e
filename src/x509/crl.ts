// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { bytesOf, contentOf, type DerNode, DerSequence, readDer, TAG } from '../encoding/der.ts';
import { readTime } from '../encoding/der-time.ts';
import { readInteger, readSmallInteger, readWholeBitString } from '../encoding/der-values.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Bytes, equalBytes, type Sha256 } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { Certificate } from './certificate.ts';
import { type Extension, readExtensions } from './extensions.ts';
import { checkName, sameName } from './name.ts';
import { nameText } from './name-text.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm, schemeUnderKey } from './signature-algorithm.ts';

/** RFC 5280 §5.3.1, in its own words. */
export const CRL_REASONS: Readonly<Record<number, string>> = {
  0: 'unspecified',
  1: 'keyCompromise',
  2: 'cACompromise',
  3: 'affiliationChanged',
  4: 'superseded',
  5: 'cessationOfOperation',
  6: 'certificateHold',
  9: 'privilegeWithdrawn',
  10: 'aACompromise',
};

export interface RevokedCertificate {
  readonly revokedAt: Instant;
  /** Since when the key is known or suspected not to be the owner's alone; null where the entry does not say. */
  readonly invalidSince: Instant | null;
  readonly reason: string;
}

/** A list as it was read: nothing is verified. */
export interface Crl {
  readonly der: Bytes;
  readonly sha256: Sha256;
  readonly tbs: Bytes;
  /** DER of the Name. */
  readonly issuer: Bytes;
  readonly authorityKeyId: Bytes | null;
  readonly number: bigint | null;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant | null;
  /** By serial number, decimal. */
  readonly revoked: ReadonlyMap<string, RevokedCertificate>;
  /** Which certificates of the issuer it is about. */
  readonly about: 'all' | 'end-entities' | 'authorities';
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Bytes;
}

const OID = {
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  authorityKeyIdentifier: '2.5.29.35',
} as const;
const CRL_SIGN = 6;

/**
 * A complete certificate revocation list of one issuer (RFC 5280 §5), in strict DER. Delta lists, indirect ones, those of some reasons or
 * of one distribution point only would have to be joined with others: they are refused, for half of a list says nothing of who is not on it.
 *
 * @throws Malformed `crl-format`, `crl-unsupported`, `der-invalid`, `time-invalid`, `limit-exceeded`
 */
export function parseCrl(der: Bytes): Crl {
  if (der.length > LIMITS.documentBytes)
    throw new Malformed('limit-exceeded', `a revocation list of more than ${LIMITS.documentBytes} bytes`);
  const outer = new DerSequence(readDer(der), 'a revocation list');
  const tbs = outer.expect(TAG.sequence, 'tbsCertList');
  const outerAlgorithm = outer.expect(TAG.sequence, 'signatureAlgorithm');
  const signature = readWholeBitString(outer.next('signatureValue'), 'signatureValue');
  outer.end();
  const members = new DerSequence(tbs, 'tbsCertList');
  const version = members.optional(TAG.integer);
  if (version !== null && readSmallInteger(version, 'version') !== 1)
    throw new Malformed('crl-format', 'a version that is not 2');
  const algorithm = members.expect(TAG.sequence, 'signature');
  if (!equalBytes(bytesOf(algorithm), bytesOf(outerAlgorithm)))
    throw new Malformed('crl-format', 'the signature algorithm inside the signed part is another than outside');
  const issuer = checkName(members.next('issuer'), 'issuer');
  const thisUpdate = readTime(members.next('thisUpdate')).time;
  const next = members.optional(TAG.utcTime) ?? members.optional(TAG.generalizedTime);
  const list = members.optional(TAG.sequence);
  const field = members.optional(0xa0);
  members.end();
  if (field !== null && version === null) throw new Malformed('crl-format', 'extensions in a list of version 1');
  const extensions = field === null ? new Map<string, Extension>() : readExtensions(only(field));
  return {
    der,
    sha256: sha256Hex(der),
    tbs: bytesOf(tbs),
    issuer,
    ...readListExtensions(extensions),
    thisUpdate,
    nextUpdate: next === null ? null : readTime(next).time,
    revoked: list === null ? new Map() : readEntries(list, version !== null),
    signatureAlgorithm: readSignatureAlgorithm(algorithm),
    signature,
  };
}

function readListExtensions(
  extensions: ReadonlyMap<string, Extension>,
): Pick<Crl, 'authorityKeyId' | 'number' | 'about'> {
  const number = extensions.get(OID.crlNumber);
  const aki = extensions.get(OID.authorityKeyIdentifier);
  const point = extensions.get(OID.issuingDistributionPoint);
  const known: readonly string[] = [OID.crlNumber, OID.authorityKeyIdentifier, OID.issuingDistributionPoint];
  if (extensions.has(OID.deltaIndicator)) throw new Malformed('crl-unsupported', 'a delta list');
  for (const [oid, { critical }] of extensions)
    if (critical && !known.includes(oid)) throw new Malformed('crl-unsupported', `the critical extension ${oid}`);
  return {
    number: number === undefined ? null : readInteger(readDer(number.value)),
    authorityKeyId: aki === undefined ? null : keyIdOf(readDer(aki.value)),
    about: point === undefined ? 'all' : readPoint(readDer(point.value)),
  };
}

function keyIdOf(node: DerNode): Bytes | null {
  const id = new DerSequence(node, 'authorityKeyIdentifier').optional(0x80);
  return id === null ? null : contentOf(id);
}

/** RFC 5280 §5.2.5: every flag is written only where it is true. */
function readPoint(node: DerNode): Crl['about'] {
  const members = new DerSequence(node, 'issuingDistributionPoint');
  const name = members.optional(0xa0);
  const users = members.optional(0x81);
  const authorities = members.optional(0x82);
  const partial = members.optional(0x83) ?? members.optional(0x84) ?? members.optional(0x85);
  members.end();
  if (name !== null || partial !== null)
    throw new Malformed('crl-unsupported', 'a list of one distribution point, of some reasons, or of other issuers');
  if (users !== null && authorities !== null) throw new Malformed('crl-format', 'a list about nothing');
  return users !== null ? 'end-entities' : authorities !== null ? 'authorities' : 'all';
}

function readEntries(list: DerNode, withExtensions: boolean): ReadonlyMap<string, RevokedCertificate> {
  const entries = new DerSequence(list, 'revokedCertificates');
  const found = new Map<string, RevokedCertificate>();
  while (!entries.done) {
    if (found.size >= LIMITS.crlEntries)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.crlEntries} revoked certificates`);
    const members = new DerSequence(entries.next('an entry'), 'an entry of the list');
    const serial = readInteger(members.next('userCertificate')).toString();
    const revokedAt = readTime(members.next('revocationDate')).time;
    const extensions = members.done ? null : members.expect(TAG.sequence, 'crlEntryExtensions');
    members.end();
    if (extensions !== null && !withExtensions)
      throw new Malformed('crl-format', 'extensions of an entry in a list of version 1');
    if (found.has(serial)) throw new Malformed('crl-format', `the serial number ${serial} stands twice`);
    found.set(serial, { revokedAt, ...readEntryExtensions(extensions) });
  }
  return found;
}

function readEntryExtensions(node: DerNode | null): Pick<RevokedCertificate, 'invalidSince' | 'reason'> {
  const extensions = node === null ? new Map<string, Extension>() : readExtensions(node);
  for (const [oid, { critical }] of extensions)
    if (critical && oid !== OID.reasonCode && oid !== OID.invalidityDate)
      throw new Malformed('crl-unsupported', `the critical extension ${oid} of an entry`);
  const code = extensions.get(OID.reasonCode);
  const since = extensions.get(OID.invalidityDate);
  return {
    reason: code === undefined ? CRL_REASONS[0]! : reasonOf(readDer(code.value)),
    invalidSince: since === undefined ? null : readTime(readDer(since.value)).time,
  };
}

const ENUMERATED = 0x0a;

function reasonOf(node: DerNode): string {
  const content = contentOf(node);
  const reason = node.tag === ENUMERATED && content.length === 1 ? CRL_REASONS[content[0]!] : undefined;
  if (reason === undefined) throw new Malformed('crl-format', 'the reason of an entry is none of RFC 5280');
  return reason;
}

function only(wrapper: DerNode): DerNode {
  const members = new DerSequence(wrapper, 'a tagged field', wrapper.tag);
  const member = members.next('its value');
  members.end();
  return member;
}

/** Is it of this issuer, by name and, where both say it, by key. */
export function isCrlOf(crl: Crl, issuer: Certificate): boolean {
  if (!sameName(crl.issuer, issuer.subject)) return false;
  return crl.authorityKeyId === null || issuer.ski === null || equalBytes(crl.authorityKeyId, issuer.ski);
}

/**
 * Has this issuer signed the list, and may it (RFC 5280 §6.3.3 (f), (g)).
 *
 * @throws Malformed `crl-signature`, and reasons of the engine
 */
export function verifyCrl(crl: Crl, issuer: Certificate, engine: Engine): void {
  const name = nameText(issuer.subject);
  if (issuer.keyUsage !== null && !issuer.keyUsage.has(CRL_SIGN))
    throw new Malformed('crl-signature', `the certificate of ${name} may not sign revocation lists`);
  const { key, keyProblem } = issuer;
  if (key === null) throw new Malformed(keyProblem?.reason ?? 'key-format', keyProblem?.detail ?? name);
  if (key.weakness !== null) throw new Malformed('key-weak', `${key.weakness} (${name})`);
  const scheme = attempt(() => schemeUnderKey(crl.signatureAlgorithm, key));
  if (!scheme.ok) throw new Malformed(scheme.problem.reason, scheme.problem.detail);
  const outcome = engine.verify(scheme.value, key, crl.tbs, crl.signature);
  const reason = outcomeReason(outcome);
  if (reason === null) return;
  const isWrong = outcome === 'invalid' || outcome === 'signature-encoding';
  throw new Malformed(isWrong ? 'crl-signature' : reason, `the list does not verify under the key of ${name}`);
}

/** What the list says of a certificate of its issuer; null where it is not about such certificates, or does not name it. */
export function revocationIn(crl: Crl, certificate: Certificate): RevokedCertificate | null {
  const isAuthority = certificate.basicConstraints?.ca === true;
  if (crl.about === 'end-entities' && isAuthority) return null;
  if (crl.about === 'authorities' && !isAuthority) return null;
  return crl.revoked.get(certificate.serial.toString()) ?? null;
}
