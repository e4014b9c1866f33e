// SPDX-License-Identifier: Apache-2.0
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';

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
