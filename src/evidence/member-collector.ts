// SPDX-License-Identifier: Apache-2.0
import { createStreamDigest, digestHex, type StreamDigest } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Member, OtherMember } from '../model/holding.ts';
import type { HashName } from '../model/public-key.ts';
import { EntryIndex } from './entry-index.ts';

/** Heads of many members share one allocation. */
const SLAB = 64 * 1024;
/** For content that cannot be had a second time. */
export const ALL_DIGESTS: readonly HashName[] = ['sha256', 'sha384', 'sha512'];

interface Current {
  readonly path: string;
  readonly size: number;
  algorithms: readonly HashName[];
  /** null until the content is known to come in several stretches. */
  stream: StreamDigest | null;
  digests: ReadonlyMap<HashName, string> | null;
  head: Bytes;
  /** Where the content is kept, its stretches so far. */
  kept: Bytes[] | null;
}

/**
 * Makes members of an archive's entries as they stream by: digests, heads, and of an archive that cannot be read twice the
 * documents. One file at a time.
 */
export class MemberCollector {
  readonly members: Member[] = [];
  readonly others: OtherMember[] = [];
  /** Contents that were kept, by path. */
  readonly kept = new Map<string, Bytes>();
  readonly #index = new EntryIndex();
  readonly #keeps: boolean;
  #room = { documents: LIMITS.keptDocuments as number, files: LIMITS.keptFiles as number };
  #current: Current | null = null;
  #slab: Bytes = new Uint8Array(0);
  #used = 0;

  /** @param keeps there is no second pass: small contents are kept, and the others get every digest there is at once */
  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  directory(path: string): void {
    this.#index.add(path, null);
  }

  /** @throws Malformed `archive-duplicate`, `limit-exceeded` */
  other(path: string, what: string): void {
    this.#index.add(path, what);
    this.others.push({ path, what });
  }

  /** A file begins. `size` is what is declared of it, and only said again if so many octets come. */
  begin(path: string, size: number, algorithms: readonly HashName[] = ['sha256']): void {
    this.#current = { path, size, algorithms, stream: null, digests: null, head: NO_BYTES, kept: null };
  }

  content(bytes: Bytes): void {
    const current = this.#current;
    if (current === null) return;
    if (current.stream === null) {
      if (this.#keeps && this.#isKept(bytes, current.size)) current.kept = [];
      else if (this.#keeps) current.algorithms = ALL_DIGESTS;
      current.head = this.#headOf(bytes);
      if (bytes.length === current.size) {
        current.digests = new Map(current.algorithms.map((name) => [name, digestHex(name, bytes)]));
        current.kept?.push(bytes.slice());
        return;
      }
      current.stream = createStreamDigest(current.algorithms);
    } else if (current.head.length < LIMITS.memberHead) {
      current.head = joined([current.head, bytes.subarray(0, LIMITS.memberHead - current.head.length)]);
    }
    current.stream.update(bytes);
    current.kept?.push(bytes.slice());
  }

  /** @throws Malformed `archive-duplicate`, `limit-exceeded` */
  complete(): void {
    const current = this.#current;
    this.#current = null;
    if (current === null) return;
    const { path, size, head, kept } = current;
    const digests =
      current.digests ??
      current.stream?.digests() ??
      new Map(current.algorithms.map((name) => [name, digestHex(name, NO_BYTES)]));
    if (this.#index.add(path, `file ${digests.get('sha256')}`)) {
      this.others.push({ path, what: 'the same file again' });
      return;
    }
    this.members.push({ path, size, digests, head });
    if (kept !== null) this.kept.set(path, joined(kept));
    else if (this.#keeps && size === 0) this.kept.set(path, NO_BYTES);
  }

  /** By its beginning: what may be a document has the larger share, since it is asked for. */
  #isKept(first: Bytes, size: number): boolean {
    const share = size <= LIMITS.documentBytes && isDocument(first) ? 'documents' : 'files';
    if (share === 'files' && size > LIMITS.keptFile) return false;
    if (this.#room[share] < size) return false;
    this.#room[share] -= size;
    return true;
  }

  #headOf(bytes: Bytes): Bytes {
    const length = Math.min(bytes.length, LIMITS.memberHead);
    if (this.#used + length > this.#slab.length) {
      this.#slab = new Uint8Array(SLAB);
      this.#used = 0;
    }
    const head = this.#slab.subarray(this.#used, this.#used + length);
    head.set(bytes.subarray(0, length));
    this.#used += length;
    return head;
  }
}

const NO_BYTES: Bytes = new Uint8Array(0);

/** JSON behind white space, a PEM block or other armour, DER. */
function isDocument(bytes: Bytes): boolean {
  let at = 0;
  while (at < bytes.length && at < LIMITS.memberHead && bytes[at]! <= 0x20) at++;
  const first = bytes[at];
  return first === 0x7b || first === 0x5b || first === 0x30 || (first === 0x2d && bytes[at + 1] === 0x2d);
}

function joined(parts: readonly Bytes[]): Bytes {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
