// SPDX-License-Identifier: Apache-2.0
import { lstatSync, readdirSync } from 'node:fs';
import { LIMITS } from '../../encoding/limits.ts';
import type { Bytes } from '../../model/bytes.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import { readTrustFile } from '../load.ts';

/** A copied TUF repository: whatever a fetcher would have fetched lies there, or it does not. */
export interface TufSource {
  readonly name: string;
  /** Of the metadata, as a report names it. */
  readonly metadata: string;
  /** It is one file, and no directory. */
  readonly isFile?: true;
  /** Versions of the roots, in order. */
  roots(): readonly number[];
  has(file: string): boolean;
  /**
   * One metadata file; null where it is not there.
   *
   * @throws Malformed `limit-exceeded` beyond `most` bytes (endless data), `input-unreadable`
   */
  read(file: string, most: number): Bytes | null;
  /** A target, under its name or with one of its digests in front of it (consistent snapshots). */
  target(path: string, hashes: ReadonlyMap<string, string>): FoundFile | null;
}

export interface FoundFile {
  readonly file: string;
  readonly bytes: Bytes;
}

const ROOT_FILE = /^([1-9][0-9]{0,5})\.root\.json$/;
/** Where mirrors keep their metadata, below the directory that is named; targets lie beside it. */
const LAYOUTS = ['', '/metadata', '/metadata/root_history', '/root_history'] as const;

/**
 * A directory that holds a copied repository, or nothing but a history of roots.
 *
 * @returns null where no metadata lies in it, or in `metadata` of it
 * @throws Malformed `input-missing`, `input-unreadable`
 */
export function openTufDirectory(path: string): TufSource | null {
  const base = path.replace(/\/+$/, '') || '/';
  filesIn(base);
  for (const layout of LAYOUTS) {
    const folder = `${base}${layout}`;
    const found = attempt(() => filesIn(folder));
    if (!found.ok || !found.value.some((file) => ROOT_FILE.test(file) || file === 'timestamp.json')) continue;
    return new DirectorySource(path, folder, found.value, base);
  }
  return null;
}

/** One root in a file of its own: a repository of nothing else. */
export function singleRoot(name: string, bytes: Bytes, version: number): TufSource {
  const only = `${version}.root.json`;
  return {
    name,
    metadata: name,
    isFile: true,
    roots: () => [version],
    has: (file) => file === only,
    read: (file) => (file === only ? bytes : null),
    target: () => null,
  };
}

class DirectorySource implements TufSource {
  readonly name: string;
  readonly metadata: string;
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;
  readonly #base: string;

  constructor(name: string, folder: string, files: readonly string[], base: string) {
    this.name = name;
    this.metadata = folder;
    this.#folder = folder;
    this.#files = new Set(files);
    this.#base = base;
  }

  roots(): readonly number[] {
    const versions = [...this.#files].flatMap((file) => {
      const match = ROOT_FILE.exec(file);
      return match === null ? [] : [Number(match[1])];
    });
    if (versions.length > LIMITS.tufRoots)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.tufRoots} roots in ${this.name}`);
    return versions.sort((a, b) => a - b);
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  read(file: string, most: number): Bytes | null {
    if (!this.#files.has(file)) return null;
    return regular(`${this.#folder}/${file}`, most);
  }

  target(path: string, hashes: ReadonlyMap<string, string>): FoundFile | null {
    const parts = path.split('/');
    if (
      parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'))
    )
      throw new Malformed('tuf-role', 'the name of a target leads out of its directory');
    const [file, folder] = [
      parts[parts.length - 1]!,
      parts
        .slice(0, -1)
        .map((part) => `${part}/`)
        .join(''),
    ];
    const names = [file, ...[...hashes.values()].map((hash) => `${hash}.${file}`)];
    for (const root of [`${this.#base}/targets`, `${this.#folder}/targets`]) {
      for (const name of names) {
        for (const place of [`${folder}${name}`, encodeURIComponent(path)]) {
          const file = `${root}/${place}`;
          const bytes = regular(file, LIMITS.documentBytes);
          if (bytes !== null) return { file, bytes };
        }
      }
    }
    return null;
  }
}

/** null where there is nothing. A link could lead anywhere: what was copied by hand is files. */
function regular(path: string, most: number): Bytes | null {
  try {
    if (!lstatSync(path).isFile()) throw new Malformed('input-unreadable', `${path} is no regular file`);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
  const bytes = readTrustFile(path);
  if (bytes.length > most) throw new Malformed('limit-exceeded', `${path} is larger than ${most} bytes`);
  return bytes;
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (isGone(error)) throw new Malformed('input-missing', `${path} is no directory`);
    throw new Malformed('input-unreadable', `${path} cannot be read: ${code}`);
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
