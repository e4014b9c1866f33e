// SPDX-License-Identifier: Apache-2.0
import { isCivilTime, secondsOfCivil } from '../encoding/calendar.ts';
import { canonicalText } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject } from '../encoding/json-fields.ts';
import { validateReplay } from '../encoding/replay-schema.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { REASONS } from '../model/reasons.ts';
import type { Replay } from '../model/replay.ts';
import type { TimelineView } from '../model/timeline-view.ts';
import { renderReplayJson } from '../report/replay-json.ts';
import { reportOfDocument } from './whole-report.ts';

const REPLAY = 'forensic-verify/replay@v1';

/** What `replay --json` wrote, or null of another document. @throws Malformed of the JSON readers */
export function replayDocument(bytes: Bytes): JsonObject | null {
  // A report is not read twice for it.
  if (!new TextDecoder('latin1').decode(bytes).includes(REPLAY)) return null;
  const value = parseJson(bytes);
  return isObject(value) && value['format'] === REPLAY ? value : null;
}

/**
 * A replay as it states itself: of the published schema (offline-kit/schemas/replay-v1.json), whatever points to a row points to one, the report in
 * it is whole, and written again it is the same document. That this tool has written it, nobody has shown.
 *
 * @throws Malformed `json-shape` where it is none of this version, or contradicts itself
 */
export function readReplay(document: JsonObject, name: string): Replay {
  const [problem] = validateReplay(document);
  if (problem !== undefined) throw new Malformed('json-shape', `${name} is no replay of this version: ${problem}`);
  const { report, answers, diff, format: _, verdict: __, ...view } = document;
  const atIsClock = view['at'] === null;
  const read = withTimes(view, '') as unknown as TimelineView;
  const replay: Replay = {
    // Where it is the clock, it is shown nowhere.
    view: { ...read, at: atIsClock ? instantFromNanoseconds(0n) : read.at, atIsClock },
    report: reportOfDocument(report as JsonObject, `the report in ${name}`),
    answers: withTimes(answers!, '') as unknown as Replay['answers'],
    diff: withTimes(diff!, '') as unknown as Replay['diff'],
  };
  refuseLooseEnds(replay, name);
  if (renderReplayJson(replay) !== `${canonicalText(document)}\n`)
    throw new Malformed('json-shape', `${name} contradicts itself: written again it is another document`);
  return replay;
}

const INSTANTS: ReadonlySet<string> = new Set([
  ...['at', 'knownAt', 'corrected', 'notBefore', 'notAfter', 'from', 'until', 'compromisedSince', 'by', 'time'],
  ...['measuredAt', 'instant', 'to'],
]);
const LENGTHS: ReadonlySet<string> = new Set(['uncertainty', 'precision', 'ahead', 'within']);
const INSTANT = /^(-?[0-9]{4,})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?Z$/;
const LENGTH = /^-?[0-9]{1,30}$/;

/** Instants and lengths of time as this tool has them: by the name of the member and by its form, which the schema has settled. */
function withTimes(value: JsonValue, name: string): unknown {
  if (typeof value === 'string') {
    // `from` and `to` are rows as often as they are times; a row is no time by its form.
    if (INSTANTS.has(name)) return instantOf(value) ?? value;
    return LENGTHS.has(name) && LENGTH.test(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) return value.map((one) => withTimes(one, ''));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTimes(one, key)]));
}

/** The inverse of `formatInstant`, also of years that no RFC 3339 has; null of what has not the form of one. @throws Malformed `json-shape` */
function instantOf(text: string): Instant | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    ...[number, number, number],
    ...[number, number, number],
  ];
  const civil = { year, month, day, hour, minute, second };
  if (!Number.isSafeInteger(year * 40_000_000) || !isCivilTime(civil))
    throw new Malformed('json-shape', `there is no such instant as ${text}`);
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0'));
  return instantFromNanoseconds(BigInt(secondsOfCivil(civil)) * NANOSECONDS_PER_SECOND + fraction);
}

/** Whatever is drawn or told of a row needs that row. */
function refuseLooseEnds({ view }: Replay, name: string): void {
  const { rows, sources, spans, gaps, keys, anchors, clocks } = view;
  const wrong = (what: string) => new Malformed('json-shape', `${name} contradicts itself: ${what}`);
  const ids = new Set(rows.map(({ id }) => id));
  if (ids.size !== rows.length) throw wrong('two rows have one id');
  for (const { id, source, row, findings, times } of rows) {
    if (id !== `${source}.${row}` || sources[source] === undefined) throw wrong(`the row ${id} is of no source`);
    if (times.length === 0) throw wrong(`the row ${id} has no time`);
    const unknown = findings.find(({ reason }) => !Object.hasOwn(REASONS, reason));
    if (unknown !== undefined) throw wrong(`the row ${id} has a reason that is none`);
  }
  const named = [
    ...[...spans, ...gaps].flatMap(({ from, to }) => [from, to]),
    ...keys.flatMap(({ introduced, retired }) => [introduced, retired]),
    ...anchors.map(({ within }) => within),
  ];
  const loose = named.find((one) => one !== null && !ids.has(one));
  if (loose !== undefined) throw wrong(`no row is called ${loose}`);
  for (const one of [...anchors.map(({ log }) => log), ...clocks.map(({ source }) => source)])
    if (sources[one] === undefined) throw wrong(`there is no source ${one}`);
}
