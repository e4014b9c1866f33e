// SPDX-License-Identifier: Apache-2.0

export type RollUpName = 'origin' | 'integrity' | 'custody' | 'time' | 'completeness';

/** One of the five questions that a custody timeline answers, each apart: there is no single "chain valid". */
export interface RollUp {
  readonly name: RollUpName;
  readonly outcome: 'passed' | 'failed' | 'indeterminate' | 'skipped';
  /** Of its checks, each once. */
  readonly reasons: readonly string[];
}

/** When an event was, by its own word, and what is proven of that. Instants in RFC 3339; null: not proven. */
export interface EventInterval {
  readonly seq: number;
  /** Corrected by what the performer's clock was ahead. */
  readonly claimed: string;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
}

/** Where an item is at the end of what was judged. */
export interface ItemHeld {
  readonly name: string;
  readonly state: 'held' | 'transit' | 'elsewhere' | 'disposed' | 'returned';
  readonly holder: string | null;
  readonly digest: string | null;
  /** Number of the event that made it so. */
  readonly since: number;
  readonly sealed: string | null;
  /** Who has it checked out. */
  readonly out?: string;
  readonly holds: readonly string[];
}

/** What a custody timeline tells beside its checks. */
export interface CustodyFacts {
  readonly origin: string | null;
  readonly case: string | null;
  readonly rollUps: readonly RollUp[];
  readonly lines: number;
  /** Lines of the file; more than `lines` where only those are judged that are known to have existed at an instant. */
  readonly linesOfFile: number;
  readonly head: string | null;
  readonly merkleProfile: 'rfc6962';
  readonly root: string;
  readonly closed: boolean;
  /** Lines that the largest checkpoint over these very lines covers. */
  readonly checkpointed: number;
  /** Lines that are proven to have existed by some instant. */
  readonly anchored: number;
  /** Pairs of neighbouring events whose order in time is not proven; that of the log is. */
  readonly orderUndecided: number;
  readonly keys: readonly { readonly id: string | null; readonly fingerprint: string; readonly events: number }[];
  readonly items: readonly ItemHeld[];
  readonly itemsNotShown: number;
  readonly intervals: readonly EventInterval[];
  readonly intervalsNotShown: number;
}
