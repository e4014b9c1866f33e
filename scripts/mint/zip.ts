// SPDX-License-Identifier: Apache-2.0
// Writes zips field by field, wrong ones too: no code is shared with the reader.
import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { octets } from './tar.ts';

export interface ZipFields {
  readonly name?: string | Uint8Array;
  readonly body?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
  readonly attributes?: number;
  /** The host of the writer: 3 is Unix, and what is written where nothing is said. */
  readonly host?: number;
  /** What the local header says otherwise. */
  readonly local?: Partial<Pick<ZipFields, 'name' | 'method' | 'flags' | 'crc' | 'size' | 'extra'>> & {
    length?: number;
  };
  /** The content as it lies there, where it is not what the method makes of the body. */
  readonly data?: Uint8Array;
  readonly descriptor?: 'marked' | 'plain' | 'large';
  /** Octets in front of the local header. */
  readonly before?: Uint8Array;
  /** Where the directory says that the entry lies, relative to where it does. */
  readonly shift?: number;
}

export interface ZipShape {
  readonly comment?: string | Uint8Array;
  readonly beforeDirectory?: Uint8Array;
  readonly entries?: number;
  readonly zip64?: boolean;
  readonly disk?: number;
}

export function zip(entries: readonly ZipFields[], shape: ZipShape = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const entry of entries) {
    if (entry.before !== undefined) add(entry.before);
    const start = at + (entry.shift ?? 0);
    const name = octets(entry.name ?? 'file');
    const body = octets(entry.body ?? '');
    const method = entry.method ?? 8;
    const streamed = entry.descriptor !== undefined;
    const flags = (entry.flags ?? 0x800) | (streamed ? 8 : 0);
    const data = entry.data ?? (method === 8 ? deflateRawSync(body) : body);
    const crc = entry.crc ?? crc32(body);
    const size = entry.size ?? body.length;
    const extra = entry.extra ?? new Uint8Array(0);
    const { local = {} } = entry;
    const localName = octets(local.name ?? name);
    const localExtra = local.extra ?? extra;
    add(
      Buffer.concat([
        fields([0x04034b50, 4], [20, 2], [local.flags ?? flags, 2], [local.method ?? method, 2], [0, 4]),
        fields([local.crc ?? (streamed ? 0 : crc), 4]),
        fields([local.length ?? (streamed ? 0 : data.length), 4], [local.size ?? (streamed ? 0 : size), 4]),
        fields([localName.length, 2], [localExtra.length, 2]),
        localName,
        localExtra,
        data,
      ]),
    );
    if (entry.descriptor === 'marked') add(fields([0x08074b50, 4], [crc, 4], [data.length, 4], [size, 4]));
    if (entry.descriptor === 'plain') add(fields([crc, 4], [data.length, 4], [size, 4]));
    if (entry.descriptor === 'large')
      add(fields([0x08074b50, 4], [crc, 4], [data.length, 4], [0, 4], [size, 4], [0, 4]));
    directory.push(
      Buffer.concat([
        fields([0x02014b50, 4], [((entry.host ?? 3) << 8) | 20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4]),
        fields([data.length, 4], [size, 4], [name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2]),
        fields([entry.attributes ?? 0, 4], [start, 4]),
        name,
        extra,
      ]),
    );
  }
  if (shape.beforeDirectory !== undefined) add(shape.beforeDirectory);
  const offset = at;
  const central = Buffer.concat(directory);
  add(central);
  const count = shape.entries ?? entries.length;
  if (shape.zip64 === true) {
    const start = at;
    add(
      fields(
        [0x06064b50, 4],
        [44, 4],
        [0, 4],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [count, 4],
        [0, 4],
        [count, 4],
        [0, 4],
      ),
    );
    add(fields([central.length, 4], [0, 4], [offset, 4], [0, 4]));
    add(fields([0x07064b50, 4], [0, 4], [start, 4], [0, 4], [1, 4]));
  }
  const comment = octets(shape.comment ?? '');
  const told = shape.zip64 === true ? [0xffff, 0xffffffff, 0xffffffff] : [count, central.length, offset];
  add(
    fields([0x06054b50, 4], [shape.disk ?? 0, 2], [0, 2], [told[0]!, 2], [told[0]!, 2], [told[1]!, 4], [told[2]!, 4]),
  );
  add(fields([comment.length, 2]));
  add(comment);
  return Buffer.concat(parts);
}

/** Little-endian numbers of two or four octets. */
export function fields(...values: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const bytes = Buffer.alloc(values.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of values) {
    bytes.writeUIntLE(value >>> 0, at, length);
    at += length;
  }
  return bytes;
}
