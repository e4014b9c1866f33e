// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { parseExactJson } from './exact-json.ts';
import { asObject } from './json-fields.ts';
import type { LockSyntax } from './lock-format.ts';
import { parseYamlData } from './lock-yaml-data.ts';
import { parseTomlData } from './toml-data.ts';

/**
 * A lockfile as data (docs/spec/lockfile-signature-v1.md, 3): two files have the same only where no reader of their format can tell
 * them apart but by comments, order of keys and spelling of values.
 *
 * @throws Malformed those of the reader of its syntax, `json-number`, `json-shape`, `lockfile-value`
 */
export function readLockData(syntax: LockSyntax, bytes: Bytes): JsonObject {
  switch (syntax) {
    case 'json':
      return jsonData(bytes);
    case 'yaml':
      return parseYamlData(bytes);
    case 'toml':
      return parseTomlData(bytes);
  }
}

function jsonData(bytes: Bytes): JsonObject {
  return asObject(parseExactJson(bytes), '');
}

const BY_ENDING: readonly [RegExp, LockSyntax][] = [
  [/\.(?:json|jsonc)$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.toml$/i, 'toml'],
  [/^(?:uv|poetry|pdm|cargo)\.lock$/i, 'toml'],
  [/^(?:mcp-tap|composer|flake|deno|bun|mcp-fusion|vurb)\.lock$/i, 'json'],
  [/^(?:pubspec|conda-lock)\.lock$/i, 'yaml'],
];

/** By the file's name; where that says nothing, JSON is known by its first character; else null. */
export function lockSyntaxOf(fileName: string, bytes: Bytes): LockSyntax | null {
  const known = BY_ENDING.find(([pattern]) => pattern.test(fileName))?.[1];
  if (known !== undefined) return known;
  const first = bytes.find((octet) => octet !== 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09);
  return first === 0x7b ? 'json' : null;
}
