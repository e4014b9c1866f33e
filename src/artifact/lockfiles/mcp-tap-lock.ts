// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asInteger,
  asObject,
  member,
  optionalString,
  pointerTo,
  requireObject,
  requireString,
} from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { asLockfile, boundNpmEntries, npmEntry, unknownVersion } from './npm-entry.ts';
import { pythonEntry, readDigest } from './python-lock.ts';

/** `mcp-tap.lock`, version 1: servers by name, each one package of npm, of PyPI, or an image. */
export const MCP_TAP_LOCK: LockfileKind = {
  id: 'mcp-tap.lock',
  recognises: LOCKFILE_NAMES['mcp-tap.lock'],
  read: (bytes) =>
    asLockfile(() => {
      const document = asObject(parseJson(bytes), '');
      const version = member(document, 'lockfile_version');
      if (version === undefined || asInteger(version, '/lockfile_version') !== 1)
        throw unknownVersion('lockfile_version', version);
      const servers = requireObject(document, 'servers', '');
      return boundNpmEntries(Object.keys(servers)).map((name) => {
        const pointer = pointerTo('/servers', name);
        return readServer(asObject(servers[name]!, pointer), pointer);
      });
    }),
};

function readServer(server: JsonObject, pointer: string): LockEntry {
  const name = requireString(server, 'package_identifier', pointer);
  const version = requireString(server, 'version', pointer);
  const integrity = optionalString(server, 'integrity', pointer) ?? null;
  const type = requireString(server, 'registry_type', pointer);
  // It writes digests in hexadecimal where it has taken them itself, and as the registry does where that gave them.
  const [, algorithm, hex] = /^(sha256|sha384|sha512)-([0-9a-f]{64,128})$/.exec(integrity ?? '') ?? [];
  const own = algorithm !== undefined && hex !== undefined && LENGTHS.get(algorithm) === hex.length;
  const digests = own ? [readDigest(algorithm, hex, pointer)] : [];
  if (type === 'pypi') return pythonEntry(name, version, digests, null, pointer);
  if (type === 'npm') {
    const entry = npmEntry({ name, version, integrity: own ? null : integrity, resolved: null, pointer });
    return own ? { ...entry, integrities: digests } : entry;
  }
  if (type !== 'oci') throw new Malformed('lockfile-format', `the registry at ${pointer} is "${escapeText(type, 48)}"`);
  // Images are no packages here: what is attached to one is verified in its layout.
  const image = `the image ${escapeText(name, 96)}`;
  return { ecosystem: 'npm', name: image, version: null, integrities: [], resolved: null, pointer, isOption: true };
}

const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
