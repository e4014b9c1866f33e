// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { escapeText } from './escape-text.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;
const PROTO = '__proto__';
const PROTO_BYTES = [...PROTO].map((character) => character.charCodeAt(0));

/** Up to here members are compared one by one; beyond, in a Set, whose hash an attacker cannot predict. */
const FEW = 32;

export type MemberProblem = 'json-duplicate-key' | 'json-proto-key' | 'limit-exceeded';

/**
 * The member names of all objects that are open at once, to find duplicates in linear time. Names are compared as decoded:
 * as bytes while no name of the object is escaped, as strings once one is, or once there are many.
 */
export class JsonMembers {
  readonly #bytes: Bytes;
  readonly #text: string;
  /** Then an offset in the bytes is one in the text. */
  readonly #ascii: boolean;
  readonly #counts = new Int32Array(LIMITS.jsonDepth + 1);
  readonly #hashes = new Int32Array((LIMITS.jsonDepth + 1) * FEW);
  readonly #starts = new Int32Array((LIMITS.jsonDepth + 1) * FEW);
  readonly #ends = new Int32Array((LIMITS.jsonDepth + 1) * FEW);
  readonly #sets: (Set<string> | null)[] = new Array(LIMITS.jsonDepth + 1).fill(null);

  constructor(bytes: Bytes, text: string) {
    this.#bytes = bytes;
    this.#text = text;
    this.#ascii = bytes.length === text.length;
  }

  /** An object begins at this depth. */
  open(depth: number): void {
    this.#counts[depth] = 0;
    this.#sets[depth] = null;
  }

  /** Takes the name between these offsets, quotes excluded; its escapes are valid. */
  add(depth: number, start: number, end: number): MemberProblem | null {
    const bytes = this.#bytes;
    let hash = 0;
    let escaped = false;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === BACKSLASH) escaped = true;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (!escaped && end - start === PROTO.length && bytes[start] === UNDERSCORE && this.#isProto(start))
      return 'json-proto-key';
    const count = this.#counts[depth]!;
    if (count === LIMITS.jsonMembers) return 'limit-exceeded';
    this.#counts[depth] = count + 1;
    if (escaped || count >= FEW || this.#sets[depth] !== null) return this.#addToSet(depth, count, start, end, escaped);
    const base = depth * FEW;
    for (let k = base; k < base + count; k++) {
      if (this.#hashes[k] === hash && this.#isSame(k, start, end)) return 'json-duplicate-key';
    }
    this.#hashes[base + count] = hash;
    this.#starts[base + count] = start;
    this.#ends[base + count] = end;
    return null;
  }

  /** For the message: what is wrong with the name between these offsets. */
  describe(problem: MemberProblem, start: number, end: number): string {
    if (problem === 'limit-exceeded') return `more than ${LIMITS.jsonMembers} members in one object`;
    const name = escapeText(this.#decode(start, end, true), 64);
    return problem === 'json-proto-key' ? `the member ${name}` : `a second member "${name}"`;
  }

  #addToSet(depth: number, count: number, start: number, end: number, escaped: boolean): MemberProblem | null {
    let set = this.#sets[depth] ?? null;
    if (set === null) {
      set = new Set();
      for (let k = depth * FEW; k < depth * FEW + count; k++)
        set.add(this.#decode(this.#starts[k]!, this.#ends[k]!, false));
      this.#sets[depth] = set;
    }
    const name = this.#decode(start, end, escaped);
    if (name === PROTO) return 'json-proto-key';
    if (set.has(name)) return 'json-duplicate-key';
    set.add(name);
    return null;
  }

  #decode(start: number, end: number, escaped: boolean): string {
    const raw = this.#ascii ? this.#text.slice(start, end) : decodeUtf8(this.#bytes.subarray(start, end));
    return escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
  }

  #isSame(k: number, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let other = this.#starts[k]!;
    if (this.#ends[k]! - other !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[i] !== bytes[other++]) return false;
    return true;
  }

  #isProto(start: number): boolean {
    return PROTO_BYTES.every((byte, i) => this.#bytes[start + i] === byte);
  }
}
