// SPDX-License-Identifier: Apache-2.0
// Writes tars block by block, wrong ones too: nothing is checked, and no code is shared with the reader.
import { Buffer } from 'node:buffer';

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
