// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject } from '../encoding/json-fields.ts';
import { splitJsonl } from '../encoding/jsonl.ts';
import { validateReport } from '../encoding/report-schema.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { Item, Report } from '../model/report.ts';
import { LINES_FORMAT } from '../report/ndjson.ts';
import { readItemFacts } from '../report/read-items.ts';
import { wholeReport } from './compose-report.ts';
import { refuseContradiction } from './refuse-contradiction.ts';

/**
 * A report of this tool, JSON or lines of it, whole and as it states itself: every member is of the published schema
 * (offline-kit/schemas/report-v1.json), every code is known here, and whatever follows from its checks and rules is what it
 * states. That this tool has written it, nobody has shown.
 *
 * @throws Malformed of the JSON readers; `input-not-recognised` where it is another document; `json-shape` where it is a report
 *   and not one of this version, or contradicts itself
 */
export function readWholeReport(bytes: Bytes, name: string): Report {
  return reportOfDocument(documentOf(bytes, name), name);
}

/** The same of a document that stands in another, as in a replay. @throws Malformed `json-shape` */
export function reportOfDocument(value: JsonObject, name: string): Report {
  const [problem] = validateReport(value);
  if (problem !== undefined) throw new Malformed('json-shape', `${name} is no report of this version: ${problem}`);
  (value['items'] as readonly JsonValue[]).forEach((item, i) => {
    readItemFacts(item, `/items/${i}`);
  });
  const report = value as unknown as Report;
  refuseContradiction(report, name);
  return report;
}

const REPORT = 'forensic-verify/report@v1';

function documentOf(bytes: Bytes, name: string): JsonObject {
  const [first] = splitJsonl(bytes.subarray(0, bytes.indexOf(0x0a) + 1 || bytes.length));
  const head = first === undefined ? null : startOf(first);
  if (head !== null) return joined(head, bytes, name);
  const value = parseJson(bytes);
  if (isObject(value) && value['format'] === REPORT) return value;
  const format = isObject(value) ? value['format'] : undefined;
  // What this tool writes besides: whoever names it should be told what it is, and not that it is nothing.
  if (typeof format === 'string' && /^forensic-verify\/[a-z-]+@v1$/.test(format))
    throw new Malformed('input-not-recognised', `${name} is a document of the format ${format}, and no report`);
  throw new Malformed('input-not-recognised', `${name} is no report of this tool in JSON or ndjson`);
}

/** The first of the lines that `--output ndjson` writes, or null of another document. */
function startOf(line: Bytes): JsonObject | null {
  if (!new TextDecoder('latin1').decode(line.subarray(0, 64)).includes(LINES_FORMAT)) return null;
  const value = parseJson(line);
  return isObject(value) && value['format'] === LINES_FORMAT && isObject(value['head']) ? value['head'] : null;
}

function joined(head: JsonObject, bytes: Bytes, name: string): JsonObject {
  const [, ...lines] = splitJsonl(bytes);
  const values = lines.map((line) => parseJson(line));
  const last = values.pop();
  const end = isObject(last) ? last['end'] : undefined;
  if (!isObject(end))
    throw new Malformed('input-not-recognised', `${name} has no end: the run that wrote it did not end`);
  const items = values.map((value, i) => {
    const item = isObject(value) ? value['item'] : undefined;
    if (!isObject(item)) throw new Malformed('json-shape', `line ${i + 2} of ${name} is no item`);
    return item;
  });
  const whole = wholeReport(head as unknown as Report, items as unknown as readonly Item[], end as unknown as Report);
  return JSON.parse(canonicalText(whole)) as JsonObject;
}
