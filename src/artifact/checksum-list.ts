// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import { readDfxml } from './dfxml.ts';

/** `md5`, `sha1` and `sha224` are told, and never enough. */
export type ListedAlgorithm = HashName | 'md5' | 'sha1' | 'sha224';

export interface ChecksumEntry {
  /** As the list means it, after its escapes: relative to the folder of the list, unless it says otherwise. */
  readonly name: string;
  /** Lowercase hex. */
  readonly digests: ReadonlyMap<ListedAlgorithm, string>;
}

export interface ChecksumList {
  readonly form: 'checksum list' | 'hashdeep list' | 'DFXML list';
  readonly entries: readonly ChecksumEntry[];
}

const BY_LENGTH: ReadonlyMap<number, ListedAlgorithm> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [56, 'sha224'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);
const BY_NAME: ReadonlyMap<string, ListedAlgorithm> = new Map(
  [...BY_LENGTH.values()].flatMap((algorithm) => [
    [algorithm.toUpperCase(), algorithm],
    [algorithm.replace('sha', 'SHA2-'), algorithm],
  ]),
);

const GNU = /^(\\?)([0-9A-Fa-f]{32,128}) [ *](.+)$/;
const BSD = /^(\\?)(MD5|SHA(?:2-)?\d{1,3}) ?\((.+)\) ?= ([0-9A-Fa-f]{32,128})$/;
/** The name tells the algorithm, where the digits alone do not: those of BLAKE and SHA-3 are as many. */
const OTHER_ALGORITHM = /b2|b3|blake|sha3|sm3|xxh|whirl|tiger/i;
const HEAD = /^(?:\\?[0-9A-Fa-f]{32}|\\?(?:MD5|SHA(?:2-)?\d{1,3}) ?\(|%%%% HASHDEEP-1\.0\r?\n|<\?xml[\s\S]*<dfxml)/;
const LATIN1 = new TextDecoder('latin1');

/** Whether a file may be one, by its first octets alone. */
export function mayBeChecksumList(head: Bytes): boolean {
  const [first] = head;
  if (first === undefined || !FIRST.has(first)) return false;
  return HEAD.test(LATIN1.decode(head));
}

/** `\`, `%`, `<`, `M`, `S` and the hexadecimal digits. */
const FIRST: ReadonlySet<number> = new Set([...'\\%<MS0123456789abcdefABCDEF'].map((one) => one.charCodeAt(0)));

/**
 * A list of digests as `sha256sum` and its kin write them (GNU and BSD form, escaped names), as hashdeep does, or as DFXML.
 * Each line must be one: a text that only begins so is none.
 *
 * @param fileName the last part of its name: `app.tgz.sha256` may hold nothing but digits
 * @throws Malformed `input-not-recognised`, `limit-exceeded`, `utf8-invalid`
 */
export function readChecksumList(bytes: Bytes, fileName: string): ChecksumList {
  const text = decodeUtf8(bytes);
  if (text.startsWith('<?xml')) return { form: 'DFXML list', entries: bounded(readDfxml(text)) };
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines[0] === '%%%% HASHDEEP-1.0') return { form: 'hashdeep list', entries: bounded(readHashdeep(lines)) };
  if (OTHER_ALGORITHM.test(fileName)) throw malformed('the name tells of another algorithm');
  const alone = /^(.+)\.(?:md5|sha\d{1,3})(?:sums?)?$/i.exec(fileName);
  if (alone !== null && /^[0-9A-Fa-f]{32,128}\s*$/.test(text))
    return { form: 'checksum list', entries: [entryOf(alone[1]!, algorithmOf(text.trim()), text.trim())] };
  const entries: ChecksumEntry[] = [];
  lines.forEach((line, i) => {
    if (line !== '' && !line.startsWith('#')) entries.push(readLine(line, i + 1));
  });
  return { form: 'checksum list', entries: bounded(entries) };
}

function readLine(line: string, number: number): ChecksumEntry {
  const gnu = GNU.exec(line);
  if (gnu !== null) return entryOf(nameOf(gnu[3]!, gnu[1] !== '', number), algorithmOf(gnu[2]!), gnu[2]!);
  const bsd = BSD.exec(line);
  if (bsd === null) throw malformed(`line ${number} is none of a checksum list`);
  const algorithm = BY_NAME.get(bsd[2]!);
  if (algorithm === undefined || algorithm !== algorithmOf(bsd[4]!))
    throw malformed(`line ${number} has another length than ${bsd[2]}`);
  return entryOf(nameOf(bsd[3]!, bsd[1] !== '', number), algorithm, bsd[4]!);
}

function algorithmOf(hex: string): ListedAlgorithm {
  const algorithm = BY_LENGTH.get(hex.length);
  if (algorithm === undefined) throw malformed(`${hex.length} digits are no digest`);
  return algorithm;
}

/** GNU coreutils: a line that begins with a backslash has a name with `\\`, `\n` and `\r` in it. */
function nameOf(written: string, escaped: boolean, number: number): string {
  if (!escaped) return written;
  if (/\\(?![\\nr])/.test(written.replaceAll('\\\\', ''))) throw malformed(`line ${number} has an unknown escape`);
  return written.replace(/\\([\\nr])/g, (_, one: string) => (one === 'n' ? '\n' : one === 'r' ? '\r' : '\\'));
}

function readHashdeep([, columns, ...rows]: readonly string[]): ChecksumEntry[] {
  const names = columns?.startsWith('%%%% ') ? columns.slice('%%%% '.length).split(',') : [];
  if (names[0] !== 'size' || names.at(-1) !== 'filename' || names.length < 3)
    throw malformed('line 2 does not name the columns size, …, filename');
  return rows.flatMap((row, i) => {
    if (row === '' || row.startsWith('## ') || row === '##') return [];
    const cells = row.split(',');
    const name = cells.slice(names.length - 1).join(',');
    if (name === '' || !/^\d{1,16}$/.test(cells[0]!)) throw malformed(`line ${i + 3} has not the columns of line 2`);
    const digests = new Map<ListedAlgorithm, string>();
    names.slice(1, -1).forEach((column, at) => {
      const algorithm = BY_NAME.get(column.toUpperCase());
      // Tiger and Whirlpool are columns too.
      if (algorithm === undefined) return;
      const hex = cells[at + 1]!;
      if (!/^[0-9A-Fa-f]+$/.test(hex) || algorithmOf(hex) !== algorithm)
        throw malformed(`line ${i + 3} has no ${column} digest`);
      digests.set(algorithm, hex.toLowerCase());
    });
    return [{ name, digests }];
  });
}

function entryOf(name: string, algorithm: ListedAlgorithm, hex: string): ChecksumEntry {
  return { name, digests: new Map([[algorithm, hex.toLowerCase()]]) };
}

function bounded(entries: readonly ChecksumEntry[]): readonly ChecksumEntry[] {
  if (entries.length === 0) throw malformed('it names no file');
  if (entries.length > LIMITS.checksumEntries)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.checksumEntries} files`);
  return entries;
}

function malformed(detail: string): Malformed {
  return new Malformed('input-not-recognised', detail);
}
