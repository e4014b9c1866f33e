// SPDX-License-Identifier: Apache-2.0
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';

const BLOCK = 512;
const NAME_ROOM = 100;
const PREFIX_ROOM = 155;

export interface TarHead {
  /** A directory's ends in a slash. */
  readonly path: string;
  readonly size: number;
  readonly mode: number;
  /** Seconds since 1970: one for all, and given. */
  readonly mtime: number;
}

/**
 * A header of POSIX ustar (IEEE 1003.1 pax, "ustar Interchange Format"): no owner, no names, no extension. The same arguments give the
 * same octets.
 *
 * @throws Malformed `kit-content` where the path does not fit
 */
export function tarHeader({ path, size, mode, mtime }: TarHead): Bytes {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => block.set(encodeUtf8(text), at);
  const octal = (at: number, room: number, value: number): void => put(at, value.toString(8).padStart(room - 1, '0'));
  const [prefix, name] = split(path);
  put(0, name);
  octal(100, 8, mode);
  octal(108, 8, 0);
  octal(116, 8, 0);
  octal(124, 12, size);
  octal(136, 12, mtime);
  put(148, ' '.repeat(8));
  put(156, path.endsWith('/') ? '5' : '0');
  put(257, 'ustar\u000000');
  octal(329, 8, 0);
  octal(337, 8, 0);
  put(345, prefix);
  const sum = block.reduce((total, octet) => total + octet, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\u0000 `);
  return block;
}

function split(path: string): readonly [prefix: string, name: string] {
  if (path.length <= NAME_ROOM) return ['', path];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
    if (at <= PREFIX_ROOM && path.length - at - 1 <= NAME_ROOM && at + 1 < path.length)
      return [path.slice(0, at), path.slice(at + 1)];
  throw new Malformed('kit-content', `${path} is too long for a tar`);
}

/** What fills the last block of a file. */
export function tarPadding(size: number): Bytes {
  return new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Two blocks of zeros. */
export function tarEnd(): Bytes {
  return new Uint8Array(2 * BLOCK);
}
