// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { asObject, optionalObject, optionalString, pointerTo, requireObject } from '../../encoding/json-fields.ts';
import { parseLockYaml } from '../../encoding/lock-yaml.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { asLockfile, boundNpmEntries, npmEntry } from './npm-entry.ts';

/**
 * pnpm's lockfile: `packages` by `name@version` (9), `/name@version(peers)` (6) or `/name/version_peers` (5), each with its
 * `resolution`. Packages of the project itself stand under `importers` and are left out.
 */
export const PNPM_LOCK: LockfileKind = {
  id: 'pnpm-lock.yaml',
  recognises: (fileName) => fileName === 'pnpm-lock.yaml',
  read: (bytes) =>
    asLockfile(() => {
      const document = asObject(parseLockYaml(bytes), '');
      const version = optionalString(document, 'lockfileVersion', '');
      if (version === undefined) throw new Malformed('lockfile-format', 'lockfileVersion is missing');
      const packages = optionalObject(document, 'packages', '') ?? {};
      return boundNpmEntries(Object.entries(packages)).map(([key, value]) => {
        const pointer = pointerTo('/packages', key);
        return entryOf(key, asObject(value, pointer), pointer, Number.parseFloat(version) < 6);
      });
    }),
};

function entryOf(key: string, entry: JsonObject, pointer: string, old: boolean): LockEntry {
  const resolution = requireObject(entry, 'resolution', pointer);
  const at = `${pointer}/resolution`;
  const named = optionalString(entry, 'name', pointer);
  const keyed = coordinatesOf(key, old);
  const name = named ?? keyed?.name;
  if (name === undefined) throw new Malformed('lockfile-format', `the key "${escapeText(key, 96)}" names no package`);
  const source = ['tarball', 'repo', 'directory']
    .map((member) => optionalString(resolution, member, at))
    .find((text) => text !== undefined);
  const commit = optionalString(resolution, 'commit', at);
  return npmEntry({
    name,
    version: optionalString(entry, 'version', pointer) ?? keyed?.version ?? null,
    integrity: optionalString(resolution, 'integrity', at) ?? null,
    resolved: source === undefined ? null : commit === undefined ? source : `${source}#${commit}`,
    pointer,
  });
}

function coordinatesOf(key: string, old: boolean): { readonly name: string; readonly version: string } | null {
  const bare = key.replace(/^\//, '').replace(/\(.*\)$/, '');
  const parts = old
    ? /^((?:@[^/]+\/)?[^/@]+)\/([^/_]+)(?:_.*)?$/.exec(bare)
    : /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/.exec(bare);
  return parts === null ? null : { name: parts[1]!, version: parts[2]! };
}
