// SPDX-License-Identifier: Apache-2.0
import { multisetDigest } from '../crypto/multiset.ts';
import { splitCsv } from '../encoding/csv.ts';
import { cutText, escapeText } from '../encoding/escape-text.ts';
import { rawMembers } from '../encoding/json-raw.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import { rowId, type SourcePart, type SourceRow } from '../model/timeline-view.ts';
import type { FirstRecord, RowContent, RowReader, TimelineFormat } from './format.ts';
import { FORMATS_OF_TIMELINES, TIMELINE_FORMAT_IDS } from './formats.ts';
import { type FoundRecord, Records, recordOf } from './records.ts';

/** A file that gives its lines, one by one and without their ends; blank ones among them. */
export interface ForeignSource {
  readonly name: string;
  /** @param line false ends the reading of lines */
  each(line: (bytes: Bytes) => boolean): Parsed<unknown>;
}

export interface ForeignAsked {
  /** Number of the source in its view. */
  readonly index: number;
  /** One of TIMELINE_FORMAT_IDS; null: it is recognised by its first line. */
  readonly format: string | null;
  /** Rows that the view may still hold. */
  readonly room?: number;
}

/** Whether a first line is one of the formats that are known. */
export function isKnownTimeline(line: Bytes): boolean {
  return formatOf(firstOf(recordOf(line, 1))) !== null;
}

/** What a first line begins: a custody timeline, whose lines are signed envelopes, or a timeline of another tool. */
export function isForeignTimeline(line: Bytes): boolean {
  const first = firstOf(recordOf(line, 1));
  if (formatOf(first) !== null) return true;
  return first.members === null ? !/^\s*(?:\{\s*"payload"|$)/.test(first.text) : !first.members.has('payload');
}

/**
 * A timeline that another tool has written: one row for each record of it, whatever it holds. Nothing of it is authenticated.
 *
 * @returns a failure where the file cannot be read, is of no known format, lacks columns, or is beyond a bound
 */
export function importTimeline(source: ForeignSource, asked: ForeignAsked): Parsed<SourcePart> {
  const importer = new Importer(asked);
  let problem: Problem | null = null;
  let number = 0;
  const step = (work: () => void): boolean => {
    const done = attempt(work);
    if (!done.ok) problem = done.problem;
    return done.ok;
  };
  const read = source.each((bytes) => step(() => importer.line(bytes, ++number)));
  if (!read.ok) return read;
  if (problem === null) step(() => importer.end());
  if (problem !== null) return { ok: false, problem };
  const { rows, bad, format } = importer;
  const hashes = rows.map(({ hash }) => hash);
  return {
    ok: true,
    value: {
      index: asked.index,
      source: {
        name: source.name,
        format: format!.id,
        authenticated: false,
        linesIn: importer.records,
        multisetIn: multisetDigest(hashes),
      },
      rows,
      bad,
      clocks: [],
      spans: [],
      gaps: [],
      keys: [],
      anchors: [],
    },
  };
}

class Importer {
  readonly rows: SourceRow[] = [];
  readonly bad = new Set<string>();
  format: TimelineFormat | null = null;
  records = 0;
  readonly #asked: ForeignAsked;
  #splitter: Records | null = null;
  #read: RowReader = () => {
    throw new Malformed('timeline-format', 'there is no format');
  };

  constructor(asked: ForeignAsked) {
    this.#asked = asked;
  }

  line(bytes: Bytes, number: number): void {
    if (this.#splitter === null) {
      const first = recordOf(bytes, number);
      if (first.text.trim() === '') throw new Malformed('timeline-format', 'the first line is blank');
      const { format, columns } = this.#open(first);
      this.format = format;
      this.#splitter = new Records(format.records, columns.length);
      if (format.records !== 'lines') return;
    }
    for (const record of this.#splitter.take(bytes, number)) this.#take(record);
  }

  end(): void {
    if (this.#splitter === null) throw new Malformed('timeline-format', 'the file is empty');
    for (const record of this.#splitter.end()) this.#take(record);
  }

  #open(first: FoundRecord): { readonly format: TimelineFormat; readonly columns: readonly string[] } {
    const { format: id } = this.#asked;
    const known = firstOf(first);
    const format = id === null ? formatOf(known) : FORMATS_OF_TIMELINES.find((one) => one.id === id);
    if (format === undefined || format === null) throw unknownFormat(known);
    const columns = format.records === 'lines' ? [] : (known.columns ?? []);
    if (columns.length > LIMITS.timelineColumns)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.timelineColumns} columns`);
    this.#read = format.open(columns);
    return { format, columns };
  }

  #take(record: FoundRecord): void {
    const row = this.records++;
    const room = this.#asked.room ?? LIMITS.replayRows;
    if (row >= room)
      throw new Malformed(
        'limit-exceeded',
        `more than ${room} rows: a view holds ${LIMITS.replayRows} altogether; split the file by time`,
      );
    const { index } = this.#asked;
    const read = attempt(() => contentOf(record, this.#read));
    const content = read.ok ? read.value : badRow(record, read.problem);
    const id = rowId(index, row);
    if (!read.ok) this.bad.add(id);
    this.rows.push({
      id,
      source: index,
      row,
      line: record.line,
      authenticated: false,
      corrected: content.times[0]!.instant,
      uncertainty: 0n,
      proven: { notBefore: null, notAfter: null },
      key: null,
      hash: record.hash,
      record: cutText(record.text, LIMITS.timelineRow),
      ...content,
      findings: [...record.findings, ...content.findings],
    });
  }
}

function contentOf(record: FoundRecord, read: RowReader): RowContent {
  if (record.bytes.length > LIMITS.timelineRow)
    throw new Malformed('limit-exceeded', `a row of more than ${LIMITS.timelineRow} octets`);
  return read(record);
}

/** What cannot be understood stays a row: its text stands for its message, and it has no time. */
function badRow({ text }: FoundRecord, { reason, detail }: Problem): RowContent {
  return {
    kind: 'unreadable row',
    message: cutText(text, 1024),
    times: [{ of: 'row', raw: '', instant: null, rule: 'unknown', precision: 0n }],
    actor: null,
    place: null,
    seq: null,
    items: [],
    digests: [],
    findings: [
      { reason: 'timeline-row-format', detail: reason === 'timeline-row-format' ? detail : `${reason}: ${detail}` },
    ],
  };
}

function firstOf({ bytes, text }: FoundRecord): FirstRecord {
  const members = attempt(() => rawMembers(bytes));
  const columns = attempt(() => splitCsv(text).map((field) => field.text));
  return { text, members: members.ok ? members.value : null, columns: columns.ok ? columns.value : null };
}

function formatOf(first: FirstRecord): TimelineFormat | null {
  const found = FORMATS_OF_TIMELINES.filter((format) => format.recognises(first));
  return found.length === 1 ? found[0]! : null;
}

function unknownFormat({ text, members }: FirstRecord): Malformed {
  const kind =
    members === null ? escapeText(text, 120) : `an object with ${escapeText([...members.keys()].join(', '), 120)}`;
  return new Malformed('timeline-format', `the first line is ${kind}; known are ${TIMELINE_FORMAT_IDS.join(', ')}`);
}
