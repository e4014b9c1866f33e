// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8, encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import { byPath, requirePlainPath } from './names.ts';

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** As `sha256sum` writes it, sorted. */
export function sumsBytes(files: readonly { readonly path: string; readonly sha256: string }[]): Bytes {
  return encodeUtf8(
    [...files]
      .sort(byPath)
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .join(''),
  );
}

/**
 * Stricter than `sha256sum` reads: one form, plain names, sorted, none twice, so that nobody can read another list than he did.
 *
 * @throws Malformed `kit-format`
 */
export function parseSums(bytes: Bytes): ReadonlyMap<string, string> {
  const text = decodeUtf8(bytes);
  if (!text.endsWith('\n')) throw new Malformed('kit-format', 'the list of checksums does not end in a line feed');
  const sums = new Map<string, string>();
  let last = '';
  for (const [i, line] of text.slice(0, -1).split('\n').entries()) {
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 === undefined || path === undefined)
      throw new Malformed('kit-format', `line ${i + 1} of the list of checksums is none`);
    requirePlainPath(path);
    if (path <= last) throw new Malformed('kit-format', `line ${i + 1} of the list of checksums is out of order`);
    sums.set(path, sha256);
    last = path;
  }
  return sums;
}
