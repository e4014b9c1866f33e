// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Locator } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, type Parsed } from '../model/malformed.ts';

/** The bytes of one file or line, read once as each of the things that they may be. */
export interface Material {
  readonly bytes: Bytes;
  readonly at: Locator;
  /** null where they are JSON, or not UTF-8. */
  readonly text: string | null;
  readonly json: Parsed<JsonValue>;
}

/** The text is wanted only where the bytes are no JSON, and read only where they are UTF-8: large files are read once. */
export function materialOf(bytes: Bytes, at: Locator): Material {
  const json = attempt(() => parseJson(bytes));
  if (json.ok || json.problem.reason === 'utf8-invalid') return { bytes, at, text: null, json };
  const text = attempt(() => decodeUtf8(bytes));
  return { bytes, at, text: text.ok ? text.value : null, json };
}
