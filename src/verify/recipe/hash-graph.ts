// SPDX-License-Identifier: Apache-2.0
import type { HashRecord } from '../../crypto/recorder.ts';
import { encodeBase64 } from '../../encoding/base64.ts';
import { encodeHex } from '../../encoding/hex.ts';
import type { Bytes } from '../../model/bytes.ts';

const HASH_OCTETS = 32;
const NODE_OCTETS = 1 + 2 * HASH_OCTETS;

/** A digest that something rests on, with the form of its input: RFC 9162's leaf and node are told from other octets. */
export interface KeptHash {
  readonly record: HashRecord;
  readonly hex: string;
  readonly form: 'leaf' | 'node' | 'octets';
}

/** Texts in which a digest can stand: hexadecimal, base64 with its padding, or the octets themselves. */
export interface Places {
  readonly texts: readonly string[];
  readonly octets: readonly Bytes[];
}

/**
 * Of all digests that were computed those that anything rests on: that the report names, or a signature is over, or a leaf of a tree
 * holds; and all trees, since one that leads elsewhere refutes a proof. In the order in which they were computed, which has each
 * part before the whole.
 */
export function keptHashes(records: readonly HashRecord[], places: Places): KeptHash[] {
  const found = namedIn(places);
  const nodes = records.filter(isNode);
  const children = new Set(nodes.flatMap(({ input }) => sidesOf(input).map(encodeHex)));
  const formed = records.map((record): KeptHash => {
    const hex = encodeHex(record.output);
    const inTree = children.has(hex) || found.has(hex);
    const isLeaf = record.name === 'sha256' && record.input[0] === 0 && inTree;
    return { record, hex, form: isNode(record) ? 'node' : isLeaf ? 'leaf' : 'octets' };
  });
  for (const { record, form } of formed) if (form === 'leaf') noteTexts(found, [latin1(record.input.subarray(1))]);
  return formed.filter(
    ({ record, hex, form }) =>
      form !== 'octets' ||
      children.has(hex) ||
      found.has(hex) ||
      found.has(encodeBase64(record.output)) ||
      standsIn(record.output, places.octets),
  );
}

function isNode({ name, input }: HashRecord): boolean {
  return name === 'sha256' && input.length === NODE_OCTETS && input[0] === 1;
}

export function sidesOf(node: Bytes): readonly [Bytes, Bytes] {
  return [node.subarray(1, 1 + HASH_OCTETS), node.subarray(1 + HASH_OCTETS)];
}

export function latin1(bytes: Bytes): string {
  return new TextDecoder('latin1').decode(bytes);
}

function namedIn({ texts, octets }: Places): Set<string> {
  const found = new Set<string>();
  noteTexts(found, [...texts, ...octets.map(latin1)]);
  return found;
}

function noteTexts(found: Set<string>, texts: readonly string[]): void {
  for (const text of texts) {
    for (const [hex] of text.matchAll(/[0-9a-f]{64,128}/g)) found.add(hex);
    for (const [base64] of text.matchAll(/[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{64}|[A-Za-z0-9+/]{86}==/g))
      found.add(base64);
  }
}

/** Only DER holds digests as they are. */
export function standsIn(digest: Bytes, octets: readonly Bytes[]): boolean {
  return octets.some((one) => (one[0] === 0x30 || one[0] === 0x31) && indexOf(one, digest) !== -1);
}

export function indexOf(bytes: Bytes, part: Bytes): number {
  const [first] = part;
  if (first === undefined) return -1;
  for (
    let at = bytes.indexOf(first);
    at !== -1 && at + part.length <= bytes.length;
    at = bytes.indexOf(first, at + 1)
  ) {
    let same = 1;
    while (same < part.length && bytes[at + same] === part[same]) same++;
    if (same === part.length) return at;
  }
  return -1;
}
