// SPDX-License-Identifier: Apache-2.0
import type { CsvField } from '../encoding/csv.ts';
import type { RawMembers } from '../encoding/json-raw.ts';
import type { Bytes } from '../model/bytes.ts';
import type { RowFinding, WrittenTime } from '../model/timeline-view.ts';

/** One row of a file: a line, or several where a field in quotes holds line ends. */
export interface SourceRecord {
  /** As it stands, without the line end. */
  readonly bytes: Bytes;
  /** Without a byte order mark, an end in CR, and with octets that are no UTF-8 as `\xNN`. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Lowercase hex, of `bytes`. */
  readonly hash: string;
}

/** What a row says, read by the rules of its format. */
export interface RowContent {
  readonly kind: string;
  readonly message: string;
  /** At least one. */
  readonly times: readonly WrittenTime[];
  readonly actor: string | null;
  readonly place: string | null;
  readonly seq: number | null;
  readonly items: readonly string[];
  readonly digests: readonly string[];
  readonly findings: readonly RowFinding[];
}

/** What is known of a file before its format is. */
export interface FirstRecord {
  readonly text: string;
  /** null: it is no JSON object. */
  readonly members: RawMembers | null;
  /** Names of columns, where it is the head of a table. null: it cannot be split. */
  readonly columns: readonly string[] | null;
}

/** Reads one file: it may remember rows. @throws Malformed where a row is not written as the format says */
export type RowReader = (record: SourceRecord) => RowContent;

export interface TimelineFormat {
  readonly id: string;
  /** `table`: the first record names the columns. `seldom-quoted`: quotes mean something only where commas alone do not fit. */
  readonly records: 'lines' | 'table' | 'seldom-quoted-table';
  /** No other format says yes of the same file. */
  readonly recognises: (first: FirstRecord) => boolean;
  /**
   * @param columns of tables, [] of others
   * @throws Malformed `timeline-format` where columns are missing
   */
  readonly open: (columns: readonly string[]) => RowReader;
}

/** Fields of a record of a table, by the names of its columns. */
export type Fields = (name: string) => CsvField | null;
