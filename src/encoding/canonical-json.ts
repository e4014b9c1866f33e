// SPDX-License-Identifier: Apache-2.0
import canonicalize from 'canonicalize';
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { encodeUtf8 } from './utf8.ts';

/** RFC 8785 over IEEE 754 doubles, as UTF-8. The value is one that `parseJson` has accepted or that this tool has built. */
export function canonicalJson(value: JsonValue): Bytes {
  return encodeUtf8(canonicalText(value));
}

/** The same as text. Members that are `undefined` are left out. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  // Only `undefined` and functions have no canonical form, and neither is a JsonValue.
  if (text === undefined) throw new TypeError('a value that is not JSON has no canonical form');
  return text;
}
