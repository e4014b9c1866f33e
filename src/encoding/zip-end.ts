// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

/** What the end of a zip says of its central directory. */
export interface ZipEnd {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64 = 0x06064b50;
const END64_LENGTH = 56;
/** How much of a file's end can be part of it: with the longest comment. */
export const ZIP_END_LENGTH = END_LENGTH + 0xffff + LOCATOR_LENGTH + END64_LENGTH;

/**
 * Reads the end of central directory, and its zip64 form where there is one (PKWARE APPNOTE 4.3.14 to 4.3.16). There must be one
 * place where it can be, both forms must agree, and the directory must end where it begins.
 *
 * @param tail the last octets of the file, ZIP_END_LENGTH of them or all
 * @param size of the file
 * @throws Malformed `archive-end`, `archive-layout`, `archive-unsupported`
 */
export function readZipEnd(tail: Bytes, size: number): ZipEnd {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  const ends: number[] = [];
  let trailing = -1;
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) === tail.length) ends.push(at);
    else if (trailing === -1) trailing = at;
  }
  if (ends.length > 1 || (ends.length === 1 && trailing > ends[0]!)) {
    throw new Malformed('archive-layout', 'the archive has several ends: readers take different ones');
  }
  const at = ends[0];
  if (at === undefined) {
    if (trailing !== -1)
      throw new Malformed('archive-trailing', 'something follows the end of the archive, or it is cut');
    throw new Malformed('archive-end', 'the archive has no end: it is cut');
  }
  const start = size - tail.length;
  const end = {
    disks: [view.getUint16(at + 4, true), view.getUint16(at + 6, true)],
    here: view.getUint16(at + 8, true),
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
    at: start + at,
  };
  const locator = at - LOCATOR_LENGTH;
  const large = locator >= 0 && view.getUint32(locator, true) === LOCATOR ? readEnd64(view, locator, start) : null;
  if (large !== null) {
    const told = [end.here, end.entries, end.size, end.offset];
    const real = [large.here, large.entries, large.size, large.offset];
    const most = [0xffff, 0xffff, 0xffffffff, 0xffffffff];
    if (told.some((value, i) => value !== most[i] && value !== real[i])) {
      throw new Malformed('archive-layout', 'the two forms of the end of the archive do not agree');
    }
  }
  const found = large ?? end;
  // 0xffff: see the other form.
  if ([...end.disks, ...found.disks].some((disk) => disk !== 0 && !(large !== null && disk === 0xffff))) {
    throw new Malformed('archive-unsupported', 'the archive is one of several parts');
  }
  if (found.here !== found.entries || found.offset + found.size !== found.at) {
    throw new Malformed('archive-layout', 'the directory of the archive does not end where its end begins');
  }
  return { entries: found.entries, offset: found.offset, size: found.size };
}

function readEnd64(
  view: DataView,
  locator: number,
  start: number,
): ZipEnd & { here: number; disks: number[]; at: number } {
  const at = locator - END64_LENGTH;
  const wrong = (what: string) => new Malformed('archive-layout', `the zip64 end of the archive ${what}`);
  if (at < 0 || view.getUint32(at, true) !== END64) throw wrong('is not where it must be');
  if (readLarge(view, locator + 8) !== start + at) throw wrong('is not where its locator says');
  if (readLarge(view, at + 4) !== END64_LENGTH - 12) throw wrong('has parts that are not known');
  return {
    disks: [view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(locator + 4, true)],
    here: readLarge(view, at + 24),
    entries: readLarge(view, at + 32),
    size: readLarge(view, at + 40),
    offset: readLarge(view, at + 48),
    at: start + at,
  };
}

/** Beyond what a number holds it is no place in any file. */
export function readLarge(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}
