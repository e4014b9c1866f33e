// SPDX-License-Identifier: Apache-2.0
// Writes tars block by block, wrong ones too, and the streams that they lie in. Nothing is checked.
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

export interface TarFields {
  readonly name?: string | Uint8Array;
  readonly type?: string;
  /** As text for the field, or a number for twelve octets of octal. */
  readonly size?: number | string | Uint8Array;
  readonly link?: string;
  readonly prefix?: string;
  readonly magic?: string;
  readonly mode?: string;
  readonly checksum?: string;
  readonly body?: string | Uint8Array;
  /** Octets to set in the header at offsets, before its checksum. */
  readonly set?: Readonly<Record<number, number>>;
}

export function octets(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
}

export function tarHeader(fields: TarFields): Uint8Array {
  const block = Buffer.alloc(512);
  const put = (text: string | Uint8Array, at: number) => block.set(octets(text), at);
  const { name = 'file', type = '0', link = '', prefix = '', magic = 'ustar\x0000', mode = '0000644\0' } = fields;
  put(name, 0);
  put(mode, 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  const size = fields.size ?? octets(fields.body ?? '').length;
  put(typeof size === 'number' ? `${size.toString(8).padStart(11, '0')}\0` : size, 124);
  put('00000000000\0', 136);
  put(type, 156);
  put(link, 157);
  put(magic, 257);
  put(prefix, 345);
  for (const [at, value] of Object.entries(fields.set ?? {})) block[Number(at)] = value;
  put('        ', 148);
  const sum = block.reduce((total, octet) => total + octet, 0);
  put(fields.checksum ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

export function padded(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

export function tarEntry(fields: TarFields): Uint8Array {
  return Buffer.concat([tarHeader(fields), padded(octets(fields.body ?? ''))]);
}

/** A record of an extended header, its length right unless it is given. */
export function paxRecord(key: string, value: string, length?: string): Uint8Array {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let total = rest + 1;
  while (String(total).length + rest !== total) total++;
  return octets(`${length ?? total} ${key}=${value}\n`);
}

export function paxEntry(records: readonly Uint8Array[], type = 'x'): Uint8Array {
  return tarEntry({ name: 'PaxHeader/x', type, body: Buffer.concat(records) });
}

export const END = new Uint8Array(1024);

export function tar(...parts: readonly (TarFields | Uint8Array)[]): Uint8Array {
  return Buffer.concat([...parts.map((part) => (part instanceof Uint8Array ? part : tarEntry(part))), END]);
}

/** A gzip member whose deflate stream is stored blocks: the same octets whatever the version of zlib. */
export function gzipStored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)];
  for (let at = 0; at === 0 || at < bytes.length; at += 0xffff) {
    const part = bytes.subarray(at, at + 0xffff);
    const header = Buffer.alloc(5);
    header[0] = at + 0xffff >= bytes.length ? 1 : 0;
    header.writeUInt16LE(part.length, 1);
    header.writeUInt16LE(part.length ^ 0xffff, 3);
    blocks.push(header, part);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length >>> 0, 4);
  return Buffer.concat([...blocks, trailer]);
}

/** A zstd frame (RFC 8878 §3.1.1) of one raw block, and then as many blocks of 128 KiB of zeros as wanted. */
export function zstdStored(bytes: Uint8Array, zeroBlocks = 0): Uint8Array {
  const block = (size: number, type: number, last: boolean) => {
    const header = Buffer.alloc(3);
    header.writeUIntLE((size << 3) | (type << 1) | (last ? 1 : 0), 0, 3);
    return header;
  };
  const zeros = Array.from({ length: zeroBlocks }, (_, i) =>
    Buffer.concat([block(128 * 1024, 1, i === zeroBlocks - 1), Uint8Array.of(0)]),
  );
  // A window of 1 MiB.
  const start = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50);
  return Buffer.concat([start, block(bytes.length, 0, zeroBlocks === 0), bytes, ...zeros]);
}
