// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';

/** One field of a record: what it means, and how it is written. */
export interface CsvField {
  readonly text: string;
  /** With its quotes, where it has any. */
  readonly raw: string;
}

/**
 * The fields of one record (RFC 4180 §2): a field is bare, and then has no quote in it, or stands in quotes as a whole, and then a
 * quote in it is doubled, and commas and line ends are part of it. A CR at the end of the record belongs to its line end.
 *
 * @throws Malformed `timeline-row-format`, with the number of the field, from 1
 */
export function splitCsv(record: string): CsvField[] {
  const text = record.endsWith('\r') ? record.slice(0, -1) : record;
  const fields: CsvField[] = [];
  let i = 0;
  for (;;) {
    const start = i;
    i = text[i] === '"' ? endOfQuoted(text, i, fields.length + 1) : endOfBare(text, i, fields.length + 1);
    const raw = text.slice(start, i);
    fields.push({ raw, text: raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw });
    if (i === text.length) return fields;
    i++;
  }
}

function endOfBare(text: string, start: number, number: number): number {
  const comma = text.indexOf(',', start);
  const end = comma === -1 ? text.length : comma;
  const quote = text.indexOf('"', start);
  if (quote !== -1 && quote < end)
    throw new Malformed('timeline-row-format', `a quote inside field ${number}, which does not stand in quotes`);
  return end;
}

function endOfQuoted(text: string, start: number, number: number): number {
  let i = start + 1;
  for (;;) {
    const quote = text.indexOf('"', i);
    if (quote === -1) throw new Malformed('timeline-row-format', `the quotes of field ${number} are not closed`);
    const next = text[quote + 1];
    if (next === undefined || next === ',') return quote + 1;
    if (next !== '"')
      throw new Malformed('timeline-row-format', `something follows the closing quote of field ${number}`);
    i = quote + 2;
  }
}

/** One record, as RFC 4180 wants it: quotes only where they are needed, no line end. */
export function joinCsv(fields: readonly string[]): string {
  return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

const START = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSED = 3;

/** Tells, line by line, whether the record goes on in the next line: whether a field in quotes is open at its end. */
export class OpenQuotes {
  #state: number = START;

  /** @returns whether the record goes on */
  take(line: string): boolean {
    if (this.#state !== QUOTED) this.#state = START;
    for (let i = 0; i < line.length; i++) {
      const character = line[i];
      if (this.#state === QUOTED) {
        const quote = line.indexOf('"', i);
        if (quote === -1) return true;
        this.#state = CLOSED;
        i = quote;
      } else if (character === ',') this.#state = START;
      else if (character === '"' && (this.#state === START || this.#state === CLOSED)) this.#state = QUOTED;
      else this.#state = BARE;
    }
    return this.#state === QUOTED;
  }

  /** The next line begins a record, whatever came before. */
  reset(): void {
    this.#state = START;
  }
}
