// SPDX-License-Identifier: Apache-2.0
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { algorithmOf, type Signer } from '../../attest/signer.ts';
import { defaultScheme } from '../../crypto/algorithms.ts';
import { createStreamDigest, sha256Hex } from '../../crypto/digest.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { Holding, Member } from '../../model/holding.ts';
import { Malformed } from '../../model/malformed.ts';
import { type KitFile, manifestBytes } from './manifest.ts';
import { byPath, MANIFEST, modeOf, requirePlainPath, SUMS, SUMS_SIGNATURE } from './names.ts';
import { sumsBytes } from './sums.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

/** Files that are made, and no files on a disk. */
export type MadeFiles = ReadonlyMap<string, Bytes>;

export interface KitAsked {
  /** Name of the folder that everything lies in. */
  readonly top: string;
  readonly version: string;
  /** Seconds since 1970, of every entry. */
  readonly mtime: number;
  readonly folder: Holding;
  readonly made: MadeFiles;
  readonly signer: Signer;
}

interface Entry extends KitFile {
  readonly from: Bytes | Member;
}

export interface PreparedKit {
  readonly entries: readonly Entry[];
  readonly keyid: string;
  readonly algorithm: string;
}

/**
 * What goes in, with its digest, and the signature over the list of them. Nothing is written yet.
 *
 * @throws Malformed `kit-content` for a name that is not plain, a link, a name that is taken; those of the signer
 */
export async function prepareKit({ folder, made, signer, version }: KitAsked): Promise<PreparedKit> {
  const { identity } = signer;
  if (identity.kind !== 'public-key')
    throw new Malformed('algorithm-unsupported', 'whoever receives the kit has no shared secret: sign it by a key');
  if (identity.scheme !== defaultScheme(identity.key, null) || identity.scheme === 'ml-dsa-44')
    throw new Malformed(
      'algorithm-unsupported',
      `${identity.scheme}: the scripts of the kit verify the usual scheme of a key`,
    );
  const [other] = folder.others;
  if (other !== undefined) throw new Malformed('kit-content', `${other.path} is no file: ${other.what}`);
  const failed = folder.checks.find((one) => 'detail' in one);
  if (failed !== undefined && 'detail' in failed) throw new Malformed('input-unreadable', failed.detail);
  const entries: Entry[] = folder.members.map((member) => {
    requirePlainPath(member.path, 'kit-content');
    if (made.has(member.path) || [MANIFEST, SUMS, SUMS_SIGNATURE].includes(member.path))
      throw new Malformed('kit-content', `${member.path} is made with the kit: leave it out of ${folder.name}`);
    return { path: member.path, size: member.size, sha256: member.digests.get('sha256')!, from: member };
  });
  const add = (path: string, bytes: Bytes): void => {
    entries.push({ path, size: bytes.length, sha256: sha256Hex(bytes), from: bytes });
  };
  for (const [path, bytes] of made) add(path, bytes);
  const { fingerprint: keyid } = identity.key;
  const algorithm = algorithmOf(signer);
  const listed = entries.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  add(MANIFEST, manifestBytes({ version, signer: { keyid, algorithm }, files: listed }));
  const sums = sumsBytes(entries);
  const signature = await signer.sign(sums);
  if (!(await signer.verify(sums, signature)))
    throw new Malformed('signature-mismatch', 'the new signature over the list of checksums does not verify');
  add(SUMS, sums);
  add(SUMS_SIGNATURE, signature);
  return { entries: entries.sort(byPath), keyid, algorithm };
}

const CHUNK = 1024 * 1024;

/**
 * The tar, part by part. A file that is no longer what was digested ends it with an error: what was written so far is no kit.
 *
 * @param path where a member of the folder lies on the disk
 */
export function* kitOctets(
  { top, mtime }: Pick<KitAsked, 'top' | 'mtime'>,
  { entries }: PreparedKit,
  path: (member: Member) => string,
): Generator<Bytes> {
  const made = new Set<string>();
  for (const entry of entries) {
    for (const folder of foldersOf(`${top}/${entry.path}`)) {
      if (made.has(folder)) continue;
      made.add(folder);
      yield tarHeader({ path: folder, size: 0, mode: 0o755, mtime });
    }
    yield tarHeader({ path: `${top}/${entry.path}`, size: entry.size, mode: modeOf(entry.path), mtime });
    if (entry.from instanceof Uint8Array) yield entry.from;
    else yield* fileOctets(path(entry.from), entry);
    yield tarPadding(entry.size);
  }
  yield tarEnd();
}

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1));
  return folders;
}

function* fileOctets(path: string, { size, sha256 }: KitFile): Generator<Bytes> {
  const fd = openSync(path, 'r');
  try {
    const changed = new Malformed('input-changed', `${path} changed while the kit was written`);
    if (!fstatSync(fd).isFile()) throw changed;
    const digest = createStreamDigest(['sha256']);
    for (let at = 0; at < size; ) {
      const chunk = new Uint8Array(Math.min(CHUNK, size - at));
      const read = readSync(fd, chunk, 0, chunk.length, at);
      if (read === 0) throw changed;
      const part = chunk.subarray(0, read);
      digest.update(part);
      yield part;
      at += read;
    }
    if (digest.digests().get('sha256') !== sha256) throw changed;
  } finally {
    closeSync(fd);
  }
}
