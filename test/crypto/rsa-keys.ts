// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSpki } from '../../src/crypto/public-key.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { spkiOf, type TestKey } from './keys.ts';

const FILE = join(import.meta.dirname, '../../fixtures/keys/rsa2048.UNSAFE.pem');

export function rsaKey(): TestKey {
  const privateKey = createPrivateKey(readFileSync(FILE));
  const publicObject = createPublicKey(privateKey);
  return { key: importSpki(spkiOf(publicObject)), privateKey, publicObject };
}

/** SubjectPublicKeyInfo of any two numbers, RSA key or not. */
export function rsaSpki(n: bigint, e: bigint): Bytes {
  const key = tlv(0x30, integer(n), integer(e));
  return tlv(0x30, tlv(0x30, RSA_ENCRYPTION, tlv(0x05)), tlv(0x03, Uint8Array.of(0), key));
}

/** DER for tests: one value of a tag, definite and minimal. */
export function tlv(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = Uint8Array.from(parts.flatMap((part) => [...part]));
  const { length } = content;
  const header = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Uint8Array.from([tag, ...header, ...content]);
}

export function integer(value: bigint): Bytes {
  const hex = value.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return tlv(0x02, octets[0]! >= 0x80 ? Uint8Array.from([0, ...octets]) : octets);
}

export function oid(hex: string): Bytes {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

const RSA_ENCRYPTION = oid('2a864886f70d010101');
