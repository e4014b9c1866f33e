// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Holding, type Member, memberName, type Origin } from '../model/holding.ts';
import { Malformed } from '../model/malformed.ts';
import { type ArchiveHolding, refuseArchive } from './archive-holding.ts';
import { archiveKind } from './archive-kind.ts';
import { type OctetSource, octetsInMemory, openOctets } from './octet-source.ts';
import { type ArchiveOptions, readTar } from './tar-holding.ts';
import { readZip } from './zip-holding.ts';

export type { ArchiveHolding } from './archive-holding.ts';
export { type ArchiveKind, archiveKind } from './archive-kind.ts';
export type { ArchiveOptions } from './tar-holding.ts';

/** Where an archive lies. */
export type ArchivePlace = string | { readonly name: string; readonly bytes: Bytes };

/**
 * Opens an archive by its magic, never by its name: a tar, one within a gzip member or a zstd frame, or a zip. Nothing is ever
 * unpacked to a disk. One that is refused has a failed `source.format` (or `input.read`) and no members at all.
 *
 * @returns null where it is no archive
 */
export async function openArchive(
  place: ArchivePlace,
  origin: Origin,
  options: ArchiveOptions = {},
): Promise<ArchiveHolding | null> {
  return opened(place, origin, options, kindOf);
}

/** @returns null where it is no tar: the octets, as they are or expanded, do not begin as one */
export async function openTar(
  place: ArchivePlace,
  origin: Origin,
  options: ArchiveOptions = {},
): Promise<ArchiveHolding | null> {
  return opened(place, origin, options, () => 'tar');
}

export async function openZip(
  place: ArchivePlace,
  origin: Origin,
  options: ArchiveOptions = {},
): Promise<ArchiveHolding> {
  const holding = await opened(place, origin, options, () => 'zip');
  if (holding === null) throw new Error('a zip is one, or refused');
  return holding;
}

/**
 * Opens a member of a holding that is an archive itself. It must be what was digested there: else `input-changed`.
 *
 * @returns null where it is no archive
 */
export async function openArchiveMember(
  holding: Holding,
  member: Member,
  options: ArchiveOptions = {},
): Promise<ArchiveHolding | null> {
  if (!mayBeArchive(member)) return null;
  const kind = archiveKind(member.head);
  const name = memberName(holding, member.path);
  // A path tells no names that are no UTF-8; those archives are opened in memory.
  const onDisk =
    holding.container === 'file' ? name !== '-' : holding.container === 'directory' && !name.includes('\\x');
  const container = kind === 'zip' ? 'zip' : 'tar';
  const origin = holding.container === 'file' ? holding.origin : 'found';
  if (!onDisk) {
    const bytes = holding.document(member, LIMITS.artifactInMemory);
    if (!bytes.ok) return refuseArchive({ name, container, origin }, bytes.problem);
    return openArchive({ name, bytes: bytes.value }, origin, options);
  }
  const found = await openArchive(name, origin, { ...options, whole: ['sha256', ...(options.whole ?? [])] });
  if (found === null || found.whole === null || found.whole.get('sha256') === member.digests.get('sha256'))
    return found;
  found.close();
  const detail = `${name} changed while it was examined`;
  return refuseArchive({ name, container, origin }, { reason: 'input-changed', detail });
}

/** By its first octets; of a file that was too large to hold nothing but its digests is known. */
export function mayBeArchive({ head, size }: Pick<Member, 'head' | 'size'>): boolean {
  if (head.length === 0) return size > 0;
  const kind = archiveKind(head);
  return kind !== null && kind !== 'gzip';
}

type Container = 'tar' | 'zip';

function kindOf(source: OctetSource): Container | null {
  const head = new Uint8Array(LIMITS.memberHead);
  const kind = archiveKind(head.subarray(0, source.read(head, 0)));
  if (kind === null || kind === 'gzip') return null;
  return kind === 'zip' ? 'zip' : 'tar';
}

async function opened(
  place: ArchivePlace,
  origin: Origin,
  options: ArchiveOptions,
  containerOf: (source: OctetSource) => Container | null,
): Promise<ArchiveHolding | null> {
  const name = typeof place === 'string' ? place : place.name;
  let source: OctetSource | null = null;
  let container: Container | null = 'tar';
  try {
    source = typeof place === 'string' ? openOctets(place, origin === 'found') : octetsInMemory(name, place.bytes);
    container = containerOf(source);
    const read = container === 'zip' ? readZip : readTar;
    const holding = container === null ? null : await read(source, origin, options);
    if (holding === null) source.close();
    return holding;
  } catch (error) {
    source?.close();
    if (!(error instanceof Malformed)) throw error;
    const { reason, detail } = error;
    return refuseArchive({ name, container: container ?? 'tar', origin }, { reason, detail });
  }
}
