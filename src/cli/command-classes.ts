// SPDX-License-Identifier: Apache-2.0
import type { Command } from '@oclif/core';
import { COMMANDS } from './commands.ts';

/**
 * The commands as classes of the framework oclif, for a program that has commands of its own: `forensic:verify`, `forensic:custody:verify`
 * and so on. They write to the standard output of the process and set its exit code; an error carries its own as `oclif.exit`.
 *
 * @param topic what goes before each name; absent: nothing does
 * @param names only these, such as `verify` and `custody:verify`; absent: all but `serve`
 */
export async function commandClasses(
  topic?: string,
  names?: readonly string[],
): Promise<Record<string, Command.Class>> {
  const wanted = names ?? Object.keys(COMMANDS).filter((name) => name !== 'serve');
  const loaded = wanted.map(async (name) => {
    const row = COMMANDS[name];
    if (row === undefined) throw new TypeError(`there is no command ${name}`);
    const { default: found } = (await row.load()) as { readonly default: Command.Class };
    const id = topic === undefined ? name : `${topic}:${name}`;
    // A class of its own, so that two programs may call it by two names.
    abstract class Named extends found {
      static override id = id;
    }
    return [id, Named as unknown as Command.Class] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}
