// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import type { Instant } from '../model/instant.ts';
import type { ReplayAnswer } from '../model/replay.ts';
import type { ItemFacts } from '../model/report.ts';
import type { TimelineView } from '../model/timeline-view.ts';
import { brokenLogs } from '../verify/broken-logs.ts';
import type { RowFilter } from '../verify/filter-view.ts';
import { firstSeen } from '../verify/first-seen.ts';
import { whoHeld } from '../verify/who-held.ts';
import { instantFlag } from './session.ts';
import { UsageError } from './usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

/** What may be asked of a replay. */
export const QUESTION_FLAGS = {
  'who-held': Flags.string({
    ...many,
    description:
      'who held this item at --at, or at the end: person, key, place, seal, and the proof; the logs are then judged as of now',
  }),
  'first-seen': Flags.string({
    ...many,
    description: 'by when this digest is proven to have existed: sha256:…, or hexadecimal',
  }),
  'compare-known-at': Flags.string({
    description: 'tell also what became known between --known-at and this instant (RFC 3339)',
  }),
  diff: Flags.boolean({ description: 'tell also what became known between --known-at and now' }),
} as const;

/** Which rows are shown; what is verified, and what is answered, is of all of them. */
export const FILTER_FLAGS = {
  item: Flags.string({ ...many, description: 'show only rows that speak of this item' }),
  actor: Flags.string({ ...many, description: 'show only what this person or machine did' }),
  type: Flags.string({ ...many, description: 'show only events of this type' }),
  from: Flags.string({ description: 'show only rows of this corrected time or later (RFC 3339)' }),
  to: Flags.string({ description: 'show only rows of this corrected time or earlier (RFC 3339)' }),
} as const;

export interface ReplayQuestions {
  /** The instant that the logs are judged at; undefined: the machine's clock. */
  readonly judgedAt: string | undefined;
  /** The instant that is asked about; null: none. */
  readonly at: Instant | null;
  readonly criteria: readonly string[];
  /** Another instant of knowledge, `at` null: now; null: nothing is compared. */
  readonly compare: { readonly at: Instant | null } | null;
  readonly answer: (view: TimelineView, items: readonly ItemFacts[]) => ReplayAnswer[];
}

interface QuestionFlags {
  readonly 'who-held'?: readonly string[] | undefined;
  readonly 'first-seen'?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly 'known-at'?: string | undefined;
  readonly 'compare-known-at'?: string | undefined;
  readonly diff?: boolean;
}

export function questionsAsked(flags: QuestionFlags): ReplayQuestions {
  const items = flags['who-held'] ?? [];
  const digests = (flags['first-seen'] ?? []).map(digestOf);
  // What came later is what proves where something was: `--at` is then the instant of the question, and not of the judgement.
  const held = items.length > 0;
  const at = held && flags.at !== undefined ? instantFlag('at', flags.at) : null;
  return {
    judgedAt: held ? flags['known-at'] : flags.at,
    at,
    compare: compareAsked(flags),
    criteria: items.map((item) => `asked: who held "${item}" at ${flags.at ?? 'the end'}`),
    answer: (view, judged) => [
      ...items.map((item) => whoHeld(view, item, at, brokenLogs(judged))),
      ...digests.map((digest) => firstSeen(view, digest)),
    ],
  };
}

function compareAsked(flags: QuestionFlags): ReplayQuestions['compare'] {
  const other = flags['compare-known-at'];
  if (flags.diff !== true && other === undefined) return null;
  if (flags['known-at'] === undefined)
    throw new UsageError('--diff and --compare-known-at want --known-at beside them');
  if (flags.diff === true && other !== undefined)
    throw new UsageError('--diff compares with now, --compare-known-at with another instant: give one');
  return { at: other === undefined ? null : instantFlag('compare-known-at', other) };
}

interface FilterFlags {
  readonly item?: readonly string[] | undefined;
  readonly actor?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function filterAsked({ item = [], actor = [], type = [], from, to }: FilterFlags): RowFilter {
  const instant = (name: string, text: string | undefined): Instant | null =>
    text === undefined ? null : instantFlag(name, text);
  return { items: item, actors: actor, types: type, from: instant('from', from), to: instant('to', to) };
}

const LENGTHS: ReadonlyMap<number, string> = new Map([
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

function digestOf(text: string): string {
  const match = /^(?:(sha256|sha384|sha512):)?([0-9a-fA-F]+)$/.exec(text);
  const name = LENGTHS.get(match?.[2]?.length ?? 0);
  if (match === null || name === undefined || (match[1] ?? name) !== name)
    throw new UsageError(`--first-seen wants a digest, such as sha256: and 64 hexadecimal digits: ${text}`);
  return `${name}:${match[2]!.toLowerCase()}`;
}
