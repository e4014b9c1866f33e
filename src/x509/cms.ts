// SPDX-License-Identifier: Apache-2.0
import {
  bytesOf,
  checkSetOrder,
  childrenOf,
  contentOf,
  type DerNode,
  DerSequence,
  expectTag,
  readDer,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  TAG,
} from '../encoding/der.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { type AlgorithmIdentifier, readAlgorithm } from './cms-algorithms.ts';
import { checkName } from './name.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** RFC 5652 §5.3 sid, to be compared with what a certificate says. */
export type SignerIdentifier =
  /** `issuer`: the DER of the Name. */
  | { readonly kind: 'issuer-serial'; readonly issuer: Bytes; readonly serial: bigint }
  | { readonly kind: 'key-id'; readonly keyId: Bytes };

export interface CmsSigner {
  readonly sid: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  /** By attribute type; each type stands once. null where the signature is over the content itself. */
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]> | null;
  /** What the signature covers where there are signed attributes: their SET OF as such (§5.4), else null. */
  readonly signedBytes: Bytes | null;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Bytes;
}

/** RFC 5652 §5.1, claimed. Certificates are DER, in the order in which they stand, and not parsed. */
export interface CmsSignedData {
  readonly contentType: string;
  readonly content: Bytes;
  readonly digestAlgorithms: readonly AlgorithmIdentifier[];
  readonly certificates: readonly Bytes[];
  readonly signers: readonly CmsSigner[];
}

/**
 * Reads a ContentInfo that holds SignedData of version 3 with its content inside (RFC 5652 §3, §5), in DER throughout.
 * Only X.509 certificates are taken in the certificate set; revocation lists and unsigned attributes are read past, and used for nothing.
 *
 * @throws Malformed `der-invalid`, `limit-exceeded`
 */
export function parseSignedData(der: Bytes): CmsSignedData {
  return readSignedData(readDer(der));
}

/** The same, where the ContentInfo is part of a value that was read already. */
export function readSignedData(contentInfo: DerNode): CmsSignedData {
  const outer = new DerSequence(contentInfo, 'ContentInfo');
  const type = readOid(outer.next('contentType'));
  if (type !== SIGNED_DATA) throw invalid(`ContentInfo is of type ${type}, not signed data`);
  const signedData = onlyChild(expectTag(outer.next('content'), 0xa0, 'ContentInfo.content'), 'ContentInfo.content');
  outer.end();

  const fields = new DerSequence(signedData, 'SignedData');
  const version = readSmallInteger(fields.expect(TAG.integer, 'version'), 'version');
  if (version !== 3) throw invalid(`SignedData is of version ${version}, not 3`);
  const digestAlgorithms = setOf(fields.next('digestAlgorithms'), 'digestAlgorithms', LIMITS.signatures).map((node) =>
    readAlgorithm(node, 'digestAlgorithms'),
  );
  const encapsulated = new DerSequence(fields.next('encapContentInfo'), 'encapContentInfo');
  const contentType = readOid(encapsulated.next('eContentType'));
  const content = onlyChild(expectTag(encapsulated.next('eContent'), 0xa0, 'eContent'), 'eContent');
  encapsulated.end();
  const certificates = fields.optional(0xa0);
  fields.optional(0xa1);
  const signers = setOf(fields.next('signerInfos'), 'signerInfos', LIMITS.signatures).map(readSigner);
  fields.end();
  return {
    contentType,
    content: readOctetString(content),
    digestAlgorithms,
    certificates: certificates === null ? [] : readCertificates(certificates),
    signers,
  };
}

function readCertificates(set: DerNode): Bytes[] {
  return bounded(childrenOf(set), 'certificates', LIMITS.certificates).map((node) =>
    bytesOf(expectTag(node, TAG.sequence, 'certificates')),
  );
}

/** RFC 5652 §5.3. */
function readSigner(node: DerNode): CmsSigner {
  const fields = new DerSequence(node, 'SignerInfo');
  const version = readSmallInteger(fields.expect(TAG.integer, 'version'), 'version');
  const sid = readSignerIdentifier(fields.next('sid'));
  if (version !== (sid.kind === 'issuer-serial' ? 1 : 3)) {
    throw invalid(`SignerInfo of version ${version} does not fit the form of its sid`);
  }
  const digestAlgorithm = readAlgorithm(fields.next('digestAlgorithm'), 'digestAlgorithm');
  const attributes = fields.optional(0xa0);
  const signatureAlgorithm = readAlgorithm(fields.next('signatureAlgorithm'), 'signatureAlgorithm');
  const signature = readOctetString(fields.next('signature'));
  const unsignedAttributes = fields.optional(0xa1);
  fields.end();
  if (unsignedAttributes !== null) childrenOf(unsignedAttributes).forEach(readAttribute);
  return {
    sid,
    digestAlgorithm,
    signedAttributes: attributes === null ? null : readAttributes(attributes),
    signedBytes: attributes === null ? null : retagged(attributes),
    signatureAlgorithm,
    signature,
  };
}

function readSignerIdentifier(node: DerNode): SignerIdentifier {
  if (node.tag === 0x80) return { kind: 'key-id', keyId: contentOf(node) };
  const fields = new DerSequence(node, 'sid');
  const issuer = checkName(fields.next('issuer'), 'the issuer of sid');
  const serial = readInteger(fields.next('serialNumber'));
  fields.end();
  return { kind: 'issuer-serial', issuer, serial };
}

/** The signature is over the DER of the set, so that the order is part of what was signed (§5.4; X.690 §11.6). */
function readAttributes(set: DerNode): Map<string, readonly DerNode[]> {
  const nodes = childrenOf(set);
  if (nodes.length === 0) throw invalid('signedAttrs is empty');
  checkSetOrder(set);
  const attributes = new Map<string, readonly DerNode[]>();
  for (const { type, values } of nodes.map(readAttribute)) {
    if (attributes.has(type)) throw invalid(`signedAttrs names attribute ${type} twice`);
    attributes.set(type, values);
  }
  return attributes;
}

function readAttribute(node: DerNode): { type: string; values: readonly DerNode[] } {
  const fields = new DerSequence(node, 'Attribute');
  const type = readOid(fields.next('attrType'));
  const values = childrenOf(fields.expect(TAG.set, 'attrValues'));
  fields.end();
  return { type, values };
}

/** §5.4: signed as SET OF, stored under the tag [0]. */
function retagged(set: DerNode): Bytes {
  // A copy, whatever the caller has given: `slice` of a Buffer is none.
  const bytes = new Uint8Array(bytesOf(set));
  bytes[0] = TAG.set;
  return bytes;
}

function setOf(node: DerNode, what: string, limit: number): DerNode[] {
  return bounded(childrenOf(expectTag(node, TAG.set, what)), what, limit);
}

function bounded(nodes: DerNode[], what: string, limit: number): DerNode[] {
  if (nodes.length > limit)
    throw new Malformed('limit-exceeded', `${what} holds ${nodes.length} items, more than ${limit}`);
  return nodes;
}

function onlyChild(node: DerNode, what: string): DerNode {
  const [only, ...others] = childrenOf(node);
  if (only === undefined || others.length > 0) throw invalid(`${what} does not hold exactly one value`);
  return only;
}

function invalid(detail: string): Malformed {
  return new Malformed('der-invalid', detail);
}
