// SPDX-License-Identifier: Apache-2.0
import type { PackageIdentity } from '../model/package-identity.ts';
import type { HashName } from '../model/public-key.ts';
import type { LockfileId } from './lockfile-names.ts';

/** One digest that a lockfile names. `sha1` and `md5` are told, and never enough. */
export interface LockIntegrity {
  readonly algorithm: HashName | 'sha1' | 'md5';
  /** Lowercase. */
  readonly hex: string;
}

/** One package that a lockfile pins: claimed, until something signed covers it. */
export interface LockEntry {
  readonly ecosystem: PackageIdentity['ecosystem'];
  /** In the ecosystem's normal form, as in PackageIdentity. */
  readonly name: string;
  /** null where the lockfile pins by digest alone. */
  readonly version: string | null;
  /** The package must have one of these: an ecosystem with several files per version names one for each. */
  readonly integrities: readonly LockIntegrity[];
  /** Where it came from, as written: an URL, a git reference, a path; null where the lockfile does not say. */
  readonly resolved: string | null;
  /** JSON Pointer, or `line N`. */
  readonly pointer: string;
  /** Not a package but something that brings packages in, or decides where they come from (`-r other.txt`): `name` says what. */
  readonly isOption?: true;
}

/** One row of LOCKFILES. */
export interface LockfileKind {
  /** `package-lock.json`, `uv.lock`, … */
  readonly id: LockfileId;
  /** By the last part of its name. */
  recognises(fileName: string): boolean;
  /** @throws Malformed `lockfile-format`, `lockfile-version-unsupported`, `limit-exceeded`, `utf8-invalid` and the reasons of the language it is written in */
  read(bytes: Uint8Array): readonly LockEntry[];
}
