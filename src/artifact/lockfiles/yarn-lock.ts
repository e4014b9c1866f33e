// SPDX-License-Identifier: Apache-2.0

import { escapeText } from '../../encoding/escape-text.ts';
import { asObject, optionalString, pointerTo } from '../../encoding/json-fields.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { parseLockYaml } from '../../encoding/lock-yaml.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { asLockfile, boundNpmEntries, npmEntry } from './npm-entry.ts';

/**
 * yarn's lockfile: the first version in a form of its own, later ones ("berry") in YAML. The checksums of the later ones are of
 * the archive that yarn makes itself and keeps, not of what the registry serves: they name no tarball.
 */
export const YARN_LOCK: LockfileKind = {
  id: 'yarn.lock',
  recognises: (fileName) => fileName === 'yarn.lock',
  read: (bytes) => asLockfile(() => (isBerry(bytes) ? ofBerry(bytes) : ofClassic(textOf(bytes)))),
};

function textOf(bytes: Bytes): string {
  if (bytes.length > LIMITS.lockBytes)
    throw new Malformed('limit-exceeded', `the lockfile is longer than ${LIMITS.lockBytes} bytes`);
  return decodeUtf8(bytes).replaceAll('\r\n', '\n');
}

function isBerry(bytes: Bytes): boolean {
  return /^__metadata:$/m.test(textOf(bytes));
}

function ofBerry(bytes: Bytes): readonly LockEntry[] {
  const rows = Object.entries(asObject(parseLockYaml(bytes), ''));
  return boundNpmEntries(rows).flatMap(([key, value]) => {
    if (key === '__metadata') return [];
    const pointer = pointerTo('', key);
    const entry = asObject(value, pointer);
    const resolution = optionalString(entry, 'resolution', pointer) ?? '';
    // The project itself and its workspaces.
    if (/@workspace:/.test(resolution)) return [];
    const version = optionalString(entry, 'version', pointer) ?? null;
    return [npmEntry({ name: nameOf(resolution, pointer), version, integrity: null, resolved: resolution, pointer })];
  });
}

interface Block {
  readonly key: string;
  readonly line: number;
  readonly fields: Map<string, string>;
}

/**
 * Lines: a key of descriptors without indentation, its fields with two blanks, and lists of dependencies, which are passed over,
 * with four.
 */
function ofClassic(text: string): readonly LockEntry[] {
  if (!/^# yarn lockfile v1$/m.test(text)) throw new Malformed('lockfile-format', 'it is no lockfile of yarn');
  const blocks: Block[] = [];
  const keys = new Set<string>();
  let list = false;
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1;
    if (line === '' || line.startsWith('#')) continue;
    const wrong = (what: string) => new Malformed('lockfile-format', `line ${number} ${what}`);
    const [, indent = '', rest = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const block = blocks.at(-1);
    if (indent === '') {
      if (!rest.endsWith(':')) throw wrong('is no key');
      if (keys.has(rest)) throw wrong('repeats a key');
      keys.add(rest);
      blocks.push({ key: rest.slice(0, -1), line: number, fields: new Map() });
      if (blocks.length > LIMITS.lockEntries)
        throw new Malformed('limit-exceeded', `more than ${LIMITS.lockEntries} packages`);
      list = false;
    } else if (indent.length === 2 && block !== undefined) {
      list = rest.endsWith(':');
      const [, name = '', value = ''] = /^([A-Za-z]+)(?: (.*)|:)$/.exec(rest) ?? [];
      if (name === '' || block.fields.has(name)) throw wrong('is no field, or repeats one');
      block.fields.set(name, list ? '' : unquoted(value, number));
    } else if (indent.length !== 4 || !list) throw wrong('is indented as no line is');
  }
  return blocks.map(({ key, line, fields }) =>
    npmEntry({
      name: nameOf(firstOf(key, line), `line ${line}`),
      version: fields.get('version') ?? null,
      integrity: fields.get('integrity') ?? null,
      resolved: fields.get('resolved') ?? null,
      pointer: `line ${line}`,
    }),
  );
}

/** Of several descriptors that lead to one package, all of one name. */
function firstOf(key: string, line: number): string {
  const end = key.startsWith('"') ? key.indexOf('"', 1) + 1 : key.indexOf(', ');
  return unquoted(end <= 0 ? key : key.slice(0, end), line);
}

function unquoted(text: string, line: number): string {
  if (!text.startsWith('"')) return text;
  const [, inside] = /^"([^"\\]*)"$/.exec(text) ?? [];
  if (inside === undefined)
    throw new Malformed('lockfile-format', `line ${line} has quotes that are not closed, or escapes`);
  return inside;
}

/** `name@range`, `@scope/name@range`; `alias@npm:name@range` is the package `name`. */
function nameOf(descriptor: string, pointer: string): string {
  const [, name, range = ''] = /^((?:@[^/@]+\/)?[^/@]+)@(.*)$/.exec(descriptor) ?? [];
  if (name === undefined)
    throw new Malformed('lockfile-format', `"${escapeText(descriptor, 96)}" at ${pointer} names no package`);
  const [, aliased] = /^npm:((?:@[^/@]+\/)?[^/@]+)@/.exec(range) ?? [];
  return aliased ?? name;
}
