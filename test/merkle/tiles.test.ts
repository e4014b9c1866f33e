// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { leafHash } from '../../src/merkle/rfc6962.ts';
import { consistencyFromTiles, inclusionFromTiles, type TileSource } from '../../src/merkle/tiles.ts';
import { consistencyProof, inclusionProof, rootOfHashes } from '../../src/merkle/tree.ts';

const LEAVES = Array.from({ length: 700 }, (_, i) => leafHash(encodeUtf8(`leaf ${i}`)));

/** The tiles of a tree of this size, as far as they are not taken away. */
function tilesOf(size: number, without: readonly string[] = []): TileSource {
  const rows = [LEAVES.slice(0, size)];
  while (rows.at(-1)!.length >= 256) {
    const row = rows.at(-1)!;
    rows.push(
      Array.from({ length: Math.floor(row.length / 256) }, (_, i) => rootOfHashes(row.slice(i * 256, i * 256 + 256))),
    );
  }
  return (level, index) => {
    const part = rows[level]?.slice(Number(index) * 256, Number(index) * 256 + 256) ?? [];
    if (part.length === 0 || without.includes(`${level}/${index}`)) return null;
    return Uint8Array.from(part.flatMap((hash) => [...hash]));
  };
}

const size = fc.integer({ min: 1, max: LEAVES.length });

describe('proofs from tiles', () => {
  it('are those of the definition: inclusion', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, any) => {
        const index = any % count;
        const expected = inclusionProof(LEAVES.slice(0, count), index);
        expect(inclusionFromTiles(BigInt(index), BigInt(count), tilesOf(count))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are those of the definition: consistency', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, any) => {
        const older = 1 + (any % count);
        const expected = consistencyProof(LEAVES.slice(0, count), older);
        expect(consistencyFromTiles(BigInt(older), BigInt(count), tilesOf(count))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are null where a tile is missing or too short', () => {
    expect(inclusionFromTiles(3n, 700n, tilesOf(700, ['1/0']))).toBeNull();
    expect(inclusionFromTiles(3n, 700n, tilesOf(260))).toBeNull();
    expect(consistencyFromTiles(257n, 700n, tilesOf(700, ['0/1']))).toBeNull();
  });

  it('are null outside the tree', () => {
    expect(inclusionFromTiles(700n, 700n, tilesOf(700))).toBeNull();
    expect(inclusionFromTiles(-1n, 700n, tilesOf(700))).toBeNull();
    expect(consistencyFromTiles(0n, 700n, tilesOf(700))).toBeNull();
    expect(consistencyFromTiles(701n, 700n, tilesOf(700))).toBeNull();
  });
});
