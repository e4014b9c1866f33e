// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import type { ConsistencyProofFile } from '../merkle/proof-file.ts';
import { checkConsistency } from '../merkle/rfc6962.ts';
import { equalBytes } from '../model/bytes.ts';
import { type Check, type Facts, type Locator, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import { attempt, Malformed, type Parsed } from '../model/malformed.ts';
import type { Verified } from '../model/verified.ts';
import type { SignedCheckpoint } from './judge-checkpoint.ts';

/**
 * Do two checkpoints, whoever collected them, belong to one history of one log? Of one size they must have one root: else the log has
 * forked, and its own two signatures are the proof, so that both notes stand in the facts. Of different sizes a consistency
 * proof must join them. One that does not is no proof of a fork: anybody can write a wrong one.
 *
 * @param proof null: none was given
 */
export function compareCheckpoints(
  one: Verified<SignedCheckpoint>,
  other: Verified<SignedCheckpoint>,
  proof: Parsed<ConsistencyProofFile> | null,
  at: Locator,
): Check[] {
  const [older, newer] = one.size <= other.size ? [one, other] : [other, one];
  const facts: Facts = {
    origin: older.origin,
    size1: String(older.size),
    size2: String(newer.size),
    root1: encodeHex(older.root),
    root2: encodeHex(newer.root),
  };
  if (older.origin !== newer.origin) {
    const detail = 'the two checkpoints are of two logs: their origin lines differ';
    return [notPassed('consistency.proof', at, 'checkpoint-origin', detail, { ...facts, origin2: newer.origin })];
  }
  if (older.size === newer.size) {
    if (!equalBytes(older.root, newer.root)) {
      const detail = `two roots of size ${older.size}, each signed by ${older.log.key.fingerprint}`;
      const kept = { ...facts, key1: older.log.key.fingerprint, key2: newer.log.key.fingerprint };
      return [
        notPassed('checkpoint.fork', at, 'checkpoint-fork', detail, { ...kept, note1: older.note, note2: newer.note }),
        skipped('consistency.proof', at, 'checkpoint.fork'),
      ];
    }
    if (older.size > 0n) return [passed('checkpoint.fork', at, facts), passed('consistency.proof', at, facts)];
  }
  if (older.size === 0n) {
    const detail = 'one of the checkpoints is of the empty tree: everything is consistent with it';
    return [notPassed('consistency.proof', at, 'merkle-empty', detail, facts)];
  }
  if (proof === null) {
    const detail = `sizes ${older.size} and ${newer.size}, and no proof between them`;
    return [notPassed('consistency.proof', at, 'consistency-absent', detail, facts)];
  }
  const judged = proof.ok ? attempt(() => joins(older, newer, proof.value)) : proof;
  return [
    judged.ok ? passed('consistency.proof', at, facts) : malformedCheck('consistency.proof', at, judged.problem, facts),
  ];
}

function joins(older: SignedCheckpoint, newer: SignedCheckpoint, proof: ConsistencyProofFile): void {
  // The proof's own roots and sizes are nobody's word: they may be those of the notes, or the proof is about something else.
  if (proof.size1 !== older.size || proof.size2 !== newer.size)
    throw new Malformed(
      'checkpoint-root-mismatch',
      `the proof is between sizes ${proof.size1} and ${proof.size2}, the checkpoints are of ${older.size} and ${newer.size}`,
    );
  if (!equalBytes(proof.root1, older.root) || !equalBytes(proof.root2, newer.root))
    throw new Malformed('checkpoint-root-mismatch', 'the proof names other roots than the checkpoints');
  checkConsistency(older.size, newer.size, older.root, newer.root, proof.hashes);
}
