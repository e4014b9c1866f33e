// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { Hashes } from './hash-list.ts';

export type MerkleProfileId =
  | 'rfc6962-sha256'
  | 'sha256-pairs-doubled'
  | 'sha256-pairs-promoted'
  | 'sha256-hex-pairs-doubled'
  | 'ers-sha256'
  | 'sha256-checksums';

/** A root in the making: leaves come in the order of the set. */
export interface MerkleSum {
  readonly size: number;
  /** @param name only of a file; what sums names refuses a leaf without one */
  add(hash: Bytes, name: string | null): void;
  /** Of at least one leaf: the empty set has none that counts. */
  root(): Bytes;
}

/** How leaves become one root. Rows of PROFILES; docs/spec/merkle-profiles-v1.md. */
export interface MerkleProfile {
  readonly id: MerkleProfileId;
  readonly says: string;
  /** Whether another order of the same leaves is another root (attacks G05). */
  readonly order: 'sequence' | 'set';
  /** In front of a leaf's data, where that is hashed: what else sets leaves apart from nodes nobody can tell (attacks G02). */
  readonly leafPrefix: Bytes;
  /** A digest that is a leaf: data of RFC 6962's, the very leaf hash of those that hash files by sha256. */
  readonly digestIs: 'data' | 'leaf-hash';
  /** Whether the names of files are under the root. */
  readonly coversNames: boolean;
  /** In which ways two different sets share a root, in words. Empty: in none, so that the root fixes the number of leaves as well. */
  readonly ambiguities: readonly string[];
  start(): MerkleSum;
  /** Null: there is no proof of one leaf that is shorter than the set. */
  readonly inclusion: MerkleInclusion | null;
}

export interface MerkleInclusion {
  prove(hashes: Hashes, index: number): Bytes[];
  /** @throws Malformed `inclusion-shape` */
  rootFrom(index: bigint, size: bigint, leaf: Bytes, hashes: readonly Bytes[]): Bytes;
}

/** The profiles that a list of files, by path and digest, has a root under. Not RFC 6962's: nobody says what its leaves would be. */
export const LIST_PROFILES = [
  'sha256-pairs-doubled',
  'sha256-pairs-promoted',
  'sha256-hex-pairs-doubled',
  'ers-sha256',
  'sha256-checksums',
] as const satisfies readonly MerkleProfileId[];

export type ListProfile = (typeof LIST_PROFILES)[number];
