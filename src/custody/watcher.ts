// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../model/reasons.ts';
import type { CustodyEvent } from './event.ts';
import type { Items } from './items.ts';

/** A line as it was judged. */
export interface WatchedLine {
  /** From 0. */
  readonly line: number;
  /** Lowercase SHA-256 of it. */
  readonly hash: string;
  /** null: it is no event. */
  readonly event: CustodyEvent | null;
  /** Keys whose signatures verify. */
  readonly signers: readonly { readonly id: string | null; readonly fingerprint: string }[];
  /** Every signature verifies, one of them is the performer's, and somebody whom the examiner trusts has opened the log. */
  readonly authenticated: boolean;
  /** As they are after it. null: what happened before is not known, so that nobody can say where they are. */
  readonly items: Items | null;
}

/** Told of a log line by line as it is judged: for those who tell it event by event. It decides nothing. */
export interface ChainWatcher {
  /** Before the first line; a second time where only the beginning of the log turns out to be asked for. */
  begin(): void;
  /** @param line null: of the log as a whole */
  found(line: number | null, reason: ReasonCode, detail: string): void;
  line(told: WatchedLine): void;
}
