// SPDX-License-Identifier: Apache-2.0

export type WhatIfStanding = 'stands' | 'undecided' | 'falls';

/** A key that is assumed to be in other hands. Instants in RFC 3339. */
export interface AssumedKey {
  readonly kind: 'signer' | 'log' | 'witness' | 'authority';
  readonly name: string;
  /** SHA-256 of the key. */
  readonly key: string;
  readonly since: string;
  /** Events that it has signed, evidence of time that rests on it, checkpoints that it has signed or cosigned, receipts that quote one. */
  readonly events: number;
  readonly anchors: number;
  readonly checkpoints: number;
  readonly receipts: number;
  /** The compromise is after the instant that is judged at: it changes nothing. */
  readonly after: boolean;
}

/** One piece of evidence of time, and whether it is still believed. Other parts name it by its number. */
export interface AssumedAnchor {
  readonly number: number;
  readonly source: string;
  readonly authority: string;
  readonly time: string;
  /** Origin of the log that it stands in or lies beside; null: this one. */
  readonly log: string | null;
  /** The first so many lines existed by then; 0: of none. */
  readonly covers: number;
  /** Line that it stands in, or that quotes what it stands in, from 0; null: outside the log. */
  readonly within: number | null;
  readonly standing: WhatIfStanding;
  /** Numbers of those that prove it to be older than the compromise. */
  readonly savedBy: readonly number[];
}

export interface AssumedInterval {
  readonly notBefore: string | null;
  readonly notAfter: string | null;
}

/** A further piece of evidence that would decide. */
export interface WantedEvidence {
  /** `over`: a checkpoint of more than `line` lines; `inside`: it stands in line `line` (from 0) or before; `note`: over the note of the anchor that it saves. */
  readonly evidence: 'over' | 'inside' | 'note';
  readonly line: number;
  /** `by`: dated at or before; `before`; `from`: at or after; `after`. */
  readonly dated: 'by' | 'before' | 'from' | 'after';
  readonly instant: string;
  /** Number of the doubted anchor that it would prove; null: it decides by itself. */
  readonly saves: number | null;
}

export interface AssumedEvent {
  /** Number of the line, from 0. */
  readonly seq: number;
  readonly type: string | null;
  readonly performer: string | null;
  /** Without the assumption, and with it. */
  readonly now: WhatIfStanding;
  readonly assumed: WhatIfStanding;
  readonly provenNow: AssumedInterval;
  readonly proven: AssumedInterval;
  /** In words. */
  readonly because: string;
  /** Of one that stands: what it could not stand without; of one that falls: what refutes it. Numbers of anchors; null: neither is asked. */
  readonly by: { readonly anchors: readonly number[]; readonly smallest: boolean } | null;
  /** Only of one that is undecided. */
  readonly wanted: { readonly toStand: readonly WantedEvidence[]; readonly toFall: readonly WantedEvidence[] } | null;
}

export interface AssumedNote {
  readonly name: string;
  readonly size: number;
  readonly standing: WhatIfStanding;
  readonly proven: AssumedInterval;
  readonly cosignedNow: number;
  readonly cosigned: number;
}

export interface StandingCounts {
  readonly stands: number;
  readonly undecided: number;
  readonly falls: number;
}

/** A custody log, if keys had been in other hands. */
export interface WhatIfFacts {
  readonly keys: readonly AssumedKey[];
  /** Events, without the assumption and with it. */
  readonly standing: { readonly now: StandingCounts; readonly assumed: StandingCounts };
  /** Events whose standing is another one. */
  readonly changed: number;
  /** Neighbours without a proven order in time. */
  readonly orderUndecided: { readonly now: number; readonly assumed: number };
  /** Lines that the log's own signed word covers, as far as it counts. */
  readonly checkpointed: { readonly now: number; readonly assumed: number };
  readonly anchors: readonly AssumedAnchor[];
  readonly anchorsNotShown: number;
  /** Only where a key of the log or of a witness is assumed to be stolen. */
  readonly checkpoints: readonly AssumedNote[];
  /** In the order of the log; where there are too many, those first to go that nothing is asked of. */
  readonly events: readonly AssumedEvent[];
  readonly eventsNotShown: number;
}
