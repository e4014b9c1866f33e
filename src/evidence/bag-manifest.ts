// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';

export interface BagManifest {
  /** Lowercase, as the file is named: `sha256`, `md5`, … */
  readonly algorithm: string;
  readonly ofTags: boolean;
  /** Path from the bag's own folder → digest in lowercase hex. */
  readonly entries: ReadonlyMap<string, string>;
}

const NAME = /^(tag)?manifest-([a-z0-9]+)\.txt$/;
const LINE = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/;
/** RFC 8493 §2.4 asks for the first two; the third is as strong. */
export const STRONG_IN_BAGS: ReadonlyMap<string, HashName> = new Map([
  ['sha256', 'sha256'],
  ['sha384', 'sha384'],
  ['sha512', 'sha512'],
]);
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha224', 56],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

export function isBagManifest(fileName: string): boolean {
  return NAME.test(fileName);
}

/**
 * A payload or tag manifest of a bag.
 *
 * @throws Malformed `bag-format`, `bag-encoding`, `bag-path`, `limit-exceeded` (RFC 8493 §2.1.3, §2.2.1)
 */
export function readBagManifest(bytes: Bytes, fileName: string): BagManifest {
  const [, tag, algorithm] = NAME.exec(fileName) ?? [];
  if (algorithm === undefined) throw new Malformed('bag-format', `${escapeText(fileName)} is no name of a manifest`);
  const ofTags = tag !== undefined;
  const entries = new Map<string, string>();
  const composed = new Set<string>();
  linesOf(bytes, fileName).forEach((line, i) => {
    const where = `line ${i + 1} of ${fileName}`;
    const match = LINE.exec(line);
    if (match === null) throw new Malformed('bag-format', `${where} is not a digest and a path`);
    const hex = match[1]!.toLowerCase();
    if (hex.length % 2 !== 0 || hex.length !== (DIGITS.get(algorithm) ?? hex.length))
      throw new Malformed('bag-format', `${where} has ${hex.length} digits, which is no ${algorithm}`);
    const path = readPath(match[2]!, ofTags, where);
    if (entries.has(path) || composed.has(path.normalize('NFC')))
      throw new Malformed('bag-path', `${where} names "${escapeText(path)}" once more`);
    composed.add(path.normalize('NFC'));
    entries.set(path, hex);
    if (entries.size > LIMITS.checksumEntries)
      throw new Malformed('limit-exceeded', `${fileName} lists more than ${LIMITS.checksumEntries} files`);
  });
  return { algorithm, ofTags, entries };
}

/** Each ended by LF, CR or CRLF; the last one may end with the file. */
export function linesOf(bytes: Bytes, fileName: string): readonly string[] {
  const text = attempt(() => decodeUtf8(bytes));
  if (!text.ok) throw new Malformed('bag-encoding', `${fileName}: ${text.problem.detail}`);
  const lines = text.value.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function readPath(written: string, ofTags: boolean, where: string): string {
  const refuse = (why: string) => new Malformed('bag-path', `${where} ${why}: "${escapeText(written)}"`);
  if (/%(?!0[Aa]|0[Dd]|25)/.test(written)) throw refuse('has a percent sign that stands for neither CR, LF nor itself');
  const path = written.replace(/%(0[Aa]|0[Dd]|25)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (path.startsWith('/') || path.startsWith('~') || path.includes('\0')) throw refuse('has an absolute path');
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    throw refuse('has an empty, . or .. component');
  if (ofTags && (path.startsWith('data/') || (isBagManifest(path) && path.startsWith('tag'))))
    throw refuse('is no path of a tag file');
  if (!ofTags && !path.startsWith('data/')) throw refuse('is outside the payload');
  return path;
}
