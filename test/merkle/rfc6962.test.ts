// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, sha256Hex } from '../../src/crypto/digest.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { checkConsistency, checkInclusion, leafHash, nodeHash, rootFromInclusion } from '../../src/merkle/rfc6962.ts';
import { consistencyProof, inclusionProof, rootOfHashes, rootOfLeaves } from '../../src/merkle/tree.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';

const leaf = (i: number): Bytes => leafHash(encodeUtf8(`leaf ${i}`));
const leaves = (n: number): Bytes[] => Array.from({ length: n }, (_, i) => leaf(i));
const reason = (work: () => unknown): string => {
  const result = attempt(work);
  return result.ok ? 'passed' : result.problem.reason;
};

/** RFC 9162 §2.1.1 as written, to compare the streaming root with. */
function plainRoot(hashes: readonly Bytes[]): Bytes {
  if (hashes.length === 0) return sha256(new Uint8Array(0));
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(plainRoot(hashes.slice(0, split)), plainRoot(hashes.slice(split)));
}

function flipped(hash: Bytes, bit: number): Bytes {
  const copy = Uint8Array.from(hash);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

describe('the tree', () => {
  it('has the known root of nothing, and hashes leaves under a prefix', () => {
    expect(encodeHex(rootOfLeaves([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(encodeHex(leafHash(new Uint8Array(0)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('gives the root of the definition for every size up to 130', () => {
    for (let n = 0; n <= 130; n++) expect(rootOfHashes(leaves(n))).toEqual(plainRoot(leaves(n)));
  });

  it('G01: gives another root when the last leaf stands twice, for 1 to 130 leaves', () => {
    for (let n = 1; n <= 130; n++)
      expect(rootOfHashes([...leaves(n), leaf(n - 1)])).not.toEqual(rootOfHashes(leaves(n)));
  });

  it('G02: no leaf passes for the node of two others', () => {
    const [a, b] = [leaf(0), leaf(1)];
    const joined = Uint8Array.from([...a, ...b]);
    expect(rootOfLeaves([joined])).not.toEqual(nodeHash(a, b));
    expect(sha256Hex(Uint8Array.from([1, ...joined]))).toBe(encodeHex(nodeHash(a, b)));
  });

  it('G05: gives another root in another order', () => {
    expect(rootOfHashes([leaf(1), leaf(0)])).not.toEqual(rootOfHashes([leaf(0), leaf(1)]));
  });

  it('joins whole hashes only', () => {
    expect(() => nodeHash(leaf(0).subarray(1), leaf(1))).toThrow(RangeError);
    expect(() => nodeHash(leaf(0), new Uint8Array(33))).toThrow(RangeError);
  });
});

describe('an inclusion proof', () => {
  it('leads every leaf of every tree up to 70 to the root', () => {
    for (let n = 1; n <= 70; n++) {
      const all = leaves(n);
      const root = rootOfHashes(all);
      for (let i = 0; i < n; i++) checkInclusion(BigInt(i), BigInt(n), all[i]!, inclusionProof(all, i), root);
    }
  });

  it('leaves its inputs as they were', () => {
    const all = leaves(5);
    const before = all.map((hash) => encodeHex(hash));
    checkInclusion(2n, 5n, all[2]!, inclusionProof(all, 2), rootOfHashes(all));
    expect(all.map((hash) => encodeHex(hash))).toEqual(before);
  });

  const all = leaves(13);
  const root = rootOfHashes(all);
  const proof = inclusionProof(all, 5);
  const check = (index: bigint, size: bigint, hashes: readonly Bytes[] = proof, of: Bytes = all[5]!): string =>
    reason(() => checkInclusion(index, size, of, hashes, root));

  it('is refused by its shape where index, size or length cannot be', () => {
    expect(check(5n, 13n)).toBe('passed');
    for (const [index, size] of [
      [-1n, 13n],
      [13n, 13n],
      [14n, 13n],
      [5n, 0n],
      [0n, 0n],
      [5n, -13n],
      [5n, 1n << 64n],
      [1n << 63n, 13n],
    ] as const) {
      expect(check(index, size), `${index} of ${size}`).toBe('inclusion-shape');
    }
    expect(check(5n, 13n, proof.slice(1))).toBe('inclusion-shape');
    expect(check(5n, 13n, [...proof, leaf(0)])).toBe('inclusion-shape');
    expect(check(5n, 13n, [])).toBe('inclusion-shape');
    expect(check(5n, 13n, [proof[0]!.subarray(1), ...proof.slice(1)])).toBe('inclusion-shape');
    expect(check(5n, 13n, proof, all[5]!.subarray(1))).toBe('inclusion-shape');
    expect(check(0n, 1n << 64n, Array(64).fill(leaf(0)))).toBe('inclusion-shape');
    expect(check(0n, (1n << 64n) - 1n, Array(65).fill(leaf(0)))).toBe('inclusion-shape');
  });

  it('leads elsewhere for another leaf, index or hash', () => {
    expect(check(5n, 13n, proof, all[6]!)).toBe('inclusion-root-mismatch');
    expect(check(4n, 13n)).toBe('inclusion-root-mismatch');
    expect(check(5n, 13n, [...proof].reverse())).toBe('inclusion-root-mismatch');
    for (let i = 0; i < proof.length; i++) {
      const changed = proof.map((hash, at) => (at === i ? flipped(hash, 77) : hash));
      expect(check(5n, 13n, changed)).toBe('inclusion-root-mismatch');
    }
  });

  it('G03: works with indexes beyond 2^53, to the last leaf of 2^64 - 1', () => {
    const size = (1n << 64n) - 1n;
    // 2^64 - 1 leaves are 64 whole subtrees: the last leaf is alone on the right edge of all of them.
    const path = Array.from({ length: 63 }, (_, i) => leaf(i));
    const expected = path.reduce((right, left) => nodeHash(left, right), leaf(99));
    expect(rootFromInclusion(size - 1n, size, leaf(99), path)).toEqual(expected);
    expect(rootFromInclusion(0n, 1n << 63n, leaf(99), path)).toEqual(
      path.reduce((acc, right) => nodeHash(acc, right), leaf(99)),
    );
    const odd = (1n << 53n) + 1n;
    expect(reason(() => rootFromInclusion(odd, odd + 1n, leaf(0), path))).toBe('inclusion-shape');
    const two = nodeHash(leaf(1), leaf(0));
    expect(rootFromInclusion(odd, odd + 1n, leaf(0), [leaf(1), leaf(2)])).toEqual(nodeHash(leaf(2), two));
  });
});

describe('a consistency proof', () => {
  it('joins every pair of sizes up to 40', () => {
    for (let n = 1; n <= 40; n++) {
      const all = leaves(n);
      for (let m = 1; m <= n; m++) {
        checkConsistency(
          BigInt(m),
          BigInt(n),
          rootOfHashes(all.slice(0, m)),
          rootOfHashes(all),
          consistencyProof(all, m),
        );
      }
    }
  });

  const all = leaves(11);
  const proof = consistencyProof(all, 6);
  const root1 = rootOfHashes(all.slice(0, 6));
  const root2 = rootOfHashes(all);
  const check = (
    size1: bigint,
    size2: bigint,
    hashes: readonly Bytes[] = proof,
    first: Bytes = root1,
    second: Bytes = root2,
  ): string => reason(() => checkConsistency(size1, size2, first, second, hashes));

  it('is refused by its shape', () => {
    expect(check(6n, 11n)).toBe('passed');
    expect(check(0n, 11n, [], sha256(new Uint8Array(0)))).toBe('consistency-shape');
    expect(check(0n, 0n, [], sha256(new Uint8Array(0)), sha256(new Uint8Array(0)))).toBe('consistency-shape');
    expect(check(-1n, 11n)).toBe('consistency-shape');
    expect(check(11n, 6n)).toBe('consistency-shape');
    expect(check(6n, 1n << 64n)).toBe('consistency-shape');
    expect(check(6n, 11n, proof.slice(1))).toBe('consistency-shape');
    expect(check(6n, 11n, [...proof, leaf(0)])).toBe('consistency-shape');
    expect(check(6n, 11n, [proof[0]!.subarray(1), ...proof.slice(1)])).toBe('consistency-shape');
    expect(check(11n, 11n, proof, root2)).toBe('consistency-shape');
    expect(check(6n, 11n, proof, root1.subarray(1))).toBe('consistency-shape');
    expect(check(6n, 11n, proof, root1, new Uint8Array(0))).toBe('consistency-shape');
  });

  it('compares both roots', () => {
    expect(check(6n, 11n, proof, flipped(root1, 0))).toBe('consistency-root-mismatch');
    expect(check(6n, 11n, proof, root1, flipped(root2, 255))).toBe('consistency-root-mismatch');
    expect(check(11n, 11n, [], root1, root2)).toBe('consistency-root-mismatch');
    expect(check(11n, 11n, [], root2, root2)).toBe('passed');
    expect(check(6n, 11n, proof, root2, root1)).toBe('consistency-root-mismatch');
  });

  it('passes for no other sizes, and for no changed hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), fc.nat(), (n, seed, at, bit) => {
        const m = 1 + (seed % (n - 1));
        const tree = leaves(n);
        const hashes = consistencyProof(tree, m);
        const old = rootOfHashes(tree.slice(0, m));
        const whole = rootOfHashes(tree);
        const changed = hashes.map((hash, i) => (i === at % hashes.length ? flipped(hash, bit % 256) : hash));
        const with_ = (size1: bigint, size2: bigint, list: readonly Bytes[]): string =>
          reason(() => checkConsistency(size1, size2, old, whole, list));
        expect(with_(BigInt(m), BigInt(n), changed)).toBe('consistency-root-mismatch');
        // One size more on the left is another tree, whatever the shape of its proof.
        expect(with_(BigInt(m) + 1n, BigInt(n), hashes)).not.toBe('passed');
      }),
      { numRuns: 200, seed: 6962 },
    );
  });
});
