// SPDX-License-Identifier: Apache-2.0
import { childrenOf, contentOf, type DerNode, DerSequence, expectTag, readDer, TAG } from '../encoding/der.ts';
import {
  readBoolean,
  readInteger,
  readNamedBits,
  readOctetString,
  readOid,
  readSmallInteger,
} from '../encoding/der-values.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { type GeneralName, readGeneralNameSequence, readGeneralNames } from './general-name.ts';
import { type NameConstraints, readNameConstraints } from './name-constraints.ts';

export interface Extension {
  readonly critical: boolean;
  /** The content of extnValue: DER for all but Fulcio's first six. */
  readonly value: Bytes;
  /** Where the whole Extension stands in the certificate. */
  readonly node: DerNode;
}

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | null;
}

export interface AuthorityKeyIdentifier {
  readonly keyId: Bytes | null;
  /** Both or neither (RFC 5280 §4.2.1.1). */
  readonly issuer: readonly GeneralName[] | null;
  readonly serial: bigint | null;
}

export const OID = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  anyExtendedKeyUsage: '2.5.29.37.0',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  sctList: '1.3.6.1.4.1.11129.2.4.2',
} as const;

/** Bits of KeyUsage (RFC 5280 §4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5 } as const;

/** The extensions that path validation works with; null where absent. */
export interface StandardExtensions {
  readonly basicConstraints: BasicConstraints | null;
  readonly keyUsage: ReadonlySet<number> | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly san: readonly GeneralName[] | null;
  readonly ski: Bytes | null;
  readonly aki: AuthorityKeyIdentifier | null;
  readonly nameConstraints: NameConstraints | null;
}

/**
 * Extensions (RFC 5280 §4.1.2.9): one or more, each OID once, a FALSE never written.
 *
 * @throws Malformed `der-invalid`, `certificate-format`
 */
export function readExtensions(list: DerNode): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  for (const node of childrenOf(expectTag(list, TAG.sequence, 'extensions'))) {
    const members = new DerSequence(node, 'an extension');
    const oid = readOid(members.next('its identifier'));
    const critical = members.optional(TAG.boolean);
    const value = readOctetString(members.next('its value'));
    members.end();
    if (critical !== null) refuseFalse(critical, `the criticality of extension ${oid}`);
    if (extensions.has(oid)) throw new Malformed('certificate-format', `extension ${oid} stands twice`);
    extensions.set(oid, { critical: critical !== null, value, node });
  }
  if (extensions.size === 0) throw new Malformed('certificate-format', 'the list of extensions is empty');
  return extensions;
}

/** @throws Malformed `der-invalid`, `certificate-format` */
export function readStandardExtensions(extensions: ReadonlyMap<string, Extension>): StandardExtensions {
  function read<T>(oid: string, reader: (node: DerNode) => T): T | null {
    const extension = extensions.get(oid);
    return extension === undefined ? null : reader(readDer(extension.value));
  }
  return {
    basicConstraints: read(OID.basicConstraints, readBasicConstraints),
    keyUsage: read(OID.keyUsage, readKeyUsage),
    extendedKeyUsage: read(OID.extendedKeyUsage, readExtendedKeyUsage),
    san: read(OID.subjectAltName, readGeneralNameSequence),
    ski: read(OID.subjectKeyIdentifier, readOctetString),
    aki: read(OID.authorityKeyIdentifier, readAuthorityKeyIdentifier),
    nameConstraints: read(OID.nameConstraints, readNameConstraints),
  };
}

function readBasicConstraints(node: DerNode): BasicConstraints {
  const members = new DerSequence(node, 'basicConstraints');
  const ca = members.optional(TAG.boolean);
  const pathLength = members.optional(TAG.integer);
  members.end();
  if (ca !== null) refuseFalse(ca, 'cA of basicConstraints');
  return {
    ca: ca !== null,
    pathLength: pathLength === null ? null : readSmallInteger(pathLength, 'pathLenConstraint'),
  };
}

function readKeyUsage(node: DerNode): ReadonlySet<number> {
  const bits = readNamedBits(node);
  if (bits.size === 0) throw new Malformed('certificate-format', 'keyUsage allows nothing');
  return bits;
}

function readExtendedKeyUsage(node: DerNode): string[] {
  const usages = childrenOf(expectTag(node, TAG.sequence, 'extKeyUsage')).map(readOid);
  if (usages.length === 0) throw new Malformed('certificate-format', 'extKeyUsage allows nothing');
  return usages;
}

function readAuthorityKeyIdentifier(node: DerNode): AuthorityKeyIdentifier {
  const members = new DerSequence(node, 'authorityKeyIdentifier');
  const keyId = members.optional(0x80);
  const issuer = members.optional(0xa1);
  const serial = members.optional(0x82);
  members.end();
  if ((issuer === null) !== (serial === null)) {
    throw new Malformed(
      'certificate-format',
      'authorityKeyIdentifier has one of issuer and serial number without the other',
    );
  }
  return {
    keyId: keyId === null ? null : contentOf(keyId),
    issuer: issuer === null ? null : readGeneralNames(issuer),
    serial: serial === null ? null : implicitInteger(serial),
  };
}

/** An INTEGER under an IMPLICIT tag: given its own tag again, so that it is judged as one. */
function implicitInteger(node: DerNode): bigint {
  const own = node.source.slice(node.start, node.end);
  own[0] = TAG.integer;
  return readInteger(readDer(own));
}

/** A BOOLEAN that is FALSE by default is written only where it is TRUE (X.690 §11.5). */
function refuseFalse(node: DerNode, what: string): void {
  if (!readBoolean(node)) throw new Malformed('der-invalid', `${what} is written although it is the default`);
}
