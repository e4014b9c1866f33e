// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { contentOf, type DerNode, derInvalid, expectTag, TAG } from './der-node.ts';
import { encodeHex } from './hex.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * INTEGER, two's complement (X.690 §8.3).
 *
 * @throws Malformed `der-invalid`, `limit-exceeded`
 */
export function readInteger(node: DerNode): bigint {
  const content = contentOf(expectTag(node, TAG.integer, 'an INTEGER'));
  if (content.length > LIMITS.derIntegerBytes) {
    throw new Malformed('limit-exceeded', `the integer at offset ${node.start} has ${content.length} bytes`);
  }
  return BigInt.asIntN(8 * content.length, BigInt(`0x${encodeHex(content)}`));
}

/**
 * A non-negative INTEGER or ENUMERATED below 2^31: versions, path lengths, status codes.
 *
 * @throws Malformed `der-invalid`
 */
export function readSmallInteger(node: DerNode, what: string): number {
  if (node.tag !== TAG.integer && node.tag !== TAG.enumerated) throw derInvalid(node, `is no INTEGER, as ${what} is`);
  const content = contentOf(node);
  if (content.length > 4 || content[0]! >= 0x80) throw derInvalid(node, `is out of the range of ${what}`);
  return content.reduce((value, octet) => value * 256 + octet, 0);
}

/** Arcs below this can still be shifted by seven bits without loss. */
const EXACT_ARC = 2 ** 46;

/**
 * OBJECT IDENTIFIER in dotted form; arcs of any size are exact (X.690 §8.19).
 *
 * @throws Malformed `der-invalid`, `limit-exceeded`
 */
export function readOid(node: DerNode): string {
  return oidOf(expectTag(node, TAG.oid, 'an OBJECT IDENTIFIER'));
}

/** As `readOid`, for an OBJECT IDENTIFIER under an IMPLICIT tag, whose content `readDer` could not judge. */
export function readImplicitOid(node: DerNode): string {
  const content = contentOf(node);
  for (let i = 0; i < content.length; i++) {
    if (content[i] === 0x80 && (i === 0 || content[i - 1]! < 0x80))
      throw derInvalid(node, 'has an arc that is not minimal');
  }
  if (content.length === 0 || content[content.length - 1]! >= 0x80)
    throw derInvalid(node, 'is a cut-off object identifier');
  return oidOf(node);
}

function oidOf(node: DerNode): string {
  const { source, contentStart, end } = node;
  if (end - contentStart > LIMITS.derOidBytes) {
    throw new Malformed(
      'limit-exceeded',
      `the object identifier at offset ${node.start} has ${end - contentStart} bytes`,
    );
  }
  let hash = 0;
  for (let position = contentStart; position < end; position++) hash = (Math.imul(hash, 31) + source[position]!) | 0;
  const slot = hash & (RECENT_OIDS - 1);
  const recent = recentOids[slot];
  if (recent !== undefined && isSame(recent.content, source, contentStart, end)) return recent.dotted;
  const dotted = dottedOf(node);
  recentOids[slot] = { content: source.slice(contentStart, end), dotted };
  return dotted;
}

/** Identifiers as they were read last, by a hash of their content: certificates repeat a few dozen. */
const RECENT_OIDS = 256;
const recentOids: (undefined | { readonly content: Bytes; readonly dotted: string })[] = new Array(RECENT_OIDS);

function isSame(content: Bytes, source: Bytes, start: number, end: number): boolean {
  if (content.length !== end - start) return false;
  for (let i = 0; i < content.length; i++) if (content[i] !== source[start + i]) return false;
  return true;
}

function dottedOf({ source, contentStart, end }: DerNode): string {
  let dotted = '';
  let arc = 0;
  let large: bigint | null = null;
  for (let position = contentStart; position < end; position++) {
    const octet = source[position]!;
    if (large === null && arc >= EXACT_ARC) large = BigInt(arc);
    if (large === null) arc = arc * 128 + (octet & 0x7f);
    else large = (large << 7n) | BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    if (dotted === '') dotted = large === null ? firstArcs(arc) : `2.${large - 80n}`;
    else dotted += `.${large ?? arc}`;
    arc = 0;
    large = null;
  }
  return dotted;
}

/** The first octets join two arcs: 40 × the first, 0 to 2, plus the second. */
function firstArcs(joined: number): string {
  const root = Math.min(2, Math.floor(joined / 40));
  return `${root}.${joined - 40 * root}`;
}

/** @throws Malformed `der-invalid` */
export function readBitString(node: DerNode): { unused: number; bytes: Bytes } {
  const content = contentOf(expectTag(node, TAG.bitString, 'a BIT STRING'));
  return { unused: content[0]!, bytes: content.subarray(1) };
}

/** A BIT STRING of whole bytes: signatures and keys. @throws Malformed `der-invalid` */
export function readWholeBitString(node: DerNode, what: string): Bytes {
  const { unused, bytes } = readBitString(node);
  if (unused !== 0) throw derInvalid(node, `has ${unused} unused bits where ${what} has whole bytes`);
  return bytes;
}

/**
 * A BIT STRING of named bits: the numbers of those that are set. DER writes no trailing zero bit (X.690 §11.2.2).
 *
 * @throws Malformed `der-invalid`
 */
export function readNamedBits(node: DerNode): ReadonlySet<number> {
  const { unused, bytes } = readBitString(node);
  const last = bytes[bytes.length - 1];
  if (last !== undefined && (last & (1 << unused)) === 0)
    throw derInvalid(node, 'has trailing zero bits in a list of named bits');
  const set = new Set<number>();
  bytes.forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) set.add(index * 8 + bit);
  });
  return set;
}

/** @throws Malformed `der-invalid` */
export function readOctetString(node: DerNode): Bytes {
  return contentOf(expectTag(node, TAG.octetString, 'an OCTET STRING'));
}

/** @throws Malformed `der-invalid` */
export function readBoolean(node: DerNode): boolean {
  return contentOf(expectTag(node, TAG.boolean, 'a BOOLEAN'))[0] === 0xff;
}

/** @throws Malformed `der-invalid` */
export function readNull(node: DerNode): void {
  expectTag(node, TAG.null, 'a NULL');
}

const ALPHABETS: ReadonlyMap<number, RegExp> = new Map([
  [TAG.numericString, /^[0-9 ]*$/],
  [TAG.printableString, /^[A-Za-z0-9 '()+,\-./:=?]*$/],
  [TAG.teletexString, /^[\x20-\x7e]*$/],
  [TAG.ia5String, /^[\x01-\x7f]*$/],
  [TAG.visibleString, /^[\x20-\x7e]*$/],
]);

/**
 * A character string by its own tag, strictly in its alphabet, and never with NUL in it (attacks E05). TeletexString is
 * taken in its ASCII part only; UniversalString and GeneralString are not taken.
 *
 * @throws Malformed `der-invalid`, `utf8-invalid`
 */
export function readString(node: DerNode): string {
  const content = contentOf(node);
  if (node.tag === TAG.utf8String) return withoutNul(node, decodeUtf8(content));
  if (node.tag === TAG.bmpString) return withoutNul(node, bmpText(node, content));
  const alphabet = ALPHABETS.get(node.tag);
  if (alphabet === undefined) throw derInvalid(node, 'is no character string');
  return asciiText(node, content, alphabet);
}

/** IA5String under an IMPLICIT tag, as in GeneralName (RFC 5280 §4.2.1.6). @throws Malformed `der-invalid` */
export function readImplicitIa5(node: DerNode): string {
  return asciiText(node, contentOf(node), ALPHABETS.get(TAG.ia5String)!);
}

function asciiText(node: DerNode, content: Bytes, alphabet: RegExp): string {
  const text = latin1.decode(content);
  if (!alphabet.test(text)) throw derInvalid(node, 'holds a character that is not of its string type');
  return text;
}

// Its 0x80 to 0x9f differ from latin1; every alphabet above ends before them.
const latin1 = new TextDecoder('latin1');

function bmpText(node: DerNode, content: Bytes): string {
  let text = '';
  if (content.length % 2 !== 0) throw derInvalid(node, 'is a BMPString of half a character');
  for (let i = 0; i < content.length; i += 2) text += String.fromCharCode(content[i]! * 256 + content[i + 1]!);
  if (/[\ud800-\udfff]/.test(text)) throw derInvalid(node, 'is a BMPString with a surrogate');
  return text;
}

function withoutNul(node: DerNode, text: string): string {
  if (text.includes('\0')) throw derInvalid(node, 'is a string with a NUL character');
  return text;
}
