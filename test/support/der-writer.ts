// SPDX-License-Identifier: Apache-2.0
/** Writes DER, and with `raw` whatever a negative case needs instead. */
export type Der = Uint8Array;

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    result.set(part, position);
    position += part.length;
  }
  return result;
}

export function tlv(tag: number, ...contents: readonly Uint8Array[]): Der {
  const content = concat(...contents);
  if (content.length < 0x80) return concat(Uint8Array.of(tag, content.length), content);
  const octets: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return concat(Uint8Array.of(tag, 0x80 | octets.length, ...octets), content);
}

export const sequence = (...members: readonly Der[]): Der => tlv(0x30, ...members);
export const set = (...members: readonly Der[]): Der => tlv(0x31, ...members);
export const octetString = (content: Uint8Array): Der => tlv(0x04, content);
export const bitString = (bytes: Uint8Array, unused = 0): Der => tlv(0x03, Uint8Array.of(unused), bytes);
export const boolean = (value: boolean): Der => tlv(0x01, Uint8Array.of(value ? 0xff : 0));
export const nothing = (): Der => tlv(0x05);
export const utf8String = (text: string): Der => tlv(0x0c, new TextEncoder().encode(text));
export const printableString = (text: string): Der => tlv(0x13, new TextEncoder().encode(text));
export const ia5String = (text: string): Der => tlv(0x16, new TextEncoder().encode(text));
export const utcTime = (text: string): Der => tlv(0x17, new TextEncoder().encode(text));
export const generalizedTime = (text: string): Der => tlv(0x18, new TextEncoder().encode(text));
/** [n] EXPLICIT, or IMPLICIT over a constructed type. */
export const tagged = (n: number, ...contents: readonly Uint8Array[]): Der => tlv(0xa0 | n, ...contents);
/** [n] IMPLICIT over a primitive type. */
export const implicit = (n: number, content: Uint8Array): Der => tlv(0x80 | n, content);

export function integer(value: bigint | number): Der {
  let rest = BigInt(value);
  const octets: number[] = [];
  do {
    octets.unshift(Number(rest & 0xffn));
    rest >>= 8n;
  } while (rest !== 0n && rest !== -1n);
  if (rest === 0n && octets[0]! >= 0x80) octets.unshift(0);
  if (rest === -1n && octets[0]! < 0x80) octets.unshift(0xff);
  return tlv(0x02, Uint8Array.from(octets));
}

export function oid(dotted: string): Der {
  const [first, second, ...rest] = dotted.split('.').map(BigInt);
  const octets: number[] = [];
  for (const arc of [first! * 40n + second!, ...rest]) {
    const group = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) group.unshift(Number(left & 0x7fn) | 0x80);
    octets.push(...group);
  }
  return tlv(0x06, Uint8Array.from(octets));
}

/** A list of named bits without trailing zeros. */
export function namedBits(...bits: readonly number[]): Der {
  const last = Math.max(-1, ...bits);
  const octets = new Uint8Array(Math.floor(last / 8) + 1);
  for (const bit of bits) octets[bit >> 3]! |= 0x80 >> (bit & 7);
  return bitString(octets, last < 0 ? 0 : 7 - (last % 8));
}
