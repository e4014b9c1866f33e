// SPDX-License-Identifier: Apache-2.0
import type { Replay } from '../model/replay.ts';
import { pictureHtml } from './picture/html.ts';
import { pictureOf } from './picture/of-replay.ts';
import { pictureSvg } from './picture/svg.ts';
import { renderCase } from './replay-case.ts';
import { renderReplayJson } from './replay-json.ts';
import { renderReplayText } from './replay-text.ts';
import { renderTimesketch } from './replay-timesketch.ts';
import type { TextOptions } from './text.ts';

interface ReplayFormat {
  /** For `--help`. */
  readonly says: string;
  readonly medium: 'text' | 'json' | 'markup';
  readonly render: (replay: Replay, options: TextOptions) => string;
}

/** REPLAY_FORMATS: one row per format of `replay`; every one renders from the same object and adds nothing. */
export const REPLAY_FORMATS: Readonly<Record<string, ReplayFormat>> = Object.freeze(
  Object.assign(Object.create(null) as object, {
    text: { says: 'a table for people', medium: 'text', render: renderReplayText },
    html: {
      says: 'a page with the picture, for court: no script',
      medium: 'markup',
      render: (replay: Replay) => pictureHtml(pictureOf(replay)),
    },
    svg: { says: 'the picture alone', medium: 'markup', render: (replay: Replay) => pictureSvg(pictureOf(replay)) },
    json: { says: 'everything, canonical', medium: 'json', render: (replay: Replay) => renderReplayJson(replay) },
    timesketch: {
      says: 'JSON lines for Timesketch, one for each class of time',
      medium: 'markup',
      render: renderTimesketch,
    },
    case: { says: 'CASE/UCO 1.4 JSON-LD', medium: 'json', render: renderCase },
  } satisfies Record<string, ReplayFormat>),
);
