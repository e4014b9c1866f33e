// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { isNpmName, isNpmVersion, readIntegrities } from '../../encoding/npm-coordinates.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { LockEntry } from '../lock-entry.ts';

/** What a lockfile of npm's world says of one package, as written; null where it does not say. */
export interface WrittenEntry {
  readonly name: string;
  readonly version: string | null;
  readonly integrity: string | null;
  readonly resolved: string | null;
  readonly pointer: string;
}

/**
 * An entry in the form that all lockfiles share. One whose version is no version (a git reference, an address) has none, and
 * the reference stands as `resolved`.
 *
 * @throws Malformed `lockfile-format`
 */
export function npmEntry({ name, version, integrity, resolved, pointer }: WrittenEntry): LockEntry {
  if (!isNpmName(name)) throw new Malformed('lockfile-format', `the name at ${pointer} is "${escapeText(name, 96)}"`);
  const read = attempt(() => (integrity === null ? [] : readIntegrities(integrity)));
  if (!read.ok) throw new Malformed('lockfile-format', `${read.problem.detail}, at ${pointer}`);
  const isVersion = version !== null && isNpmVersion(version);
  return {
    ecosystem: 'npm',
    name,
    version: isVersion ? version : null,
    integrities: read.value,
    resolved: resolved ?? (isVersion ? null : version),
    pointer,
  };
}

/** @throws Malformed `limit-exceeded` */
export function boundNpmEntries<T>(entries: readonly T[]): readonly T[] {
  if (entries.length <= LIMITS.lockEntries) return entries;
  throw new Malformed('limit-exceeded', `the lockfile has more than ${LIMITS.lockEntries} packages`);
}

/** The readers of documents say `json-shape`; of a lockfile that is a form that its tool does not write. */
export function asLockfile<T>(read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  const { reason, detail } = result.problem;
  throw new Malformed(reason === 'json-shape' ? 'lockfile-format' : reason, detail);
}
