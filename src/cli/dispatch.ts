// SPDX-License-Identifier: Apache-2.0
import { Config, Errors, settings } from '@oclif/core';
import { COMMANDS } from './commands.ts';
import { loadOptions } from './embedded.ts';
import { isTopic, showHelp } from './help.ts';
import { describeCommand } from './manual/description.ts';
import { firstWords, stepsOf } from './manual/groups.ts';
import { settle } from './settle.ts';
import { didYouMean } from './suggestion.ts';
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
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (argv.length === 0) {
    await showHelp([]);
    throw new UsageError('no command was given');
  }
  if (options.includes('--help') || options.includes('-h') || argv[0] === 'help') {
    if (!(await showHelp(options))) throw noCommand(options.find((word) => !/^(help|-.*)$/.test(word)));
    settle(0);
    return;
  }
  const [id, rest] = commandOf(argv);
  const config = await Config.load(await loadOptions());
  try {
    await config.runCommand(id, [...rest]);
  } catch (error) {
    throw error instanceof Errors.CLIError && 'flags' in error ? await noFlags(id, error.flags) : error;
  }
}

/** @param flags as they were written, `--name` or `-x` */
async function noFlags(id: string, flags: unknown): Promise<UsageError> {
  const { flags: known, words } = await describeCommand(id);
  const names = known.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => `--${one}`));
  const unknown = (Array.isArray(flags) ? flags : [flags]).map(String);
  const [first = ''] = unknown;
  const meant = unknown.length === 1 && first.startsWith('--') ? didYouMean(first.split('=', 1)[0], names) : '';
  const many = unknown.length === 1 ? '' : 's';
  return new UsageError(
    `${words} has no flag${many} ${unknown.join(', ')}${meant}; see forensic-verify ${words} --help`,
  );
}

function noCommand(first: string | undefined): UsageError {
  return new UsageError(`there is no command ${first}${didYouMean(first, firstWords())}; see forensic-verify --help`);
}

function commandOf(argv: readonly string[]): readonly [string, readonly string[]] {
  const [first, second] = argv;
  if (first !== undefined && COMMANDS[first] !== undefined && !first.includes(':')) return [first, argv.slice(1)];
  const joined = `${first}:${second}`;
  if (second !== undefined && COMMANDS[joined] !== undefined) return [joined, argv.slice(2)];
  if (first !== undefined && isTopic(first)) {
    const meant = second === undefined || second.startsWith('-') ? '' : didYouMean(second, stepsOf(first));
    const said = meant === '' ? `${first} needs one of its steps` : `${first} has no step ${second}${meant}`;
    throw new UsageError(`${said}; see forensic-verify ${first} --help`);
  }
  throw noCommand(first);
}

function stripHint(message: string): string {
  return message.replace(/\nSee more help with --help$/, '; see --help');
}
