// SPDX-License-Identifier: Apache-2.0
import type { Instant } from './instant.ts';
import type { ReasonCode } from './reasons.ts';

/** A time as it was written, and what was read of it. Its text is never changed. */
export interface WrittenTime {
  /** What it is the time of, in the words of its source: `eventDateTime`, `Content Modification Time`, `mtime`. */
  readonly of: string;
  /** As it stands in the evidence, octet for octet. */
  readonly raw: string;
  /** null: it is zero, missing or cannot be read; the row stays. */
  readonly instant: Instant | null;
  /** By which rule it was read: `rfc3339`, `iso-blank`, `epoch-seconds`, `epoch-microseconds`, `mdy-seconds`, … ; `unknown`: by none. */
  readonly rule: string;
  /** The smallest step that it can tell, in nanoseconds. */
  readonly precision: bigint;
}

/** What is proven of when something came to be, whatever anybody says of it. null: nothing is. */
export interface ProvenTime {
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
}

/** Something that is wrong, or cannot be established, about a row. */
export interface RowFinding {
  readonly reason: ReasonCode;
  readonly detail: string;
}

/** One line of one source. Exactly one for every line that was read, also where it cannot be understood. */
export interface TimelineRow {
  /** Unique and stable: `<number of the source>.<number of the row>`, both from 0. */
  readonly id: string;
  readonly source: number;
  readonly row: number;
  /** The line it stands on in its file, from 1. */
  readonly line: number;
  /** Sequence number in a custody log, `null` in others. */
  readonly seq: number | null;
  /** Its signatures verify under trusted keys. */
  readonly authenticated: boolean;
  /** The type of a custody event; the `timestamp_desc` of others. */
  readonly kind: string;
  /** Unescaped: whoever shows it escapes it. */
  readonly message: string;
  /** The first is the one it is placed by. At least one. */
  readonly times: readonly WrittenTime[];
  /** The first time, less what its clock was ahead; null: unknown. */
  readonly corrected: Instant | null;
  /** Nanoseconds, to both sides of `corrected`. */
  readonly uncertainty: bigint;
  readonly proven: ProvenTime;
  readonly actor: string | null;
  /** Fingerprint of the actor's key. */
  readonly key: string | null;
  readonly place: string | null;
  readonly items: readonly string[];
  /** `sha256:<hex>`, … of what it speaks of. */
  readonly digests: readonly string[];
  /** SHA-256 of the line as it stands, hexadecimal. */
  readonly hash: string;
  /** The row as it stands in the file of another tool, with whatever else it says. */
  readonly record?: string;
  readonly findings: readonly RowFinding[];
  /** The row is not proven to have happened after the row before it in `rows`. */
  readonly orderUndecided: boolean;
}

/** One measured clock: what it was ahead of UTC. Valid near where it was measured, and nowhere else. */
export interface ClockOffset {
  readonly source: number;
  /** Nanoseconds. */
  readonly ahead: bigint;
  readonly uncertainty: bigint;
  readonly measuredAt: Instant | null;
  /** Nanoseconds to both sides of `measuredAt`. */
  readonly within: bigint;
  readonly rows: number;
  readonly rowsOutside: number;
}

export interface ViewSource {
  readonly name: string;
  /** `custody-timeline`, `plaso-json-line`, `l2tcsv`, `plaso-dynamic`, `timesketch-csv`, `timesketch-jsonl`, `bodyfile`, `stella-timeline`, `dfir-custody`. */
  readonly format: string;
  readonly authenticated: boolean;
  readonly linesIn: number;
  readonly rowsOut: number;
  readonly badRows: number;
  /** SHA-256 over the sorted hashes of the lines that were read: the same in any order. */
  readonly multisetIn: string;
  /** The same over the rows of the view, before any filter: equal, or something was lost. */
  readonly multisetOut: string;
  /** Lines of the file, where `--known-at` leaves out what is not proven to have existed by then. */
  readonly linesOfFile?: number;
}

/** Who held an item, and from which row to which. */
export interface HolderSpan {
  readonly item: string;
  readonly state: 'held' | 'transit' | 'elsewhere' | 'disposed' | 'returned';
  /** null: nobody. */
  readonly holder: string | null;
  readonly key: string | null;
  readonly place: string | null;
  /** The seal's id, null: open. */
  readonly seal: string | null;
  /** Who has it checked out; its holder answers for it. */
  readonly out?: string;
  /** On its way: who released it, and to whom, under which transfer. */
  readonly transit?: { readonly id: string; readonly giver: string; readonly receiver: string };
  /** Ids of rows. */
  readonly from: string;
  /** null: to the end of the log. */
  readonly to: string | null;
}

export type GapKind = 'silence' | 'missing-lines' | 'no-holder' | 'two-holders' | 'in-transit' | 'end-open';

export interface TimelineGap {
  readonly kind: GapKind;
  readonly item: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly detail: string;
}

export interface KeySpan {
  readonly id: string;
  readonly fingerprint: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly compromisedSince: Instant | null;
  /** Row that brought it in, and the one that took it out; null: the examiner, nobody. */
  readonly introduced: string | null;
  readonly retired: string | null;
  readonly events: number;
}

export interface AnchorMark {
  /** Number of the log in `sources` whose lines it is about. */
  readonly log: number;
  /** Row that holds it: that one and all later ones of the log did not exist before `notBefore`. null: a file of its own. */
  readonly within: string | null;
  /** `rfc3161-timestamp`, `cosignature`. */
  readonly source: string;
  readonly authority: string;
  /** The first so many lines of the log existed by then. */
  readonly covers: number;
  readonly time: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** Timelines laid beside each other, as far as they can be proven: what `replay` tells, draws and exports. */
export interface TimelineView {
  readonly title: string;
  readonly at: Instant;
  /** `at` is the machine's clock: shown nowhere, so that the same evidence gives the same bytes. */
  readonly atIsClock: boolean;
  readonly knownAt: Instant | null;
  /** Only some rows are shown; spans, gaps and keys that speak of rows which are not, are left out too. null: all. */
  readonly filtered: { readonly by: readonly string[]; readonly shown: number; readonly of: number } | null;
  readonly sources: readonly ViewSource[];
  /** Every row of every source, by `corrected` (those without one last), then by source and number. */
  readonly rows: readonly TimelineRow[];
  readonly clocks: readonly ClockOffset[];
  readonly spans: readonly HolderSpan[];
  readonly gaps: readonly TimelineGap[];
  readonly keys: readonly KeySpan[];
  readonly anchors: readonly AnchorMark[];
}

/** A row as its source brings it: the place that it has among others is not known yet. */
export type SourceRow = Omit<TimelineRow, 'orderUndecided'>;

/**
 * What one source brings into a view. Every id of a row in it is `rowId(source, row)`, of its own rows.
 */
export interface SourcePart {
  /** Its number in `sources`, from 0: the place of its operand. */
  readonly index: number;
  readonly source: Omit<ViewSource, 'rowsOut' | 'badRows' | 'multisetOut'>;
  /** One for each line that was read, in the order of the file. */
  readonly rows: readonly SourceRow[];
  /** Rows that could not be understood, by their ids. */
  readonly bad: ReadonlySet<string>;
  readonly clocks: readonly ClockOffset[];
  readonly spans: readonly HolderSpan[];
  readonly gaps: readonly TimelineGap[];
  readonly keys: readonly KeySpan[];
  readonly anchors: readonly AnchorMark[];
}

export function rowId(source: number, row: number): string {
  return `${source}.${row}`;
}
