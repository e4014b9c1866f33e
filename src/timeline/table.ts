// SPDX-License-Identifier: Apache-2.0
import { type CsvField, splitCsv } from '../encoding/csv.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { Malformed } from '../model/malformed.ts';
import { type ReadTime, readTime, type TimeForm } from './written-times.ts';

/** One record of a table, by the names of its columns. */
export class TableRow {
  readonly #places: ReadonlyMap<string, number>;
  readonly #fields: readonly CsvField[];

  constructor(places: ReadonlyMap<string, number>, fields: readonly CsvField[]) {
    this.#places = places;
    this.#fields = fields;
  }

  /** '' where there is no such column. */
  text(name: string): string {
    return this.#fields[this.#places.get(name) ?? -1]?.text ?? '';
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** As it is written, but for the quotes around it. */
  raw(name: string): string {
    const raw = this.#fields[this.#places.get(name) ?? -1]?.raw ?? '';
    return raw.startsWith('"') && raw.length > 1 ? raw.slice(1, -1) : raw;
  }

  time(name: string, form: (text: string) => TimeForm | null): ReadTime {
    const text = this.text(name);
    return readTime(name, this.raw(name), text, form(text.trim()));
  }
}

/**
 * The records of a table with these columns.
 *
 * @param wanted columns that must be there
 * @param seldomQuoted quotes mean something only where the commas alone give another number of fields: plaso writes no quotes around
 *   fields, and leaves those that are in them
 * @throws Malformed `timeline-format`
 */
export function tableOf(
  columns: readonly string[],
  wanted: readonly string[],
  seldomQuoted: boolean,
): (record: string) => TableRow {
  const places = new Map<string, number>();
  for (const [i, name] of columns.entries()) {
    if (places.has(name)) throw new Malformed('timeline-format', `the column ${escapeText(name, 64)} is there twice`);
    places.set(name, i);
  }
  const missing = wanted.filter((name) => !places.has(name));
  if (missing.length > 0)
    throw new Malformed(
      'timeline-format',
      `no column ${missing.join(', ')} among ${escapeText(columns.join(', '), 120)}`,
    );
  return (record) => {
    const fields = (seldomQuoted ? plainFields(record, columns.length) : null) ?? splitCsv(record);
    if (fields.length !== columns.length)
      throw new Malformed('timeline-row-format', `${fields.length} fields under ${columns.length} columns`);
    return new TableRow(places, fields);
  };
}

/** The fields between the commas of one line, where they are as many as there are columns and the first is not in quotes. */
export function plainFields(record: string, columns: number): CsvField[] | null {
  if (record.startsWith('"') || record.includes('\n')) return null;
  const fields = record.split(',');
  return fields.length === columns ? fields.map((text) => ({ text, raw: text })) : null;
}
