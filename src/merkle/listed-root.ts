// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { ListProfile } from './profile.ts';
import { PROFILES } from './profiles.ts';

/** One file of a list: its path, and its SHA-256. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: Bytes;
}

/** @throws Malformed `merkle-root-mismatch` of no file: an empty list has no root */
export function rootUnder(profile: ListProfile, files: readonly ListedFile[]): Bytes {
  if (files.length === 0) throw new Malformed('merkle-root-mismatch', 'a list of no file has no root');
  const sum = PROFILES[profile].start();
  for (const { path, sha256 } of files) sum.add(sha256, path);
  return sum.root();
}
