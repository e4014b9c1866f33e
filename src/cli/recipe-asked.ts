// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from './commands.ts';
import { UsageError } from './usage-error.ts';

export interface RecipeWords {
  readonly folder: string;
  /** A command of this tool, as it would be typed behind its name. */
  readonly words: readonly string[];
}

/** Commands that judge evidence and write a report. */
const REPEATABLE = [
  ...[
    'verify',
    'verify-bundle',
    'trust:verify',
    'kit:verify',
    'replay',
    'what-if',
    'custody:verify',
    'lockfile:verify',
    'digest:check',
    'merkle:verify',
  ],
  ...['check:dsse', 'check:signature', 'check:mac', 'check:timestamp', 'check:chain', 'check:sct', 'check:inclusion'],
  ...['check:consistency', 'check:note', 'check:checkpoint'],
];

/** @returns null where no recipe is asked for. @throws UsageError */
export function recipeAsked(argv: readonly string[]): RecipeWords | null {
  const [first = '', second] = argv;
  if (!argv.some((word) => word === '--recipe' || word.startsWith('--recipe='))) return null;
  const joined = first.startsWith('--recipe=');
  if (!joined && first !== '--recipe')
    throw new UsageError('--recipe DIR stands first, and behind it the command that it is a recipe of');
  const folder = joined ? first.slice('--recipe='.length) : (second ?? '');
  if (folder === '') throw new UsageError('--recipe wants the name of a folder that is not there yet');
  const given = argv.slice(joined ? 1 : 2);
  if (given.length === 0)
    throw new UsageError('a recipe of what? behind --recipe DIR stands a command, such as verify FILE');
  if (given.some((word) => word === '--recipe' || word.startsWith('--recipe=')))
    throw new UsageError('--recipe was given more than once');
  const [one = '', two = ''] = given;
  const id = [`${one}:${two}`, one].find((name) => COMMANDS[name] !== undefined);
  if (id === undefined) return { folder, words: ['verify', ...given] };
  if (!REPEATABLE.includes(id))
    throw new UsageError(`${id.replace(':', ' ')} judges no evidence: there is nothing to be repeated`);
  return { folder, words: given };
}
