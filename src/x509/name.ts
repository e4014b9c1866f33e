// SPDX-License-Identifier: Apache-2.0
import {
  bytesOf,
  checkSetOrder,
  childrenOf,
  type DerNode,
  DerSequence,
  expectTag,
  readDer,
  TAG,
} from '../encoding/der.ts';
import { readOid, readString } from '../encoding/der-values.ts';
import { encodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';

/** One AttributeTypeAndValue, as far as comparison and display need it. */
export interface NameAttribute {
  readonly oid: string;
  /** The text, or null where the value is no string that can be read strictly. */
  readonly text: string | null;
  /** Equal keys are equal attributes under RFC 5280 §7.1. */
  readonly key: string;
}

/** A distinguished name, relative distinguished names in the order of the encoding. */
export interface DistinguishedName {
  readonly attributes: readonly NameAttribute[];
  /** One key per relative distinguished name: equal keys are equal sets of attributes. */
  readonly keys: readonly string[];
}

// Names of trust roots are compared with those of every leaf: each is prepared once.
const prepared = new WeakMap<Bytes, DistinguishedName>();

// And every leaf of one authority brings the same issuer in bytes of its own.
const recent: { readonly bytes: Bytes; readonly parsed: DistinguishedName }[] = [];

/**
 * The structure of a Name (RFC 5280 §4.1.2.4), without looking into its strings.
 *
 * @throws Malformed `der-invalid`
 */
export function checkName(node: DerNode, what: string): Bytes {
  expectTag(node, TAG.sequence, what);
  for (const rdn of childrenOf(node)) readRdn(rdn, what);
  return bytesOf(node);
}

/**
 * Name matching of RFC 5280 §7.1: strings of different types are equal where they are equal after string preparation
 * (RFC 4518: case, compatibility forms, white space). Linear in the length of both names.
 *
 * @param a the DER of a Name that `checkName` has passed; so is `b`
 */
export function sameName(a: Bytes, b: Bytes): boolean {
  if (equalBytes(a, b)) return true;
  const [left, right] = [prepareName(a).keys, prepareName(b).keys];
  return left.length === right.length && left.every((key, i) => key === right[i]);
}

/** Whether `name` lies in the subtree of `base`: its first relative distinguished names are those of `base`. */
export function isNameWithin(name: Bytes, base: Bytes): boolean {
  const [inner, outer] = [prepareName(name).keys, prepareName(base).keys];
  return outer.length <= inner.length && outer.every((key, i) => key === inner[i]);
}

export function isEmptyName(name: Bytes): boolean {
  return name.length === 2;
}

/** The parsed name, kept as long as the bytes are; a few are kept for bytes that are equal to theirs. */
export function prepareName(name: Bytes): DistinguishedName {
  const known = prepared.get(name);
  if (known !== undefined) return known;
  const same = recent.find((one) => equalBytes(one.bytes, name));
  if (same !== undefined) return same.parsed;
  const parsed = parseName(name);
  prepared.set(name, parsed);
  if (recent.length === LIMITS.recentNames) recent.pop();
  recent.unshift({ bytes: new Uint8Array(name), parsed });
  return parsed;
}

function parseName(name: Bytes): DistinguishedName {
  const rdns = childrenOf(readDer(name)).map((rdn) => readRdn(rdn, 'a name').map(readAttribute));
  const keys = rdns.map((rdn) => rdn.map(({ key }) => key).sort());
  return { attributes: rdns.flat(), keys: keys.map((rdn) => rdn.join('\u0001')) };
}

function readRdn(node: DerNode, what: string): DerNode[] {
  const attributes = childrenOf(expectTag(node, TAG.set, `each part of ${what}`));
  if (attributes.length === 0)
    throw new Malformed('der-invalid', `the set at offset ${node.start} of ${what} is empty`);
  checkSetOrder(node);
  for (const attribute of attributes) {
    const members = new DerSequence(attribute, 'an attribute');
    members.expect(TAG.oid, 'the type');
    members.next('the value');
    members.end();
  }
  return attributes;
}

function readAttribute(node: DerNode): NameAttribute {
  const members = new DerSequence(node, 'an attribute');
  const oid = readOid(members.next('the type'));
  const value = members.next('the value');
  const text = attempt(() => readString(value));
  if (text.ok) return { oid, text: text.value, key: `${oid}=${foldText(text.value)}` };
  // What is no readable string equals only itself. The mark keeps it apart from every text.
  return { oid, text: null, key: `${oid}=\u0000${encodeHex(bytesOf(value))}` };
}

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** RFC 4518 §2.2 to §2.6 as far as equality needs them. No NUL or U+0001 is left: both are control characters. */
function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return (
    text
      .replace(/[\t\n\v\f\r\u0085\p{Z}]/gu, ' ')
      .replace(/\p{Cc}|\p{Cf}|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc/gu, '')
      .normalize('NFKC')
      // Both ways: the upper case of ß is SS, and both sigmas have one.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .replace(/ +/g, ' ')
      .trim()
  );
}
