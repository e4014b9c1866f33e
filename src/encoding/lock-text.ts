// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { LockSyntax } from './lock-format.ts';

type Flat = Readonly<Record<string, string | number>>;

/**
 * The text of a lockfile with one more top-level member, of texts and numbers, at its end. Whoever calls reads the result again and
 * compares: what is written here is a proposal.
 *
 * @throws Malformed `lockfile-value` where no place for it is found
 */
export function withLockBlock(text: string, syntax: LockSyntax, name: string, block: JsonObject): string {
  const flat = block as Flat;
  switch (syntax) {
    case 'json':
      return inJson(text, name, flat);
    case 'yaml':
      return `${ended(text)}\n${name}:\n${lines(flat, (key, value) => `  ${key}: ${value}\n`)}`;
    case 'toml':
      return `${ended(text)}\n[${name}]\n${lines(flat, (key, value) => `${key} = ${value}\n`)}`;
  }
}

/** The text without that member, where it is written as `withLockBlock` writes it. */
export function withoutLockBlock(text: string, syntax: LockSyntax, name: string): string {
  switch (syntax) {
    case 'json':
      return text.replace(new RegExp(`,\\s*"${name}"\\s*:\\s*\\{[^{}]*\\}(?=\\s*\\}\\s*$)`), '');
    case 'yaml':
      return text.replace(new RegExp(`\\n\\n?${name}:\\n(?:[ ]+[^\\n]*\\n?)+`), '\n');
    case 'toml':
      return text.replace(new RegExp(`\\n\\n?\\[${name}\\]\\n(?:[a-z]+ = [^\\n]*\\n?)+`), '\n');
  }
}

function inJson(text: string, name: string, block: Flat): string {
  const end = text.lastIndexOf('}');
  const before = text.slice(0, end).trimEnd();
  if (end === -1 || before === '') throw new Malformed('lockfile-value', 'the document is no JSON object');
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? null;
  const comma = before.endsWith('{') ? '' : ',';
  const tail = text.slice(end);
  if (indent === null) return `${before}${comma}"${name}":${JSON.stringify(block)}${tail}`;
  const members = Object.entries(block).map(([key, value]) => `${indent}${indent}"${key}": ${JSON.stringify(value)}`);
  return `${before}${comma}\n${indent}"${name}": {\n${members.join(',\n')}\n${indent}}\n${tail}`;
}

function lines(block: Flat, line: (key: string, value: string) => string): string {
  // A text of JSON in printable ASCII is one of YAML and of TOML too.
  return Object.entries(block)
    .map(([key, value]: [string, JsonValue]) => line(key, JSON.stringify(value)))
    .join('');
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
