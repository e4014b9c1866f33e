// SPDX-License-Identifier: Apache-2.0
import type { BaseCommand } from './base-command.ts';
import { COMMANDS } from './commands.ts';
import { settle } from './settle.ts';
import { didYouMean } from './suggestion.ts';
import { firstWords, isTopic, stepsOf } from './topics.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command that is named, or shows the help that is asked for. @throws UsageError */
export async function dispatch(argv: readonly string[]): Promise<void> {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (argv.length === 0) {
    await (await import('./help.ts')).showHelp([]);
    throw new UsageError('no command was given');
  }
  if (options.includes('--help') || options.includes('-h') || argv[0] === 'help') {
    if (!(await (await import('./help.ts')).showHelp(options)))
      throw noCommand(options.find((word) => !/^(help|-.*)$/.test(word)));
    settle(0);
    return;
  }
  const [id, rest] = commandOf(argv);
  const { default: Loaded } = (await COMMANDS[id]!.load()) as { readonly default: Runnable };
  await new Loaded([...rest], BARE).runAlone();
}

type Runnable = new (argv: string[], config: typeof BARE) => BaseCommand;

/** All that the framework's parser asks of its configuration: no hooks, no plugins, and no file is read (attacks K02). */
const BARE = { bin: 'forensic-verify', runHook: async () => ({ successes: [], failures: [] }) } as const;

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

function noCommand(first: string | undefined): UsageError {
  return new UsageError(`there is no command ${first}${didYouMean(first, firstWords())}; see forensic-verify --help`);
}
