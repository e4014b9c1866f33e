// SPDX-License-Identifier: Apache-2.0

/** Text of unknown origin. Every renderer shows it as such: escaped, cut, and never as markup. */
export interface Quoted {
  readonly evidence: string;
  /** Characters that are shown of it. */
  readonly max: number;
}

/** Our own words, or text of evidence. */
export type Piece = string | Quoted;
export type Tone = 'good' | 'warn' | 'bad' | 'muted';

export interface Line {
  readonly pieces: readonly Piece[];
  readonly tone: Tone | null;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** Cells of lines. The first cell of a row is its heading. */
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

/** A page as its parts, before it is HTML or Markdown: both say the same since both are made from these. */
export type Block =
  | { readonly kind: 'title' | 'text' | 'verdict'; readonly line: Line }
  | { readonly kind: 'heading'; readonly line: Line; readonly id: string | null }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  | TableBlock;

const LONG = 400;

export function quoted(evidence: string, max = LONG): Quoted {
  return { evidence, max };
}

export function line(...pieces: readonly Piece[]): Line {
  return { pieces, tone: null };
}

export function toned(tone: Tone, ...pieces: readonly Piece[]): Line {
  return { pieces, tone };
}

export function heading(words: string, id: string | null = null): Block {
  return { kind: 'heading', line: line(words), id };
}

/** A heading and a list, or nothing where there is nothing to list. */
export function listed(words: string, lines: readonly Line[], id: string | null = null): Block[] {
  return lines.length === 0 ? [] : [heading(words, id), { kind: 'list', lines }];
}

/** A table, or nothing where it has no rows. */
export function tabled(caption: string, columns: TableBlock['columns'], rows: TableBlock['rows']): Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', caption, columns, rows }];
}

/** The same text between all of them. */
export function joined(pieces: readonly Piece[], between = ', '): Piece[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece]));
}
