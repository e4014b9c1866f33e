// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asObject,
  member,
  optionalBoolean,
  optionalObject,
  optionalString,
  pointerTo,
  requireString,
} from '../../encoding/json-fields.ts';
import { isNpmName } from '../../encoding/npm-coordinates.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { asLockfile, boundNpmEntries, folderEntry, npmEntry, unknownVersion } from './npm-entry.ts';

/** An entry, and what it is called in the folder that it is put into: an alias, or its name. */
interface Placed {
  readonly place: string;
  readonly entry: LockEntry;
}

/**
 * npm's lockfile. Version 1 is nested `dependencies`, version 3 `packages` by folder; version 2 has both, of which npm up to 6
 * reads the one and later ones the other, so that they must pin the same. Only the project itself is left out: its folders,
 * links to them, and what lies inside another package have no digest of their own, and are entries without one.
 */
export const PACKAGE_LOCK: LockfileKind = {
  id: 'package-lock.json',
  recognises: LOCKFILE_NAMES['package-lock.json'],
  read: (bytes) =>
    asLockfile(() => {
      const document = asObject(parseJson(bytes), '');
      const version = member(document, 'lockfileVersion');
      if (version !== 1 && version !== 2 && version !== 3) throw unknownVersion('lockfileVersion', version);
      const packages = optionalObject(document, 'packages', '');
      const dependencies = optionalObject(document, 'dependencies', '');
      const other = version === 1 ? packages && 'packages' : version === 3 ? dependencies && 'dependencies' : undefined;
      if (other !== undefined)
        throw new Malformed('lockfile-halves-differ', `version ${version} has ${other} too, which it does not write`);
      const folders = packages === undefined ? [] : boundNpmEntries(ofFolders(packages));
      const tree = dependencies === undefined ? [] : boundNpmEntries(nested(dependencies, '/dependencies', 0));
      if (version === 2) {
        refuseMissing(tree, folders, 'packages');
        refuseMissing(folders, tree, 'dependencies');
      }
      return (version === 1 ? tree : folders).map(({ entry }) => entry);
    }),
};

function ofFolders(packages: JsonObject): readonly Placed[] {
  const rows = boundNpmEntries(Object.entries(packages)).map(([folder, value]) => {
    const pointer = pointerTo('/packages', folder);
    const entry = asObject(value, pointer);
    const isLink = optionalBoolean(entry, 'link', pointer) === true;
    return { folder, pointer, entry, target: isLink ? requireString(entry, 'resolved', pointer) : null };
  });
  const linked = new Set(rows.map(({ target }) => target));
  return rows.flatMap(({ folder, pointer, entry, target }): Placed[] => {
    if (folder === '') return [];
    const at = folder.lastIndexOf('node_modules/');
    const place = at === -1 ? folder.slice(folder.lastIndexOf('/') + 1) : folder.slice(at + 'node_modules/'.length);
    if (target !== null) return [{ place, entry: linkEntry(place, target, pointer) }];
    const resolved = optionalString(entry, 'resolved', pointer) ?? null;
    const integrity = optionalString(entry, 'integrity', pointer) ?? null;
    const name = optionalString(entry, 'name', pointer) ?? place;
    if (at === -1 && resolved === null && integrity === null)
      // A folder that is linked to is told by its link.
      return linked.has(folder) ? [] : [{ place, entry: folderEntry(name, folder, pointer) }];
    const inside = optionalBoolean(entry, 'inBundle', pointer) === true ? 'inside another package' : null;
    const version = optionalString(entry, 'version', pointer) ?? null;
    return [{ place, entry: bundled(npmEntry({ name, version, integrity, resolved, pointer }), inside) }];
  });
}

/** @throws Malformed `lockfile-format` where the link does not lead to a folder */
function linkEntry(name: string, target: string, pointer: string): LockEntry {
  if (!isNpmName(name)) throw new Malformed('lockfile-format', `the name at ${pointer} is "${escapeText(name, 96)}"`);
  if (target.includes(':') || target.startsWith('//'))
    throw new Malformed('lockfile-format', `the link at ${pointer} leads to "${escapeText(target, 96)}", no folder`);
  const isOutside = target.startsWith('/') || target.split('/').includes('..');
  return folderEntry(name, isOutside ? `${target}, outside of the project` : target, pointer);
}

/** What lies inside another package comes from there, whatever digest stands beside it: npm looks at none. */
function bundled(entry: LockEntry, inside: string | null): LockEntry {
  return inside === null ? entry : { ...entry, integrities: [], resolved: inside };
}

/** Deeper than any tree that npm has written, and than the JSON may be. */
const DEEPEST = 32;

function nested(dependencies: JsonObject, at: string, depth: number): Placed[] {
  if (depth > DEEPEST) throw new Malformed('limit-exceeded', `dependencies are nested deeper than ${DEEPEST}`);
  return Object.entries(dependencies).flatMap(([place, value]) => {
    const pointer = pointerTo(at, place);
    const entry = asObject(value, pointer);
    const version = optionalString(entry, 'version', pointer) ?? null;
    const [, real, aliased] = /^npm:(@?[^@]+)@(.+)$/.exec(version ?? '') ?? [];
    const inside = optionalBoolean(entry, 'bundled', pointer) === true ? 'inside another package' : null;
    const own = npmEntry({
      name: real ?? place,
      version: aliased ?? version,
      integrity: optionalString(entry, 'integrity', pointer) ?? null,
      resolved: optionalString(entry, 'resolved', pointer) ?? null,
      pointer,
    });
    const below = optionalObject(entry, 'dependencies', pointer);
    return [
      { place, entry: bundled(own, inside) },
      ...(below === undefined ? [] : nested(below, `${pointer}/dependencies`, depth + 1)),
    ];
  });
}

/**
 * Each entry of one half stands in the other: put at a place of that name, with that digest, under that name and version. A
 * reference in place of a version (an address, a folder) names neither.
 *
 * @throws Malformed `lockfile-halves-differ`
 */
function refuseMissing(own: readonly Placed[], others: readonly Placed[], half: string): void {
  const known = new Map<string, Set<string>>();
  for (const one of others) {
    const names = known.get(keyOf(one)) ?? new Set();
    known.set(keyOf(one), names.add(namedAs(one.entry)));
  }
  for (const one of own) {
    const names = known.get(keyOf(one));
    const wanted = namedAs(one.entry);
    if (names !== undefined && (wanted === '' || names.has(wanted) || names.has(''))) continue;
    throw new Malformed(
      'lockfile-halves-differ',
      `${half} has not what stands at ${escapeText(one.entry.pointer, 192)}`,
    );
  }
}

function keyOf({ place, entry: { integrities } }: Placed): string {
  return JSON.stringify([place, ...integrities.map(({ algorithm, hex }) => `${algorithm}-${hex}`)]);
}

function namedAs({ name, version }: LockEntry): string {
  return version === null ? '' : `${name}@${version}`;
}
