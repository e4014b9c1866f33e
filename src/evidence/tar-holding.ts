// SPDX-License-Identifier: Apache-2.0
import { createStreamDigest, type StreamDigest } from '../crypto/digest.ts';
import { isGzip } from '../encoding/gzip-header.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type TarEntry, type TarHandler, TarReader } from '../encoding/tar.ts';
import { isTarBlock, TAR_BLOCK } from '../encoding/tar-header.ts';
import { isZstd } from '../encoding/zstd-frame.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Member, memberName, type Origin } from '../model/holding.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import { type ArchiveHolding, holdArchive, type MemberAccess } from './archive-holding.ts';
import { expandAgain, expandGzip, expandZstd, type Sink } from './expand.ts';
import type { ReadProgress } from './input.ts';
import { MemberCollector } from './member-collector.ts';
import type { OctetSource } from './octet-source.ts';

export interface ArchiveOptions {
  readonly progress?: ReadProgress | undefined;
  /** Digests of the archive itself, taken in the same pass. */
  readonly whole?: readonly HashName[];
  /** Of a tar that is to be unpacked by somebody who trusts it: an entry with set-user-id and the like refuses it. */
  readonly plainModes?: true;
}

const CHUNK = 4 * 1024 * 1024;

/**
 * Reads a tar, as it is or within one gzip member or zstd frame, in one pass.
 *
 * @returns null where the octets are no tar at all: it is a file like others
 * @throws Malformed `archive-…`, `limit-exceeded`, `input-…`
 */
export async function readTar(
  source: OctetSource,
  origin: Origin,
  { progress, whole, plainModes }: ArchiveOptions = {},
): Promise<ArchiveHolding | null> {
  const first = new Uint8Array(TAR_BLOCK);
  const head = first.subarray(0, source.read(first, 0));
  const form = isGzip(head) ? 'gzip' : isZstd(head) ? 'zstd' : 'plain';
  const compressed = form !== 'plain';
  if (!compressed && !isTarBlock(head)) return null;
  const entries = new TarMembers(source.name, compressed, plainModes === true);
  const reader = new TarReader('foreign', entries);
  const digest = whole === undefined || whole.length === 0 ? null : createStreamDigest(whole);
  let read = 0;
  const onRead = (bytes: Bytes) => {
    digest?.update(bytes);
    read += bytes.length;
    progress?.(source.name, read, source.size);
  };
  const begun = new Beginning(reader);
  if (compressed) {
    try {
      const expand = form === 'gzip' ? expandGzip : expandZstd;
      await expand(source, begun.sink, onRead);
    } catch (error) {
      if (error instanceof NoTar) return null;
      throw error;
    }
    if (!begun.isTar) return null;
  } else pushAll(source, reader, onRead);
  reader.end();
  if (read !== source.size) throw new Malformed('input-changed', `${source.name} changed while it was read`);
  source.rest();
  const { members, others } = entries.collector;
  return holdArchive(
    {
      name: source.name,
      container: 'tar',
      origin,
      members,
      others,
      whole: digest?.digests() ?? null,
      facts: { format: compressed ? `tar, ${form}` : 'tar', size: source.size },
    },
    accessTo(source, entries, compressed ? begun.expanded : null),
  );
}

/** @param expanded octets of a compressed tar; null of a plain one */
function accessTo(source: OctetSource, { collector, offsets }: TarMembers, expanded: number | null): MemberAccess {
  if (expanded === null) return new RangeAccess(source, offsets);
  const { kept } = collector;
  if (Math.max(expanded, source.size) > LIMITS.artifactInMemory) return new KeptAccess(source, kept);
  // What can be expanded again at once need not be kept: there may be thousands.
  kept.clear();
  return new ExpandedAccess(source, offsets, expanded);
}

function pushAll(source: OctetSource, reader: TarReader, onRead: (bytes: Bytes) => void): void {
  const buffer = new Uint8Array(Math.max(1, Math.min(CHUNK, source.size)));
  for (let at = 0; at < source.size; ) {
    const room = buffer.subarray(0, Math.min(buffer.length, source.size - at));
    const count = source.read(room, at);
    if (count === 0) return;
    const bytes = room.subarray(0, count);
    reader.push(bytes);
    onRead(bytes);
    at += count;
  }
}

/** Thrown through the decoder to end it: the compressed data is something else. */
class NoTar extends Error {}

/** Holds expanded data back until there is enough to tell whether it is a tar. */
class Beginning {
  isTar = false;
  expanded = 0;
  readonly #reader: TarReader;
  readonly #block = new Uint8Array(TAR_BLOCK);
  #filled = 0;

  constructor(reader: TarReader) {
    this.#reader = reader;
  }

  readonly sink: Sink = (bytes) => {
    this.expanded += bytes.length;
    let from = 0;
    if (!this.isTar) {
      from = Math.min(bytes.length, TAR_BLOCK - this.#filled);
      this.#block.set(bytes.subarray(0, from), this.#filled);
      this.#filled += from;
      if (this.#filled < TAR_BLOCK) return;
      if (!isTarBlock(this.#block)) throw new NoTar();
      this.isTar = true;
      this.#reader.push(this.#block);
    }
    if (from < bytes.length) this.#reader.push(bytes.subarray(from));
  };
}

class TarMembers implements TarHandler {
  readonly collector: MemberCollector;
  /** Where the content of each file begins, in the tar. */
  readonly offsets = new Map<string, number>();
  readonly #name: string;
  readonly #compressed: boolean;
  readonly #plainModes: boolean;
  #offset = 0;
  #path: string | null = null;

  constructor(name: string, compressed: boolean, plainModes: boolean) {
    this.#name = name;
    this.#compressed = compressed;
    this.#plainModes = plainModes;
    this.collector = new MemberCollector(compressed);
  }

  entry({ path, kind, what, size, offset, special }: TarEntry): void {
    if (special && this.#plainModes)
      throw new Malformed('kit-format', `${path} would be unpacked with set-user-id, set-group-id or the like`);
    if (this.#compressed && size > LIMITS.expandedMember) {
      const name = memberName({ name: this.#name, container: 'tar' }, path);
      throw new Malformed(
        'limit-exceeded',
        `${name} has ${size} octets, more than ${LIMITS.expandedMember}: unpack it`,
      );
    }
    this.#path = kind === 'file' ? path : null;
    this.#offset = offset;
    if (kind === 'file') this.collector.begin(path, size);
    else if (kind === 'directory') this.collector.directory(path);
    else this.collector.other(path, what);
  }

  content(bytes: Bytes): void {
    if (this.#path !== null) this.collector.content(bytes);
  }

  complete(): void {
    if (this.#path === null) return;
    this.collector.complete();
    // Of two that are the same, either will do.
    this.offsets.set(this.#path, this.#offset);
  }
}

class RangeAccess implements MemberAccess {
  readonly #source: OctetSource;
  readonly #offsets: ReadonlyMap<string, number>;

  constructor(source: OctetSource, offsets: ReadonlyMap<string, number>) {
    this.#source = source;
    this.#offsets = offsets;
  }

  octets({ path, size }: Member): Bytes {
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, this.#source.read(bytes, this.#offsets.get(path) ?? 0));
  }

  digests({ path, size }: Member, algorithms: readonly HashName[]): ReadonlyMap<HashName, string> {
    return digestRange(this.#source, this.#offsets.get(path) ?? 0, size, createStreamDigest(algorithms)).digests();
  }

  close(): void {
    this.#source.close();
  }
}

/** Feeds a stretch of a source to a digest; less where it ends sooner, which the digest then shows. */
export function digestRange(source: OctetSource, offset: number, length: number, digest: StreamDigest): StreamDigest {
  const buffer = new Uint8Array(Math.min(CHUNK, Math.max(1, length)));
  for (let done = 0; done < length; ) {
    const count = source.read(buffer.subarray(0, Math.min(buffer.length, length - done)), offset + done);
    if (count === 0) break;
    digest.update(buffer.subarray(0, count));
    done += count;
  }
  return digest;
}

/** The one tar that was expanded last: documents of one archive are mostly read one after the other. */
let last: { readonly of: ExpandedAccess; readonly bytes: Bytes } | null = null;

class ExpandedAccess implements MemberAccess {
  readonly #source: OctetSource;
  readonly #offsets: ReadonlyMap<string, number>;
  readonly #expanded: number;

  constructor(source: OctetSource, offsets: ReadonlyMap<string, number>, expanded: number) {
    this.#source = source;
    this.#offsets = offsets;
    this.#expanded = expanded;
  }

  octets({ path, size }: Member): Bytes {
    if (last?.of !== this) {
      last = null;
      last = { of: this, bytes: expandAgain(this.#source, this.#expanded) };
    }
    const offset = this.#offsets.get(path) ?? 0;
    // A copy: the rest of the tar shall not live as long as one document does.
    return last.bytes.slice(offset, offset + size);
  }

  digests(member: Member): ReadonlyMap<HashName, string> {
    return member.digests;
  }

  close(): void {
    if (last?.of === this) last = null;
    this.#source.close();
  }
}

/** Too large to be expanded a second time: what was not kept in the first pass is not at hand. */
class KeptAccess implements MemberAccess {
  readonly #source: OctetSource;
  readonly #kept: Map<string, Bytes>;

  constructor(source: OctetSource, kept: Map<string, Bytes>) {
    this.#source = source;
    this.#kept = kept;
  }

  octets({ path }: Member): Bytes {
    const bytes = this.#kept.get(path);
    if (bytes !== undefined) return bytes;
    const { name } = this.#source;
    const what = memberName({ name, container: 'tar' }, path);
    throw new Malformed(
      'limit-exceeded',
      `${what} was not kept: ${name} is compressed and too large to read twice, unpack it`,
    );
  }

  digests(member: Member): ReadonlyMap<HashName, string> {
    return member.digests;
  }

  close(): void {
    this.#kept.clear();
    this.#source.close();
  }
}
