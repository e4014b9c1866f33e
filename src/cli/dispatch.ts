// SPDX-License-Identifier: Apache-2.0
import { Config, Errors, settings } from '@oclif/core';
import { COMMANDS } from './commands.ts';
import { loadOptions } from './embedded.ts';
import { isTopic, showHelp } from './help.ts';
import { settle } from './settle.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command that is named, or shows the help that is asked for. @throws UsageError */
export async function dispatch(argv: readonly string[]): Promise<void> {
  settings.enableAutoTranspile = false;
  try {
    await run(argv);
  } catch (error) {
    if (!(error instanceof Errors.CLIError)) throw error;
    throw new UsageError(stripHint(error.message).replace(/\s*\n\s*/g, '; '));
  }
}

async function run(argv: readonly string[]): Promise<void> {
  const config = await Config.load(await loadOptions());
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (argv.length === 0) {
    await showHelp([], config);
    throw new UsageError('no command was given');
  }
  if (options.includes('--help') || options.includes('-h') || argv[0] === 'help') {
    if (!(await showHelp(options, config)))
      throw new UsageError(
        `there is no command ${options.find((word) => !/^(help|-.*)$/.test(word))}: see forensic-verify --help`,
      );
    settle(0);
    return;
  }
  const [id, rest] = commandOf(argv);
  await config.runCommand(id, [...rest]);
}

function commandOf(argv: readonly string[]): readonly [string, readonly string[]] {
  const [first, second] = argv;
  if (first !== undefined && COMMANDS[first] !== undefined && !first.includes(':')) return [first, argv.slice(1)];
  const joined = `${first}:${second}`;
  if (second !== undefined && COMMANDS[joined] !== undefined) return [joined, argv.slice(2)];
  if (first !== undefined && isTopic(first)) {
    throw new UsageError(`${first} needs one of its steps: see forensic-verify ${first} --help`);
  }
  throw new UsageError(`there is no command ${first}: see forensic-verify --help`);
}

function stripHint(message: string): string {
  return message.replace(/\nSee more help with --help$/, '; see --help');
}
