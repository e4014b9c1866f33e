// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, type HashName, hash } from '../../scripts/mint/bytes.ts';
import {
  type Authority,
  authority,
  authorityKeyIdentifier,
  basicConstraints,
  type Certificate,
  certificate,
  distinguished,
  extendedKeyUsage,
  keyUsage,
  name,
  PURPOSE,
  signatureAlgorithm,
  subjectKeyIdentifier,
  USAGE,
} from '../../scripts/mint/certificate.ts';
import {
  boolean,
  context,
  contextPrimitive,
  generalizedTime,
  integer,
  NULL,
  octetString,
  oid,
  sequence,
  setOf,
  tlv,
  validityTime,
} from '../../scripts/mint/der.ts';
import { ecKey, keyIdentifier, type MintKey } from '../../scripts/mint/keys.ts';

/**
 * A writer of RFC 3161 tokens whose every part can be set, right or wrong. It shares nothing with src/, so that a fault
 * there cannot hide itself here; keys and certificates come from the mint.
 */
export const HASH_OIDS: Readonly<Record<HashName, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
export const SIGNED_DATA = '1.2.840.113549.1.7.2';

export interface Stamper {
  readonly key: MintKey;
  readonly certificate: Certificate;
}

export interface InfoPlan {
  readonly over: Bytes;
  readonly time?: string;
  readonly version?: number;
  readonly imprintHash?: HashName;
  readonly imprint?: Bytes;
  /** The whole genTime, in place of the one of `time`. */
  readonly genTime?: Bytes;
  /** null: none. */
  readonly accuracy?: Bytes | null;
  /** Whatever follows the accuracy. */
  readonly tail?: readonly Bytes[];
}

export const TIME = '2026-02-01T12:00:00Z';

export function info(plan: InfoPlan): Bytes {
  const imprintHash = plan.imprintHash ?? 'sha256';
  const imprint = sequence(
    sequence(oid(HASH_OIDS[imprintHash]), NULL),
    octetString(plan.imprint ?? hash(imprintHash, plan.over)),
  );
  const accuracy = plan.accuracy === undefined ? sequence(integer(1)) : plan.accuracy;
  return sequence(
    integer(plan.version ?? 1),
    oid('1.3.6.1.4.1.57264.2'),
    imprint,
    integer(4711),
    plan.genTime ?? generalizedTime(plan.time ?? TIME),
    ...(accuracy === null ? [] : [accuracy]),
    ...(plan.tail ?? []),
  );
}

export interface TokenPlan extends InfoPlan {
  readonly by: Stamper;
  /** The content as it is carried, where it is to differ from what was signed. */
  readonly carried?: Bytes;
  readonly info?: Bytes;
  readonly contentType?: string;
  readonly version?: number;
  readonly digestHash?: HashName;
  /** The whole AlgorithmIdentifiers, where they are to differ. */
  readonly digestAlgorithm?: Bytes;
  readonly signatureAlgorithm?: Bytes;
  readonly digestAlgorithms?: readonly Bytes[];
  readonly sign?: (message: Bytes) => Bytes;
  readonly certificates?: readonly Bytes[];
  readonly sid?: 'issuer-serial' | 'key-id';
  readonly signerVersion?: number;
  /** The names of the signing certificate; one ESSCertIDv2 by default. */
  readonly names?: readonly Bytes[];
  /** The attributes as they will stand, in this order. */
  readonly attributes?: (sorted: readonly Bytes[]) => readonly Bytes[];
  readonly withoutAttributes?: boolean;
  readonly unsignedAttributes?: Bytes;
  readonly signerInfos?: (signerInfo: Bytes) => readonly Bytes[];
  /** The status of the response; null: the bare token. */
  readonly status?: number | null;
  readonly statusInfo?: Bytes;
}

export function attribute(type: string, ...values: readonly Bytes[]): Bytes {
  return sequence(oid(type), setOf(...values));
}

export function hashAlgorithm(name: HashName, parameters: Bytes | null = null): Bytes {
  return sequence(oid(HASH_OIDS[name]), ...(parameters === null ? [] : [parameters]));
}

/** RFC 5816: ESSCertIDv2; SHA-256 is its default and left out. */
export function nameV2(
  named: Certificate,
  hashName: HashName = 'sha256',
  issuerSerial: Bytes | null = issuerSerialOf(named),
): Bytes {
  const id = sequence(
    ...(hashName === 'sha256' ? [] : [hashAlgorithm(hashName)]),
    octetString(hash(hashName, named.der)),
    ...(issuerSerial === null ? [] : [issuerSerial]),
  );
  return attribute(ATTRIBUTE.signingCertificateV2, sequence(sequence(id)));
}

/** RFC 2634: ESSCertID, SHA-1. */
export function nameV1(named: Certificate): Bytes {
  return attribute(ATTRIBUTE.signingCertificate, sequence(sequence(sequence(octetString(hash('sha1', named.der))))));
}

export function issuerSerialOf(named: Certificate): Bytes {
  return sequence(sequence(context(4, name(named.plan.issuer))), integer(named.serial));
}

function sidOf(plan: TokenPlan): Bytes {
  const { plan: made, serial } = plan.by.certificate;
  if (plan.sid === 'key-id') return contextPrimitive(0, keyIdentifier(plan.by.key));
  return sequence(name(made.issuer), integer(serial));
}

export function token(plan: TokenPlan): Bytes {
  const content = plan.info ?? info(plan);
  const digestHash = plan.digestHash ?? 'sha256';
  const digestAlgorithm = plan.digestAlgorithm ?? hashAlgorithm(digestHash);
  const algorithm = plan.signatureAlgorithm ?? signatureAlgorithm(plan.by.key, digestHash);
  const contentType = plan.contentType ?? TST_INFO;
  const attributes = [
    attribute(ATTRIBUTE.contentType, oid(contentType)),
    attribute(ATTRIBUTE.signingTime, validityTime((plan.time ?? TIME).replace(/\.\d+/, ''))),
    attribute(ATTRIBUTE.messageDigest, octetString(hash(digestHash, content))),
    ...(plan.names ?? [nameV2(plan.by.certificate)]),
  ].sort((a, b) => Buffer.compare(a, b));
  const written = bytes(...(plan.attributes?.(attributes) ?? attributes));
  const signed = plan.withoutAttributes === true ? content : tlv(0x31, written);
  const sign = plan.sign ?? ((message: Bytes) => plan.by.key.sign(message, digestHash));
  const signerInfo = sequence(
    integer(plan.signerVersion ?? (plan.sid === 'key-id' ? 3 : 1)),
    sidOf(plan),
    digestAlgorithm,
    ...(plan.withoutAttributes === true ? [] : [context(0, written)]),
    algorithm,
    octetString(sign(signed)),
    ...(plan.unsignedAttributes === undefined ? [] : [context(1, plan.unsignedAttributes)]),
  );
  const signedData = sequence(
    integer(plan.version ?? 3),
    setOf(...(plan.digestAlgorithms ?? [digestAlgorithm])),
    sequence(oid(contentType), context(0, octetString(plan.carried ?? content))),
    ...(plan.certificates === undefined ? [] : [context(0, bytes(...plan.certificates))]),
    tlv(0x31, bytes(...(plan.signerInfos?.(signerInfo) ?? [signerInfo]))),
  );
  const bare = sequence(oid(SIGNED_DATA), context(0, signedData));
  if (plan.status === null) return bare;
  return sequence(plan.statusInfo ?? sequence(integer(plan.status ?? 0)), bare);
}

/** What the certificate of a time-stamping authority may set, right or wrong. */
export interface StamperPlan {
  readonly commonName?: string;
  readonly key?: MintKey;
  readonly issuer?: Authority;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly usage?: Bytes | null;
  readonly keyUsage?: Bytes | null;
  readonly more?: readonly Bytes[];
}

export function stamper(issuer: Authority, plan: StamperPlan = {}): Stamper {
  const commonName = plan.commonName ?? 'Test Stamper';
  const key = plan.key ?? ecKey('p256', `cms/${commonName}`);
  const usage = plan.usage === undefined ? extendedKeyUsage(true, PURPOSE.timeStamping) : plan.usage;
  const bits = plan.keyUsage === undefined ? keyUsage(USAGE.digitalSignature) : plan.keyUsage;
  const made = certificate({
    label: `cms/${commonName}/${plan.notAfter ?? ''}`,
    subject: distinguished(commonName),
    issuer: issuer.subject,
    notBefore: plan.notBefore ?? '2025-01-01T00:00:00Z',
    notAfter: plan.notAfter ?? '2030-01-01T00:00:00Z',
    key,
    signedBy: issuer.key,
    extensions: [
      ...(bits === null ? [] : [bits]),
      ...(usage === null ? [] : [usage]),
      subjectKeyIdentifier(key),
      authorityKeyIdentifier(issuer.key),
      ...(plan.more ?? []),
    ],
  });
  return { key, certificate: made };
}

export function stampingRoot(commonName = 'Test Stamping Root'): Authority {
  return authority({ commonName, key: ecKey('p384', `cms/${commonName}`) });
}

export { type Bytes, basicConstraints, boolean, bytes };
