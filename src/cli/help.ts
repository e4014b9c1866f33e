// SPDX-License-Identifier: Apache-2.0
import { Config, Help, settings } from '@oclif/core';
import { TEXT_WIDTH, wrapCommand, wrapText } from '../encoding/wrap-text.ts';
import { EXIT_CODES } from '../policy/exit-code.ts';
import { COMMANDS } from './commands.ts';
import { loadOptions } from './embedded.ts';
import { writeAll } from './settle.ts';
import { isTopic } from './topics.ts';

/** Help collected as text, so that it is written and checked like every other output. */
class CollectedHelp extends Help {
  readonly lines: string[] = [];
  override log(...args: string[]): void {
    this.lines.push(...args.join(' ').split('\n').flatMap(withinWidth));
  }
}

const EXAMPLE = '  $ ';

/** The framework wraps all but summaries and examples. */
function withinWidth(line: string): string[] {
  if (line.length <= TEXT_WIDTH) return [line];
  if (line.startsWith(EXAMPLE)) return wrapCommand(EXAMPLE, line.slice(EXAMPLE.length));
  return wrapText(/^ */.exec(line)![0], line.trimStart());
}

/** Writes the help that is asked for; false, and nothing written, where there is no such command. */
export async function showHelp(argv: readonly string[]): Promise<boolean> {
  const words = argv.filter((word) => !['--help', '-h', 'help'].includes(word));
  const id = commandOf(words);
  settings.enableAutoTranspile = false;
  const config = await Config.load(await loadOptions());
  const help = new CollectedHelp(config, { stripAnsi: true, maxWidth: TEXT_WIDTH });
  if (id === null) {
    const [first] = words;
    if (first !== undefined && !first.startsWith('-') && !isTopic(first)) return false;
    writeAll(1, `${rootHelp(first)}\n`);
    return true;
  }
  const row = COMMANDS[id]!;
  const command = (await row.load()).default as Parameters<Help['showCommandHelp']>[0];
  command.id = id;
  // The framework names these when it caches a manifest, and there is none here.
  for (const part of [command.args, command.flags]) {
    for (const [name, one] of Object.entries(part ?? {})) Object.assign(one, { name });
  }
  await help.showCommandHelp(command);
  writeAll(1, `${help.lines.join('\n').trimEnd()}\n\n${exitStatus()}\n`);
  return true;
}

function commandOf(words: readonly string[]): string | null {
  const [first, second] = words;
  if (first !== undefined && second !== undefined && COMMANDS[`${first}:${second}`] !== undefined)
    return `${first}:${second}`;
  return first !== undefined && COMMANDS[first] !== undefined ? first : null;
}

function rootHelp(topic: string | undefined): string {
  const rows = Object.entries(COMMANDS)
    .filter(([id]) => topic === undefined || !isTopic(topic) || id.startsWith(`${topic}:`))
    .map(([id, row]) => [id.replace(':', ' '), row.summary] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'Proves, offline, what a piece of evidence is, who signed it, and when.',
    '',
    'USAGE',
    '  $ forensic-verify COMMAND [--help]',
    '',
    'COMMANDS',
    ...rows.flatMap(([name, summary]) => wrapText(`  ${name.padEnd(width)}  `, summary)),
    '',
    exitStatus(),
  ].join('\n');
}

/** The table of exit codes, the same in every help text. */
export function exitStatus(): string {
  return [
    'EXIT STATUS',
    ...Object.entries(EXIT_CODES).flatMap(([code, text]) => wrapText(`  ${code.padStart(3)}  `, text)),
  ].join('\n');
}
