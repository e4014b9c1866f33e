// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from './commands.ts';

/** Whether a word is the first of commands that have two. */
export function isTopic(word: string): boolean {
  return Object.keys(COMMANDS).some((id) => id.startsWith(`${word}:`));
}

/** The steps of a topic, or nothing. */
export function stepsOf(topic: string): readonly string[] {
  return Object.keys(COMMANDS)
    .filter((id) => id.startsWith(`${topic}:`))
    .map((id) => id.slice(topic.length + 1));
}

/** First words of command lines: commands, and topics in the place of their first step. */
export function firstWords(): readonly string[] {
  return [...new Set(Object.keys(COMMANDS).map((id) => id.split(':')[0]!))];
}
