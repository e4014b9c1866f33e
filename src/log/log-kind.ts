// SPDX-License-Identifier: Apache-2.0
import type { NonEmpty } from '../model/bytes.ts';
import type { LogEntry } from '../model/signed-entity.ts';

/** What sets one kind of log apart from another. Rows of LOGS. */
export interface LogKind {
  readonly id: 'rekor-v1' | 'rekor-v2';
  /** Entry kinds (`kind version`) that only this kind of log writes. */
  readonly entryKinds: readonly string[];
  /** Whether a checkpoint's origin line is that of the log with this name (see `logNames`). */
  readonly originMatches: (origin: string, name: string) => boolean;
  /** Redundant or unsigned fields of an entry that cannot be true of this kind of log, in words; empty: none. */
  readonly contradictions: (entry: LogEntry) => readonly string[];
}

const BASE_URL = /^(?:https?:\/\/)?([^/]*)(.*?)\/?$/i;

/**
 * How a log may be named in its checkpoints: by the host of its base URL, with the port where there is one; where the base
 * URL has a path, also by host and path, as C2SP signed-note recommends.
 */
export function logNames(baseUrl: string): NonEmpty<string> {
  const [, host = '', path = ''] = BASE_URL.exec(baseUrl) ?? [];
  const name = host.toLowerCase();
  return path === '' ? [name] : [name + path, name];
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
