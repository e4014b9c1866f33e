// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { decodeBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { escapeText } from './escape-text.ts';

const INT64_MAX = 2n ** 63n - 1n;

// Typed access to a JSON document. `pointer` is the RFC 6901 pointer of the object that is asked, `''` for the document.
// A `require…` of an absent or null member, and any member of another type, throws Malformed `json-shape` with the
// pointer of the member.

/** The pointer of a member or element (RFC 6901 §3). */
export function pointerTo(pointer: string, token: string | number): string {
  const text = String(token);
  if (!text.includes('/') && !text.includes('~')) return `${pointer}/${text}`;
  return `${pointer}/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function asObject(value: JsonValue, pointer: string): JsonObject {
  if (isObject(value)) return value;
  throw shape('an object is wanted', pointer);
}

export function asArray(value: JsonValue, pointer: string): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  throw shape('an array is wanted', pointer);
}

export function asString(value: JsonValue, pointer: string): string {
  if (typeof value === 'string') return value;
  throw shape('a string is wanted', pointer);
}

export function asBoolean(value: JsonValue, pointer: string): boolean {
  if (typeof value === 'boolean') return value;
  throw shape('true or false is wanted', pointer);
}

/** A number without fraction, |n| < 2^53: beyond that, doubles skip integers. */
export function asInteger(value: JsonValue, pointer: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw shape('an integer below 2^53 is wanted', pointer);
}

/** protobuf's int64: a canonical decimal string, or an integer; never negative here (attacks F05). */
export function asInt64(value: JsonValue, pointer: string): bigint {
  if (typeof value === 'number') {
    const integer = asInteger(value, pointer);
    if (integer >= 0) return BigInt(integer);
  } else if (typeof value === 'string') {
    const parsed = attempt(() => parseDecimal(value, 'it'));
    if (parsed.ok && parsed.value <= INT64_MAX) return parsed.value;
  }
  throw shape('a non-negative 64-bit integer is wanted', pointer);
}

/** @throws Malformed `base64-invalid`, and `json-shape` where it is no string */
export function asBase64(value: JsonValue, pointer: string): Bytes {
  const decoded = attempt(() => decodeBase64(asString(value, pointer)));
  if (decoded.ok) return decoded.value;
  const { reason, detail } = decoded.problem;
  throw new Malformed(reason, reason === 'json-shape' ? detail : `${detail} ${place(pointer)}`);
}

/** An own member. Null counts as absent: protobuf's JSON writes either (attacks H05). */
export function member(object: JsonObject, name: string): JsonValue | undefined {
  if (!Object.hasOwn(object, name)) return undefined;
  return object[name] ?? undefined;
}

type Reader<T> = (value: JsonValue, pointer: string) => T;

function required<T>(read: Reader<T>, object: JsonObject, name: string, pointer: string): T {
  const value = member(object, name);
  const place = pointerTo(pointer, name);
  if (value === undefined) throw shape('a member is missing', place);
  return read(value, place);
}

function optional<T>(read: Reader<T>, object: JsonObject, name: string, pointer: string): T | undefined {
  const value = member(object, name);
  return value === undefined ? undefined : read(value, pointerTo(pointer, name));
}

export const requireString = (object: JsonObject, name: string, pointer: string): string =>
  required(asString, object, name, pointer);
export const optionalString = (object: JsonObject, name: string, pointer: string): string | undefined =>
  optional(asString, object, name, pointer);
export const requireObject = (object: JsonObject, name: string, pointer: string): JsonObject =>
  required(asObject, object, name, pointer);
export const optionalObject = (object: JsonObject, name: string, pointer: string): JsonObject | undefined =>
  optional(asObject, object, name, pointer);
export const requireArray = (object: JsonObject, name: string, pointer: string): readonly JsonValue[] =>
  required(asArray, object, name, pointer);
export const optionalArray = (object: JsonObject, name: string, pointer: string): readonly JsonValue[] | undefined =>
  optional(asArray, object, name, pointer);
export const requireInteger = (object: JsonObject, name: string, pointer: string): number =>
  required(asInteger, object, name, pointer);
export const optionalInteger = (object: JsonObject, name: string, pointer: string): number | undefined =>
  optional(asInteger, object, name, pointer);
export const requireInt64 = (object: JsonObject, name: string, pointer: string): bigint =>
  required(asInt64, object, name, pointer);
export const optionalInt64 = (object: JsonObject, name: string, pointer: string): bigint | undefined =>
  optional(asInt64, object, name, pointer);
export const requireBase64 = (object: JsonObject, name: string, pointer: string): Bytes =>
  required(asBase64, object, name, pointer);
export const optionalBase64 = (object: JsonObject, name: string, pointer: string): Bytes | undefined =>
  optional(asBase64, object, name, pointer);
export const optionalBoolean = (object: JsonObject, name: string, pointer: string): boolean | undefined =>
  optional(asBoolean, object, name, pointer);

/** Names of members that a format does not have, sorted, for the finding `unknown-member`. */
export function unknownMembers(object: JsonObject, known: readonly string[]): string[] {
  return Object.keys(object)
    .filter((name) => !known.includes(name))
    .sort();
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shape(problem: string, pointer: string): Malformed {
  return new Malformed('json-shape', `${problem} ${place(pointer)}`);
}

function place(pointer: string): string {
  return pointer === '' ? 'at the top of the document' : `at ${escapeText(pointer)}`;
}
