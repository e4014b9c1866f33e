// SPDX-License-Identifier: Apache-2.0
import { anchoredPattern, exactText } from '../encoding/anchored-pattern.ts';
import { parseDuration } from '../encoding/duration.ts';
import { cutText } from '../encoding/escape-text.ts';
import { isObject, pointerTo } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { TextMatch } from '../model/policy-document.ts';
import { type PolicyFault, policyProblem } from './problem.ts';

// Typed access to a policy. Nothing is coerced, nothing empty is taken, and each throws PolicyFault with the pointer of what
// it was given.

/** A block with nothing but `known` keys in it, and at least one. */
export function blockOf(value: JsonValue, pointer: string, known: readonly string[]): JsonObject {
  const block = mapOf(value, pointer);
  for (const key of Object.keys(block)) {
    if (!known.includes(key)) throw unknownKey(pointer, key, known);
  }
  return block;
}

/** A block whose keys the writer of the policy chooses. */
export function mapOf(value: JsonValue, pointer: string): JsonObject {
  if (!isObject(value)) throw policyProblem(pointer, `a block is wanted, not ${kindOf(value)}`);
  if (Object.keys(value).length === 0) throw policyProblem(pointer, 'the block is empty');
  return value;
}

export function unknownKey(pointer: string, key: string, known: readonly string[]): PolicyFault {
  const names = known.length <= 12 ? `: known here are ${known.join(', ')}` : '';
  return policyProblem(pointerTo(pointer, key), `unknown key "${cutText(key, 64)}"${names}`, 'key');
}

/** What stands under a key, or undefined: a written `null` is refused. */
export function memberOf(block: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(block, key) ? block[key] : undefined;
}

export function requiredOf(block: JsonObject, key: string, pointer: string): JsonValue {
  const value = memberOf(block, key);
  if (value === undefined) throw policyProblem(pointer, `the key "${key}" is missing`);
  return value;
}

export function listOf<T>(value: JsonValue, pointer: string, read: (value: JsonValue, pointer: string) => T): T[] {
  if (!Array.isArray(value)) throw policyProblem(pointer, `a list is wanted, not ${kindOf(value)}`);
  if (value.length === 0) throw policyProblem(pointer, 'the list is empty');
  if (value.length > LIMITS.policyMembers)
    throw policyProblem(pointer, `the list has more than ${LIMITS.policyMembers} members`);
  return value.map((one: JsonValue, i) => read(one, pointerTo(pointer, i)));
}

export function textOf(value: JsonValue, pointer: string): string {
  if (typeof value !== 'string')
    throw policyProblem(pointer, `a text is wanted, not ${kindOf(value)}: put it in quotes if it is one`);
  if (value.trim() === '') throw policyProblem(pointer, 'the text is empty');
  if (value !== value.trim()) throw policyProblem(pointer, 'the text begins or ends with white space');
  return value;
}

/** A text that may go over several lines, as a block behind `|`, without the white space around it. */
export function linesOf(value: JsonValue, pointer: string): string {
  return textOf(typeof value === 'string' ? value.trim() : value, pointer);
}

export function booleanOf(value: JsonValue, pointer: string): boolean {
  if (typeof value !== 'boolean') throw policyProblem(pointer, `true or false is wanted, not ${kindOf(value)}`);
  return value;
}

export function integerOf(value: JsonValue, pointer: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw policyProblem(pointer, `a whole number is wanted, not ${kindOf(value)}`);
  if (value < least || value > most) throw policyProblem(pointer, `${value} is not from ${least} to ${most}`);
  return value;
}

/** Readers of JSON and YAML round it: another one may be written there. */
export function isRounded(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

export function inexactNumber(pointer: string): PolicyFault {
  return policyProblem(pointer, 'a whole number beyond 2^53 is not known exactly: ask for a text');
}

export function choiceOf<T extends string>(value: JsonValue, pointer: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    const what = typeof value === 'string' ? `"${cutText(value, 64)}"` : kindOf(value);
    throw policyProblem(pointer, `${choices.join(', ')} are the choices, not ${what}`);
  }
  return found;
}

/** An exact text, or `{ pattern: '^…$' }`. */
export function textMatchOf(value: JsonValue, pointer: string): TextMatch {
  if (!isObject(value)) return exactText(textOf(value, pointer));
  const block = blockOf(value, pointer, ['pattern']);
  return patternOf(requiredOf(block, 'pattern', pointer), pointerTo(pointer, 'pattern'));
}

export function patternOf(value: JsonValue, pointer: string): TextMatch {
  return anchoredPattern(textOf(value, pointer), (why) => policyProblem(pointer, `the pattern ${why}`));
}

const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** `sha256:` and its lowercase hexadecimal digits, or sha384, or sha512. */
export function digestOf(value: JsonValue, pointer: string): string {
  const text = textOf(value, pointer);
  const colon = text.indexOf(':');
  const digits = HEX_DIGITS.get(text.slice(0, Math.max(colon, 0)));
  if (digits === undefined) throw policyProblem(pointer, 'a digest is written sha256:…, sha384:… or sha512:…');
  const hex = text.slice(colon + 1);
  if (hex.length !== digits || !/^[0-9a-f]+$/.test(hex))
    throw policyProblem(pointer, `the digest is not ${digits} lowercase hexadecimal digits`);
  return text;
}

export function instantOf(value: JsonValue, pointer: string): Instant {
  const text = textOf(value, pointer);
  const parsed = attempt(() => parseRfc3339(text));
  if (!parsed.ok) throw policyProblem(pointer, parsed.problem.detail);
  return parsed.value.time;
}

/** `90d`, `36h`, `5m`, `300s`: always with its unit. In nanoseconds, above zero. */
export function durationOf(value: JsonValue, pointer: string): bigint {
  const text = textOf(value, pointer);
  const parsed = attempt(() => parseDuration(text));
  if (!parsed.ok || !/[smhd]$/.test(text))
    throw policyProblem(pointer, 'a duration is a whole number with s, m, h or d behind it');
  if (parsed.value === 0n) throw policyProblem(pointer, 'the duration is zero');
  return parsed.value;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'boolean' ? String(value) : `the number ${value}`;
}
