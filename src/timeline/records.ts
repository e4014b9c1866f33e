// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { OpenQuotes } from '../encoding/csv.ts';
import { LIMITS } from '../encoding/limits.ts';
import { nameFromOctets } from '../encoding/octet-name.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { RowFinding } from '../model/timeline-view.ts';
import type { SourceRecord, TimelineFormat } from './format.ts';
import { plainFields } from './table.ts';

const LF = 0x0a;
const CR = 0x0d;
const MARK = [0xef, 0xbb, 0xbf];

/** A record, and what is odd about its octets. */
export interface FoundRecord extends SourceRecord {
  readonly findings: readonly RowFinding[];
}

interface LineText {
  readonly body: Bytes;
  readonly text: string;
  readonly findings: readonly RowFinding[];
}

function textOf(bytes: Bytes, line: number): LineText {
  const marked = line === 1 && MARK.every((byte, i) => bytes[i] === byte);
  const start = marked ? MARK.length : 0;
  const end = bytes[bytes.length - 1] === CR ? bytes.length - 1 : bytes.length;
  const body = bytes.subarray(start, Math.max(start, end));
  const findings: RowFinding[] = marked
    ? [{ reason: 'timeline-row-text', detail: 'the file begins with a byte order mark' }]
    : [];
  const text = attempt(() => decodeUtf8(body));
  if (text.ok) return { body, text: text.value, findings };
  findings.push({ reason: 'timeline-row-text', detail: text.problem.detail });
  return { body, text: nameFromOctets(body), findings };
}

export function recordOf(bytes: Bytes, line: number, known: LineText = textOf(bytes, line)): FoundRecord {
  const { body, text, findings } = known;
  return { bytes: body, text, line, hash: sha256Hex(bytes), findings };
}

/**
 * Lines put together to records: in a table a field in quotes may hold line ends. Where quotes are seldom, a line that has as many commas as
 * there are columns is a record by itself, whatever quotes are in it.
 */
export class Records {
  readonly #records: TimelineFormat['records'];
  readonly #columns: number;
  readonly #quotes = new OpenQuotes();
  #held: Bytes[] = [];
  #octets = 0;
  #line = 0;

  constructor(records: TimelineFormat['records'], columns: number) {
    this.#records = records;
    this.#columns = columns;
  }

  /**
   * @returns the records that end here: two where a whole one follows one whose quotes were not closed
   * @throws Malformed `limit-exceeded` where a field in quotes has no end in sight
   */
  take(bytes: Bytes, line: number): FoundRecord[] {
    if (this.#records === 'lines') return [recordOf(bytes, line)];
    const known = textOf(bytes, line);
    if (this.#records === 'seldom-quoted-table' && plainFields(known.text, this.#columns) !== null)
      return [...this.end(), recordOf(bytes, line, known)];
    if (this.#held.length === 0) this.#line = line;
    this.#held.push(bytes);
    this.#octets += bytes.length + 1;
    if (this.#octets > LIMITS.timelineRow && this.#held.length > 1)
      throw new Malformed(
        'limit-exceeded',
        `a field in quotes that begins in line ${this.#line} is not closed within ${LIMITS.timelineRow} octets`,
      );
    return this.#quotes.take(known.text) ? [] : this.end();
  }

  /** What is left when the file ends: the quotes of a field were not closed, and its reader will say so. */
  end(): FoundRecord[] {
    if (this.#held.length === 0) return [];
    const bytes = joined(this.#held, this.#octets - 1);
    this.#held = [];
    this.#octets = 0;
    this.#quotes.reset();
    return [recordOf(bytes, this.#line)];
  }
}

function joined(parts: readonly Bytes[], length: number): Bytes {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
    if (at < length) all[at++] = LF;
  }
  return all;
}
