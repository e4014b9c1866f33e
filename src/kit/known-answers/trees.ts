// SPDX-License-Identifier: Apache-2.0
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { checkConsistency, checkInclusion, leafHash, nodeHash, rootFromInclusion } from '../../merkle/rfc6962.ts';
import type { Bytes } from '../../model/bytes.ts';
import { attempt } from '../../model/malformed.ts';
import type { AnswerGroup, KnownAnswer } from './answer.ts';

/** The leaves of the reference implementation of RFC 6962 (certificate-transparency, merkle_tree_test). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (one) => leafHash(decodeHex(one)),
);
/** Its published roots over the first one, two, … leaves. */
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
] as const;

/** By the definition (RFC 9162 2.1.1), and not by the code that is tested. */
function rootOf(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 1) return leaves[0]!;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

const tree = (from: number, to: number): Bytes => rootOf(LEAVES.slice(from, to));
const root = (size: number): Bytes => decodeHex(ROOTS[size - 1]!);
/** Of leaf 5 among 7. */
const PATH = () => [LEAVES[4]!, LEAVES[6]!, tree(0, 4)];
/** From 3 to 7. */
const GROWTH = () => [LEAVES[2]!, LEAVES[3]!, tree(0, 2), tree(4, 7)];
const outcome = (work: () => void): string => {
  const result = attempt(work);
  return result.ok ? 'holds' : result.problem.reason;
};

export const TREE_ANSWERS: AnswerGroup = {
  name: 'trees',
  answers: [
    ...ROOTS.map(
      (expected, i): KnownAnswer => ({
        name: `root of ${i + 1}`,
        expected,
        ask: () => encodeHex(tree(0, i + 1)),
      }),
    ),
    {
      name: 'inclusion root',
      expected: ROOTS[6],
      ask: () => encodeHex(rootFromInclusion(5n, 7n, LEAVES[5]!, PATH())),
    },
    ...(
      [
        ['inclusion good', 'holds', () => checkInclusion(5n, 7n, LEAVES[5]!, PATH(), root(7))],
        [
          'inclusion of another leaf',
          'inclusion-root-mismatch',
          () => checkInclusion(5n, 7n, LEAVES[4]!, PATH(), root(7)),
        ],
        ['inclusion elsewhere', 'inclusion-root-mismatch', () => checkInclusion(4n, 7n, LEAVES[5]!, PATH(), root(7))],
        ['inclusion beyond the end', 'inclusion-shape', () => checkInclusion(7n, 7n, LEAVES[5]!, PATH(), root(7))],
        ['inclusion cut', 'inclusion-shape', () => checkInclusion(5n, 7n, LEAVES[5]!, PATH().slice(1), root(7))],
        ['growth good', 'holds', () => checkConsistency(3n, 7n, root(3), root(7), GROWTH())],
        [
          'growth from another root',
          'consistency-root-mismatch',
          () => checkConsistency(3n, 7n, root(4), root(7), GROWTH()),
        ],
        ['growth cut', 'consistency-shape', () => checkConsistency(3n, 7n, root(3), root(7), GROWTH().slice(1))],
        ['no growth', 'holds', () => checkConsistency(7n, 7n, root(7), root(7), [])],
        ['shrinking', 'consistency-shape', () => checkConsistency(7n, 3n, root(7), root(3), [])],
      ] as const
    ).map(([name, expected, work]): KnownAnswer => ({ name, expected, ask: () => outcome(work) })),
  ],
};
