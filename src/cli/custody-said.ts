// SPDX-License-Identifier: Apache-2.0
import { parseDuration } from '../encoding/duration.ts';
import { parseExactJson } from '../encoding/exact-json.ts';
import { parseIsoSeconds } from '../encoding/iso-duration.ts';
import { asObject } from '../encoding/json-fields.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { readDocument } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import { instantFlag } from './session.ts';
import { UsageError } from './usage-error.ts';

export type SaidFlags = Readonly<Record<string, unknown>>;

/** Members that the place of the event decides, or a flag of every call: a file cannot say them. */
const DECIDED = ['case', 'log', 'performer', 'policyDigest', 'event', 'purpose'];

/** What the flags that all events share say, with the members that a file brings. No member can be said twice. */
export function saidOf(flags: SaidFlags, own: JsonObject): JsonObject {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const file = text('event') === undefined ? {} : eventFile(text('event')!);
  const clock = clockOf(text);
  const said: JsonObject = {
    ...own,
    ...present('location', text('location')),
    ...present('note', text('note')),
    ...present('clock', clock),
    ...present('authorization', authorizationOf(text('authorization'))),
  };
  const twice = Object.keys(file).find((name) => Object.hasOwn(said, name));
  if (twice !== undefined)
    throw new UsageError(`${text('event')} says ${twice}, and so do the options: leave it out of one`);
  return { ...file, ...said };
}

/** The times of an event, each as it was given. */
export function timesOf(flags: SaidFlags, at: string) {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const time = (name: string): string | undefined =>
    text(name) === undefined ? undefined : formatInstant(instantFlag(name, text(name)!));
  const ended = time('end-time');
  return {
    eventDateTime: time('event-time') ?? at,
    ...(ended === undefined ? {} : { endDateTime: ended }),
    recordedDateTime: at,
  };
}

/** A small JSON file. @throws UsageError */
export function jsonFile(flag: string, path: string): JsonObject {
  const bytes = smallFile(flag, path);
  const read = attempt(() => asObject(parseExactJson(bytes), ''));
  if (!read.ok) throw new UsageError(`--${flag} ${path}: ${read.problem.reason}: ${read.problem.detail}`);
  return read.value;
}

/** @throws UsageError */
export function smallFile(flag: string, path: string): Bytes {
  const input = readDocument(path);
  if (!input.ok) throw new UsageError(`--${flag}: ${input.problem.reason}: ${input.problem.detail}`);
  return input.value.bytes;
}

export function present(name: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function eventFile(path: string): JsonObject {
  const said = jsonFile('event', path);
  const decided = DECIDED.find((name) => Object.hasOwn(said, name));
  if (decided === undefined) return said;
  throw new UsageError(`--event ${path}: ${decided} is not said by a file: the log and the other options decide it`);
}

function clockOf(text: (name: string) => string | undefined): JsonObject | undefined {
  const measured = text('clock-measured-at');
  const said: JsonObject = {
    ...present('sync', text('clock-sync')),
    ...present('offset', durationOf('clock-offset', text('clock-offset'))),
    ...present('uncertainty', durationOf('clock-uncertainty', text('clock-uncertainty'))),
    ...present(
      'measuredAt',
      measured === undefined ? undefined : formatInstant(instantFlag('clock-measured-at', measured)),
    ),
  };
  const source = text('clock-source');
  if (source === undefined && Object.keys(said).length === 0) return undefined;
  if (source === undefined) throw new UsageError('something was said of a clock: say which with --clock-source');
  return { source, ...said };
}

/** `-PT4.2S` as it stands; `25h` and `-30s` in seconds. */
function durationOf(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (attempt(() => parseIsoSeconds(text)).ok) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const length = attempt(() => parseDuration(text.slice(sign.length)));
  if (length.ok) return `${sign}PT${length.value / NANOSECONDS_PER_SECOND}S`;
  throw new UsageError(`--${flag} wants seconds as PT90S or -PT0.25S, or a length such as 25h or -30s`);
}

function authorizationOf(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  const match = /^(warrant|ticket|order)=(.+)$/s.exec(text);
  if (match === null) throw new UsageError('--authorization is written warrant=…, ticket=… or order=…');
  return { type: match[1]!, identifier: match[2]! };
}
