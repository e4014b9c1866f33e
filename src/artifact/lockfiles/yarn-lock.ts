// SPDX-License-Identifier: Apache-2.0

import { escapeText } from '../../encoding/escape-text.ts';
import { asObject, optionalString, pointerTo, requireObject } from '../../encoding/json-fields.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { parseLockYaml } from '../../encoding/lock-yaml.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { asLockfile, boundNpmEntries, folderEntry, isTarball, npmEntry, unknownVersion } from './npm-entry.ts';

/**
 * yarn's lockfile: the first version in a form of its own, later ones ("berry") in YAML. The checksums of the later ones are of
 * the archive that yarn makes itself and keeps, not of what the registry serves: they name no tarball.
 */
export const YARN_LOCK: LockfileKind = {
  id: 'yarn.lock',
  recognises: LOCKFILE_NAMES['yarn.lock'],
  read: (bytes) => asLockfile(() => (isBerry(bytes) ? ofBerry(bytes) : ofClassic(textOf(bytes)))),
};

function textOf(bytes: Bytes): string {
  if (bytes.length > LIMITS.lockBytes)
    throw new Malformed('limit-exceeded', `the lockfile is longer than ${LIMITS.lockBytes} bytes`);
  const text = decodeUtf8(bytes).replaceAll('\r\n', '\n');
  // yarn ends a line there, others do not.
  if (text.includes('\r')) throw new Malformed('lockfile-format', 'a carriage return without a line feed');
  return text;
}

function isBerry(bytes: Bytes): boolean {
  return /^__metadata:$/m.test(textOf(bytes));
}

function ofBerry(bytes: Bytes): readonly LockEntry[] {
  const document = asObject(parseLockYaml(bytes), '');
  const written = optionalString(requireObject(document, '__metadata', ''), 'version', '/__metadata');
  if (!/^[4-9]$/.test(written ?? '')) throw unknownVersion('the version', written);
  const rows = Object.entries(document);
  return boundNpmEntries(rows).flatMap(([key, value]) => {
    if (key === '__metadata') return [];
    const pointer = pointerTo('', key);
    const entry = asObject(value, pointer);
    const resolution = optionalString(entry, 'resolution', pointer) ?? '';
    const [, named = '', folder] = /^(.*)@workspace:(.*)$/.exec(resolution) ?? [];
    // The project itself is no package of it.
    if (folder !== undefined) return folder === '.' ? [] : [folderEntry(named, folder, pointer)];
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
  return blocks.map(({ key, line, fields }) => {
    const pointer = `line ${line}`;
    const descriptors = descriptorsOf(key, line);
    const names = new Set(descriptors.map((one) => nameOf(one, pointer)));
    if (names.size > 1) throw new Malformed('lockfile-format', `${pointer} names several packages`);
    const resolved = fields.get('resolved') ?? null;
    // A folder or a repository is asked for, or nothing says what was taken: no digest is compared.
    const isCompared = resolved !== null && !descriptors.map(rangeOf).some(isExotic);
    return npmEntry({
      name: [...names][0]!,
      version: fields.get('version') ?? null,
      integrity: isCompared ? (fields.get('integrity') ?? null) : null,
      resolved: resolved ?? descriptors.map(rangeOf).find(isExotic) ?? null,
      pointer,
    });
  });
}

/** Anything but a range of versions or a tag, an alias of a package in the registry, and an archive by its address. */
function isExotic(range: string): boolean {
  if (range.startsWith('npm:')) return false;
  return /^https?:/i.test(range) ? !isTarball(range) : /[:/]/.test(range);
}

function rangeOf(descriptor: string): string {
  return descriptor.slice(descriptor.indexOf('@', 1) + 1);
}

/** Several that lead to one package, parted by commas, each in quotes where it has more than letters. */
function descriptorsOf(key: string, line: number): readonly string[] {
  const parts = key.match(/"[^"]*"|[^",\s][^",]*/g) ?? [];
  if (parts.length === 0 || parts.join(', ') !== key)
    throw new Malformed('lockfile-format', `line ${line} is no list of descriptors`);
  return parts.map((one) => unquoted(one, line));
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
