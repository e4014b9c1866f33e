// SPDX-License-Identifier: Apache-2.0

import { sha256Hex } from '../crypto/digest.ts';
import { importSpki } from '../crypto/spki.ts';
import { bytesOf, type DerNode, DerSequence, readDer, TAG } from '../encoding/der.ts';
import { readTime } from '../encoding/der-time.ts';
import { readInteger, readSmallInteger, readWholeBitString } from '../encoding/der-values.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Bytes, equalBytes, type Sha256 } from '../model/bytes.ts';
import type { FindingCode } from '../model/findings.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { type Extension, readExtensions, readStandardExtensions, type StandardExtensions } from './extensions.ts';
import { checkName, isEmptyName, sameName } from './name.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signature-algorithm.ts';

/** A parsed certificate: claimed values, nothing is verified. All bytes are parts of `der`. */
export interface Certificate extends StandardExtensions {
  readonly der: Bytes;
  /** Exactly the signed bytes. */
  readonly tbs: Bytes;
  readonly serial: bigint;
  /** DER of the Name. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  /** Issuer and subject are the same name (RFC 5280 §6.1: such a certificate does not count for path lengths). */
  readonly selfIssued: boolean;
  /** Both ends inclusive (RFC 5280 §4.1.2.5). */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** SubjectPublicKeyInfo as it stands in the certificate. */
  readonly spki: Bytes;
  /** Parsed when first asked for. Null where `keyProblem` tells why: unsupported, or malformed. */
  readonly key: PublicKey | null;
  readonly keyProblem: Problem | null;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Bytes;
  readonly extensions: ReadonlyMap<string, Extension>;
  /** Where the TBSCertificate and its [3] field stand in `der`. */
  readonly layout: { readonly tbs: DerNode; readonly extensions: DerNode | null };
  /** SHA-256 of `der`, hexadecimal. */
  readonly fingerprint: Sha256;
  readonly findings: readonly { readonly code: FindingCode; readonly detail: string }[];
}

/** 2050-01-01T00:00:00Z: RFC 5280 §4.1.2.5 wants UTCTime before it. */
const YEAR_2050 = 2_524_608_000_000_000_000n;
const MAX_SERIAL_OCTETS = 20;

/**
 * One X.509 version 3 certificate that fills the bytes (RFC 5280 §4.1), in strict DER. An unsupported key or signature
 * algorithm is no error here: a certificate can be read without being relied on.
 *
 * @throws Malformed `der-invalid`, `time-invalid`, `certificate-format`, `limit-exceeded`
 */
export function parseCertificate(der: Bytes): Certificate {
  if (der.length > LIMITS.certificateBytes) {
    throw new Malformed('limit-exceeded', `a certificate of more than ${LIMITS.certificateBytes} bytes`);
  }
  const outer = new DerSequence(readDer(der), 'a certificate');
  const tbs = outer.expect(TAG.sequence, 'tbsCertificate');
  const outerAlgorithm = outer.expect(TAG.sequence, 'signatureAlgorithm');
  const signature = readWholeBitString(outer.next('signatureValue'), 'signatureValue');
  outer.end();

  const members = new DerSequence(tbs, 'tbsCertificate');
  readVersion(members.optional(0xa0));
  const serial = readSerial(members.expect(TAG.integer, 'serialNumber'));
  const algorithm = members.expect(TAG.sequence, 'signature');
  if (!equalBytes(bytesOf(algorithm), bytesOf(outerAlgorithm))) {
    throw new Malformed('certificate-format', 'the signature algorithm inside the signed part is another than outside');
  }
  const issuer = checkName(members.next('issuer'), 'issuer');
  if (isEmptyName(issuer)) throw new Malformed('certificate-format', 'the issuer is an empty name');
  const times = readValidity(members.expect(TAG.sequence, 'validity'));
  const subject = checkName(members.next('subject'), 'subject');
  const spki = bytesOf(members.expect(TAG.sequence, 'subjectPublicKeyInfo'));
  members.optional(0x81);
  members.optional(0x82);
  const extensionsField = members.optional(0xa3);
  members.end();
  const extensions = extensionsField === null ? new Map<string, Extension>() : readExtensions(only(extensionsField));

  return new ParsedCertificate({
    ...readStandardExtensions(extensions),
    ...times,
    der,
    tbs: bytesOf(tbs),
    serial,
    issuer,
    subject,
    spki,
    signatureAlgorithm: readSignatureAlgorithm(algorithm),
    signature,
    extensions,
    layout: { tbs, extensions: extensionsField },
  });
}

type Computed = 'selfIssued' | 'key' | 'keyProblem' | 'fingerprint';

/** What costs something and is not asked of every certificate is computed when it is asked for. */
class ParsedCertificate implements Certificate {
  readonly basicConstraints: Certificate['basicConstraints'];
  readonly keyUsage: Certificate['keyUsage'];
  readonly extendedKeyUsage: Certificate['extendedKeyUsage'];
  readonly san: Certificate['san'];
  readonly ski: Certificate['ski'];
  readonly aki: Certificate['aki'];
  readonly nameConstraints: Certificate['nameConstraints'];
  readonly der: Certificate['der'];
  readonly tbs: Certificate['tbs'];
  readonly serial: Certificate['serial'];
  readonly issuer: Certificate['issuer'];
  readonly subject: Certificate['subject'];
  readonly notBefore: Certificate['notBefore'];
  readonly notAfter: Certificate['notAfter'];
  readonly findings: Certificate['findings'];
  readonly spki: Certificate['spki'];
  readonly signatureAlgorithm: Certificate['signatureAlgorithm'];
  readonly signature: Certificate['signature'];
  readonly extensions: Certificate['extensions'];
  readonly layout: Certificate['layout'];

  #key: Parsed<PublicKey> | null = null;
  #selfIssued: boolean | null = null;
  #fingerprint: Sha256 | null = null;

  constructor(fields: Omit<Certificate, Computed>) {
    this.basicConstraints = fields.basicConstraints;
    this.keyUsage = fields.keyUsage;
    this.extendedKeyUsage = fields.extendedKeyUsage;
    this.san = fields.san;
    this.ski = fields.ski;
    this.aki = fields.aki;
    this.nameConstraints = fields.nameConstraints;
    this.der = fields.der;
    this.tbs = fields.tbs;
    this.serial = fields.serial;
    this.issuer = fields.issuer;
    this.subject = fields.subject;
    this.notBefore = fields.notBefore;
    this.notAfter = fields.notAfter;
    this.findings = fields.findings;
    this.spki = fields.spki;
    this.signatureAlgorithm = fields.signatureAlgorithm;
    this.signature = fields.signature;
    this.extensions = fields.extensions;
    this.layout = fields.layout;
  }

  get selfIssued(): boolean {
    this.#selfIssued ??= sameName(this.issuer, this.subject);
    return this.#selfIssued;
  }

  get key(): PublicKey | null {
    const parsed = this.#parsedKey();
    return parsed.ok ? parsed.value : null;
  }

  get keyProblem(): Problem | null {
    const parsed = this.#parsedKey();
    return parsed.ok ? null : parsed.problem;
  }

  get fingerprint(): Sha256 {
    this.#fingerprint ??= sha256Hex(this.der);
    return this.#fingerprint;
  }

  #parsedKey(): Parsed<PublicKey> {
    this.#key ??= attempt(() => importSpki(this.spki));
    return this.#key;
  }
}

/** Version 3 alone: a certificate without extensions cannot say whether it may issue (attacks E01). */
function readVersion(field: DerNode | null): void {
  const version = field === null ? 0 : readSmallInteger(only(field), 'version');
  if (version !== 2) throw new Malformed('certificate-format', `a certificate of version ${version + 1}, not 3`);
}

/** Zero is tolerated: RFC 5280 §4.1.2.2 asks for it, and old roots have it. */
function readSerial(node: DerNode): bigint {
  const serial = readInteger(node);
  if (serial < 0n) throw new Malformed('certificate-format', 'the serial number is negative');
  if (node.end - node.contentStart > MAX_SERIAL_OCTETS) {
    throw new Malformed('certificate-format', `the serial number has more than ${MAX_SERIAL_OCTETS} octets`);
  }
  return serial;
}

function readValidity(node: DerNode): Pick<Certificate, 'notBefore' | 'notAfter' | 'findings'> {
  const members = new DerSequence(node, 'validity');
  const times = (['notBefore', 'notAfter'] as const).map((what) => ({ what, ...readTime(members.next(what)) }));
  members.end();
  const findings = times
    .filter(({ form, time }) => form === 'generalized' && time < YEAR_2050)
    .map(({ what }) => ({
      code: 'certificate-time-form' as const,
      detail: `${what} before 2050 is a GeneralizedTime`,
    }));
  return { notBefore: times[0]!.time, notAfter: times[1]!.time, findings };
}

/** The one member of an EXPLICIT tag. */
function only(wrapper: DerNode): DerNode {
  const members = new DerSequence(wrapper, 'a tagged field', wrapper.tag);
  const member = members.next('its value');
  members.end();
  return member;
}
