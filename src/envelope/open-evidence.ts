// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import type { Checked, Locator } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, type Parsed, type Problem } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { recogniseEnvelope } from './envelopes.ts';
import { isJsonl, openJsonl } from './jsonl.ts';
import { notOpened } from './not-opened.ts';

/** Problems of a document that a file of several documents has too. */
const OF_SEVERAL: readonly Problem['reason'][] = ['json-invalid', 'limit-exceeded'];

/**
 * Opens the bytes of one file of evidence: one JSON document, white space around it allowed, or JSON Lines. A file with one
 * line is a document. Reasons: those of `parseJson` and of the kind, `jsonl-line`, `input-empty`, `input-not-recognised`.
 */
export function openEvidence(bytes: Bytes, at: Locator, parsed?: Parsed<JsonValue>): Checked<NonEmpty<SignedEntity>> {
  if (bytes.length === 0) return notOpened(at, { reason: 'input-empty', detail: 'the file is empty' });
  const document = parsed ?? attempt(() => parseJson(bytes));
  if (!document.ok) {
    if (OF_SEVERAL.includes(document.problem.reason) && isJsonl(bytes)) return openJsonl(bytes, at);
    return notOpened(at, document.problem);
  }
  const kind = recogniseEnvelope(document.value);
  if (kind !== null) return kind.open(document.value, bytes, at);
  return notOpened(at, {
    reason: 'input-not-recognised',
    detail: 'the document is no kind of envelope that is known here',
  });
}
