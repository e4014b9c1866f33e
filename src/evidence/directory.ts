// SPDX-License-Identifier: Apache-2.0
import { type Dirent, readdirSync } from 'node:fs';
import { LIMITS } from '../encoding/limits.ts';
import { compareOctets, nameFromOctets } from '../encoding/octet-name.ts';
import { isTarBlock } from '../encoding/tar-header.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck, passed } from '../model/check.ts';
import { type Holding, type Member, memberName, type Origin, type OtherMember } from '../model/holding.ts';
import type { Parsed, Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReadProgress } from './input.ts';
import { digestRegularFile, readRegularFile } from './regular-file.ts';

const SLASH = 0x2f;
const BRACE = 0x7b;
const SHORT_HEAD = 16;

type Entry = Dirent<Buffer>;

/**
 * A directory with everything below it, in the order of the octets of the paths. Links are listed and not followed; what
 * cannot be read is a failed `input.read` of its own, and never left out (attacks I12).
 *
 * @param only files that are meant, by their paths in it: no other is read, or listed
 */
export function openDirectory(
  path: string,
  progress?: ReadProgress,
  origin: Origin = 'named',
  files?: FilesProgress,
  only: (path: string) => boolean = () => true,
): Holding {
  return new Directory(path, progress, origin, files, only);
}

/** How many files of a directory have been read. */
export type FilesProgress = (done: number, total: number) => void;

class Directory implements Holding {
  readonly name: string;
  readonly container = 'directory';
  readonly origin: Origin;
  readonly members: Member[] = [];
  readonly others: OtherMember[] = [];
  readonly checks: Check[] = [];
  readonly findings = [];
  /** The names as the file system has them, where they are no UTF-8. */
  readonly #octets = new Map<string, Bytes>();
  readonly #root: Bytes;

  constructor(
    path: string,
    progress: ReadProgress | undefined,
    origin: Origin,
    files: FilesProgress | undefined,
    only: (path: string) => boolean,
  ) {
    this.name = path;
    this.origin = origin;
    this.#root = Buffer.from(path);
    const found = this.#list().filter((one) => only(nameFromOctets(one.path)));
    found.sort((a, b) => compareOctets(a.path, b.path));
    for (const [i, { path: octets, kind }] of found.entries()) {
      files?.(i, found.length);
      const shown = nameFromOctets(octets);
      if (kind !== 'file') {
        this.others.push({ path: shown, what: kind });
        continue;
      }
      const read = digestRegularFile(this.#absolute(octets), memberName(this, shown), ['sha256'], progress);
      if (!read.ok) {
        this.#fail(shown, read.problem);
        continue;
      }
      this.members.push({ path: shown, ...read.value, head: keptHead(read.value.head) });
      if (shown.includes('\\x')) this.#octets.set(shown, octets);
    }
    if (this.checks.length === 0) {
      const facts = { files: this.members.length, others: this.others.length };
      this.checks.push(passed('input.read', { evidence: path, pointer: '' }, facts));
    }
  }

  document(member: Member, limit: number = LIMITS.documentBytes): Parsed<Bytes> {
    const { path } = member;
    const sha256 = member.digests.get('sha256')!;
    return readRegularFile(this.#path(path), memberName(this, path), limit, sha256);
  }

  digests(member: Member, algorithms: readonly HashName[]): Parsed<ReadonlyMap<HashName, string>> {
    const { path } = member;
    const again = digestRegularFile(this.#path(path), memberName(this, path), ['sha256', ...algorithms]);
    if (!again.ok) return again;
    const { digests } = again.value;
    if (digests.get('sha256') === member.digests.get('sha256')) return { ok: true, value: digests };
    const detail = `${memberName(this, path)} changed while it was examined`;
    return { ok: false, problem: { reason: 'input-changed', detail } };
  }

  pathOf(path: string): string | null {
    return this.#octets.has(path) ? null : memberName(this, path);
  }

  close(): void {
    // Every file was closed as soon as it was read.
  }

  #path(path: string): Bytes {
    return this.#absolute(this.#octets.get(path) ?? Buffer.from(path));
  }

  #absolute(path: Bytes): Bytes {
    return path.length === 0 ? this.#root : Buffer.concat([this.#root, Buffer.of(SLASH), path]);
  }

  #list(): { path: Bytes; kind: string }[] {
    const found: { path: Bytes; kind: string }[] = [];
    const folders: Bytes[] = [Buffer.alloc(0)];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      if (folder.length > LIMITS.pathOctets) {
        this.#fail(nameFromOctets(folder), {
          reason: 'limit-exceeded',
          detail: 'the path is longer than any that is read',
        });
        continue;
      }
      const entries = this.#entries(folder);
      for (const entry of entries) {
        const path = folder.length === 0 ? entry.name : Buffer.concat([folder, Buffer.of(SLASH), entry.name]);
        if (entry.isDirectory()) folders.push(path);
        else found.push({ path, kind: kindOf(entry) });
        if (found.length + folders.length > LIMITS.members) {
          const detail = `more than ${LIMITS.members} files: name parts of it`;
          this.#fail('', { reason: 'limit-exceeded', detail });
          return found;
        }
      }
    }
    return found;
  }

  #entries(folder: Bytes): Entry[] {
    try {
      return readdirSync(this.#absolute(folder) as Buffer, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
      const detail = `${memberName(this, nameFromOctets(folder))}: ${code}`;
      this.#fail(nameFromOctets(folder), { reason: 'input-unreadable', detail });
      return [];
    }
  }

  #fail(path: string, problem: Problem): void {
    this.checks.push(malformedCheck('input.read', { evidence: memberName(this, path), pointer: '' }, problem));
  }
}

/** A JSON document is told by its first octets: of thousands no more is held. A tar may begin with the same one. */
function keptHead(head: Bytes): Bytes {
  return head[0] === BRACE && !isTarBlock(head) ? head.slice(0, SHORT_HEAD) : head;
}

function kindOf(entry: Entry): string {
  if (entry.isFile()) return 'file';
  if (entry.isSymbolicLink()) return 'symbolic link';
  if (entry.isFIFO()) return 'pipe';
  if (entry.isSocket()) return 'socket';
  if (entry.isBlockDevice() || entry.isCharacterDevice()) return 'device';
  return 'of no kind that is known';
}
