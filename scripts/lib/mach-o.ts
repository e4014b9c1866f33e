// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

const MAGIC_64 = 0xfeedfacf;
const HEADER = 32;
const LC_SEGMENT_64 = 0x19;
export const LC_CODE_SIGNATURE = 0x1d;
const SIGNATURE_COMMAND = 16;

/** Apple's cs_blobs.h; what stands in a signature is big-endian. */
const EMBEDDED_SIGNATURE = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
const CODE_DIRECTORY_SLOT = 0;
const INDEX = 20;
/** With the executable segment, and without what later versions have. */
const VERSION = 0x20400;
const DIRECTORY = 88;
const SHA256 = { type: 2, octets: 32 } as const;
const PAGE_BITS = 12;
/** No identity has signed; made by what links a program, so that `codesign` puts another in its place without being forced. */
export const AD_HOC = 0x2 | 0x20000;
const MAIN_BINARY = 1n;
/** Pages of memory on Apple silicon. */
const MEMORY_PAGE = 0x4000n;

export interface LoadCommand {
  readonly kind: number;
  /** Where it stands in the file. */
  readonly at: number;
  readonly length: number;
  /** Of a segment; else empty. */
  readonly name: string;
  /** Of a segment, or of the signature. */
  readonly offset: number;
  readonly size: number;
}

/** The load commands of a thin 64-bit file. @throws Error where it is none */
export function readMachO(file: Buffer): { readonly cpu: number; readonly commands: readonly LoadCommand[] } {
  if (file.readUInt32LE(0) !== MAGIC_64) throw new Error('no Mach-O file of 64 bits');
  const commands: LoadCommand[] = [];
  let at = HEADER;
  for (let left = file.readUInt32LE(16); left > 0; left--) {
    const [kind, length] = [file.readUInt32LE(at), file.readUInt32LE(at + 4)];
    const common = { kind, at, length, name: '', offset: 0, size: 0 };
    if (kind === LC_SEGMENT_64) {
      const name = file.toString('latin1', at + 8, at + 24).replace(/\0+$/, '');
      const [offset, size] = [Number(file.readBigUInt64LE(at + 40)), Number(file.readBigUInt64LE(at + 48))];
      commands.push({ ...common, name, offset, size });
    } else if (kind === LC_CODE_SIGNATURE)
      commands.push({ ...common, offset: file.readUInt32LE(at + 8), size: file.readUInt32LE(at + 12) });
    else commands.push(common);
    at += length;
  }
  return { cpu: file.readUInt32LE(4), commands };
}

/**
 * The file with an ad-hoc signature, as a linker makes one: a table of the SHA-256 of each page, in front of which nobody's name stands. The kernel of
 * Apple silicon starts no program without such a table. The same file gives the same octets.
 *
 * @throws Error where the file is signed already, or has no room for the load command
 */
export function signedAdHoc(unsigned: Buffer, identifier: string): Buffer {
  const { commands } = readMachO(unsigned);
  if (commands.some(({ kind }) => kind === LC_CODE_SIGNATURE)) throw new Error('the file is signed already');
  const text = segmentOf(commands, '__TEXT');
  const link = segmentOf(commands, '__LINKEDIT');
  if (link.offset + link.size !== unsigned.length) throw new Error('__LINKEDIT is not the end of the file');
  const end = Math.max(...commands.map(({ at, length }) => at + length));
  if (end + SIGNATURE_COMMAND > firstSection(unsigned, text)) throw new Error('no room for a load command');
  const limit = Math.ceil(unsigned.length / 16) * 16;
  const name = Buffer.from(`${identifier}\0`, 'latin1');
  const pages = Math.ceil(limit / 2 ** PAGE_BITS);
  const length = INDEX + DIRECTORY + name.length + pages * SHA256.octets;
  const size = Math.ceil(length / 16) * 16;
  const file = Buffer.alloc(limit + size);
  unsigned.copy(file);
  file.writeUInt32LE(file.readUInt32LE(16) + 1, 16);
  file.writeUInt32LE(file.readUInt32LE(20) + SIGNATURE_COMMAND, 20);
  [LC_CODE_SIGNATURE, SIGNATURE_COMMAND, limit, size].forEach(
    (value, i) => void file.writeUInt32LE(value, end + 4 * i),
  );
  const whole = BigInt(limit + size - link.offset);
  file.writeBigUInt64LE(((whole + MEMORY_PAGE - 1n) / MEMORY_PAGE) * MEMORY_PAGE, link.at + 32);
  file.writeBigUInt64LE(whole, link.at + 48);

  let at = limit;
  const word = (...values: readonly number[]): void => {
    for (const value of values) at = file.writeUInt32BE(value, at);
  };
  const long = (...values: readonly bigint[]): void => {
    for (const value of values) at = file.writeBigUInt64BE(value, at);
  };
  word(EMBEDDED_SIGNATURE, length, 1, CODE_DIRECTORY_SLOT, INDEX);
  word(CODE_DIRECTORY, length - INDEX, VERSION, AD_HOC, DIRECTORY + name.length, DIRECTORY, 0, pages, limit);
  for (const octet of [SHA256.octets, SHA256.type, 0, PAGE_BITS]) at = file.writeUInt8(octet, at);
  word(0, 0, 0, 0);
  long(0n, BigInt(text.offset), BigInt(text.size), MAIN_BINARY);
  at += name.copy(file, at);
  for (const hash of pageHashes(file, limit, PAGE_BITS)) at += hash.copy(file, at);
  return file;
}

export interface CodeDirectory {
  readonly flags: number;
  readonly identifier: string;
  /** Octets of the file that it is over. */
  readonly limit: number;
  /** Whether each page has the hash that stands in it. */
  readonly fits: boolean;
  /** Kinds of everything in the signature: 0 is the directory itself, 0x10000 somebody's signature over it. */
  readonly slots: readonly number[];
}

/** The signature that is in the file, judged by its pages; null where there is none. @throws Error where it is none that is known here */
export function readCodeDirectory(file: Buffer): CodeDirectory | null {
  const { commands } = readMachO(file);
  const command = commands.find(({ kind }) => kind === LC_CODE_SIGNATURE);
  if (command === undefined) return null;
  const blob = file.subarray(command.offset, command.offset + command.size);
  if (blob.readUInt32BE(0) !== EMBEDDED_SIGNATURE) throw new Error('no embedded signature');
  const slots = Array.from({ length: blob.readUInt32BE(8) }, (_, i) => ({
    slot: blob.readUInt32BE(12 + 8 * i),
    at: blob.readUInt32BE(16 + 8 * i),
  }));
  const found = slots.find(({ slot }) => slot === CODE_DIRECTORY_SLOT);
  if (found === undefined) throw new Error('no code directory');
  const own = blob.subarray(found.at, found.at + blob.readUInt32BE(found.at + 4));
  const [flags, hashes, name] = [12, 16, 20].map((place) => own.readUInt32BE(place)) as [number, number, number];
  const [count, limit] = [own.readUInt32BE(28), own.readUInt32BE(32)];
  if (own.readUInt32BE(0) !== CODE_DIRECTORY || own[36] !== SHA256.octets || own[37] !== SHA256.type)
    throw new Error('no code directory of SHA-256');
  const stated = own.subarray(hashes, hashes + count * SHA256.octets);
  const computed = Buffer.concat([...pageHashes(file, limit, own[39]!)]);
  return {
    ...{ flags, limit, identifier: own.toString('latin1', name, own.indexOf(0, name)) },
    fits: limit === command.offset && stated.equals(computed),
    slots: slots.map(({ slot }) => slot),
  };
}

function* pageHashes(file: Buffer, limit: number, bits: number): Generator<Buffer> {
  for (let at = 0; at < limit; at += 2 ** bits)
    yield createHash('sha256')
      .update(file.subarray(at, Math.min(at + 2 ** bits, limit)))
      .digest();
}

function segmentOf(commands: readonly LoadCommand[], name: string): LoadCommand {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no segment ${name}`);
  return found;
}

/** Where the first section of a segment begins in the file: load commands end before it. */
function firstSection(file: Buffer, { at }: LoadCommand): number {
  const count = file.readUInt32LE(at + 64);
  const offsets = Array.from({ length: count }, (_, i) => file.readUInt32LE(at + 72 + 80 * i + 48));
  return Math.min(...offsets.filter((offset) => offset > 0));
}
