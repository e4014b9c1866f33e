// SPDX-License-Identifier: Apache-2.0

/** Places in a PE32+ file (Microsoft's "PE Format"), found and checked. */
export interface PeLayout {
  readonly machine: number;
  readonly checksumAt: number;
  /** Of the entry for the table of certificates: its file offset and its size follow each other, four octets each. */
  readonly certificatesAt: number;
  readonly sections: readonly {
    readonly name: string;
    readonly offset: number;
    readonly size: number;
    readonly address: number;
  }[];
  readonly resources: { readonly address: number; readonly size: number };
}

const PE32_PLUS = 0x20b;
const RESOURCES = 2;
const CERTIFICATES = 4;

/** @throws Error where it is no PE32+ file */
export function readPe(file: Buffer): PeLayout {
  const header = file.toString('latin1', 0, 2) === 'MZ' ? file.readUInt32LE(0x3c) : -1;
  if (header < 0 || file.toString('latin1', header, header + 4) !== 'PE\0\0') throw new Error('no PE file');
  const count = file.readUInt16LE(header + 6);
  const optional = header + 24;
  if (file.readUInt16LE(optional) !== PE32_PLUS) throw new Error('no PE32+ file');
  const directory = (index: number) => optional + 112 + 8 * index;
  const table = optional + file.readUInt16LE(header + 20);
  return {
    machine: file.readUInt16LE(header + 4),
    checksumAt: optional + 64,
    certificatesAt: directory(CERTIFICATES),
    sections: Array.from({ length: count }, (_, i) => {
      const at = table + 40 * i;
      return {
        name: file.toString('latin1', at, at + 8).replace(/\0+$/, ''),
        address: file.readUInt32LE(at + 12),
        size: file.readUInt32LE(at + 16),
        offset: file.readUInt32LE(at + 20),
      };
    }),
    resources: {
      address: file.readUInt32LE(directory(RESOURCES)),
      size: file.readUInt32LE(directory(RESOURCES) + 4),
    },
  };
}

/**
 * The file without its Authenticode signature, which is over a runtime without a program and would be a wrong one: no table of
 * certificates, no entry that points at one, and the checksum of what is left.
 */
export function unsignedPe(file: Buffer): Buffer {
  const { checksumAt, certificatesAt, sections } = readPe(file);
  const end = Math.max(...sections.map(({ offset, size }) => offset + size));
  const at = file.readUInt32LE(certificatesAt);
  // Where the table stood at the end of the runtime there may stand a section by now: then there is nothing to cut.
  const kept = Buffer.from(at >= end ? file.subarray(0, at) : file);
  kept.fill(0, certificatesAt, certificatesAt + 8);
  kept.writeUInt32LE(peChecksum(kept, checksumAt), checksumAt);
  return kept;
}

/** The sum that the header of an image carries: of 16-bit words, carries folded, its own place left out, and the length added. */
export function peChecksum(file: Buffer, checksumAt: number): number {
  let sum = 0;
  for (let at = 0; at < file.length; at += 2) {
    if (at === checksumAt || at === checksumAt + 2) continue;
    sum += at + 1 < file.length ? file.readUInt16LE(at) : file[at]!;
    if (sum > 0xffff) sum = (sum & 0xffff) + 1;
  }
  return (sum + file.length) >>> 0;
}
