// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

export const TAR_BLOCK = 512;

/**
 * `kit`: packages that this tool itself makes, of which there is one form. `foreign`: archives of others, of which only that is
 * refused which two readers could read differently.
 */
export type TarProfile = 'kit' | 'foreign';

/** What one header block says, before any extended header is applied. */
export interface TarHeader {
  /** The typeflag as a character. Old archives have NUL there: `5` where the name ends in a slash, else `0`. */
  readonly type: string;
  readonly untyped: boolean;
  readonly name: Bytes;
  readonly link: Bytes;
  /** Octets of content that follow. */
  readonly size: number;
  /** Permissions that do more than let read, write and start: set-user-id, set-group-id, sticky; or bits that mean nothing. */
  readonly special: boolean;
}

const NAME = [0, 100] as const;
const MODE = [100, 8] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE = 156;
const LINK = [157, 100] as const;
const MAGIC = 257;
const PREFIX = [345, 155] as const;
/** Numbers that no meaning hangs on here. Some readers take a header with a malformed one for the end of the archive. */
const OTHER_NUMBERS = [
  [100, 8],
  [108, 8],
  [116, 8],
  [136, 12],
  [329, 8],
  [337, 8],
] as const;
const SPACE = 0x20;
const ZERO = 0x30;
const SEVEN = 0x37;

/**
 * Reads a header block (POSIX pax, "ustar Interchange Format"; the GNU and pre-POSIX forms only in `foreign`). Content is never
 * looked at.
 *
 * @param at the offset of the block in the archive, for messages
 * @throws Malformed `archive-checksum`, `archive-header`, `archive-size`, `archive-name`
 */
export function readTarHeader(block: Bytes, profile: TarProfile, at: number): TarHeader {
  const where = `the header at offset ${at}`;
  if (readOctal(block, CHECKSUM, profile) !== tarChecksum(block)) {
    throw new Malformed('archive-checksum', `${where} does not add up to its checksum`);
  }
  const form = formOf(block, profile);
  if (form === null || (profile === 'kit' && form !== 'posix')) {
    throw new Malformed('archive-header', `${where} is not in the ${profile === 'kit' ? 'POSIX' : 'tar'} form`);
  }
  for (const field of OTHER_NUMBERS) {
    if (!isNumber(block, field, profile)) {
      throw new Malformed('archive-header', `${where} has a malformed number at ${field[0]}`);
    }
  }
  if (profile === 'kit' && !isZero(block, 500, TAR_BLOCK)) {
    throw new Malformed('archive-header', `${where} does not end in zeros`);
  }
  const flag = block[TYPE]!;
  const name = readText(block, NAME, where);
  return {
    type: flag === 0 ? (name.at(-1) === 0x2f ? '5' : '0') : String.fromCharCode(flag),
    untyped: flag === 0,
    name: form === 'posix' ? joined(readText(block, PREFIX, where), name) : withoutPrefix(block, name, flag, where),
    link: readText(block, LINK, where),
    size: readSize(block, profile, where),
    special: (readOctal(block, MODE, profile) ?? 0) > 0o777 || (block[MODE[0]]! & 0x80) !== 0,
  };
}

/** Whether a first block is that of a tar: its magic or, before POSIX, a checksum that adds up. */
export function isTarBlock(block: Bytes): boolean {
  if (block.length < MAGIC + 5) return false;
  if (magicAt(block) === 'ustar') return true;
  if (block.length < TAR_BLOCK || block[0] === 0) return false;
  return readOctal(block, CHECKSUM, 'foreign') === tarChecksum(block);
}

/** The sum of all octets, those of the checksum itself counted as blanks. */
export function tarChecksum(block: Bytes): number {
  let sum = 8 * SPACE;
  for (let i = 0; i < CHECKSUM[0]; i++) sum += block[i]!;
  for (let i = TYPE; i < TAR_BLOCK; i++) sum += block[i]!;
  return sum;
}

export function isZero(bytes: Bytes, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** GNU writes two blanks and a NUL where POSIX has a NUL and a version, which no reader looks at; before POSIX there was nothing. */
function formOf(block: Bytes, profile: TarProfile): 'posix' | 'gnu' | 'old' | null {
  if (isZero(block, MAGIC, MAGIC + 8)) return 'old';
  if (magicAt(block) !== 'ustar') return null;
  const [end, first, second] = block.subarray(MAGIC + 5, MAGIC + 8);
  if (end === 0) return profile === 'foreign' || (first === ZERO && second === ZERO) ? 'posix' : null;
  return end === SPACE && first === SPACE && second === 0 ? 'gnu' : null;
}

function magicAt(block: Bytes): string {
  return String.fromCharCode(...block.subarray(MAGIC, MAGIC + 5));
}

/** Where there is no prefix by the letter, some readers join what stands in its place all the same. */
function withoutPrefix(block: Bytes, name: Bytes, flag: number, where: string): Bytes {
  // GNU's own types keep times and maps there, and are never used.
  const own = 'DLKMNSVx'.includes(String.fromCharCode(flag)) && flag !== 0;
  if (!own && !isZero(block, PREFIX[0], PREFIX[0] + PREFIX[1])) {
    throw new Malformed('archive-name', `${where} has something in the place of a prefix, and no prefix by its form`);
  }
  return name;
}

function joined(prefix: Bytes, name: Bytes): Bytes {
  if (prefix.length === 0) return name;
  const all = new Uint8Array(prefix.length + 1 + name.length);
  all.set(prefix);
  all[prefix.length] = 0x2f;
  all.set(name, prefix.length + 1);
  return all;
}

/** Up to the first NUL, behind which nothing may stand. */
function readText(block: Bytes, [start, length]: readonly [number, number], where: string): Bytes {
  const end = start + length;
  let stop = start;
  while (stop < end && block[stop] !== 0) stop++;
  if (!isZero(block, stop, end)) throw new Malformed('archive-name', `${where} has a name with a NUL in it`);
  return block.slice(start, stop);
}

function readSize(block: Bytes, profile: TarProfile, where: string): number {
  const octal = readOctal(block, SIZE, profile);
  if (octal !== null) return octal;
  const [start, length] = SIZE;
  if (profile === 'foreign') {
    if (isZero(block, start, start + length)) return 0;
    const binary = readBinary(block, start, start + length);
    if (binary !== null) return binary;
  }
  throw new Malformed('archive-size', `${where} has a size that is no plain number`);
}

/** Absent, octal or, of others, GNU's binary form. */
function isNumber(block: Bytes, field: readonly [number, number], profile: TarProfile): boolean {
  const [start, length] = field;
  if (readOctal(block, field, profile) !== null || isZero(block, start, start + length)) return true;
  if (profile === 'kit') return false;
  if (block[start] === 0x80 || block[start] === 0xff) return true;
  for (let i = start; i < start + length; i++) if (block[i] !== 0 && block[i] !== SPACE) return false;
  return true;
}

/** GNU's form for large numbers: 0x80, then big-endian. A negative one begins with 0xff, and is never a size. */
function readBinary(block: Bytes, start: number, end: number): number | null {
  if (block[start] !== 0x80) return null;
  let value = 0;
  for (let i = start + 1; i < end; i++) {
    value = value * 256 + block[i]!;
    if (value > Number.MAX_SAFE_INTEGER) return null;
  }
  return value;
}

/**
 * Octal digits, ended by blanks and NULs or by the field itself; `foreign` takes blanks in front, as old writers put them.
 *
 * @returns null where it is anything else
 */
function readOctal(block: Bytes, [start, length]: readonly [number, number], profile: TarProfile): number | null {
  const end = start + length;
  let i = start;
  if (profile === 'foreign') while (i < end && block[i] === SPACE) i++;
  const first = i;
  let value = 0;
  for (; i < end && block[i]! >= ZERO && block[i]! <= SEVEN; i++) value = value * 8 + (block[i]! - ZERO);
  if (i === first) return null;
  // A reader that stops at the first NUL would see other digits behind it.
  for (; i < end; i++) if (block[i] !== 0 && block[i] !== SPACE) return null;
  return value;
}
