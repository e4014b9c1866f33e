// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind, LockIntegrity } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { boundEntries, pythonEntry, readHash } from './python-lock.ts';

/**
 * A requirements file of pip in hash-checking mode:
 *
 *     foo-bar[extra]==1.0 ; python_version > "3.8" \
 *         --hash=sha256:… --hash=sha256:…
 *
 * Lines are joined and comments cut off as pip does both, in this order. A requirement without `==` has no version, one without
 * hashes no integrity; what is named by an address or a path pins nothing, and neither does an option of the whole file
 * (`--index-url`, `-r other.txt`, `-e .`): each is an entry without a digest. What readers read in different ways is refused:
 * characters at which some end a line, variables of the environment, another character set.
 */
export const PIP_REQUIREMENTS: LockfileKind = {
  id: 'requirements.txt',
  recognises: LOCKFILE_NAMES['requirements.txt'],
  read: (bytes) => boundEntries(logicalLines(decodeUtf8(bytes)).flatMap(readLine)),
};

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Where Python's `str.splitlines` ends a line, and others do not. */
const ENDS = /\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]/;

function logicalLines(text: string): readonly Line[] {
  const rows = text.split('\n');
  const broken = rows.findIndex((row) => ENDS.test(row.endsWith('\r') ? row.slice(0, -1) : row));
  if (broken !== -1) throw wrong(broken + 1, 'has a character at which some readers end the line');
  const coded = rows.slice(0, 2).findIndex((row) => /^#.*coding[:=]\s*(?!utf-?8\b)[-\w.]/i.test(row));
  if (coded !== -1) throw wrong(coded + 1, 'asks for another character set');
  const lines: Line[] = [];
  let open: { parts: string[]; number: number } | null = null;
  for (const [i, row] of rows.entries()) {
    const line = row.endsWith('\r') ? row.slice(0, -1) : row;
    const isComment = /^[ \t]*#/.test(line);
    open ??= { parts: [], number: i + 1 };
    // A space, so that a comment behind a joined line is one.
    open.parts.push(isComment ? ` ${line}` : line.endsWith('\\') ? withoutBackslashes(line) : line);
    if (line.endsWith('\\') && !isComment && i + 1 < rows.length) continue;
    lines.push({ text: withoutComment(open.parts.join(''), open.number), number: open.number });
    open = null;
  }
  return lines;
}

/** At both ends, as pip does it. */
function withoutBackslashes(line: string): string {
  let start = 0;
  let end = line.length;
  while (line[start] === '\\') start++;
  while (end > start && line[end - 1] === '\\') end--;
  return line.slice(start, end);
}

function withoutComment(line: string, number: number): string {
  let at = line.indexOf('#');
  while (at > 0 && line[at - 1] !== ' ' && line[at - 1] !== '\t') at = line.indexOf('#', at + 1);
  const text = (at === -1 ? line : line.slice(0, at)).trim();
  if (!/^[\t -~]*$/.test(text)) throw wrong(number, 'has a character that is none of ASCII');
  if (/\$\{[A-Z0-9_]+\}/.test(text)) throw wrong(number, 'names a variable of the environment');
  return text;
}

function wrong(number: number, what: string): Malformed {
  return new Malformed('lockfile-format', `line ${number} ${what}`);
}

/** Options that bring nothing in, and name no place where things are from. */
const HARMLESS = /^(?:--require-hashes|--no-index|--pre|--prefer-binary|--(?:no|only)-binary[= ][\w:,.-]+)$/;
/** An address or a path in place of a name; so is the name of an archive, which pip looks for as a file. */
const PLACE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[./\\~])|^[^\s@;[<>=!~]*(?:[/\\]|\.(?:whl|zip|tar|tgz|tar\.\w+)$)/;

function optionEntry(text: string, pointer: string): LockEntry {
  const name = escapeText(text, 96);
  return { ecosystem: 'pypi', name, version: null, integrities: [], resolved: null, pointer, isOption: true };
}

const REQUIREMENT = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/;
/** Of what stands before the first option: a long marker has some hundred characters, and the patterns below are not linear. */
const LONGEST = 4096;

function readLine({ text, number }: Line): LockEntry[] {
  const pointer = `line ${number}`;
  if (text === '' || HARMLESS.test(text)) return [];
  if (text.startsWith('-')) return [optionEntry(text, pointer)];
  const words = text.split(/[ \t]+/);
  const first = words.findIndex((word) => word.startsWith('-'));
  const head = words.slice(0, first === -1 ? words.length : first).join(' ');
  if (head.length > LONGEST) throw wrong(number, `is longer than ${LONGEST} characters`);
  const integrities = hashesOf(first === -1 ? [] : words.slice(first), number);
  if (PLACE.test(head)) return [optionEntry(head, pointer)];
  // A marker says where the requirement applies, not what it is. One of an URL begins behind white space.
  const bare = head.replace(/(?:\s;|;(?![^\s]*:\/\/)).*$/, '').trim();
  const [, name, rest = ''] = REQUIREMENT.exec(bare) ?? [];
  if (name === undefined)
    throw new Malformed('lockfile-format', `${pointer} is no requirement: "${escapeText(text, 96)}"`);
  const url = /^@\s*(\S+)$/.exec(rest)?.[1] ?? null;
  const version = /^===?\s*([^\s,;]+)$/.exec(rest)?.[1] ?? null;
  if (url === null && version === null && rest !== '' && !/^[(<>=!~]/.test(rest))
    throw new Malformed('lockfile-format', `${pointer} is no requirement: "${escapeText(text, 96)}"`);
  const exact = version === null || version.endsWith('.*') ? null : version;
  return [pythonEntry(name, exact, url === null ? integrities : [], url, pointer)];
}

/** Of one requirement nothing but hashes is read: what other options do to it is not known here. */
function hashesOf(options: readonly string[], number: number): LockIntegrity[] {
  const found: LockIntegrity[] = [];
  for (let i = 0; i < options.length; i++) {
    const word = options[i]!;
    if (!/^--hash(?:=|$)/.test(word)) throw wrong(number, `has "${escapeText(word, 96)}", which is not read here`);
    const value = word === '--hash' ? options[++i] : word.slice('--hash='.length);
    found.push(readHash(value ?? '', `line ${number}`));
  }
  return found;
}
