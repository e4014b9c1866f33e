// SPDX-License-Identifier: Apache-2.0
import { Command, Errors, Flags, type Interfaces } from '@oclif/core';
import { FORMAT_NAMES, FORMAT_WORDS } from '../report/format-names.ts';
import { loadRenderer } from '../report/renderer.ts';
import { host } from './host.ts';
import { type OutputFlags, refuseOutput } from './session.ts';
import { didYouMean } from './suggestion.ts';
import { UsageError } from './usage-error.ts';

/** Flags that every command takes. */
export const COMMON_FLAGS = {
  json: Flags.boolean({ description: 'one JSON document on standard output' }),
  output: Flags.string({
    char: 'o',
    aliases: ['format'],
    charAliases: ['f'],
    options: [...FORMAT_NAMES],
    description: `report format; ${FORMAT_WORDS}`,
  }),
  engine: Flags.string({
    options: ['native', 'noble', 'dual'],
    default: 'native',
    description: 'native: OpenSSL; noble: the independent second engine; dual: both must agree',
  }),
  verbose: Flags.boolean({ char: 'v', aliases: ['debug'], description: 'every fact of every check' }),
  quiet: Flags.boolean({
    char: 'q',
    description: 'no progress, and in text the verdict alone, with what asks less than the defaults',
  }),
  'no-color': Flags.boolean({ description: 'no colour, even on a terminal' }),
  offline: Flags.boolean({ description: 'accepted for habit: this tool is always offline' }),
} as const;

/** Flags of every command that writes a report. */
export const REPORT_FLAGS = {
  ...COMMON_FLAGS,
  'output-file': Flags.string({ description: 'write the report to this file, whole or not at all' }),
  force: Flags.boolean({ description: 'let --output-file take the place of a file that is there' }),
  deterministic: Flags.boolean({ description: 'leave out of the report what varies between runs' }),
} as const;

/** Of a step that verifies no signature: there is no engine to choose. */
const { engine: _, ...withoutEngine } = REPORT_FLAGS;
export const PLAIN_REPORT_FLAGS = withoutEngine;

type FlagsOf<T extends typeof Command> = Interfaces.InferredFlags<T['flags']>;

/** What all commands share: strict parsing. An option given twice, or empty, is a slip and never a choice. */
export abstract class BaseCommand extends Command {
  static override strict = true;

  protected async parseStrictly<T extends typeof Command>(
    command: T,
  ): Promise<{
    readonly flags: FlagsOf<T>;
    readonly args: Record<string, unknown>;
    readonly operands: readonly string[];
    /** Names of the flags that stand on the command line, aliases resolved: a default is not among them. */
    readonly given: readonly string[];
  }> {
    refuseValues(command, this.argv);
    const parsed = await this.parse(relaxed(command) as never, this.argv);
    const { raw, flags, args } = parsed as unknown as {
      raw: readonly { readonly type: string; readonly flag?: string; readonly input: string }[];
      flags: FlagsOf<T>;
      args: Record<string, unknown>;
    };
    const definitions = (command.flags ?? {}) as Record<string, { readonly multiple?: boolean; readonly type: string }>;
    const seen = new Set<string>();
    for (const token of raw) {
      if (token.input === '') throw new UsageError('an operand or option value is empty: is a variable unset?');
      if (token.type !== 'flag' || token.flag === undefined) continue;
      const definition = definitions[token.flag];
      if (seen.has(token.flag) && definition?.multiple !== true && definition?.type === 'option') {
        throw new UsageError(`--${token.flag} was given more than once`);
      }
      seen.add(token.flag);
    }
    const operands = raw.filter((token) => token.type === 'arg').map((token) => token.input);
    refuseMissing(command, seen, operands.length);
    refuseOutput(flags as OutputFlags);
    await loadRenderer((flags as OutputFlags).output ?? 'text');
    return { flags, args, operands, given: [...seen] };
  }

  /** As the framework runs it, without what it does for programs that update themselves. */
  async runAlone(): Promise<void> {
    try {
      await this.init();
      await this.run();
    } catch (error) {
      throw withExitCode(error, this.constructor as typeof Command);
    }
  }

  /** The framework's own would leave a name of its own on the global object. */
  protected override async init(): Promise<void> {
    host().begin();
  }

  /** The framework would turn an error into exit 1 or 2, which are verdicts here: each carries its exit code instead. */
  protected override async catch(error: Error): Promise<never> {
    throw withExitCode(error, this.constructor as typeof Command);
  }
}

/** With its exit code where a program of the same framework looks for it. */
function withExitCode(error: unknown, command: typeof Command): unknown {
  if (error instanceof Errors.CLIError && 'flags' in error) return noFlags(flagsOf(command), error.flags);
  if (error instanceof Errors.CLIError) return new UsageError(stripHint(error.message).replace(/\s*\n\s*/g, '; '));
  if (error instanceof Error && !('oclif' in error)) Object.assign(error, { oclif: { exit: 70 } });
  return error;
}

function stripHint(message: string): string {
  const elsewhere = Object.entries(ELSEWHERE).find(([word]) => message.startsWith(`Expected ${word} `));
  return elsewhere === undefined ? message.replace(/\nSee more help with --help$/, '; see --help') : elsewhere[1];
}

/** What is asked for by a value that it does not have here, and is there under other words. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '--signer=offline': 'a key that is elsewhere signs in two steps: attest prepare, then attest attach',
};

interface Definition {
  readonly type?: string;
  readonly char?: string;
  readonly aliases?: readonly string[];
  readonly charAliases?: readonly string[];
  readonly required?: boolean;
  readonly description?: string;
}

/** @param unknown as they were written, `--name` or `-x` */
function noFlags(known: readonly (readonly [string, Definition])[], unknown: unknown): UsageError {
  const names = known.flatMap(([name, { aliases = [] }]) => [name, ...aliases].map((one) => `--${one}`));
  const written = (Array.isArray(unknown) ? unknown : [unknown]).map(String);
  const meant = written.map((one) => one + (one.startsWith('--') ? didYouMean(one.split('=', 1)[0], names) : ''));
  return new UsageError(`there is no flag ${meant.join(', and none ')}; see --help`);
}

const flagsOf = (command: typeof Command) => Object.entries((command.flags ?? {}) as Record<string, Definition>);
const argsOf = (command: typeof Command) => Object.entries((command.args ?? {}) as Record<string, Definition>);

/** The framework takes `--json=false` for `--json` and an operand `false`: the opposite of what was meant. */
function refuseValues(command: typeof Command, argv: readonly string[]): void {
  const switches = new Set(
    flagsOf(command)
      .filter(([, { type }]) => type === 'boolean')
      .flatMap(([name, { aliases = [], char, charAliases = [] }]) => [
        ...[name, ...aliases].map((one) => `--${one}`),
        ...[...(char === undefined ? [] : [char]), ...charAliases].map((one) => `-${one}`),
      ]),
  );
  const end = argv.indexOf('--');
  for (const word of end === -1 ? argv : argv.slice(0, end)) {
    const [name = ''] = word.split('=', 1);
    if (name !== word && switches.has(name))
      throw new UsageError(`${name} takes no value: give ${name} to switch it on, and leave it out otherwise`);
  }
}

/** Nothing is required for the parser: what is missing is told by `refuseMissing`, and never read from standard input. */
function relaxed(command: typeof Command): object {
  const optional = ([name, one]: [string, Definition]) => [name, { ...one, required: false, ignoreStdin: true }];
  return {
    strict: command.strict,
    args: Object.fromEntries(argsOf(command).map(optional)),
    flags: Object.fromEntries(flagsOf(command).map(optional)),
  };
}

function refuseMissing(command: typeof Command, given: ReadonlySet<string>, operands: number): void {
  const missing = [
    ...argsOf(command)
      .slice(operands)
      .filter(([, { required }]) => required === true)
      .map(([name, { description = '' }]) => `${name.toUpperCase()} (${description})`),
    ...flagsOf(command)
      .filter(([name, { required }]) => required === true && !given.has(name))
      .filter(([name]) => name !== 'signer' || host().signer === null)
      .map(([name, { description = '' }]) => `--${name} (${description})`),
  ];
  if (missing.length > 0) throw new UsageError(`missing: ${missing.join('; ')}`);
}
