// SPDX-License-Identifier: Apache-2.0
import { AD_HOC, LC_CODE_SIGNATURE, readCodeDirectory, readMachO } from './mach-o.ts';
import { peChecksum, readPe } from './pe.ts';
import type { Target } from './targets.ts';

/** What the runtime looks for to know that a program was put into it: the digit behind the colon is turned from 0 to 1. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:';
const BLOB = 'NODE_SEA_BLOB';

const ELF_MACHINES: Readonly<Record<string, number>> = { 'linux-x64': 62, 'linux-arm64': 183 };
const MACH_O_CPUS: Readonly<Record<string, number>> = { 'darwin-arm64': 0x0100000c, 'darwin-x64': 0x01000007 };
const PE_X64 = 0x8664;

/**
 * What can be known of a binary without running it: it is of the platform that its name says, the runtime will find a program in
 * it, every part of that program stands in it octet for octet, and no signature that no longer fits is left.
 *
 * @returns what was seen, in words
 * @throws Error with all that is wrong
 */
export function checkStructure(target: Target, file: Buffer, parts: readonly Buffer[]): string[] {
  const wrong: string[] = [];
  const seen: string[] = [];
  const must = (holds: boolean, what: string) => void (holds ? seen : wrong).push(what);
  must(countOf(file, `${FUSE}1`) === 1 && countOf(file, `${FUSE}0`) === 0, 'the mark of a program is set, once');
  must(
    parts.every((part) => file.includes(part)),
    `all ${parts.length} parts of the program are in it`,
  );
  if (target.form === 'elf') {
    must(file.readUInt32BE(0) === 0x7f454c46 && file[4] === 2, 'ELF of 64 bits');
    must(file.readUInt16LE(18) === ELF_MACHINES[target.name], `machine ${target.name}`);
    must(file.includes(BLOB), `a note ${BLOB}`);
  } else if (target.form === 'pe') {
    const { machine, checksumAt, certificatesAt, sections, resources } = readPe(file);
    must(machine === PE_X64, 'PE32+ of x64');
    must(
      sections.every(({ offset, size }) => offset + size <= file.length),
      'every section lies inside the file',
    );
    must(
      sections.some(({ address }) => address === resources.address && resources.size > 0),
      'a section of resources',
    );
    must(file.includes(Buffer.from(BLOB, 'utf16le')), `a resource ${BLOB}`);
    must(file.readBigUInt64LE(certificatesAt) === 0n, 'no signature');
    must(file.readUInt32LE(checksumAt) === peChecksum(file, checksumAt), 'the checksum of the header is right');
  } else {
    const { cpu, commands } = readMachO(file);
    must(cpu === MACH_O_CPUS[target.name], `Mach-O of 64 bits for ${target.name}`);
    const segment = commands.find(({ name }) => name === 'NODE_SEA');
    must(segment !== undefined && segment.offset + segment.size <= file.length, 'a segment NODE_SEA inside the file');
    const signatures = commands.filter(({ kind }) => kind === LC_CODE_SIGNATURE);
    const directory = readCodeDirectory(file);
    const [signature] = signatures;
    must(
      signatures.length === 1 && signature!.offset + signature!.size === file.length,
      'one signature, at the end of the file',
    );
    must(
      directory?.fits === true && directory.flags === AD_HOC && directory.slots.join() === '0',
      'ad-hoc: the hash of every page is right, and nobody has signed them',
    );
  }
  if (wrong.length > 0) throw new Error(`${target.output} is not what it must be: ${wrong.join('; ')}`);
  return seen;
}

function countOf(file: Buffer, text: string): number {
  let count = 0;
  for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) count++;
  return count;
}
