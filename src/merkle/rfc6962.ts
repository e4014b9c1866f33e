// SPDX-License-Identifier: Apache-2.0
import { digestIntoUnits, sha256 } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

/** Octets of a hash of this tree: SHA-256 throughout. */
const HASH_OCTETS = 32;
const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;
const TWO_64 = 1n << 64n;

/** MTH({d}) = SHA-256(0x00 ‖ d) (RFC 9162 §2.1.1). The prefix keeps a leaf from passing for a node (attacks G02). */
export function leafHash(data: Bytes): Bytes {
  const input = new Uint8Array(1 + data.length);
  input[0] = LEAF_PREFIX;
  input.set(data, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right) (RFC 9162 §2.1.1). */
export function nodeHash(left: Bytes, right: Bytes): Bytes {
  if (left.length !== HASH_OCTETS || right.length !== HASH_OCTETS) throw new RangeError('a node joins two hashes');
  const walk = new Walk(left);
  walk.joinRight(right);
  return walk.hash();
}

/**
 * The root to which an inclusion proof leads (RFC 9162 §2.1.3.2), of exactly the length that index and size ask for.
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param leaf the leaf's hash (`leafHash`), not its data
 * @throws Malformed `inclusion-shape`
 */
export function rootFromInclusion(index: bigint, size: bigint, leaf: Bytes, hashes: readonly Bytes[]): Bytes {
  if (size < 1n || size >= TWO_64) throw inclusionShape(`a tree of ${size} leaves`);
  if (index < 0n || index >= size) throw inclusionShape(`index ${index} in a tree of ${size} leaves`);
  const { inner, border, bits } = pathTo(index, size);
  checkHashes(hashes, inner + border, inclusionShape);
  if (leaf.length !== HASH_OCTETS) throw inclusionShape(`a leaf hash of ${leaf.length} bytes`);
  const walk = new Walk(leaf);
  hashes.forEach((hash, level) => {
    if (level < inner && !bitOf(bits, level)) walk.joinRight(hash);
    else walk.joinLeft(hash);
  });
  return walk.hash();
}

/**
 * As `rootFromInclusion`, compared with a root that must come from elsewhere than the proof (attacks G06).
 *
 * @throws Malformed `inclusion-shape`, `inclusion-root-mismatch`
 */
export function checkInclusion(index: bigint, size: bigint, leaf: Bytes, hashes: readonly Bytes[], root: Bytes): void {
  if (equalBytes(rootFromInclusion(index, size, leaf, hashes), root)) return;
  throw new Malformed('inclusion-root-mismatch', 'the inclusion proof leads to another root');
}

/**
 * Checks that the tree of `root2` is that of `root1` with leaves added (RFC 9162 §2.1.4.2). Size 0 is refused: the empty
 * tree is consistent with everything, and its "proof" proves nothing.
 *
 * @throws Malformed `consistency-shape`, `consistency-root-mismatch`
 */
export function checkConsistency(
  size1: bigint,
  size2: bigint,
  root1: Bytes,
  root2: Bytes,
  hashes: readonly Bytes[],
): void {
  if (size1 < 1n || size1 > size2 || size2 >= TWO_64) throw consistencyShape(`sizes ${size1} and ${size2}`);
  if (root1.length !== HASH_OCTETS || root2.length !== HASH_OCTETS)
    throw consistencyShape('a root that is no SHA-256 hash');
  if (size1 === size2) {
    checkHashes(hashes, 0, consistencyShape);
    requireRoot(root1, root2, 'root 1');
    return;
  }
  // The proof starts at the largest whole subtree that ends where the old tree ends. A whole old tree is one itself, and
  // its root is not repeated in the proof.
  const { inner, border, bits } = pathTo(size1 - 1n, size2);
  const start = trailingZeros(size1);
  const isWhole = size1 === 1n << BigInt(start);
  checkHashes(hashes, (isWhole ? 0 : 1) + inner - start + border, consistencyShape);
  const seed = isWhole ? root1 : hashes[0]!;
  const old = new Walk(seed);
  const grown = new Walk(seed);
  hashes.slice(isWhole ? 0 : 1).forEach((hash, step) => {
    const level = start + step;
    if (level < inner && !bitOf(bits, level)) {
      grown.joinRight(hash);
    } else {
      old.joinLeft(hash);
      grown.joinLeft(hash);
    }
  });
  requireRoot(old.hash(), root1, 'root 1');
  requireRoot(grown.hash(), root2, 'root 2');
}

/**
 * The path from leaf `index` to the root: `inner` levels on which the sibling may stand on either side, as the bit of the
 * index says, then `border` levels on the right edge of the tree, where a sibling only ever stands on the left.
 */
function pathTo(index: bigint, size: bigint): { inner: number; border: number; bits: string } {
  const bits = index.toString(2);
  const differing = index ^ (size - 1n);
  const inner = differing === 0n ? 0 : differing.toString(2).length;
  let border = 0;
  for (let level = inner; level < bits.length; level++) if (bitOf(bits, level)) border++;
  return { inner, border, bits };
}

/** Bit `level` of a number in binary digits, counted from the lowest. */
function bitOf(bits: string, level: number): boolean {
  return bits.charAt(bits.length - 1 - level) === '1';
}

function trailingZeros(value: bigint): number {
  const bits = value.toString(2);
  return bits.length - 1 - bits.lastIndexOf('1');
}

/** A node on its way up, in one buffer that holds the input of the next hash. */
class Walk {
  readonly #input = new Uint8Array(1 + 2 * HASH_OCTETS);
  readonly #current: Bytes;
  readonly #units: Uint16Array;

  constructor(hash: Bytes) {
    this.#input[0] = NODE_PREFIX;
    this.#current = Uint8Array.from(hash);
    this.#units = new Uint16Array(this.#current.buffer);
  }

  joinLeft(left: Bytes): void {
    this.#input.set(left, 1);
    this.#input.set(this.#current, 1 + HASH_OCTETS);
    digestIntoUnits('sha256', this.#input, this.#units);
  }

  joinRight(right: Bytes): void {
    this.#input.set(this.#current, 1);
    this.#input.set(right, 1 + HASH_OCTETS);
    digestIntoUnits('sha256', this.#input, this.#units);
  }

  hash(): Bytes {
    return this.#current;
  }
}

function checkHashes(hashes: readonly Bytes[], wanted: number, problem: (what: string) => Malformed): void {
  if (hashes.length > LIMITS.proofHashes) throw problem(`${hashes.length} hashes, more than ${LIMITS.proofHashes}`);
  if (hashes.length !== wanted) throw problem(`${hashes.length} hashes where the sizes ask for ${wanted}`);
  const odd = hashes.findIndex((hash) => hash.length !== HASH_OCTETS);
  if (odd !== -1) throw problem(`hash ${odd} has ${hashes[odd]?.length} bytes`);
}

function requireRoot(computed: Bytes, stated: Bytes, which: string): void {
  if (!equalBytes(computed, stated))
    throw new Malformed('consistency-root-mismatch', `the proof leads to another ${which}`);
}

function inclusionShape(what: string): Malformed {
  return new Malformed('inclusion-shape', `an inclusion proof with ${what}`);
}

function consistencyShape(what: string): Malformed {
  return new Malformed('consistency-shape', `a consistency proof with ${what}`);
}
