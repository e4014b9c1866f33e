// SPDX-License-Identifier: Apache-2.0
import { TEXT_WIDTH, wrapCommand, wrapText } from '../../encoding/wrap-text.ts';
import { EXIT_CODES, EXIT_WORDS } from '../../policy/exit-code.ts';
import { COMMANDS } from '../commands.ts';
import { type CommandDescription, type FlagDescription, PROGRAM, spelled, usageOf } from './description.ts';
import { SHOWN_FIRST, screenRows, TOPICS } from './groups.ts';

/** Of a terminal of 24, less one for the prompt. */
const SCREEN = 23;
const EXAMPLE = '  $ ';
/** Of an option and its description. */
const OPTION = '      ';
const OPTION_COLUMN = 28;

/** One screen: what it does, what is mostly given, an example, the exit codes. */
export function briefHelp(command: CommandDescription): string {
  const head = [
    ...wrapText('', command.summary),
    '',
    ...wrapCommand(EXAMPLE, usageOf(command)),
    ...command.operands.flatMap(operandLines),
  ];
  const exits = ['', ...exitLine()];
  const examples = command.examples.map((one) => wrapCommand(EXAMPLE, one)).sort((a, b) => a.length - b.length);
  const tail = examples.length === 0 ? [] : ['', 'EXAMPLES', ...examples[0]!];
  const all = inOrder(command);
  const lines = all.map(briefLines);
  // A blank, the heading, and what points to the rest.
  let left = SCREEN - head.length - tail.length - exits.length - 3;
  const shown: string[] = [];
  let told = 0;
  for (const [i, flag] of all.entries()) {
    const own = lines[i]!;
    if (own.length > left && !flag.required) break;
    shown.push(...own);
    left -= own.length;
    told++;
  }
  for (const example of examples.slice(1)) {
    if (example.length > left) break;
    tail.push(...example);
    left -= example.length;
  }
  const rest = `${PROGRAM} ${command.words} --help --verbose`;
  const pointer = told < all.length ? `  more: ${rest}` : `  in full: ${rest}`;
  return [...head, '', 'OPTIONS', ...shown, pointer, ...tail, ...exits].join('\n');
}

/** Everything there is to say of a command. */
export function fullHelp(command: CommandDescription): string {
  const { description, flags, examples, operands } = command;
  return [
    ...wrapText('', command.summary),
    '',
    'USAGE',
    ...wrapCommand(EXAMPLE, usageOf(command)),
    ...operands.flatMap(operandLines),
    ...(description === '' ? [] : ['', 'DESCRIPTION', ...wrapText('  ', description)]),
    ...(flags.length === 0 ? [] : ['', 'OPTIONS', ...inOrder(command).flatMap(fullOptionLines)]),
    ...(examples.length === 0 ? [] : ['', 'EXAMPLES', ...examples.flatMap((one) => wrapCommand(EXAMPLE, one))]),
    '',
    exitStatus(),
  ].join('\n');
}

/** All commands, or the steps of one topic. */
export function rootHelp(topic: string | null, verbose: boolean): string {
  const steps = Object.entries(COMMANDS)
    .filter(([id]) => topic === null || id.startsWith(`${topic}:`))
    .map(([id, { summary }]) => [id.replace(':', ' '), summary] as const);
  const rows = topic === null && !verbose ? screenRows() : steps;
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...wrapText(
      '',
      topic === null
        ? 'Proves, offline, what a piece of evidence is, who signed it, and when.'
        : (TOPICS[topic] ?? topic),
    ),
    ...(topic === null && !verbose
      ? [`  $ ${PROGRAM} COMMAND [--help]     (all steps: --help --verbose)`]
      : ['', `  $ ${PROGRAM} ${topic === null ? 'COMMAND' : `${topic} STEP`} [--help]`]),
    '',
    ...rows.flatMap(([name, summary]) => wrapText(`  ${name.padEnd(width)}  `, summary)),
    ...(topic === null && !verbose ? exitLine() : ['', ...(verbose ? [exitStatus()] : exitLine())]),
  ].join('\n');
}

/** The table of exit codes, in words. */
export function exitStatus(): string {
  return [
    'EXIT STATUS',
    ...Object.entries(EXIT_CODES).flatMap(([code, text]) => wrapText(`  ${code.padStart(3)}  `, text)),
  ].join('\n');
}

/** No number is parted from its word. */
function exitLine(): string[] {
  const words = Object.entries(EXIT_WORDS).map(([code, word]) => `${code}\u00a0${word.replaceAll(' ', '\u00a0')}`);
  return wrapText('EXIT  ', words.join(', ')).map((line) => line.replaceAll('\u00a0', ' '));
}

/** Required ones first, then those that are mostly given, then all others as the command has them. */
function inOrder({ words, flags }: CommandDescription): readonly FlagDescription[] {
  const first = SHOWN_FIRST[words.replace(' ', ':')] ?? [];
  const rank = ({ name, required }: FlagDescription): number => {
    if (required) return 0;
    if (first.includes(name)) return 1 + first.indexOf(name);
    return COMMON.includes(name) ? 200 + COMMON.indexOf(name) : 100;
  };
  return flags.toSorted((a, b) => rank(a) - rank(b));
}

/** Flags that nearly every command has: last. */
const COMMON = [
  'json',
  'output',
  'output-file',
  'force',
  'engine',
  'verbose',
  'quiet',
  'deterministic',
  'no-color',
  'offline',
];

function operandLines({ name, description }: CommandDescription['operands'][number]): string[] {
  return wrapText(`  ${name.toUpperCase()}  `, description);
}

/** Its first clause stands for the whole. */
function briefLines(flag: FlagDescription): string[] {
  const head = `  ${spelled(flag)}  `;
  const clause = briefly(flag);
  const column = Math.max(OPTION_COLUMN, head.length);
  return column + clause.length <= TEXT_WIDTH
    ? [(head.padEnd(OPTION_COLUMN) + clause).trimEnd()]
    : [head.trimEnd(), ...wrapText(OPTION, clause)];
}

function briefly({ description, options }: FlagDescription): string {
  const [clause = ''] = description.split(/; |: | \(/);
  // Where each value is told by itself, the values are all there is room for.
  if (options.includes(clause)) return '';
  const longer = description.split('; ')[0]!;
  const closed = longer.split('(').length === longer.split(')').length;
  return clause.length < SAYS_LITTLE && closed ? longer : clause;
}

/** Characters: `of --signer kms`. */
const SAYS_LITTLE = 24;

function fullOptionLines(flag: FlagDescription): string[] {
  const { letters, aliases, options, multiple, required, standard } = flag;
  const also = [...letters.slice(1).map((one) => `-${one}`), ...aliases.map((one) => `--${one}`)];
  const notes = [
    ...(required ? ['required'] : []),
    ...(multiple ? ['may be repeated'] : []),
    ...(options.length > 0 && !spelled(flag).includes('|') ? [`one of ${options.join(', ')}`] : []),
    ...(standard === null ? [] : [`default: ${standard}`]),
    ...(also.length === 0 ? [] : [`also ${also.join(', ')}`]),
  ];
  const words = notes.length === 0 ? flag.description : `${flag.description} (${notes.join('; ')})`;
  return [`  ${spelled(flag)}`, ...wrapText(OPTION, words, TEXT_WIDTH)];
}
