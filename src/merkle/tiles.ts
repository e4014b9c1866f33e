// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { nodeHash } from './rfc6962.ts';

/** Hashes per full tile, and levels of the tree that one spans. */
export const TILE_WIDTH = 256n;
const TILE_HEIGHT = 8;
const HASH_OCTETS = 32;

/** The octets of a saved tile of height 8, the widest that is at hand: hashes one after another; null where there is none. */
export type TileSource = (level: number, index: bigint) => Bytes | null;

/**
 * Proofs put together from saved tiles. Tiles are signed by nobody: a proof is worth something only once it leads to a signed root.
 *
 * @returns PATH(index, D[size]) (RFC 9162 §2.1.3.1), or null where a tile is missing
 */
export function inclusionFromTiles(index: bigint, size: bigint, tiles: TileSource): Bytes[] | null {
  if (index < 0n || index >= size) return null;
  const hashes: Bytes[] = [];
  let [from, to] = [0n, size];
  while (to - from > 1n) {
    const split = from + splitOf(to - from);
    const left = index < split;
    const sibling = left ? rangeHash(split, to, tiles) : rangeHash(from, split, tiles);
    if (sibling === null) return null;
    hashes.unshift(sibling);
    [from, to] = left ? [from, split] : [split, to];
  }
  return hashes;
}

/** PROOF(size1, D[size2]) (RFC 9162 §2.1.4.1), for 0 < size1 < size2; null where a tile is missing. */
export function consistencyFromTiles(size1: bigint, size2: bigint, tiles: TileSource): Bytes[] | null {
  if (size1 <= 0n || size1 > size2) return null;
  const hashes: Bytes[] = [];
  let [from, to, rest, isWholeOld] = [0n, size2, size1, true];
  while (rest !== to - from) {
    const split = from + splitOf(to - from);
    const left = rest <= split - from;
    const sibling = left ? rangeHash(split, to, tiles) : rangeHash(from, split, tiles);
    if (sibling === null) return null;
    hashes.unshift(sibling);
    if (left) to = split;
    else {
      rest -= split - from;
      from = split;
      isWholeOld = false;
    }
  }
  if (isWholeOld) return hashes;
  const own = rangeHash(from, to, tiles);
  return own === null ? null : [own, ...hashes];
}

/** MTH(D[from:to]), of a range that RFC 9162 asks for. */
function rangeHash(from: bigint, to: bigint, tiles: TileSource): Bytes | null {
  const count = to - from;
  const split = splitOf(count);
  if (count === 1n || split * 2n === count) return subtree(count.toString(2).length - 1, from / count, tiles);
  const left = rangeHash(from, from + split, tiles);
  const right = left === null ? null : rangeHash(from + split, to, tiles);
  return left === null || right === null ? null : nodeHash(left, right);
}

/** The root of a whole subtree of 2^level leaves. */
function subtree(level: number, index: bigint, tiles: TileSource): Bytes | null {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const below = level % TILE_HEIGHT;
  const first = index << BigInt(below);
  const tile = tiles(tileLevel, first / TILE_WIDTH);
  const start = Number(first % TILE_WIDTH) * HASH_OCTETS;
  const end = start + (HASH_OCTETS << below);
  if (tile === null || tile.length < end) return null;
  let row: Bytes[] = [];
  for (let at = start; at < end; at += HASH_OCTETS) row.push(tile.subarray(at, at + HASH_OCTETS));
  while (row.length > 1) row = row.flatMap((hash, i) => (i % 2 === 0 ? [nodeHash(hash, row[i + 1]!)] : []));
  return row[0]!;
}

/** The largest power of two below a number above 1; 1 for 1. */
function splitOf(count: bigint): bigint {
  return count <= 2n ? 1n : 1n << BigInt((count - 1n).toString(2).length - 1);
}
