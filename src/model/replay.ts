// SPDX-License-Identifier: Apache-2.0
import type { Instant } from './instant.ts';
import type { Report } from './report.ts';
import type { AnchorMark, HolderSpan, ProvenTime, TimelineRow, TimelineView } from './timeline-view.ts';

/** Where an item may have been. `none`: not in custody yet. `unknown`: behind lines that are missing. */
export interface Whereabouts {
  readonly state: HolderSpan['state'] | 'none' | 'unknown';
  readonly holder: string | null;
  readonly key: string | null;
  readonly place: string | null;
  readonly seal: string | null;
  readonly out?: string;
  readonly transit?: NonNullable<HolderSpan['transit']>;
  /** Row that made it so; null: nothing did yet. */
  readonly from: string | null;
  /** Row that ended it; null: nothing does. */
  readonly to: string | null;
}

/** An event that an answer rests on, and what of its time is proven by which evidence. */
export interface Proof {
  readonly row: string;
  readonly what: string;
  readonly proven: ProvenTime;
  /** What proves the end, and the beginning. */
  readonly anchors: readonly AnchorMark[];
}

/**
 * `proven`: what is proven leaves one whereabouts. `claimed`: that leaves more, and the claimed times one. `undecided`: both leave
 * more than one. `contradicted`: the events that it rests on do not stand, or two histories tell of two holders.
 */
export type HolderStanding = 'proven' | 'claimed' | 'undecided' | 'contradicted' | 'unknown-item';

export interface HolderAnswer {
  readonly question: 'who-held';
  readonly item: string;
  /** null: at the end of the timelines. */
  readonly at: Instant | null;
  readonly standing: HolderStanding;
  /** All that is not excluded by what is proven. */
  readonly proven: readonly Whereabouts[];
  /** All that is not excluded by the claimed times, each give or take its uncertainty. */
  readonly claimed: readonly Whereabouts[];
  /** Said for a person, in one sentence. */
  readonly because: string;
  readonly proofs: readonly Proof[];
  /** Of an item that is not known: names that are like it. */
  readonly near: readonly string[];
}

export interface ExistenceAnswer {
  readonly question: 'first-seen';
  readonly digest: string;
  readonly standing: 'proven' | 'claimed' | 'unknown-digest';
  /** It existed by then: nobody could have named it otherwise. */
  readonly by: Instant | null;
  readonly proof: Proof | null;
  /** The earliest claim. */
  readonly claim: { readonly row: string; readonly time: Instant } | null;
  readonly because: string;
}

export type ReplayAnswer = HolderAnswer | ExistenceAnswer;

export interface ChangedCheck {
  readonly log: string;
  readonly check: string;
  /** Outcomes with their reasons; none: it was not asked. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What became known of the same timelines between two instants. */
export interface KnownDiff {
  readonly from: Instant | null;
  /** null: all that is known now. */
  readonly to: Instant | null;
  readonly rows: readonly TimelineRow[];
  readonly anchors: readonly AnchorMark[];
  readonly intervals: readonly { readonly row: string; readonly before: ProvenTime; readonly after: ProvenTime }[];
  /** Items that are somewhere else at the end of what was known. */
  readonly items: readonly {
    readonly item: string;
    readonly before: HolderSpan | null;
    readonly after: HolderSpan;
  }[];
  readonly checks: readonly ChangedCheck[];
  readonly verdicts: { readonly before: Report['verdict']; readonly after: Report['verdict'] };
}

/** What `replay` tells: the rows, what they were judged to be, and answers to what was asked. Every format is made from it alone. */
export interface Replay {
  readonly view: TimelineView;
  /** The verdict over all logs, with every check. */
  readonly report: Report;
  /** In the order of the questions. */
  readonly answers: readonly ReplayAnswer[];
  /** Only where two instants of knowledge were compared. */
  readonly diff: KnownDiff | null;
}
