// SPDX-License-Identifier: Apache-2.0
import { EXIT_CODES } from '../../policy/exit-code.ts';
import { type CommandDescription, type FlagDescription, PROGRAM, spelled, usageOf } from './description.ts';

/** The manual page in man(7), section 1: its octets depend on the tables alone, and it bears no date. */
export function manPage(commands: readonly CommandDescription[], version: string): string {
  return [
    `.TH FORENSIC\\-VERIFY 1 "" "${PROGRAM} ${roff(version)}" "User Commands"`,
    '.nh',
    '.ad l',
    '.SH NAME',
    `${roff(PROGRAM)} \\- proves, offline, what a piece of evidence is, who signed it, and when`,
    '.SH SYNOPSIS',
    `.B ${roff(PROGRAM)}`,
    '.I COMMAND',
    '.RI [ OPTIONS ]',
    '.SH DESCRIPTION',
    ...paragraph(
      'Exit 0 means that every required check ran and passed on exactly these bytes, and that the report is written. There is no network: no module that could open a socket is in the program. ' +
        'Evidence brings no trust: keys, roots and times come from the command line and the trusted root. The clock is an argument, --at.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(commandSection),
    '.SH EXIT STATUS',
    ...Object.entries(EXIT_CODES).flatMap(([code, text]) => ['.TP', `.B ${code}`, roff(text)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B NO_COLOR',
    'No colour, even on a terminal, whatever its value.',
    '.PP',
    ...paragraph(
      'Variables that change what the runtime or OpenSSL do are without effect on the binary, and named in the report where they are set.',
    ),
    '',
  ].join('\n');
}

function commandSection(command: CommandDescription): string[] {
  const { words, summary, description, flags, examples, operands } = command;
  return [
    `.SS ${roff(words)}`,
    ...paragraph(summary),
    '.PP',
    `.B ${roff(usageOf(command))}`,
    ...(description === '' ? [] : ['.PP', ...paragraph(description)]),
    ...operands.flatMap(({ name, description: says }) => ['.TP', `.I ${roff(name.toUpperCase())}`, ...paragraph(says)]),
    ...flags.flatMap(flagEntry),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:', '.PP', '.nf', ...examples.map(roff), '.fi']),
  ];
}

function flagEntry(flag: FlagDescription): string[] {
  const { letters, aliases, options, multiple, required, standard, description } = flag;
  const also = [...letters.slice(1).map((one) => `-${one}`), ...aliases.map((one) => `--${one}`)];
  const notes = [
    ...(required ? ['Required.'] : []),
    ...(multiple ? ['May be repeated.'] : []),
    ...(options.length > 0 && !spelled(flag).includes('|') ? [`One of ${options.join(', ')}.`] : []),
    ...(standard === null ? [] : [`Default: ${standard}.`]),
    ...(also.length === 0 ? [] : [`Also ${also.join(', ')}.`]),
  ];
  return ['.TP', `.B ${roff(spelled(flag))}`, ...paragraph([description, ...notes].join('. ').replaceAll('.. ', '. '))];
}

function paragraph(text: string): string[] {
  return [roff(text)];
}

/** Text as it shall stand: a hyphen is a minus, so that it can be copied, and nothing of it is a request. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\x20-\x7e]/g, special);
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}

/** By the names that man pages of ASCII have. */
function special(character: string): string {
  return `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
