// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { Malformed } from '../../model/malformed.ts';
import type { HashName } from '../../model/public-key.ts';
import type { LockEntry, LockIntegrity } from '../lock-entry.ts';
import { normalProjectName } from '../python-distribution.ts';
import { normalVersion } from '../python-version.ts';

const HEX: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** `sha256:<hex>`, as all lockfiles of Python write a digest. @throws Malformed `lockfile-format` */
export function readHash(text: string, pointer: string): LockIntegrity {
  const colon = text.indexOf(':');
  return readDigest(text.slice(0, Math.max(0, colon)), text.slice(colon + 1), pointer);
}

/** @throws Malformed `lockfile-format` */
export function readDigest(algorithm: string, value: string, pointer: string): LockIntegrity {
  const hex = value.toLowerCase();
  if (HEX.get(algorithm) === hex.length && /^[0-9a-f]+$/.test(hex)) return { algorithm: algorithm as HashName, hex };
  throw new Malformed('lockfile-format', `the hash at ${pointer} is "${escapeText(`${algorithm}:${value}`, 96)}"`);
}

/** @throws Malformed `lockfile-format` where name or version is none of Python's */
export function pythonEntry(
  name: string,
  version: string | null,
  integrities: readonly LockIntegrity[],
  resolved: string | null,
  pointer: string,
): LockEntry {
  if (!/^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$/.test(name))
    throw new Malformed('lockfile-format', `the name at ${pointer} is "${escapeText(name, 96)}"`);
  const known = new Map(integrities.map((one) => [`${one.algorithm}:${one.hex}`, one]));
  return {
    ecosystem: 'pypi',
    name: normalProjectName(name),
    version: version === null ? null : normalVersion(version),
    integrities: [...known.values()],
    resolved,
    pointer,
  };
}

/** @throws Malformed `limit-exceeded` */
export function boundEntries<T>(entries: readonly T[]): readonly T[] {
  if (entries.length <= LIMITS.lockEntries) return entries;
  throw new Malformed('limit-exceeded', `${entries.length} packages, more than ${LIMITS.lockEntries}`);
}
