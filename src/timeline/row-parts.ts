// SPDX-License-Identifier: Apache-2.0
import { cutText } from '../encoding/escape-text.ts';
import { meaningOf, type RawMember, type RawMembers } from '../encoding/json-raw.ts';
import { LIMITS } from '../encoding/limits.ts';
import { Malformed } from '../model/malformed.ts';
import { type ReadTime, readIso, readTime, type TimeForm } from './written-times.ts';

/** A text of a JSON row; null: it is absent, null or something else. */
export function textOf(members: RawMembers, name: string): string | null {
  const member = members.get(name);
  if (member?.kind !== 'string') return null;
  return meaningOf(member) as string;
}

/** A text, or a number as it is written. */
export function wordOf(members: RawMembers, name: string): string | null {
  const member = members.get(name);
  return member?.kind === 'number' ? member.raw : textOf(members, name);
}

/** @throws Malformed `timeline-row-format` */
export function requireText(members: RawMembers, name: string): string {
  const text = textOf(members, name);
  if (text !== null) return text;
  throw new Malformed('timeline-row-format', `${name} is ${members.has(name) ? 'no text' : 'missing'}`);
}

/** A time of a JSON row, text or number. Absent ones are an empty text. */
export function timeMember(members: RawMembers, of: string, form: (text: string) => TimeForm | null): ReadTime {
  const member = members.get(of);
  if (member === undefined || member.kind === 'null') return readTime(of, '', '', null);
  const raw = rawText(member);
  const text = member.kind === 'string' ? (meaningOf(member) as string) : raw;
  return readTime(of, raw, text, form(text));
}

export function isoMember(members: RawMembers, of: string): ReadTime {
  return timeMember(members, of, readIso);
}

/** As it is written, but for the quotes around a text. */
export function rawText({ kind, raw }: RawMember): string {
  return kind === 'string' ? raw.slice(1, -1) : raw;
}

export function shown(text: string): string {
  return cutText(text, LIMITS.timelineMessage);
}

/** `-` and nothing are how tables write null. */
export function orNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' || text === '-' ? null : text;
}

const LENGTHS: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** `sha256:<hex>`, of hexadecimal digits with or without the name of their algorithm. [] where it is none, or all zero. */
export function digestNames(text: string | null): string[] {
  const match = /^(?:(md5|sha1|sha256|sha384|sha512):)?([0-9a-f]+)$/i.exec(text ?? '');
  if (match === null || /^0+$/.test(match[2]!)) return [];
  const name = LENGTHS.get(match[2]!.length);
  if (name === undefined || (match[1] !== undefined && match[1].toLowerCase() !== name)) return [];
  return [`${name}:${match[2]!.toLowerCase()}`];
}
