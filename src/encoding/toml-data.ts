// SPDX-License-Identifier: Apache-2.0
import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { pointerTo } from './json-fields.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * A TOML 1.0 document as data that JSON can hold without loss: what JSON has is itself; an integer beyond ±(2^53 − 1), a float and
 * each of the four kinds of time is an object of one member, whose name begins with `$toml.` and whose value is a text
 * (docs/spec/lockfile-signature-v1.md, 3.3).
 *
 * @throws Malformed `toml-invalid`, `limit-exceeded`, `utf8-invalid`, `lockfile-value`
 */
export function parseTomlData(bytes: Bytes): JsonObject {
  if (bytes.length > LIMITS.tomlBytes)
    throw new Malformed('limit-exceeded', `the file has ${bytes.length} bytes, more than ${LIMITS.tomlBytes}`);
  const text = decodeUtf8(bytes);
  const table = tableOf(text);
  refuseLossyTimes(text);
  return dataOf(table, '', 0) as JsonObject;
}

function tableOf(text: string): unknown {
  try {
    return parse(text, { maxDepth: LIMITS.tomlDepth, unsafeKeyBehaviour: 'throw', integersAsBigInt: true });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new Malformed('toml-invalid', `this is not TOML at line ${error.line} column ${error.column}`);
  }
}

function dataOf(value: unknown, pointer: string, depth: number): JsonValue {
  if (depth > LIMITS.tomlDepth) throw new Malformed('limit-exceeded', `more than ${LIMITS.tomlDepth} nested tables`);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    const small = value >= -9007199254740991n && value <= 9007199254740991n;
    return small ? Number(value) : { '$toml.integer': String(value) };
  }
  if (typeof value === 'number') return { '$toml.float': floatText(value) };
  if (value instanceof TomlDate) return { [kindOf(value)]: value.toISOString() };
  if (Array.isArray(value)) return value.map((one, i) => dataOf(one, pointerTo(pointer, i), depth + 1));
  const object: Record<string, JsonValue> = Object.create(null);
  for (const [name, one] of Object.entries(value as object)) {
    const place = pointerTo(pointer, name);
    if (name.startsWith('$toml.')) throw new Malformed('lockfile-value', `a key of a reserved name at ${place}`);
    object[name] = dataOf(one, place, depth + 1);
  }
  return object;
}

/** As ECMA-262 writes the double; TOML has a zero, infinities and a NaN of its own. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

function kindOf(time: TomlDate): string {
  if (time.isDate()) return '$toml.local-date';
  if (time.isTime()) return '$toml.local-time';
  return time.isLocal() ? '$toml.local-date-time' : '$toml.offset-date-time';
}

const TIME =
  /\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[-+]\d{2}:\d{2})?)?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/g;

/** The reader of TOML keeps milliseconds, and takes the 30th of February for the 2nd of March: two files would be one. */
function refuseLossyTimes(text: string): void {
  const bare = withoutTexts(text);
  for (const { 0: written, index } of bare.matchAll(TIME)) {
    const time = new TomlDate(written);
    if (time.isValid() && plainTime(time.toISOString()) === plainTime(written)) continue;
    const line = bare.slice(0, index).split('\n').length;
    throw new Malformed('lockfile-value', `a time that is no day, or finer than milliseconds, at line ${line}`);
  }
}

function plainTime(text: string): string {
  const [, date = '', time = '', seconds = ':00', fraction = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})?(?:[T ]?(\d{2}:\d{2})(:\d{2})?(?:\.(\d+))?)?(Z|[-+]\d{2}:\d{2})?$/.exec(text.toUpperCase()) ??
    [];
  return time === '' ? date : `${date}T${time}${seconds}.${fraction.replace(/0+$/, '')}${zone}`;
}

/** The document with blanks in place of texts and comments, line by line as it was. */
function withoutTexts(text: string): string {
  const out: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; ) {
    const end = endOfText(text, i);
    if (end === i) {
      i++;
      continue;
    }
    out.push(text.slice(from, i), text.slice(i, end).replace(/[^\n]/g, ' '));
    i = end;
    from = end;
  }
  return out.join('') + text.slice(from);
}

/** Behind the text or comment that begins here; here itself where none does. The document is known to be TOML. */
function endOfText(text: string, start: number): number {
  const mark = text[start];
  if (mark === '#') return text.includes('\n', start) ? text.indexOf('\n', start) : text.length;
  if (mark !== '"' && mark !== "'") return start;
  const isLong = text[start + 1] === mark && text[start + 2] === mark;
  const quote = isLong ? mark.repeat(3) : mark;
  let i = start + quote.length;
  while (i < text.length && !text.startsWith(quote, i)) i += mark === '"' && text[i] === '\\' ? 2 : 1;
  i += quote.length;
  // Up to two quotes may stand before the three that end a long text.
  while (isLong && text[i] === mark) i++;
  return i;
}
