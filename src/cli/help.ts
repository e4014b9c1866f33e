// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from './commands.ts';
import { describeCommand } from './manual/description.ts';
import { briefHelp, fullHelp, rootHelp } from './manual/help-text.ts';
import { writeAll } from './settle.ts';
import { isTopic } from './topics.ts';

/** Writes the help that is asked for; false, and nothing written, where there is no such command. */
export async function showHelp(argv: readonly string[]): Promise<boolean> {
  const verbose = argv.some((word) => word === '--verbose' || word === '-v');
  const words = argv.filter((word) => !['--help', '-h', 'help', '--verbose', '-v'].includes(word));
  const id = commandOf(words);
  if (id === null) {
    const [first] = words;
    const named = first !== undefined && !first.startsWith('-');
    if (named && !isTopic(first)) return false;
    writeAll(1, `${rootHelp(named ? first : null, verbose)}\n`);
    return true;
  }
  const command = await describeCommand(id);
  writeAll(1, `${verbose ? fullHelp(command) : briefHelp(command)}\n`);
  return true;
}

function commandOf(words: readonly string[]): string | null {
  const [first, second] = words;
  if (first !== undefined && second !== undefined && COMMANDS[`${first}:${second}`] !== undefined)
    return `${first}:${second}`;
  return first !== undefined && COMMANDS[first] !== undefined ? first : null;
}
