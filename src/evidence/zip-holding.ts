// SPDX-License-Identifier: Apache-2.0
import { crc32, inflateRawSync } from 'node:zlib';
import { createStreamDigest } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { nameFromOctets } from '../encoding/octet-name.ts';
import { plainBytes } from '../encoding/plain-bytes.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Member, memberName, type Origin } from '../model/holding.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import { type ArchiveHolding, holdArchive, type MemberAccess } from './archive-holding.ts';
import { checkExpansion, expandDeflate, ofDecoder, type Sink } from './expand.ts';
import { ALL_DIGESTS, MemberCollector } from './member-collector.ts';
import type { OctetSource } from './octet-source.ts';
import { type ArchiveOptions, digestRange } from './tar-holding.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What `info` makes of the result, which the types do not know. */
interface Informed {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

const CHUNK = 4 * 1024 * 1024;
/** Below this an entry is expanded at once, which costs a tenth of a stream. */
const SMALL = 1024 * 1024;

/**
 * Reads a zip: every entry is expanded once, its length and CRC-32 compared.
 *
 * @throws Malformed `archive-…`, `limit-exceeded`, `input-…`
 */
export async function readZip(
  source: OctetSource,
  origin: Origin,
  { progress, whole }: ArchiveOptions = {},
): Promise<ArchiveHolding> {
  const entries = await readZipDirectory(source);
  checkTotals(source, entries);
  const digests =
    whole === undefined || whole.length === 0
      ? null
      : digestRange(source, 0, source.size, createStreamDigest(whole)).digests();
  const collector = new MemberCollector(false);
  const places = new Map<string, ZipEntry>();
  for (const entry of entries) {
    await readEntry(source, entry, collector);
    if (entry.kind === 'file') places.set(entry.path, entry);
    progress?.(source.name, entry.offset + entry.length, source.size);
  }
  source.rest();
  const { members, others } = collector;
  return holdArchive(
    {
      name: source.name,
      container: 'zip',
      origin,
      members,
      others,
      whole: digests,
      facts: { format: 'zip', size: source.size },
    },
    new ZipAccess(source, places),
  );
}

/** By what is declared, before anything is expanded; what comes is held to it. */
function checkTotals(source: OctetSource, entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { path, deflated, size } of entries) {
    if (deflated && size > LIMITS.expandedMember) {
      const name = memberName({ name: source.name, container: 'zip' }, path);
      throw new Malformed(
        'limit-exceeded',
        `${name} has ${size} octets, more than ${LIMITS.expandedMember}: unpack it`,
      );
    }
    if (deflated) total += size;
  }
  checkExpansion(source.size, total);
}

async function readEntry(source: OctetSource, entry: ZipEntry, collector: MemberCollector): Promise<void> {
  const { path, kind, size } = entry;
  if (kind === 'file') {
    // What is too large to be expanded at once is not expanded twice.
    collector.begin(path, size, size > LIMITS.documentBytes ? ALL_DIGESTS : ['sha256']);
    await expandEntry(source, entry, (bytes) => collector.content(bytes));
    collector.complete();
    return;
  }
  if (kind === 'link' && size > LIMITS.linkTarget) {
    throw new Malformed('archive-size', `the target of the link "${escapeText(path)}" has ${size} octets`);
  }
  const target: Bytes[] = [];
  await expandEntry(source, entry, (bytes) => {
    if (kind === 'link') target.push(bytes.slice());
  });
  if (kind === 'directory') collector.directory(path);
  else if (kind === 'device') collector.other(path, 'device');
  else {
    const text = nameFromOctets(Buffer.concat(target));
    // Readers that make no links write it into a file, which may be run: it must say nothing but a path.
    if (!PLAIN_PATH.test(text)) {
      const why = 'readers that make no links write a file of it';
      throw new Malformed(
        'archive-entry-type',
        `the target of the link "${escapeText(path)}" is "${escapeText(text)}": ${why}`,
      );
    }
    collector.other(path, `symbolic link to "${escapeText(text)}"`);
  }
}

/** Without blanks, quotes and whatever else a language could make a statement of. */
const PLAIN_PATH = /^[\p{L}\p{M}\p{N}._+@~%,/-]+$/u;

/** @throws Malformed `archive-content` where what comes is not what both headers say */
async function expandEntry(source: OctetSource, entry: ZipEntry, sink: Sink): Promise<void> {
  const { path, size, deflated, offset, length } = entry;
  let crc = 0;
  let count = 0;
  const checked: Sink = (bytes) => {
    count += bytes.length;
    if (count > size) throw longer(path, size);
    crc = crc32(bytes, crc);
    sink(bytes);
  };
  if (!deflated) pushRange(source, offset, length, checked);
  else if (length <= SMALL && size <= SMALL) checked(inflateAt(source, entry));
  else await expandDeflate(source, offset, length, checked);
  if (count !== size) throw new Malformed('archive-content', `"${escapeText(path)}" has ${count} octets, not ${size}`);
  if (crc !== entry.crc) throw new Malformed('archive-content', `the CRC-32 of "${escapeText(path)}" differs`);
}

function pushRange(source: OctetSource, offset: number, length: number, sink: Sink): void {
  const buffer = new Uint8Array(Math.min(CHUNK, length));
  for (let done = 0; done < length; ) {
    const count = source.read(buffer.subarray(0, Math.min(buffer.length, length - done)), offset + done);
    if (count === 0) return;
    sink(buffer.subarray(0, count));
    done += count;
  }
}

function inflateAt(source: OctetSource, { path, size, offset, length }: ZipEntry): Bytes {
  const bytes = new Uint8Array(length);
  const deflated = bytes.subarray(0, source.read(bytes, offset));
  try {
    const result = inflateRawSync(deflated, { info: true, maxOutputLength: Math.max(1, size) });
    const { buffer, engine } = result as unknown as Informed;
    if (engine.bytesWritten === length) return plainBytes(buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw longer(path, size);
    throw ofDecoder(error as NodeJS.ErrnoException);
  }
  throw new Malformed('archive-compression', `the deflate stream of "${escapeText(path)}" ends before it should`);
}

function longer(path: string, size: number): Malformed {
  return new Malformed('archive-content', `"${escapeText(path)}" has more than the ${size} octets that are told`);
}

class ZipAccess implements MemberAccess {
  readonly #source: OctetSource;
  readonly #places: ReadonlyMap<string, ZipEntry>;

  constructor(source: OctetSource, places: ReadonlyMap<string, ZipEntry>) {
    this.#source = source;
    this.#places = places;
  }

  octets({ path, size }: Member): Bytes {
    const place = this.#places.get(path)!;
    if (!place.deflated) {
      const bytes = new Uint8Array(size);
      return bytes.subarray(0, this.#source.read(bytes, place.offset));
    }
    // Deflate can be longer than what it holds, by as much as it likes.
    if (place.length > LIMITS.artifactInMemory) {
      const name = memberName({ name: this.#source.name, container: 'zip' }, path);
      throw new Malformed('limit-exceeded', `${name} takes ${place.length} octets in the archive: unpack it`);
    }
    return inflateAt(this.#source, place);
  }

  digests(member: Member): ReadonlyMap<HashName, string> {
    return member.digests;
  }

  close(): void {
    this.#source.close();
  }
}
