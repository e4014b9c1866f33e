// SPDX-License-Identifier: Apache-2.0
import { type CommandDescription, type FlagDescription, PROGRAM } from '../description.ts';
import { stepRows, tree } from '../words.ts';

/** One line for each word and flag, with what it is about. */
export function fishCompletion(commands: readonly CommandDescription[]): string {
  const { first, steps } = tree(commands);
  const lines = [
    `# fish completion of ${PROGRAM}; printed by: ${PROGRAM} completion fish`,
    `complete -c ${PROGRAM} -n __fish_use_subcommand -f -a '${[...first, 'help'].join(' ')}'`,
    `complete -c ${PROGRAM} -l help -s h -d 'what it does, and by which flags'`,
  ];
  for (const [topic, own] of steps) {
    const none = `__fish_seen_subcommand_from ${topic}; and not __fish_seen_subcommand_from ${own.join(' ')}`;
    for (const [step, summary] of stepRows(commands, topic))
      lines.push(`complete -c ${PROGRAM} -n '${none}' -f -a ${step} -d ${quoted(summary)}`);
  }
  for (const command of commands) {
    const words = command.words.split(' ');
    const seen = [
      ...words.map((word) => `__fish_seen_subcommand_from ${word}`),
      // `custody verify` is no `verify`.
      ...(words.length === 1 ? [`not __fish_seen_subcommand_from ${[...steps.keys()].join(' ')}`] : []),
    ].join('; and ');
    for (const flag of command.flags) lines.push(flagLine(seen, flag));
  }
  return `${lines.join('\n')}\n`;
}

function flagLine(seen: string, { name, letters, takesValue, options, description }: FlagDescription): string {
  const parts = [
    `complete -c ${PROGRAM} -n '${seen}' -l ${name}`,
    ...letters.map((letter) => `-s ${letter}`),
    ...(takesValue ? ['-r'] : []),
    ...(options.length > 0 ? [`-f -a '${options.join(' ')}'`] : []),
    `-d ${quoted(description)}`,
  ];
  return parts.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
