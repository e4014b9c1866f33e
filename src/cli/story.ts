// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { Problem } from '../model/malformed.ts';
import type { Story } from '../verify/inspect-model.ts';
import { tellMessage } from './message.ts';
import { settle, writeAll, writeJson } from './settle.ts';

/** Writes what inspect or explain has to say. 0 where anything was recognised, else 4: never a verdict. */
export function deliverStory(story: Story, flags: { readonly json?: boolean | undefined }, problem?: Problem): void {
  if (flags.json === true) writeJson(story.json);
  else writeAll(1, story.text);
  if (story.warning !== null) tellMessage(`WARNING: ${story.warning}`);
  if (problem !== undefined) tellMessage(`${problem.reason}: ${escapeText(problem.detail, 400)}`);
  settle(story.known ? 0 : 4);
}
