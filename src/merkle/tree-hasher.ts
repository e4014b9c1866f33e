// SPDX-License-Identifier: Apache-2.0
import { digestIntoUnits, sha256 } from '../crypto/digest.ts';
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
  /** On the left of level n stands the root of a whole subtree of 2^n leaves, where `#whole` says so. */
  readonly #levels: readonly Join[];
  /** The bits of the size, the lowest first. */
  readonly #whole = new Uint8Array(LEVELS + 1);
  #leaf = new Uint8Array(1);
  #size = 0;

  constructor(rule: TreeRule) {
    this.#rule = rule;
    this.#levels = Array.from({ length: LEVELS + 1 }, () => joinOf(rule));
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
    digestIntoUnits('sha256', this.#leaf, unitsFor(this.#levels[0]!, this.#whole[0] === 1));
    this.#carry();
  }

  /** A leaf by its hash. */
  addHash(hash: Bytes): void {
    if (hash.length !== HASH_OCTETS) throw new RangeError('a leaf hash has 32 octets');
    const first = this.#levels[0]!;
    (this.#whole[0] === 1 ? first.right : first.left).set(hash);
    this.#carry();
  }

  /** Of the leaves so far; more may follow. The empty tree has the hash of nothing: no check ever passes on it. */
  root(): Bytes {
    if (this.#size === 0) return sha256(new Uint8Array(0));
    let level = 0;
    while (this.#whole[level] === 0) level++;
    let node: Bytes = this.#levels[level]!.left.slice();
    // The node at hand is the last of its level; `before` counts the whole ones to its left.
    for (let before = this.#size / 2 ** level - 1; before > 0; level++) {
      if (before % 2 === 1) node = joinHashes(this.#rule, this.#levels[level]!.left, node);
      else if (this.#rule.odd === 'doubled') node = joinHashes(this.#rule, node, node);
      before = (before - (before % 2)) / 2;
    }
    return node;
  }

  /** The new leaf stands on the lowest level already. Where its left is taken the two become one node of the next. */
  #carry(): void {
    let level = 0;
    for (; this.#whole[level] === 1; level++) {
      hashJoin(this.#levels[level]!, unitsFor(this.#levels[level + 1]!, this.#whole[level + 1] === 1));
      this.#whole[level] = 0;
    }
    this.#whole[level] = 1;
    this.#size++;
  }
}

/** Two hashes in the place where they are hashed from, so that nothing is copied on the way up. */
interface Join {
  readonly input: Bytes;
  readonly left: Bytes;
  readonly right: Bytes;
  /** The same, two octets at a time. */
  readonly leftUnits: Uint16Array;
  readonly rightUnits: Uint16Array;
  /** Where digits are joined, not octets: their own place. */
  readonly digits: Bytes | null;
}

function joinOf({ prefixes, joins }: TreeRule): Join {
  const front = prefixes === null ? 0 : 1;
  // One more octet in front of a prefix, so that the hashes lie at even places.
  const all = new Uint8Array(2 * front + 2 * HASH_OCTETS);
  const left = all.subarray(2 * front, 2 * front + HASH_OCTETS);
  const right = all.subarray(2 * front + HASH_OCTETS);
  const digits = joins === 'hex' ? new Uint8Array(front + 4 * HASH_OCTETS) : null;
  const input = digits ?? all.subarray(front);
  if (prefixes !== null) input[0] = prefixes.node;
  return { input, left, right, leftUnits: unitsOf(left), rightUnits: unitsOf(right), digits };
}

function unitsOf(hash: Bytes): Uint16Array {
  return new Uint16Array(hash.buffer, hash.byteOffset, HASH_OCTETS / 2);
}

function unitsFor(join: Join, isLeftTaken: boolean): Uint16Array {
  return isLeftTaken ? join.rightUnits : join.leftUnits;
}

function hashJoin({ input, left, right, digits }: Join, out: Uint16Array): void {
  if (digits !== null) {
    writeHex(left, digits, digits.length - 4 * HASH_OCTETS);
    writeHex(right, digits, digits.length - 2 * HASH_OCTETS);
  }
  digestIntoUnits('sha256', input, out);
}

/** One node of a tree of this rule. */
export function joinHashes(rule: TreeRule, left: Bytes, right: Bytes): Bytes {
  const join = joinOf(rule);
  join.left.set(left);
  join.right.set(right);
  const node = new Uint8Array(HASH_OCTETS);
  hashJoin(join, unitsOf(node));
  return node;
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

function writeHex(hash: Bytes, out: Bytes, at: number): void {
  for (const [i, octet] of hash.entries()) {
    out[at + 2 * i] = DIGITS[octet >> 4]!;
    out[at + 2 * i + 1] = DIGITS[octet & 15]!;
  }
}
