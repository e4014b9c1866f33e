// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** The mint's own small byte helpers: it imports nothing from src/, so that a fault there cannot hide itself here. */
export type Bytes = Uint8Array;

export function bytes(...parts: readonly (Bytes | readonly number[] | string)[]): Bytes {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)))),
  );
}

export function utf8(text: string): Bytes {
  return bytes(text);
}

export function base64(data: Bytes): string {
  return Buffer.from(data).toString('base64');
}

export function hex(data: Bytes): string {
  return Buffer.from(data).toString('hex');
}

export function fromHex(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export function fromBase64(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** Big-endian, in exactly `length` octets. */
export function bigEndian(value: bigint, length: number): Bytes {
  return fromHex(value.toString(16).padStart(length * 2, '0'));
}

export function toBigInt(data: Bytes): bigint {
  return data.length === 0 ? 0n : BigInt(`0x${hex(data)}`);
}

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export function hash(name: HashName, data: Bytes): Bytes {
  return new Uint8Array(createHash(name).update(data).digest());
}

export function sha256(data: Bytes): Bytes {
  return hash('sha256', data);
}

/** As many octets as wanted, all from a label: nothing in the mint is random. */
export function derived(label: string, length: number): Bytes {
  const blocks: Bytes[] = [];
  for (let i = 0; blocks.length * 32 < length; i++) blocks.push(sha256(utf8(`forensic-verify mint/${label}/${i}`)));
  return bytes(...blocks).subarray(0, length);
}

/** The same octets with one bit of octet `at` turned over (negative: counted from the end). */
export function flipped(data: Bytes, at: number): Bytes {
  const copy = new Uint8Array(data);
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}
