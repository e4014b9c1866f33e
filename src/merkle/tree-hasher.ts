// SPDX-License-Identifier: Apache-2.0
import { digestInto, sha256 } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';

/** Octets of every hash of these trees: SHA-256 throughout. */
export const HASH_OCTETS = 32;

/** What sets the binary trees apart. */
export interface TreeRule {
  /** In front of a leaf's data and of two hashes; null: nothing, so that a leaf can pass for a node. */
  readonly prefixes: { readonly leaf: number; readonly node: number } | null;
  /** Two hashes are joined as their octets, or as their lowercase hexadecimal digits. */
  readonly joins: 'octets' | 'hex';
  /** The last node of a level with an odd number of them goes up as it is, or is joined with itself. */
  readonly odd: 'promoted' | 'doubled';
}

/** Levels of a tree whose leaves a number can count. */
const LEVELS = 54;

/**
 * A root over leaves that come one by one. Of what went by only one hash per level is held, so that the memory is the same for
 * three leaves and for a billion.
 */
export class TreeHasher {
  readonly #rule: TreeRule;
  readonly #join: Joiner;
  /** Slot n holds the root of a whole subtree of 2^n leaves, to the left of everything in lower slots: where bit n of the size is 1. */
  readonly #slots: readonly Bytes[];
  #leaf = new Uint8Array(1);
  #size = 0;

  constructor(rule: TreeRule) {
    this.#rule = rule;
    this.#join = new Joiner(rule);
    const all = new Uint8Array(LEVELS * HASH_OCTETS);
    this.#slots = Array.from({ length: LEVELS }, (_, i) => all.subarray(i * HASH_OCTETS, (i + 1) * HASH_OCTETS));
  }

  get size(): number {
    return this.#size;
  }

  /** A leaf by its data. */
  addData(data: Bytes): void {
    const { prefixes } = this.#rule;
    const front = prefixes === null ? 0 : 1;
    // Records of one length come by the million: their buffer is the same.
    if (this.#leaf.length !== front + data.length) this.#leaf = new Uint8Array(front + data.length);
    if (prefixes !== null) this.#leaf[0] = prefixes.leaf;
    this.#leaf.set(data, front);
    digestInto('sha256', this.#leaf, this.#join.right, 0);
    this.#carry();
  }

  /** A leaf by its hash. */
  addHash(hash: Bytes): void {
    if (hash.length !== HASH_OCTETS) throw new RangeError('a leaf hash has 32 octets');
    this.#join.right.set(hash);
    this.#carry();
  }

  /** Of the leaves so far; more may follow. The empty tree has the hash of nothing: no check ever passes on it. */
  root(): Bytes {
    if (this.#size === 0) return sha256(new Uint8Array(0));
    const { right } = this.#join;
    let level = 0;
    while (!isSet(this.#size, level)) level++;
    right.set(this.#slots[level]!);
    // The node at hand is the last of its level; `before` counts the whole ones to its left.
    for (let before = this.#size / 2 ** level - 1; before > 0; level++) {
      if (before % 2 === 1) this.#join.with(this.#slots[level]!);
      else if (this.#rule.odd === 'doubled') this.#join.with(right);
      before = (before - (before % 2)) / 2;
    }
    return right.slice();
  }

  #carry(): void {
    let level = 0;
    let size = this.#size;
    for (; size % 2 === 1; size = (size - 1) / 2) this.#join.with(this.#slots[level++]!);
    this.#slots[level]!.set(this.#join.right);
    this.#size++;
  }
}

/** One node of a tree of this rule. */
export function joinHashes(rule: TreeRule, left: Bytes, right: Bytes): Bytes {
  const join = new Joiner(rule);
  join.right.set(right);
  join.with(left);
  return join.right.slice();
}

function isSet(value: number, bit: number): boolean {
  return Math.floor(value / 2 ** bit) % 2 === 1;
}

/** Joins a hash on the left with the one at hand, which the result then takes the place of. */
class Joiner {
  readonly #input: Bytes;
  readonly #left: Bytes;
  /** The hash at hand. */
  readonly right: Bytes;
  readonly #hex: boolean;

  constructor({ prefixes, joins }: TreeRule) {
    this.#hex = joins === 'hex';
    const front = prefixes === null ? 0 : 1;
    this.#input = new Uint8Array(this.#hex ? front + 4 * HASH_OCTETS : front + 2 * HASH_OCTETS);
    if (prefixes !== null) this.#input[0] = prefixes.node;
    this.#left = this.#input.subarray(front, front + HASH_OCTETS);
    this.right = this.#hex ? new Uint8Array(HASH_OCTETS) : this.#input.subarray(front + HASH_OCTETS);
  }

  with(left: Bytes): void {
    if (this.#hex) {
      writeHex(left, this.#input, 0);
      writeHex(this.right, this.#input, 2 * HASH_OCTETS);
    } else this.#left.set(left);
    digestInto('sha256', this.#input, this.right, 0);
  }
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

function writeHex(hash: Bytes, out: Bytes, at: number): void {
  for (const [i, octet] of hash.entries()) {
    out[at + 2 * i] = DIGITS[octet >> 4]!;
    out[at + 2 * i + 1] = DIGITS[octet & 15]!;
  }
}
