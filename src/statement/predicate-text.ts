// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { isObject, member } from '../encoding/json-fields.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type Finding, finding, type Locator, within } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import { SPDX } from './predicate-types.ts';

/** Types of which cosign writes the file that it was given as one text: `cosign attest --type spdx`. */
export function mayBeText(predicateType: string): boolean {
  return predicateType === SPDX;
}

export interface UnwrappedText {
  /** The document that the text is, where it is one of JSON. */
  readonly predicate: JsonObject | null;
  readonly findings: readonly Finding[];
}

const TAG_VALUE = /^SPDXVersion: *SPDX-(2\.[0-9])\s*$/m;

/**
 * The document inside a predicate that is one text, or, in cosign's first form, an object `{"Data": text, "Timestamp": …}`. Null
 * where the predicate is neither. A tag-value document is named and not read.
 */
export function unwrapText(statement: Statement, at: Locator): UnwrappedText | null {
  if (!mayBeText(statement.predicateType)) return null;
  const { predicate, predicateText } = statement;
  const data = predicate === null ? undefined : member(predicate, 'Data');
  const text = predicateText ?? (typeof data === 'string' ? data : undefined);
  if (text === undefined) return null;
  const place = predicateText === undefined ? within(at, 'predicate', 'Data') : within(at, 'predicate');
  const parsed = attempt(() => parseJson(encodeUtf8(text)));
  const document = parsed.ok && isObject(parsed.value) ? parsed.value : null;
  const version = TAG_VALUE.exec(text.slice(0, HEAD))?.[1];
  const what =
    document !== null
      ? 'a document of JSON'
      : version !== undefined
        ? `SPDX ${version} in tags and values`
        : 'no SPDX document';
  const findings = [finding('predicate-text', place, `the text is ${what}`)];
  if (document === null && version === undefined) {
    findings.push(finding('predicate-schema-broken', place, 'the text is neither JSON nor SPDX in tags and values'));
  }
  return { predicate: document, findings };
}

/** Characters: the version stands among the first lines, whatever comment is above it. */
const HEAD = 65_536;
