// SPDX-License-Identifier: Apache-2.0
import type { CommandDescription } from './description.ts';

export interface WordTree {
  readonly first: readonly string[];
  /** By topic. */
  readonly steps: ReadonlyMap<string, readonly string[]>;
}

/** First words of command lines, and the second ones of those that have any. */
export function tree(commands: readonly CommandDescription[]): WordTree {
  const steps = new Map<string, string[]>();
  const first = new Set<string>();
  for (const { words } of commands) {
    const [topic, step] = words.split(' ');
    first.add(topic!);
    if (step !== undefined) steps.set(topic!, [...(steps.get(topic!) ?? []), step]);
  }
  return { first: [...first], steps };
}

export function stepRows(
  commands: readonly CommandDescription[],
  topic: string,
): readonly (readonly [step: string, summary: string])[] {
  return commands.flatMap(({ words, summary }) =>
    words.startsWith(`${topic} `) ? [[words.slice(topic.length + 1), summary] as const] : [],
  );
}

/** `--name` of every flag; aliases are understood, and not offered. */
export function flagWords({ flags }: CommandDescription): readonly string[] {
  return flags.map(({ name }) => `--${name}`);
}

/** Flags whose value is one of a few, by all their spellings. */
export function valuesOf({
  flags,
}: CommandDescription): readonly { readonly spellings: readonly string[]; readonly values: readonly string[] }[] {
  return flags
    .filter(({ options }) => options.length > 0)
    .map(({ name, letters, aliases, options }) => ({
      spellings: [...[name, ...aliases].map((one) => `--${one}`), ...letters.map((one) => `-${one}`)],
      values: options,
    }));
}
