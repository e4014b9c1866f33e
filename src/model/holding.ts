// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from './bytes.ts';
import type { Check, Finding } from './check.ts';
import type { Parsed } from './malformed.ts';
import type { HashName } from './public-key.ts';

/** Whether the user named it himself, or it was found in something that he named. */
export type Origin = 'named' | 'found';

export type ContainerId = 'file' | 'directory' | 'tar' | 'zip';

/** One file of a holding: what was read of it in the one pass that digested it. */
export interface Member {
  /** `/`-joined path inside the holding, '' for a file that is its own holding. Octets that are no UTF-8 stand as `\xNN`. */
  readonly path: string;
  readonly size: number;
  /** SHA-256 always; more where somebody asked (`Holding.digests`). Lowercase hex. */
  readonly digests: ReadonlyMap<HashName, string>;
  /** The first octets, at most LIMITS.memberHead: enough to tell a JSON document, an archive, a PEM block or DER apart. */
  readonly head: Bytes;
}

/** What is in a holding and is no file: listed, never followed or opened. */
export interface OtherMember {
  readonly path: string;
  /** `symbolic link to "…"`, `hard link to "…"`, `socket`, `device`, … */
  readonly what: string;
}

/**
 * Something that the user named, opened: a file, a directory or an archive. Its members were read and digested once, in a
 * fixed order: a directory's by the octets of their paths, an archive's as they stand.
 */
export interface Holding {
  /** As the user spelled it; of one found inside another, `memberName` of it there. */
  readonly name: string;
  readonly container: ContainerId;
  readonly origin: Origin;
  readonly members: readonly Member[];
  readonly others: readonly OtherMember[];
  /** `input.read`, and of archives `source.format`: about the holding as a whole. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /**
   * The octets of a member, at most `limit` (LIMITS.documentBytes where none is given): those that were digested in the first
   * pass. Reasons: `limit-exceeded`, `input-changed` where the file is no longer what was digested, `input-unreadable`.
   */
  document(member: Member, limit?: number): Parsed<Bytes>;
  /** Further digests of a member, by another pass whose SHA-256 must be that of the first (`input-changed`). */
  digests(member: Member, algorithms: readonly HashName[]): Parsed<ReadonlyMap<HashName, string>>;
  /** Where a member lies on disk by itself, for another thread; absent where none does, null where its name is no UTF-8. */
  pathOf?(path: string): string | null;
  /** Closes what is kept open. Nothing can be read of it afterwards. */
  close(): void;
}

/** The name of a member in reports: relative to its operand. */
export function memberName(holding: Pick<Holding, 'name' | 'container'>, path: string): string {
  if (path === '') return holding.name;
  if (holding.container === 'directory') return `${holding.name.replace(/\/+$/, '')}/${path}`;
  return `${holding.name}!/${path}`;
}
