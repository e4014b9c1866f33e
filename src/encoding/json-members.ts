// SPDX-License-Identifier: Apache-2.0
import type { Malformed } from '../model/malformed.ts';
import { escapeText } from './escape-text.ts';
import { endOfString, type JsonSource, refuse } from './json-strings.ts';
import { LIMITS } from './limits.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const PROTO = '__proto__';
const PROTO_BYTES = [...PROTO].map((character) => character.charCodeAt(0));

/** Up to here names are compared one by one; beyond, in a Set, whose hash an attacker cannot predict. */
const FEW = 32;
const LEVELS = LIMITS.jsonDepth + 1;

// The document is known to be UTF-8, and a name may begin with U+FEFF.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// One set of tables for all scans: a scan is synchronous and never inside another, and most documents are small.
const counts = new Int32Array(LEVELS);
/** How many of an object's names, from the first, lie in the slots of its depth. */
const stored = new Int32Array(LEVELS);
/** How many slots still hold names of the object before, which this one has followed so far. */
const expected = new Int32Array(LEVELS);
const hashes = new Int32Array(LEVELS * FEW);
const starts = new Int32Array(LEVELS * FEW);
const ends = new Int32Array(LEVELS * FEW);

/**
 * The member names of all objects that are open at once, to find duplicates in linear time. Names count as decoded: they are
 * compared as bytes while none of their object is escaped, as strings once one is, or once there are many.
 *
 * The names of the object that was last closed at a depth are kept: the next one most often has the same, in the same
 * order, and as long as it does, its names are distinct because those were.
 */
export class JsonMembers {
  /** Names that the object before did not have at the same place: each may cost the native parser a string and a shape. */
  fresh = 0;
  readonly #source: JsonSource;
  readonly #text: string;
  /** Then an offset in the bytes is one in the text. */
  readonly #ascii: boolean;
  readonly #sets: (Set<string> | null)[] = [];

  constructor(source: JsonSource, text: string) {
    this.#source = source;
    this.#text = text;
    this.#ascii = source.bytes.length === text.length;
    stored.fill(0);
  }

  /** An object begins at this depth. */
  open(depth: number): void {
    expected[depth] = stored[depth]!;
    stored[depth] = 0;
    counts[depth] = 0;
    this.#sets[depth] = null;
  }

  /**
   * Takes the name whose content starts at `start`.
   *
   * @returns the offset of its closing quote
   * @throws Malformed as `parseJson` does
   */
  take(depth: number, start: number): number {
    const { bytes } = this.#source;
    const count = counts[depth]!;
    if (count < expected[depth]!) {
      const slot = depth * FEW + count;
      const end = start + ends[slot]! - starts[slot]!;
      if (end < bytes.length && bytes[end] === QUOTE && this.#isSame(slot, start, end)) {
        counts[depth] = stored[depth] = count + 1;
        return end;
      }
      expected[depth] = 0;
    }
    return this.#takeNew(depth, count, start);
  }

  #takeNew(depth: number, count: number, start: number): number {
    const { bytes } = this.#source;
    const size = bytes.length;
    let hash = 0;
    let end = start;
    for (; end < size; end++) {
      const byte = bytes[end]!;
      if (byte === QUOTE || byte === BACKSLASH || byte < SPACE) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const escaped = end === size || bytes[end] !== QUOTE;
    if (escaped) end = endOfString(this.#source, start);
    if (count === LIMITS.jsonMembers)
      throw this.#refuse('limit-exceeded', start, `more than ${count} members in one object`);
    counts[depth] = count + 1;
    this.fresh++;
    if (escaped || count === FEW || stored[depth] !== count) {
      this.#addToSet(depth, start, end, escaped);
      return end;
    }
    if (end - start === PROTO.length && PROTO_BYTES.every((byte, i) => bytes[start + i] === byte))
      throw this.#proto(start);
    const base = depth * FEW;
    for (let slot = base; slot < base + count; slot++) {
      if (hashes[slot] === hash && ends[slot]! - starts[slot]! === end - start && this.#isSame(slot, start, end)) {
        throw this.#duplicate(start, end, false);
      }
    }
    hashes[base + count] = hash;
    starts[base + count] = start;
    ends[base + count] = end;
    stored[depth] = count + 1;
    return end;
  }

  #addToSet(depth: number, start: number, end: number, escaped: boolean): void {
    let set = this.#sets[depth] ?? null;
    if (set === null) {
      set = new Set();
      const base = depth * FEW;
      for (let slot = base; slot < base + stored[depth]!; slot++) {
        set.add(this.#decode(starts[slot]!, ends[slot]!, false));
      }
      this.#sets[depth] = set;
    }
    const name = this.#decode(start, end, escaped);
    if (name === PROTO) throw this.#proto(start);
    if (set.has(name)) throw this.#duplicate(start, end, escaped);
    set.add(name);
  }

  #decode(start: number, end: number, escaped: boolean): string {
    const raw = this.#ascii ? this.#text.slice(start, end) : decoder.decode(this.#source.bytes.subarray(start, end));
    return escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
  }

  /** Whether the slot's name is what stands from `start`, for the slot's length. */
  #isSame(slot: number, start: number, end: number): boolean {
    const { bytes } = this.#source;
    let other = starts[slot]!;
    for (let i = start; i < end; i++) if (bytes[i] !== bytes[other++]) return false;
    return true;
  }

  #proto(start: number): Malformed {
    return this.#refuse('json-proto-key', start, `a member ${PROTO}`);
  }

  #duplicate(start: number, end: number, escaped: boolean): Malformed {
    const name = escapeText(this.#decode(start, end, escaped), 64);
    return this.#refuse('json-duplicate-key', start, `a second member "${name}"`);
  }

  #refuse(
    reason: 'json-proto-key' | 'json-duplicate-key' | 'limit-exceeded',
    start: number,
    problem: string,
  ): Malformed {
    return refuse(this.#source.bytes, start - 1, reason, problem);
  }
}
