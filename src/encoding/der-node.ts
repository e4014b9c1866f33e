// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { validateDer } from './der-validate.ts';
import { LIMITS } from './limits.ts';

/** Identifier octets (X.690 §8.1.2) of the universal types, with the constructed bit where DER wants it. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  bmpString: 0x1e,
} as const;

/** One value inside bytes that `readDer` has validated as a whole: offsets only, nothing is copied. */
export interface DerNode {
  /** The identifier octet. */
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  readonly source: Bytes;
}

/**
 * Validates one DER value that fills the bytes: definite minimal lengths, one-byte tags, bounded depth, primitive contents
 * that DER allows (BOOLEAN, INTEGER, BIT STRING, NULL, OBJECT IDENTIFIER), nothing behind it (X.690 §10, §11).
 *
 * @throws Malformed `der-invalid`, `limit-exceeded`
 */
export function readDer(source: Bytes, maxDepth: number = LIMITS.derDepth): DerNode {
  validateDer(source, maxDepth);
  return nodeAt(source, 0);
}

/** The node whose header is at `start`, in bytes that were validated. For the files of the DER reader only. */
export function nodeAt(source: Bytes, start: number): DerNode {
  const first = source[start + 1]!;
  let contentStart = start + 2;
  let length = first;
  if (first >= 0x80) {
    length = 0;
    for (let left = first & 0x7f; left > 0; left--) length = length * 256 + source[contentStart++]!;
  }
  return { tag: source[start]!, start, contentStart, end: contentStart + length, source };
}

/** The whole value, header included: the very bytes that were signed or hashed. */
export function bytesOf(node: DerNode): Bytes {
  return node.source.subarray(node.start, node.end);
}

export function contentOf(node: DerNode): Bytes {
  return node.source.subarray(node.contentStart, node.end);
}

/** @throws Malformed `der-invalid` where the node is primitive, `limit-exceeded` */
export function childrenOf(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw derInvalid(node, 'is primitive where a constructed value is wanted');
  const children: DerNode[] = [];
  for (let position = node.contentStart; position < node.end; ) {
    if (children.length === LIMITS.derMembers) {
      throw new Malformed('limit-exceeded', `more than ${LIMITS.derMembers} der members at offset ${node.start}`);
    }
    const child = nodeAt(node.source, position);
    children.push(child);
    position = child.end;
  }
  return children;
}

/**
 * @param what the name of the field, for the message
 * @throws Malformed `der-invalid`
 */
export function expectTag(node: DerNode, tag: number, what: string): DerNode {
  if (node.tag === tag) return node;
  throw derInvalid(node, `has tag ${hexTag(node.tag)} where ${what} has ${hexTag(tag)}`);
}

/** Whether this is context-specific tag [n], primitive or constructed. */
export function isContext(node: DerNode, n: number): boolean {
  return (node.tag & ~0x20) === (0x80 | n);
}

/**
 * DER's order of a SET OF: ascending by encoding, the shorter one padded with zeros (X.690 §11.6).
 *
 * @throws Malformed `der-invalid`
 */
export function checkSetOrder(node: DerNode): void {
  const { source } = node;
  let before: DerNode | null = null;
  for (let position = node.contentStart; position < node.end; ) {
    const child = nodeAt(source, position);
    if (before !== null && isAfter(source, before, child)) throw derInvalid(child, 'is out of the order of its SET OF');
    before = child;
    position = child.end;
  }
}

function isAfter(source: Bytes, a: DerNode, b: DerNode): boolean {
  const length = Math.min(a.end - a.start, b.end - b.start);
  for (let i = 0; i < length; i++) {
    const difference = source[a.start + i]! - source[b.start + i]!;
    if (difference !== 0) return difference > 0;
  }
  // Equal so far: both headers are equal, hence both lengths, hence both values.
  return false;
}

/** For readers of DER: the offset of the node and what is wrong with it. */
export function derInvalid(node: DerNode, problem: string): Malformed {
  return new Malformed('der-invalid', `the value at offset ${node.start} ${problem}`);
}

export function hexTag(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
