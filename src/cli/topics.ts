// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from './commands.ts';

/** Whether a word is the first of commands that have two. */
export function isTopic(word: string): boolean {
  return Object.keys(COMMANDS).some((id) => id.startsWith(`${word}:`));
}
