// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import {
  asObject,
  member,
  optionalObject,
  optionalString,
  pointerTo,
  requireObject,
  requireString,
} from '../../encoding/json-fields.ts';
import { parseLockYaml } from '../../encoding/lock-yaml.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { asLockfile, boundNpmEntries, folderEntry, npmEntry, unknownVersion } from './npm-entry.ts';

/** As pnpm has written them: 5 up to 5.4, 6.0 and 6.1, 9.0. */
const VERSIONS = /^(?:5(?:\.[0-4])?(?:-inlineSpecifiers)?|6\.[01]|9\.0)$/;

/**
 * pnpm's lockfile: `packages` by `name@version` (9), `/name@version(peers)` (6) or `/name/version_peers` (5), each with its
 * `resolution`. Of the projects, under `importers`, and of what packages depend on only links stand for something to install:
 * folders, without a digest. So are patches, which change a package that is pinned.
 */
export const PNPM_LOCK: LockfileKind = {
  id: 'pnpm-lock.yaml',
  recognises: LOCKFILE_NAMES['pnpm-lock.yaml'],
  read: (bytes) =>
    asLockfile(() => {
      const document = asObject(parseLockYaml(bytes), '');
      const version = optionalString(document, 'lockfileVersion', '');
      if (version === undefined || !VERSIONS.test(version)) throw unknownVersion('lockfileVersion', version);
      const packages = blockOf(document, 'packages', '');
      const rows = boundNpmEntries(Object.entries(packages));
      const snapshots = blockOf(document, 'snapshots', '');
      for (const key of Object.keys(snapshots)) {
        if (Object.hasOwn(packages, bareKey(key))) continue;
        throw new Malformed('lockfile-format', `the snapshot "${escapeText(key, 96)}" has no package`);
      }
      const own = rows.map(([key, value]) => {
        const pointer = pointerTo('/packages', key);
        return entryOf(key, asObject(value, pointer), pointer, version.startsWith('5'));
      });
      return boundNpmEntries([...own, ...linksOf(document), ...patchesOf(document)]);
    }),
};

/** An empty block is written as nothing at all. */
function blockOf(parent: JsonObject, name: string, pointer: string): JsonObject {
  return member(parent, name) === '' ? {} : (optionalObject(parent, name, pointer) ?? {});
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Each link once, by its name and the folder that it leads to. */
function linksOf(document: JsonObject): readonly LockEntry[] {
  const found = new Map<string, LockEntry>();
  const parents: (readonly [JsonObject, string])[] = [[document, '']];
  for (const list of ['importers', 'packages', 'snapshots']) {
    for (const [key, value] of Object.entries(blockOf(document, list, ''))) {
      const pointer = pointerTo(`/${list}`, key);
      if (value !== '') parents.push([asObject(value, pointer), pointer]);
    }
  }
  for (const [parent, pointer] of parents) {
    for (const list of DEPENDENCIES) {
      for (const [name, value] of Object.entries(blockOf(parent, list, pointer))) {
        const at = pointerTo(`${pointer}/${list}`, name);
        const version = typeof value === 'string' ? value : requireString(asObject(value, at), 'version', at);
        if (!version.startsWith('link:')) continue;
        const key = JSON.stringify([name, pointer.startsWith('/importers') ? at : '', version]);
        found.set(key, folderEntry(name, version.slice('link:'.length), at));
      }
    }
  }
  return [...found.values()];
}

function patchesOf(document: JsonObject): readonly LockEntry[] {
  return Object.keys(blockOf(document, 'patchedDependencies', '')).map((key) => ({
    ecosystem: 'npm',
    name: `a patch of ${escapeText(key, 96)}`,
    version: null,
    integrities: [],
    resolved: null,
    pointer: pointerTo('/patchedDependencies', key),
    isOption: true,
  }));
}

/** Kinds of resolution of which pnpm compares the digest. */
const COMPARED: readonly (string | undefined)[] = [undefined, 'binary'];

function entryOf(key: string, entry: JsonObject, pointer: string, old: boolean): LockEntry {
  const resolution = requireObject(entry, 'resolution', pointer);
  const at = `${pointer}/resolution`;
  const named = optionalString(entry, 'name', pointer);
  const keyed = coordinatesOf(key, old);
  const name = named ?? keyed?.name;
  if (name === undefined) throw new Malformed('lockfile-format', `the key "${escapeText(key, 96)}" names no package`);
  const source = ['tarball', 'repo', 'directory']
    .map((one) => optionalString(resolution, one, at))
    .find((text) => text !== undefined);
  const commit = optionalString(resolution, 'commit', at);
  const repository = ['repo', 'directory', 'commit'].some((one) => member(resolution, one) !== undefined);
  const isCompared = !repository && COMPARED.includes(optionalString(resolution, 'type', at));
  return npmEntry({
    name,
    version: optionalString(entry, 'version', pointer) ?? keyed?.version ?? null,
    integrity: isCompared ? (optionalString(resolution, 'integrity', at) ?? null) : null,
    resolved: source === undefined ? null : commit === undefined ? source : `${source}#${commit}`,
    pointer,
  });
}

function bareKey(key: string): string {
  return key.replace(/\(.*\)$/, '');
}

function coordinatesOf(key: string, old: boolean): { readonly name: string; readonly version: string } | null {
  const bare = bareKey(key).replace(/^\//, '');
  const parts = old
    ? /^((?:@[^/]+\/)?[^/@]+)\/([^/_]+)(?:_.*)?$/.exec(bare)
    : /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/.exec(bare);
  return parts === null ? null : { name: parts[1]!, version: parts[2]! };
}
