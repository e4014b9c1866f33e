// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { scanJson } from './json-scan.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * Exactly one RFC 8259 document in UTF-8, white space around it allowed, restricted to I-JSON (RFC 7493): no duplicate member
 * (escaped forms compared as decoded), no lone surrogate, no number beyond the doubles; and no member `__proto__`. A scan of
 * our own judges all of that first, so that the native parser only ever sees bounded, valid text.
 *
 * @throws Malformed `json-invalid`, `json-duplicate-key`, `json-surrogate`, `json-proto-key`, `json-number`, `utf8-invalid`,
 *   `limit-exceeded`; the detail names line and column, counted from 1, columns in characters
 */
export function parseJson(bytes: Bytes): JsonValue {
  if (bytes.length > LIMITS.documentBytes) {
    throw new Malformed('limit-exceeded', `json document longer than ${LIMITS.documentBytes} bytes`);
  }
  const text = decodeUtf8(bytes);
  scanJson(bytes, text);
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    // Both read the same grammar; where they should ever differ, the document is refused.
    if (!(error instanceof SyntaxError)) throw error;
    throw new Malformed('json-invalid', 'the native parser refuses the document');
  }
}
