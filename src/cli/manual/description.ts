// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from '../commands.ts';

/** One flag as people see it. */
export interface FlagDescription {
  readonly name: string;
  /** Single letters, the first one its own. */
  readonly letters: readonly string[];
  readonly aliases: readonly string[];
  readonly takesValue: boolean;
  /** What the value must be one of; empty for any. */
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly required: boolean;
  readonly standard: string | null;
  readonly description: string;
}

export interface OperandDescription {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
}

/** One command: all that help, man page, completions and the kit's page say of it comes from here. */
export interface CommandDescription {
  /** `custody verify`. */
  readonly words: string;
  readonly summary: string;
  readonly description: string;
  /** Whole command lines, beginning with the name of the program. */
  readonly examples: readonly string[];
  readonly operands: readonly OperandDescription[];
  /** More operands than are named may be given. */
  readonly many: boolean;
  readonly flags: readonly FlagDescription[];
}

interface RawFlag {
  readonly type: string;
  readonly char?: string;
  readonly charAliases?: readonly string[];
  readonly aliases?: readonly string[];
  readonly options?: readonly string[];
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly description?: string;
  readonly hidden?: boolean;
}

interface RawCommand {
  readonly summary?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly strict?: boolean;
  readonly args?: Readonly<Record<string, { readonly required?: boolean; readonly description?: string }>>;
  readonly flags?: Readonly<Record<string, RawFlag>>;
}

export const PROGRAM = 'forensic-verify';

/** @param id a key of COMMANDS */
export async function describeCommand(id: string): Promise<CommandDescription> {
  const row = COMMANDS[id]!;
  const { summary, description, examples, strict, args, flags } = (await row.load()).default as RawCommand;
  return {
    words: id.replace(':', ' '),
    summary: summary ?? row.summary,
    description: (description ?? '').replace(/\s*\n\s*/g, ' '),
    examples: (examples ?? []).map((one) => one.replaceAll('<%= config.bin %>', PROGRAM)),
    operands: Object.entries(args ?? {}).map(([name, one]) => ({
      name,
      required: one.required === true,
      description: one.description ?? '',
    })),
    many: strict === false,
    flags: Object.entries(flags ?? {})
      .filter(([, { hidden }]) => hidden !== true)
      .map(([name, one]) => flagOf(name, one)),
  };
}

/** Every command, in the order of COMMANDS. */
export function describeAll(): Promise<readonly CommandDescription[]> {
  return Promise.all(Object.keys(COMMANDS).map(describeCommand));
}

function flagOf(name: string, one: RawFlag): FlagDescription {
  const { char, charAliases = [], aliases = [], options = [], required = false } = one;
  return {
    name,
    letters: [...(char === undefined ? [] : [char]), ...charAliases],
    aliases,
    takesValue: one.type === 'option',
    options,
    multiple: one.multiple === true,
    required,
    standard: typeof one.default === 'string' ? one.default : null,
    description: one.description ?? '',
  };
}

/** `-o, --output json|text`. */
export function spelled({ name, letters: [letter], takesValue, options }: FlagDescription): string {
  const value = options.length > 0 && options.join('|').length <= 32 ? options.join('|') : 'VALUE';
  return `${letter === undefined ? '' : `-${letter}, `}--${name}${takesValue ? ` ${value}` : ''}`;
}

/** `forensic-verify custody verify FILE [OPTIONS]`. */
export function usageOf({ words, operands, many, flags }: CommandDescription): string {
  const named = operands.map(({ name, required }, i) => {
    const shown = `${name.toUpperCase()}${many && i === operands.length - 1 ? '…' : ''}`;
    return required ? shown : `[${shown}]`;
  });
  const wanted = flags.filter(({ required }) => required).map((one) => spelled(one).replace(/^-., /, ''));
  return [PROGRAM, words, ...named, ...wanted, ...(flags.length > wanted.length ? ['[OPTIONS]'] : [])].join(' ');
}
