// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { REASONS } from '../model/reasons.ts';
import { type Inspection, isList, type Part, type Shown, type Story } from './inspect-model.ts';
import { inspectionText } from './inspect-text.ts';

/** Characters of a text of the evidence that the JSON form holds. */
const TEXT_IN_JSON = 4096;

/** Both forms of one inspection: neither says anything that the other does not. */
export function tell(inspection: Inspection): Story {
  return {
    text: inspectionText(inspection),
    json: inspectionJson(inspection),
    known: inspection.kind !== null,
    warning: inspection.warning,
  };
}

/** RFC 8785, with a final newline. */
function inspectionJson(inspection: Inspection): string {
  const { name, shows, kind, size, sha256, warning, parts } = inspection;
  const document: JsonObject = {
    format: 'forensic-verify/inspection@v1',
    unverified: true,
    shows,
    name: bounded(name),
    known: kind !== null,
    kind,
    size,
    sha256,
    ...(warning === null ? {} : { warning }),
    parts: parts.map(partJson),
  };
  return `${decodeUtf8(canonicalJson(document))}\n`;
}

function partJson(part: Part): JsonObject {
  const { title, at, facts, problem, findings, says, repeat, parts } = part;
  const json: Record<string, JsonValue> = { title };
  if (at !== '') json['at'] = bounded(at);
  if (Object.keys(facts).length > 0) {
    json['facts'] = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, isList(value) ? value.map(valueJson) : valueJson(value)]),
    );
  }
  if (problem !== null) {
    const { reason, detail } = problem;
    json['problem'] = { reason, says: REASONS[reason].says, detail: bounded(detail) };
  }
  if (findings.length > 0) {
    json['findings'] = findings.map(({ code, at: { pointer }, detail }) => ({
      code,
      at: bounded(pointer),
      detail: bounded(detail),
    }));
  }
  if (says.length > 0) json['says'] = says;
  if (repeat.length > 0) json['repeat'] = repeat;
  if (parts.length > 0) json['parts'] = parts.map(partJson);
  return json;
}

function valueJson(value: Shown): JsonValue {
  if (typeof value === 'string') return bounded(value);
  return typeof value === 'object' && value !== null ? bounded(value.quoted) : value;
}

/** As it stands; a long one is cut and named by its digest (attacks J02). */
function bounded(text: string): string {
  const whole = text.toWellFormed();
  if (whole.length <= TEXT_IN_JSON) return whole;
  const cut = whole.slice(0, TEXT_IN_JSON).toWellFormed();
  return `${cut}… (${whole.length} characters, sha256 ${sha256Hex(encodeUtf8(whole))})`;
}
