// SPDX-License-Identifier: Apache-2.0
import type { LogEntry } from '../model/signed-entity.ts';

/** What sets one kind of log apart from another. Rows of LOGS. */
export interface LogKind {
  readonly id: 'rekor-v1' | 'rekor-v2';
  /** Entry kinds (`kind version`) that only this kind of log writes. */
  readonly entryKinds: readonly string[];
  /** Whether a checkpoint's origin line is that of the log with this name (see `logName`). */
  readonly originMatches: (origin: string, name: string) => boolean;
  /** Redundant or unsigned fields of an entry that cannot be true of this kind of log, in words; empty: none. */
  readonly contradictions: (entry: LogEntry) => readonly string[];
}

const SCHEME = /^https?:\/\//;

/**
 * The name of a log in its checkpoints: its base URL without scheme and trailing slash, as C2SP signed-note recommends;
 * for every known log that is the host, with the port where there is one.
 */
export function logName(baseUrl: string): string {
  return baseUrl.replace(SCHEME, '').replace(/\/$/, '');
}

/** What no kind of log can state: indices are not negative, and a leaf lies in its tree. */
export function commonContradictions({ logIndex, proof }: LogEntry): string[] {
  const found: string[] = [];
  if (logIndex < 0n) found.push(`logIndex ${logIndex} is negative`);
  if (proof === null) return found;
  if (proof.logIndex < 0n) found.push(`inclusionProof.logIndex ${proof.logIndex} is negative`);
  if (proof.logIndex >= proof.treeSize) {
    found.push(`inclusionProof.logIndex ${proof.logIndex} is not below treeSize ${proof.treeSize}`);
  }
  return found;
}
