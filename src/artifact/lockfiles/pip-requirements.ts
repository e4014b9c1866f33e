// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import { Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind } from '../lock-entry.ts';
import { boundEntries, pythonEntry, readHash } from './python-lock.ts';

/**
 * A requirements file of pip in hash-checking mode:
 *
 *     foo-bar[extra]==1.0 ; python_version > "3.8" \
 *         --hash=sha256:… --hash=sha256:…
 *
 * A line is continued by a backslash; ` #` begins a comment. Options of the whole file (`--index-url`, `-r other.txt`) pin
 * nothing and are passed over. A requirement without `==` has no version, one without hashes no integrity.
 */
export const PIP_REQUIREMENTS: LockfileKind = {
  id: 'requirements.txt',
  recognises: (fileName) => /^(?:requirements|constraints)(?:[-_.][A-Za-z0-9._-]+)?\.txt$/.test(fileName),
  read: (bytes) => boundEntries(logicalLines(decodeUtf8(bytes)).flatMap(readLine)),
};

interface Line {
  readonly text: string;
  readonly number: number;
}

function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let open: { parts: string[]; number: number } | null = null;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = /^\s*#/.test(raw) ? '' : raw.replace(/\s#.*$/, '');
    open ??= { parts: [], number: i + 1 };
    open.parts.push(line.endsWith('\\') ? line.slice(0, -1) : line);
    if (line.endsWith('\\')) continue;
    lines.push({ text: open.parts.join(' ').trim(), number: open.number });
    open = null;
  }
  if (open !== null) lines.push({ text: open.parts.join(' ').trim(), number: open.number });
  return lines;
}

const REQUIREMENT = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/;
/** Of what stands before the first option: a long marker has some hundred characters, and the patterns below are not linear. */
const LONGEST = 4096;

function readLine({ text, number }: Line): LockEntry[] {
  const pointer = `line ${number}`;
  if (text === '' || text.startsWith('-')) return [];
  const words = text.split(/\s+/);
  const first = words.findIndex((word) => word.startsWith('--'));
  const head = words.slice(0, first === -1 ? words.length : first).join(' ');
  if (head.length > LONGEST) throw new Malformed('lockfile-format', `${pointer} is longer than ${LONGEST} characters`);
  const options = first === -1 ? [] : words.slice(first);
  const integrities = options.flatMap((word, i) => {
    const value = word === '--hash' ? options[i + 1] : word.startsWith('--hash=') ? word.slice(7) : undefined;
    return value === undefined ? [] : [readHash(value, pointer)];
  });
  // A marker says where the requirement applies, not what it is. One of an URL begins behind white space.
  const bare = head.replace(/(?:\s;|;(?![^\s]*:\/\/)).*$/, '').trim();
  const [, name, rest = ''] = REQUIREMENT.exec(bare) ?? [];
  if (name === undefined)
    throw new Malformed('lockfile-format', `${pointer} is no requirement: "${escapeText(text, 96)}"`);
  const url = /^@\s*(\S+)$/.exec(rest)?.[1] ?? null;
  const version = /^===?\s*([^\s,;]+)$/.exec(rest)?.[1] ?? null;
  if (url === null && version === null && rest !== '' && !/^[(<>=!~]/.test(rest))
    throw new Malformed('lockfile-format', `${pointer} is no requirement: "${escapeText(text, 96)}"`);
  const fragment = url === null ? undefined : /#(?:.*&)?(sha(?:256|384|512))=([0-9A-Fa-f]+)/.exec(url);
  if (fragment != null) integrities.push(readHash(`${fragment[1]}:${fragment[2]}`, pointer));
  const exact = version === null || version.endsWith('.*') ? null : version;
  return [pythonEntry(name, exact, integrities, url, pointer)];
}
