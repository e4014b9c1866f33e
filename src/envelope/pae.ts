// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';

/**
 * DSSE v1.0 §PAE: exactly the bytes that a signature over an envelope covers.
 *
 *     DSSEv1 29 http://example.com/HelloWorld 11 hello world
 *
 * Both lengths count bytes: the type's in UTF-8, the payload's as it stands behind its base64.
 *
 * @throws Malformed `utf8-invalid` where the type is no well-formed text
 */
export function pae(payloadType: string, payload: Bytes): Bytes {
  const type = encodeUtf8(payloadType);
  const head = encodeUtf8(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** What such bytes are of. @returns null where they are none: nothing but `pae` of what it returns would have made them */
export function readPae(bytes: Bytes): { readonly payloadType: string; readonly payload: Bytes } | null {
  const [start, typeLength] = lengthAt(bytes, 'DSSEv1 '.length);
  const [from] = lengthAt(bytes, start + typeLength + 1);
  const payloadType = attempt(() => decodeUtf8(bytes.subarray(start, start + typeLength)));
  if (!payloadType.ok) return null;
  const read = { payloadType: payloadType.value, payload: bytes.subarray(from) };
  return equalBytes(pae(read.payloadType, read.payload), bytes) ? read : null;
}

/** Where a number and the space behind it end, and the number. What is none of ours is told by what is made of it. */
function lengthAt(bytes: Bytes, start: number): readonly [number, number] {
  const end = Math.max(start, bytes.indexOf(0x20, start));
  const digits = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 9)));
  return [end + 1, /^[0-9]+$/.test(digits) ? Number(digits) : 0];
}
