// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../../encoding/json.ts';
import { asObject, member, optionalObject, optionalString, pointerTo } from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { asLockfile, boundNpmEntries, npmEntry } from './npm-entry.ts';

/**
 * npm's lockfile, of version 1 (nested `dependencies`), 2 or 3 (`packages` by folder). The project itself, its workspaces and
 * links to them are no packages of a registry, and left out; what lies inside another package has no integrity of its own.
 */
export const PACKAGE_LOCK: LockfileKind = {
  id: 'package-lock.json',
  recognises: (fileName) => fileName === 'package-lock.json' || fileName === 'npm-shrinkwrap.json',
  read: (bytes) =>
    asLockfile(() => {
      const document = asObject(parseJson(bytes), '');
      const packages = optionalObject(document, 'packages', '');
      if (packages !== undefined) return ofFolders(packages);
      const dependencies = optionalObject(document, 'dependencies', '');
      if (dependencies === undefined && member(document, 'lockfileVersion') === undefined)
        throw new Malformed('lockfile-format', 'neither packages nor dependencies stand in it');
      return boundNpmEntries(nested(dependencies ?? {}, '/dependencies', 0));
    }),
};

function ofFolders(packages: JsonObject): readonly LockEntry[] {
  const rows = boundNpmEntries(Object.entries(packages));
  return rows.flatMap(([folder, value]) => {
    const pointer = pointerTo('/packages', folder);
    const entry = asObject(value, pointer);
    const at = folder.lastIndexOf('node_modules/');
    if (at === -1 || member(entry, 'link') === true) return [];
    const inside = member(entry, 'inBundle') === true;
    return [
      npmEntry({
        name: optionalString(entry, 'name', pointer) ?? folder.slice(at + 'node_modules/'.length),
        version: optionalString(entry, 'version', pointer) ?? null,
        integrity: optionalString(entry, 'integrity', pointer) ?? null,
        resolved: optionalString(entry, 'resolved', pointer) ?? (inside ? 'inside another package' : null),
        pointer,
      }),
    ];
  });
}

/** Deeper than any tree that npm has written, and than the JSON may be. */
const DEEPEST = 32;

function nested(dependencies: JsonObject, at: string, depth: number): LockEntry[] {
  if (depth > DEEPEST) throw new Malformed('limit-exceeded', `dependencies are nested deeper than ${DEEPEST}`);
  return Object.entries(dependencies).flatMap(([name, value]) => {
    const pointer = pointerTo(at, name);
    const entry = asObject(value, pointer);
    const version = optionalString(entry, 'version', pointer) ?? null;
    const [, real, aliased] = /^npm:(@?[^@]+)@(.+)$/.exec(version ?? '') ?? [];
    const inside = member(entry, 'bundled') === true;
    const own = npmEntry({
      name: real ?? name,
      version: aliased ?? version,
      integrity: optionalString(entry, 'integrity', pointer) ?? null,
      resolved: optionalString(entry, 'resolved', pointer) ?? (inside ? 'inside another package' : null),
      pointer,
    });
    const below = optionalObject(entry, 'dependencies', pointer);
    return [own, ...(below === undefined ? [] : nested(below, `${pointer}/dependencies`, depth + 1))];
  });
}
