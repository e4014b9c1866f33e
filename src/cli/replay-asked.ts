// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import type { Instant } from '../model/instant.ts';
import type { ReplayAnswer } from '../model/replay.ts';
import type { TimelineView } from '../model/timeline-view.ts';
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
} as const;

export interface ReplayQuestions {
  /** The instant that the logs are judged at; undefined: the machine's clock. */
  readonly judgedAt: string | undefined;
  /** The instant that is asked about; null: none. */
  readonly at: Instant | null;
  readonly criteria: readonly string[];
  readonly answer: (view: TimelineView) => ReplayAnswer[];
}

interface QuestionFlags {
  readonly 'who-held'?: readonly string[] | undefined;
  readonly 'first-seen'?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly 'known-at'?: string | undefined;
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
    criteria: items.map((item) => `asked: who held "${item}" at ${flags.at ?? 'the end'}`),
    answer: (view) => [
      ...items.map((item) => whoHeld(view, item, at)),
      ...digests.map((digest) => firstSeen(view, digest)),
    ],
  };
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
