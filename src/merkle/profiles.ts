// SPDX-License-Identifier: Apache-2.0
import { createStreamDigest, sha256 } from '../crypto/digest.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { checksumLine } from './checksum-line.ts';
import { HashList } from './hash-list.ts';
import { pairedInclusion } from './paired-tree.ts';
import type { MerkleProfile, MerkleProfileId, MerkleSum } from './profile.ts';
import { rootFromInclusion } from './rfc6962.ts';
import { inclusionProof, RFC_6962 } from './tree.ts';
import { HASH_OCTETS, TreeHasher, type TreeRule } from './tree-hasher.ts';

export type { MerkleProfile, MerkleProfileId, MerkleSum } from './profile.ts';

const NOTHING = new Uint8Array(0);
const UNPREFIXED = 'a leaf can pass for a node, and the other way round: neither has a prefix';
const DOUBLED = 'a set and the same with its last leaves once more can share a root';

function sumOf(rule: TreeRule): () => MerkleSum {
  return () => {
    const tree = new TreeHasher(rule);
    return {
      get size() {
        return tree.size;
      },
      add: (hash) => tree.addHash(hash),
      root: () => tree.root(),
    };
  };
}

/** A tree of pairs without prefixes, over the sha256 of each file. */
function pairs(id: MerkleProfileId, says: string, rule: Omit<TreeRule, 'prefixes'>): MerkleProfile {
  const whole: TreeRule = { ...rule, prefixes: null };
  return {
    id,
    says,
    order: 'sequence',
    leafPrefix: NOTHING,
    digestIs: 'leaf-hash',
    coversNames: false,
    ambiguities: rule.odd === 'doubled' ? [DOUBLED, UNPREFIXED] : [UNPREFIXED],
    start: sumOf(whole),
    inclusion: pairedInclusion(whole),
  };
}

const ROWS: readonly MerkleProfile[] = [
  {
    id: 'rfc6962-sha256',
    says: 'RFC 6962 / RFC 9162: leaves and nodes under prefixes of their own, split at the largest power of two',
    order: 'sequence',
    leafPrefix: Uint8Array.of(RFC_6962.prefixes!.leaf),
    digestIs: 'data',
    coversNames: false,
    ambiguities: [],
    start: sumOf(RFC_6962),
    inclusion: { prove: inclusionProof, rootFrom: rootFromInclusion },
  },
  pairs('sha256-pairs-doubled', 'sha256 of pairs, the last of an odd level joined with itself, no prefixes', {
    joins: 'octets',
    odd: 'doubled',
  }),
  pairs('sha256-pairs-promoted', 'sha256 of pairs, the last of an odd level raised as it is, no prefixes', {
    joins: 'octets',
    odd: 'promoted',
  }),
  pairs(
    'sha256-hex-pairs-doubled',
    'sha256 of pairs of hexadecimal digits, the last of an odd level joined with itself',
    {
      joins: 'hex',
      odd: 'doubled',
    },
  ),
  {
    id: 'ers-sha256',
    says: 'a data object group of RFC 4998 4.2: the hashes sorted, joined, and hashed once; one alone is its own root',
    order: 'set',
    leafPrefix: NOTHING,
    digestIs: 'leaf-hash',
    coversNames: false,
    ambiguities: [UNPREFIXED],
    start: dataGroup,
    inclusion: null,
  },
  {
    id: 'sha256-checksums',
    says: 'sha256 of the text that sha256sum writes: digest, two spaces, name, newline, in the order of the names',
    order: 'sequence',
    leafPrefix: NOTHING,
    digestIs: 'leaf-hash',
    coversNames: true,
    ambiguities: [],
    start: checksumText,
    inclusion: null,
  },
];

/** Every profile. Null prototype: `constructor` is none. */
export const PROFILES: Readonly<Record<MerkleProfileId, MerkleProfile>> = Object.freeze(
  Object.assign(Object.create(null), Object.fromEntries(ROWS.map((row) => [row.id, row]))),
);

export const DEFAULT_PROFILE: MerkleProfileId = 'rfc6962-sha256';

export function isProfileId(name: string): name is MerkleProfileId {
  return Object.hasOwn(PROFILES, name);
}

/** The hash of a leaf by its data. */
export function leafHashOf({ leafPrefix }: MerkleProfile, data: Bytes): Bytes {
  if (leafPrefix.length === 0) return sha256(data);
  const input = new Uint8Array(leafPrefix.length + data.length);
  input.set(leafPrefix);
  input.set(data, leafPrefix.length);
  return sha256(input);
}

/** RFC 4998 §4.2 (step 3): each document's hash, sorted as octets; a group of one is its hash itself. */
function dataGroup(): MerkleSum {
  const hashes = new HashList();
  return {
    get size() {
      return hashes.length;
    },
    add: (hash) => hashes.push(hash),
    root() {
      if (hashes.length === 1) return hashes.at(0)!.slice();
      const sorted = Array.from({ length: hashes.length }, (_, i) => encodeHex(hashes.at(i)!)).sort();
      return streamed(sorted.map((hash) => decodeHex(hash)));
    },
  };
}

function checksumText(): MerkleSum {
  const stream = createStreamDigest(['sha256']);
  let size = 0;
  let root: Bytes | null = null;
  return {
    get size() {
      return size;
    },
    add(hash, name) {
      if (name === null) throw new Malformed('merkle-leaf-unnamed', `leaf ${size} has no name`);
      if (hash.length !== HASH_OCTETS) throw new RangeError('a leaf hash has 32 octets');
      stream.update(encodeUtf8(`${checksumLine(encodeHex(hash), name)}\n`));
      size++;
    },
    root() {
      root ??= decodeHex(stream.digests().get('sha256')!);
      return root;
    },
  };
}

function streamed(parts: Iterable<Bytes>): Bytes {
  const stream = createStreamDigest(['sha256']);
  for (const part of parts) stream.update(part);
  return decodeHex(stream.digests().get('sha256')!);
}
