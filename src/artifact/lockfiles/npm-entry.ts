// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { isNpmName, isNpmVersion, readIntegrities } from '../../encoding/npm-coordinates.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockIntegrity } from '../lock-entry.ts';

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
 * the reference stands as `resolved`. Where the package comes from a repository or a folder its tool compares no digest: what
 * stands there as one pins nothing.
 *
 * @throws Malformed `lockfile-format`
 */
export function npmEntry({ name, version, integrity, resolved, pointer }: WrittenEntry): LockEntry {
  if (!isNpmName(name)) throw new Malformed('lockfile-format', `the name at ${pointer} is "${escapeText(name, 96)}"`);
  const isVersion = version !== null && isNpmVersion(version);
  const from = isVersion ? null : version;
  const unread = [resolved, from].find((one) => one !== null && !isTarball(one)) ?? null;
  const integrities = integrity === null ? [] : strongest(integrity, pointer);
  return {
    ecosystem: 'npm',
    name,
    version: isVersion ? version : null,
    integrities: unread === null ? integrities : [],
    resolved: unread ?? resolved ?? from,
    pointer,
  };
}

/** A folder of the project, or one that it links to: no digest stands for it. */
export function folderEntry(name: string, folder: string, pointer: string): LockEntry {
  return {
    ecosystem: 'npm',
    name: escapeText(name, 96),
    version: null,
    integrities: [],
    resolved: `the folder ${folder}`,
    pointer,
  };
}

/** npm compares the strongest algorithm alone, and takes any digest of it: of several nobody can say which is meant. */
function strongest(integrity: string, pointer: string): readonly LockIntegrity[] {
  const read = attempt(() => readIntegrities(integrity));
  if (!read.ok) throw new Malformed('lockfile-format', `${read.problem.detail}, at ${pointer}`);
  for (const wanted of ['sha512', 'sha384', 'sha256', 'sha1', 'md5']) {
    const own = read.value.filter(({ algorithm }) => algorithm === wanted);
    if (own.length > 1 && new Set(own.map(({ hex }) => hex)).size > 1)
      throw new Malformed('lockfile-format', `several digests of ${wanted} stand at ${pointer}`);
    if (own.length > 0) return own.slice(0, 1);
  }
  return [];
}

const ADDRESS = /^https?:\/\/(?:[^/?#@\\\s]*@)?([a-z0-9._-]+)(?::\d+)?(\/[^?#\\\s]*)?(?:[?#]\S*)?$/i;
/** Hosts of which an address may be read as that of a repository, whatever its path ends in. */
const REPOSITORIES = /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|gist\.github\.com|git\.sr\.ht)$/i;

/** An address or a path of one archive, whose octets are compared with the digest. */
export function isTarball(from: string): boolean {
  const [, host, path = ''] = ADDRESS.exec(from) ?? [];
  if (host === undefined) return /^(?:file:)?[^:]*\.(?:tgz|tar\.gz|tar)(?:$|#)/i.test(from);
  // The registry of GitLab has the addresses of its packages behind `/-/`, where no repository is.
  if (REPOSITORIES.test(host)) return /^gitlab\.com$/i.test(host) && path.includes('/-/');
  return !/\.git$/i.test(path);
}

/** @throws Malformed `lockfile-version-unsupported` */
export function unknownVersion(what: string, version: unknown): Malformed {
  const text = version === undefined ? 'missing' : escapeText(JSON.stringify(version), 48);
  return new Malformed('lockfile-version-unsupported', `${what} is ${text}`);
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
