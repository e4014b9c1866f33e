// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { Hashes } from './hash-list.ts';
import type { MerkleInclusion } from './profile.ts';
import { HASH_OCTETS, joinHashes, type TreeRule } from './tree-hasher.ts';

const TWO_64 = 1n << 64n;

/**
 * Inclusion in a tree that is built level by level. A proof lists the siblings from the leaf up; where a node has none, the last
 * of an odd level, nothing stands in the proof: index and size say so.
 */
export function pairedInclusion(rule: TreeRule): MerkleInclusion {
  return {
    prove(hashes, index) {
      const proof: Bytes[] = [];
      let level: Hashes = hashes;
      for (let at = index; level.length > 1; at = Math.floor(at / 2)) {
        const sibling = level.at(at % 2 === 0 ? at + 1 : at - 1);
        if (sibling !== undefined) proof.push(sibling.slice());
        level = levelAbove(level, rule);
      }
      return proof;
    },
    rootFrom(index, size, leaf, hashes) {
      if (size < 1n || size >= TWO_64) throw shape(`a tree of ${size} leaves`);
      if (index < 0n || index >= size) throw shape(`index ${index} in a tree of ${size} leaves`);
      if (leaf.length !== HASH_OCTETS) throw shape(`a leaf hash of ${leaf.length} bytes`);
      if (hashes.length > LIMITS.proofHashes) throw shape(`${hashes.length} hashes, more than ${LIMITS.proofHashes}`);
      const odd = hashes.findIndex((hash) => hash.length !== HASH_OCTETS);
      if (odd !== -1) throw shape(`hash ${odd} has ${hashes[odd]?.length} bytes`);
      let used = 0;
      let node = leaf;
      for (let at = index, width = size; width > 1n; at /= 2n, width = (width + 1n) / 2n) {
        const isLast = at % 2n === 0n && at + 1n === width;
        if (isLast && rule.odd === 'promoted') continue;
        const sibling = isLast ? node : hashes[used++];
        if (sibling === undefined) throw shape(`${hashes.length} hashes, fewer than index and size ask for`);
        node = at % 2n === 0n ? joinHashes(rule, node, sibling) : joinHashes(rule, sibling, node);
      }
      if (used !== hashes.length) throw shape(`${hashes.length} hashes where index and size ask for ${used}`);
      return node;
    },
  };
}

function levelAbove(level: Hashes, rule: TreeRule): Bytes[] {
  const above: Bytes[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level.at(i)!;
    const right = level.at(i + 1);
    if (right !== undefined) above.push(joinHashes(rule, left, right));
    else above.push(rule.odd === 'promoted' ? left : joinHashes(rule, left, left));
  }
  return above;
}

function shape(what: string): Malformed {
  return new Malformed('inclusion-shape', `an inclusion proof with ${what}`);
}
