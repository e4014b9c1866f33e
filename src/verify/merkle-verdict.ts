// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { type MerkleProfile, type MerkleProfileId, type MerkleSum, PROFILES } from '../merkle/profiles.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Check, type Facts, type Locator, malformedCheck, passed } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';

/** What somebody else than the evidence says: a root, and over how many leaves (attacks G06). */
export interface Anchor {
  readonly root: Bytes;
  readonly size: bigint | null;
}

/** A proof as it claims to be; what stands in another place, as a tlog-proof's size in its checkpoint, is null. */
export interface ClaimedProof {
  readonly profile: MerkleProfileId;
  readonly index: bigint;
  readonly size: bigint | null;
  readonly leafHash: Bytes | null;
  readonly hashes: readonly Bytes[];
  readonly root: Bytes | null;
}

/** Is the whole set the one that the anchor is over? */
export function judgeRoot(profile: MerkleProfile, sum: MerkleSum, anchor: Anchor, at: Locator): Check {
  const root = sum.root();
  const facts: Facts = {
    profile: profile.id,
    computed: encodeHex(root),
    expected: encodeHex(anchor.root),
    leaves: String(sum.size),
    ...(anchor.size === null ? {} : { expectedLeaves: String(anchor.size) }),
  };
  const judged = attempt(() => {
    if (!equalBytes(root, anchor.root))
      throw new Malformed(
        'merkle-root-mismatch',
        `the root is ${facts['computed']}, and ${facts['expected']} was given`,
      );
    if (anchor.size !== null && anchor.size !== BigInt(sum.size))
      throw new Malformed('merkle-size-mismatch', `${sum.size} leaves, and ${anchor.size} were stated`);
    requireSize(profile, anchor);
  });
  return judged.ok ? passed('merkle.root', at, facts) : malformedCheck('merkle.root', at, judged.problem, facts);
}

/**
 * Is the leaf at hand in the tree that the anchor is over? Index and path are the proof's word; root and size are the anchor's.
 *
 * @param leaf the last of `count` that were read: there must be one
 */
export function judgeInclusion(
  asked: MerkleProfileId,
  proof: ClaimedProof,
  leaf: { readonly hash: Bytes; readonly count: number },
  anchor: Anchor,
  at: Locator,
): Check {
  const size = anchor.size ?? proof.size;
  const facts: Facts = {
    profile: proof.profile,
    leafHash: encodeHex(leaf.hash),
    leafIndex: String(proof.index),
    treeSize: String(size),
    root: encodeHex(anchor.root),
  };
  const judged = attempt(() => {
    if (proof.profile !== asked)
      throw new Malformed('merkle-profile-mismatch', `the proof is of ${proof.profile}, and ${asked} was asked for`);
    if (leaf.count !== 1)
      throw new Malformed('merkle-leaf-mismatch', `the proof is about one leaf, and ${leaf.count} are at hand`);
    if (proof.leafHash !== null && !equalBytes(proof.leafHash, leaf.hash))
      throw new Malformed(
        'merkle-leaf-mismatch',
        `the leaf is ${facts['leafHash']}, the proof is about ${encodeHex(proof.leafHash)}`,
      );
    if (proof.size !== null && anchor.size !== null && proof.size !== anchor.size)
      throw new Malformed(
        'merkle-size-mismatch',
        `the proof is of ${proof.size} leaves, and ${anchor.size} were stated`,
      );
    const root = PROFILES[asked].inclusion!.rootFrom(proof.index, size!, leaf.hash, proof.hashes);
    if (!equalBytes(root, anchor.root))
      throw new Malformed(
        'inclusion-root-mismatch',
        `the proof leads to ${encodeHex(root)}, and ${facts['root']} was given`,
      );
    if (proof.root !== null && !equalBytes(proof.root, root))
      throw new Malformed('inclusion-root-mismatch', `the proof itself names the root ${encodeHex(proof.root)}`);
    requireSize(PROFILES[asked], anchor);
  });
  return judged.ok
    ? passed('inclusion.proof', at, facts)
    : malformedCheck('inclusion.proof', at, judged.problem, facts);
}

/** Where two sets can share a root, the number of leaves tells them apart: every way to do it changes that number. */
function requireSize({ id, ambiguities }: MerkleProfile, { size }: Anchor): void {
  if (ambiguities.length > 0 && size === null)
    throw new Malformed('merkle-size-open', `under ${id} the root does not fix the number of leaves`);
}
