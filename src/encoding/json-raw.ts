// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { scanJson } from './json-scan.ts';
import { decodeUtf8 } from './utf8.ts';

/** A member of a JSON object as it is written. */
export interface RawMember {
  readonly kind: 'string' | 'number' | 'object' | 'array' | 'boolean' | 'null';
  /** Its text in the document, character for character: quotes, escapes and digits as they stand there. */
  readonly raw: string;
}

export type RawMembers = ReadonlyMap<string, RawMember>;

/**
 * The members of the one object that a document holds, each as it is written: no number is ever turned into a double, so that
 * `1783014477955519754` stays what it is. The document is judged as `parseJson` judges it.
 *
 * @throws Malformed as `parseJson` does, and `json-shape` where the document is no object
 */
export function rawMembers(bytes: Bytes): RawMembers {
  const text = decodeUtf8(bytes);
  scanJson(bytes, text);
  return split(text);
}

/** The members of a member that is an object; it was judged with the document that it stands in. */
export function membersOf(member: RawMember): RawMembers {
  return split(member.raw);
}

/** The elements of a member that is an array. */
export function elementsOf(member: RawMember): RawMember[] {
  if (member.kind !== 'array') throw new Malformed('json-shape', 'an array is wanted');
  const { raw } = member;
  const found: RawMember[] = [];
  let i = behindSpace(raw, 1);
  while (raw[i] !== ']') {
    const end = endOfValue(raw, i);
    found.push(valueAt(raw, i, end));
    i = behindSpace(raw, end);
    if (raw[i] === ',') i = behindSpace(raw, i + 1);
  }
  return found;
}

/** What it means: a text without its quotes and escapes, and numbers as doubles. */
export function meaningOf(member: RawMember): JsonValue {
  return JSON.parse(member.raw) as JsonValue;
}

function split(text: string): RawMembers {
  const start = behindSpace(text, 0);
  if (text[start] !== '{') throw new Malformed('json-shape', 'an object is wanted');
  const members = new Map<string, RawMember>();
  let i = behindSpace(text, start + 1);
  while (text[i] !== '}') {
    const nameEnd = endOfValue(text, i);
    const name = JSON.parse(text.slice(i, nameEnd)) as string;
    i = behindSpace(text, behindSpace(text, nameEnd) + 1);
    const end = endOfValue(text, i);
    members.set(name, valueAt(text, i, end));
    i = behindSpace(text, end);
    if (text[i] === ',') i = behindSpace(text, i + 1);
  }
  return members;
}

function valueAt(text: string, start: number, end: number): RawMember {
  const raw = text.slice(start, end);
  switch (raw[0]) {
    case '"':
      return { kind: 'string', raw };
    case '{':
      return { kind: 'object', raw };
    case '[':
      return { kind: 'array', raw };
    case 't':
    case 'f':
      return { kind: 'boolean', raw };
    case 'n':
      return { kind: 'null', raw };
    default:
      return { kind: 'number', raw };
  }
}

/** Only ever run over text that the scan has accepted: brackets match, strings end. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let i = start;
  for (;;) {
    const character = text[i];
    if (character === undefined) throw new Malformed('json-invalid', 'the document ends early');
    if (character === '"') i = endOfText(text, i + 1);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    i++;
    if (depth === 0 && (character === '"' || character === '}' || character === ']' || endsScalar(text[i]))) return i;
  }
}

function endsScalar(next: string | undefined): boolean {
  return next === undefined || ',}] \t\n\r'.includes(next);
}

function endOfText(text: string, start: number): number {
  let i = start;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}

function behindSpace(text: string, start: number): number {
  let i = start;
  while (text[i] === ' ' || text[i] === '\t' || text[i] === '\n' || text[i] === '\r') i++;
  return i;
}
