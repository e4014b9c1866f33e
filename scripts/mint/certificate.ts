// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, derived, type HashName, hash, toBigInt, utf8 } from './bytes.ts';
import {
  bitString,
  boolean,
  context,
  contextPrimitive,
  integer,
  NULL,
  namedBits,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  validityTime,
} from './der.ts';
import { keyIdentifier, type MintKey } from './keys.ts';

/** An X.509 certificate (RFC 5280 §4.1) whose every part a fixture may set, right or wrong. */
export interface CertificatePlan {
  readonly label: string;
  /** [attribute OID, text] in order; empty as Fulcio's leaves have it. */
  readonly subject: readonly Attribute[];
  readonly issuer: readonly Attribute[];
  readonly notBefore: string;
  readonly notAfter: string;
  readonly key: MintKey;
  readonly extensions: readonly Bytes[];
  readonly signedBy: MintKey;
  readonly hash?: HashName;
  /** The signature algorithm that the certificate names, where it is not that of the signature. */
  readonly algorithm?: Bytes;
  /** The one that stands outside the signed part, where it is to differ from the one inside. */
  readonly outerAlgorithm?: Bytes;
  readonly version?: number;
  readonly validity?: Bytes;
  readonly spki?: Bytes;
}

export type Attribute = readonly [oid: string, text: string];

export interface Certificate {
  readonly plan: CertificatePlan;
  readonly der: Bytes;
  readonly serial: bigint;
}

export function name(attributes: readonly Attribute[]): Bytes {
  return sequence(...attributes.map(([type, text]) => setOf(sequence(oid(type), printableString(text)))));
}

const ECDSA_OIDS = { sha1: '1', sha256: '3.2', sha384: '3.3', sha512: '3.4' } as const;
const RSA_OIDS = { sha1: '5', sha256: '11', sha384: '12', sha512: '13' } as const;

export function signatureAlgorithm(key: MintKey, hashName: HashName = key.hash): Bytes {
  if (key.kind === 'ed25519') return sequence(oid('1.3.101.112'));
  if (key.kind === 'rsa') return sequence(oid(`1.2.840.113549.1.1.${RSA_OIDS[hashName]}`), NULL);
  return sequence(oid(`1.2.840.10045.4.${ECDSA_OIDS[hashName]}`));
}

export function serialOf(label: string): bigint {
  return toBigInt(derived(`serial/${label}`, 16)) | (1n << 120n);
}

export function tbsCertificate(plan: CertificatePlan): Bytes {
  const validity = plan.validity ?? sequence(validityTime(plan.notBefore), validityTime(plan.notAfter));
  return sequence(
    ...(plan.version === 1 ? [] : [context(0, integer((plan.version ?? 3) - 1))]),
    integer(serialOf(plan.label)),
    plan.algorithm ?? signatureAlgorithm(plan.signedBy, plan.hash),
    name(plan.issuer),
    validity,
    name(plan.subject),
    plan.spki ?? plan.key.spki,
    ...(plan.extensions.length === 0 ? [] : [context(3, sequence(...plan.extensions))]),
  );
}

export function certificate(plan: CertificatePlan): Certificate {
  const tbs = tbsCertificate(plan);
  const outer = plan.outerAlgorithm ?? plan.algorithm ?? signatureAlgorithm(plan.signedBy, plan.hash);
  const der = sequence(tbs, outer, bitString(plan.signedBy.sign(tbs, plan.hash)));
  return { plan, der, serial: serialOf(plan.label) };
}

export function extension(id: string, critical: boolean, value: Bytes): Bytes {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** RFC 5280 §4.2.1.3 bit numbers. */
export const USAGE = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 } as const;

export function keyUsage(...bits: readonly number[]): Bytes {
  return extension('2.5.29.15', true, namedBits(...bits));
}

export const PURPOSE = {
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

export function extendedKeyUsage(critical: boolean, ...purposes: readonly string[]): Bytes {
  return extension('2.5.29.37', critical, sequence(...purposes.map(oid)));
}

export function basicConstraints(ca: boolean, pathLength?: number): Bytes {
  const content = [...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])];
  return extension('2.5.29.19', true, sequence(...content));
}

export function subjectKeyIdentifier(key: MintKey): Bytes {
  return extension('2.5.29.14', false, octetString(keyIdentifier(key)));
}

export function authorityKeyIdentifier(key: MintKey): Bytes {
  return extension('2.5.29.35', false, sequence(contextPrimitive(0, keyIdentifier(key))));
}

export function uriName(uri: string): Bytes {
  return contextPrimitive(6, utf8(uri));
}

export function emailName(email: string): Bytes {
  return contextPrimitive(1, utf8(email));
}

export function dnsName(host: string): Bytes {
  return contextPrimitive(2, utf8(host));
}

export function subjectAlternativeName(critical: boolean, ...names: readonly Bytes[]): Bytes {
  return extension('2.5.29.17', critical, sequence(...names));
}

/** RFC 5280 §4.2.1.10, with permitted subtrees alone. */
export function permittedNames(...bases: readonly Bytes[]): Bytes {
  return extension('2.5.29.30', true, sequence(context(0, bytes(...bases.map((base) => sequence(base))))));
}

export const ORGANIZATION = '2.5.4.10';
export const COMMON_NAME = '2.5.4.3';

export function distinguished(commonName: string): readonly Attribute[] {
  return [
    [ORGANIZATION, 'mint.example'],
    [COMMON_NAME, commonName],
  ];
}

/** A certification authority: its key, name and certificate. */
export interface Authority {
  readonly key: MintKey;
  readonly subject: readonly Attribute[];
  readonly certificate: Certificate;
}

export interface AuthorityPlan {
  readonly commonName: string;
  readonly key: MintKey;
  readonly issuer?: Authority;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly pathLength?: number;
  readonly ca?: boolean;
  readonly usage?: readonly number[];
  readonly more?: readonly Bytes[];
  readonly label?: string;
}

/** Self-signed without an issuer. */
export function authority(plan: AuthorityPlan): Authority {
  const subject = distinguished(plan.commonName);
  const issuerKey = plan.issuer?.key ?? plan.key;
  const made = certificate({
    label: plan.label ?? plan.commonName,
    subject,
    issuer: plan.issuer?.subject ?? subject,
    notBefore: plan.notBefore ?? '2025-01-01T00:00:00Z',
    notAfter: plan.notAfter ?? '2035-01-01T00:00:00Z',
    key: plan.key,
    signedBy: issuerKey,
    extensions: [
      keyUsage(...(plan.usage ?? [USAGE.keyCertSign, USAGE.cRLSign])),
      basicConstraints(plan.ca ?? true, plan.pathLength),
      subjectKeyIdentifier(plan.key),
      ...(plan.issuer === undefined ? [] : [authorityKeyIdentifier(issuerKey)]),
      ...(plan.more ?? []),
    ],
  });
  return { key: plan.key, subject, certificate: made };
}

export function fingerprint(der: Bytes): Bytes {
  return hash('sha256', der);
}
