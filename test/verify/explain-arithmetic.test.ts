// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash, rootFromInclusion } from '../../src/merkle/rfc6962.ts';
import { inclusionProof, rootOfHashes } from '../../src/merkle/tree.ts';
import { Malformed } from '../../src/model/malformed.ts';
import { inclusionSteps } from '../../src/verify/arithmetic.ts';

const leaves = Array.from({ length: 40 }, (_, i) => leafHash(Uint8Array.of(i)));

describe('the steps of an inclusion proof', () => {
  it('join the proof and the leaf up to the root, for every leaf of every small tree', () => {
    for (let size = 1; size <= leaves.length; size++) {
      const tree = leaves.slice(0, size);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(tree, index);
        const steps = inclusionSteps(BigInt(index), BigInt(size), tree[index]!, proof);
        expect(steps).toHaveLength(proof.length);
        let current = tree[index]!;
        for (const [level, { left, right, proofSide, result }] of steps.entries()) {
          expect(proofSide === 'left' ? [left, right] : [right, left]).toEqual([proof[level], current]);
          expect(result).toEqual(nodeHash(left, right));
          current = result;
        }
        expect(current).toEqual(rootOfHashes(tree));
      }
    }
  });

  it('are those of the largest trees, too', () => {
    const size = 2n ** 63n - 25n;
    for (const index of [0n, 1n, size / 2n, size - 2n, size - 1n]) {
      const proof: Uint8Array[] = [];
      for (let tries = 0; tries < 64; tries++) {
        try {
          const root = rootFromInclusion(index, size, leaves[0]!, proof);
          expect(inclusionSteps(index, size, leaves[0]!, proof).at(-1)?.result).toEqual(root);
          break;
        } catch (error) {
          if (!(error instanceof Malformed)) throw error;
          proof.push(leaves[tries % 40]!);
        }
      }
      expect(proof.length).toBeLessThan(64);
    }
  });

  it('are refused where the proof does not fit its index and size', () => {
    for (const [index, size, hashes] of [
      [0n, 0n, []],
      [2n, 2n, [leaves[0]!]],
      [0n, 2n, []],
      [0n, 2n, [leaves[0]!, leaves[1]!]],
      [0n, 2n, [new Uint8Array(31)]],
    ] as const) {
      expect(() => inclusionSteps(index, size, leaves[0]!, hashes)).toThrow(/inclusion-shape/);
    }
  });
});
