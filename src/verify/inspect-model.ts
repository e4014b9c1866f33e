// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../model/check.ts';
import { attempt, type Problem } from '../model/malformed.ts';

/** Words of the evidence. Kept apart from ours: printed in quotes, escaped, and cut with a digest of the whole. */
export interface Quoted {
  readonly quoted: string;
}

export type Shown = string | number | boolean | null | Quoted;
export type FactList = Readonly<Record<string, Shown | readonly Shown[]>>;

/** One part of a document that is shown, never judged. `title` and the names of facts are our own words. */
export interface Part {
  readonly title: string;
  /** JSON Pointer or offset of the part, '' for the document. */
  readonly at: string;
  readonly facts: FactList;
  /** Why the part cannot be read. Its siblings are shown all the same. */
  readonly problem: Problem | null;
  readonly findings: readonly Finding[];
  /** What the step does, in plain words. */
  readonly says: readonly string[];
  /** Commands by which a second examiner repeats the step; generic words, never text of the evidence. */
  readonly repeat: readonly string[];
  readonly parts: readonly Part[];
}

export interface Inspection {
  readonly name: string;
  readonly shows: 'claims' | 'steps';
  /** Id of the row of INSPECTIONS, or null where no row recognised the bytes. */
  readonly kind: string | null;
  readonly size: number | null;
  /** null where even a digest would tell too much (private keys). */
  readonly sha256: string | null;
  readonly warning: string | null;
  readonly parts: readonly Part[];
}

/** What a command prints. `known`: something was recognised, or parsed at least. */
export interface Story {
  readonly text: string;
  readonly json: string;
  readonly known: boolean;
  readonly warning: string | null;
}

export function isList(value: Shown | readonly Shown[]): value is readonly Shown[] {
  return Array.isArray(value);
}

export function quote(text: string): Quoted {
  return { quoted: text };
}

export function quoteOrNull(text: string | null | undefined): Quoted | null {
  return text === null || text === undefined ? null : quote(text);
}

export function part(title: string, facts: FactList, more: Partial<Part> = {}): Part {
  return { title, at: '', problem: null, findings: [], says: [], repeat: [], parts: [], ...more, facts };
}

/** Runs the reader of a part; where it refuses, the part is its reason, and nothing else is lost. */
export function readPart(title: string, at: string, read: () => Part): Part {
  const parsed = attempt(read);
  return parsed.ok ? parsed.value : part(title, {}, { at, problem: parsed.problem });
}

/** The first values of a list, and how many there are besides. */
export function listed<T>(values: readonly T[], show: (value: T, index: number) => Shown, limit = 16): Shown[] {
  const shown = values.slice(0, limit).map(show);
  return values.length > limit ? [...shown, `and ${values.length - limit} more`] : shown;
}

/** As `listed`, for short words of our own. */
export function inOneLine<T>(values: readonly T[], show: (value: T) => string, limit = 32): string {
  return listed(values, show, limit).join(', ');
}

export function listedParts<T>(values: readonly T[], show: (value: T, index: number) => Part, limit = 16): Part[] {
  const shown = values.slice(0, limit).map(show);
  return values.length > limit ? [...shown, part(`and ${values.length - limit} more`, {})] : shown;
}
