// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { leafHash } from '../merkle/rfc6962.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import type { InclusionProof, LogEntry } from '../model/signed-entity.ts';
import { inclusionSteps, type ProofStep } from './arithmetic.ts';
import { rootOfNote } from './explain-checkpoint.ts';
import { type Part, part, type Shown } from './inspect-model.ts';

/** The proof hash by hash, up to the root and the comparison with the one that the log has signed. */
export function inclusionStep(name: string, entry: LogEntry, proof: InclusionProof, at: string): Part {
  const title = `${name}: the inclusion proof`;
  const { logIndex, treeSize, rootHash, hashes, checkpoint } = proof;
  const leaf = leafHash(entry.body);
  const read = attempt(() => inclusionSteps(logIndex, treeSize, leaf, hashes));
  const facts = { leafIndex: String(logIndex), treeSize: String(treeSize), hashes: hashes.length };
  const place = `${at}/inclusionProof`;
  if (!read.ok) return part(title, facts, { at: place, problem: read.problem });
  const computed = read.value[read.value.length - 1]?.result ?? leaf;
  const signed = checkpoint === null ? null : rootOfNote(checkpoint);
  return part(
    title,
    {
      ...facts,
      leafHash: encodeHex(leaf),
      computedRoot: encodeHex(computed),
      rootInProof: encodeHex(rootHash.subarray(0, 64)),
      equal: equalBytes(computed, rootHash),
      ...(signed === null
        ? { rootInCheckpoint: null }
        : { rootInCheckpoint: encodeHex(signed.root), equalToCheckpoint: isSame(signed, computed, treeSize) }),
    },
    {
      at: place,
      says: [
        'each level joins two hashes: SHA-256(0x01 || left || right) (RFC 9162 2.1.3.2); the last result must be the root that the log has signed in its checkpoint, for a tree of the same size',
      ],
      repeat: ["printf '01%s%s' LEFT RIGHT | xxd -r -p | sha256sum"],
      parts: read.value.map(levelPart),
    },
  );
}

function isSame(signed: { readonly root: Bytes; readonly size: bigint }, computed: Bytes, size: bigint): Shown {
  if (!equalBytes(signed.root, computed)) return 'no: another root';
  return signed.size === size ? 'yes' : 'no: a tree of another size';
}

function levelPart({ left, right, proofSide, result }: ProofStep, level: number): Part {
  return part(`level ${level}, SHA-256(0x01 || left || right), the proof's hash on the ${proofSide}`, {
    left: encodeHex(left),
    right: encodeHex(right),
    result: encodeHex(result),
  });
}
