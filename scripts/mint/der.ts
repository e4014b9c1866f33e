// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, fromHex, hex } from './bytes.ts';

/** A DER writer (X.690 §8, §10, §11). Every function gives one whole TLV. */
export function tlv(tag: number, content: Bytes): Bytes {
  return bytes([tag], lengthOctets(content.length), content);
}

function lengthOctets(length: number): Bytes {
  if (length < 128) return bytes([length]);
  const digits = length.toString(16);
  const octets = fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  return bytes([128 + octets.length], octets);
}

export function sequence(...items: readonly Bytes[]): Bytes {
  return tlv(0x30, bytes(...items));
}

/** SET OF: the items in ascending order of their encodings (X.690 §11.6). */
export function setOf(...items: readonly Bytes[]): Bytes {
  return tlv(0x31, bytes(...[...items].sort((a, b) => Buffer.compare(a, b))));
}

export function integer(value: bigint | number): Bytes {
  const wanted = BigInt(value);
  if (wanted < 0n) throw new Error('the mint writes no negative integers');
  const digits = wanted.toString(16);
  const octets = fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  return tlv(0x02, (octets[0] ?? 0) >= 128 ? bytes([0], octets) : octets);
}

export function oid(dotted: string): Bytes {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return tlv(0x06, bytes(...[first * 40n + second, ...rest].map(arcOctets)));
}

function arcOctets(arc: bigint): Bytes {
  const octets = [Number(arc & 127n)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 127n) | 128);
  return bytes(octets);
}

export function boolean(value: boolean): Bytes {
  return tlv(0x01, bytes([value ? 255 : 0]));
}

export const NULL = tlv(0x05, bytes());

export function octetString(content: Bytes): Bytes {
  return tlv(0x04, content);
}

export function bitString(content: Bytes, unused = 0): Bytes {
  return tlv(0x03, bytes([unused], content));
}

/** A BIT STRING of named bits, without trailing zeros (X.690 §11.2.2). */
export function namedBits(...bits: readonly number[]): Bytes {
  const last = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(last / 8) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (128 >> (bit & 7));
  return bitString(octets, 7 - (last & 7));
}

export function utf8String(text: string): Bytes {
  return tlv(0x0c, bytes(text));
}

export function printableString(text: string): Bytes {
  return tlv(0x13, bytes(text));
}

export function ia5String(text: string): Bytes {
  return tlv(0x16, bytes(text));
}

/** RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
export function validityTime(iso: string): Bytes {
  const digits = iso.replaceAll(/[-:TZ]/g, '');
  return Number(digits.slice(0, 4)) < 2050 ? tlv(0x17, bytes(`${digits.slice(2)}Z`)) : generalizedTime(iso);
}

/** `2026-02-01T12:00:00Z`, or with a fraction. */
export function generalizedTime(iso: string): Bytes {
  return tlv(0x18, bytes(`${iso.replaceAll(/[-:TZ]/g, '')}Z`));
}

/** [n], constructed: explicit around `content`, or implicit over a constructed type's content. */
export function context(n: number, content: Bytes): Bytes {
  return tlv(0xa0 + n, content);
}

/** [n], primitive: implicit over a primitive type's content. */
export function contextPrimitive(n: number, content: Bytes): Bytes {
  return tlv(0x80 + n, content);
}

/** The content octets of one TLV. */
export function contentOf(der: Bytes): Bytes {
  const first = der[1] ?? 0;
  return der.subarray(first < 128 ? 2 : 2 + (first & 127));
}

export function pem(label: string, der: Bytes): string {
  const lines = Buffer.from(hex(der), 'hex')
    .toString('base64')
    .match(/.{1,64}/g);
  return `-----BEGIN ${label}-----\n${(lines ?? []).join('\n')}\n-----END ${label}-----\n`;
}
