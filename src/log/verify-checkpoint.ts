// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { equalBytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { InclusionProof } from '../model/signed-entity.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { CheckpointCache } from './checkpoint-cache.ts';
import { type Cosignature, isLineOf, verifyCosignature, type Witness } from './cosignature.ts';
import type { LogKind } from './log-kind.ts';
import { hintOf, type NoteLine, parseSignedNote, type SignedNote } from './signed-note.ts';
import type { TrustedLog } from './trusted-log.ts';

export interface ParsedCheckpoint {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
}

export interface VerifiedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
  /** Lines of nobody who is known here, as `name (hint)`. */
  readonly ignored: readonly string[];
}

/** @throws Malformed `checkpoint-format`, `limit-exceeded` */
export function readCheckpoint(text: string): ParsedCheckpoint {
  const note = parseSignedNote(text);
  return { note, checkpoint: parseCheckpoint(note.text) };
}

/**
 * Verifies that a log has signed the root and the size of a proof. A line is the log's where both its name and its key id
 * are; each such line must verify. All other lines are somebody else's, also under the log's own name.
 *
 * @throws Malformed `checkpoint-origin`, `checkpoint-unsigned`, `checkpoint-signature`, `checkpoint-root-mismatch`, and what
 *   the engine cannot do (C2SP tlog-checkpoint; signed-note, Signatures; attacks C02, C13)
 */
export function verifyCheckpoint(
  { note, checkpoint }: ParsedCheckpoint,
  proof: InclusionProof,
  {
    log,
    kind,
    engine,
    witnesses,
    cache,
  }: {
    readonly log: TrustedLog;
    readonly kind: LogKind;
    readonly engine: Engine;
    readonly witnesses: readonly Witness[];
    readonly cache: CheckpointCache | null;
  },
): VerifiedCheckpoint {
  if (!kind.originMatches(checkpoint.origin, log.name)) {
    throw new Malformed(
      'checkpoint-origin',
      `the origin is ${quoted(checkpoint.origin)}, the log is ${quoted(log.name)}`,
    );
  }
  verifyOwnLines(note, log, engine, cache);
  if (checkpoint.size !== proof.treeSize) {
    throw new Malformed(
      'checkpoint-root-mismatch',
      `the checkpoint is of size ${checkpoint.size}, the proof of ${proof.treeSize}`,
    );
  }
  if (!equalBytes(checkpoint.root, proof.rootHash)) {
    const roots = `${encodeHex(checkpoint.root)}, the proof ${encodeHex(proof.rootHash)}`;
    throw new Malformed('checkpoint-root-mismatch', `the checkpoint names the root ${roots}`);
  }
  return { checkpoint, ...verifyOtherLines(note, log, engine, witnesses) };
}

function isOwnLine(line: NoteLine, log: TrustedLog): boolean {
  const [row] = log.rows;
  return line.name === log.name && line.hint === hintOf(row.checkpointKeyId ?? row.logId);
}

function verifyOwnLines(note: SignedNote, log: TrustedLog, engine: Engine, cache: CheckpointCache | null): void {
  const own = note.lines.filter((line) => isOwnLine(line, log));
  if (own.length === 0) {
    throw new Malformed('checkpoint-unsigned', `no line has the name ${quoted(log.name)} and the key id of its key`);
  }
  const [{ key, scheme }] = log.rows;
  const text = encodeUtf8(note.text);
  for (const line of own) {
    const known =
      cache === null
        ? null
        : `${engine.id} ${scheme} ${key.fingerprint} ${sha256Hex(text)} ${encodeHex(line.signature)}`;
    if (known !== null && cache?.has(known)) continue;
    const reason = outcomeReason(engine.verify(scheme, key, text, line.signature));
    if (reason === 'signature-mismatch' || reason === 'signature-encoding') {
      throw new Malformed(
        'checkpoint-signature',
        `the line of ${quoted(log.name)} does not verify under key ${key.fingerprint}`,
      );
    }
    if (reason !== null) throw new Malformed(reason, `the line of ${quoted(log.name)} under ${scheme}`);
    if (known !== null) cache?.add(known);
  }
}

function verifyOtherLines(note: SignedNote, log: TrustedLog, engine: Engine, witnesses: readonly Witness[]) {
  const cosignatures: Cosignature[] = [];
  const ignored: string[] = [];
  for (const line of note.lines) {
    if (isOwnLine(line, log)) continue;
    const witness = witnesses.find((candidate) => isLineOf(candidate, line));
    if (witness === undefined) {
      ignored.push(`${escapeText(line.name, 64)} (${line.hint.toString(16).padStart(8, '0')})`);
      continue;
    }
    const cosignature = verifyCosignature(witness, line, note.text, engine);
    if (cosignature === null) {
      throw new Malformed('checkpoint-signature', `the line of witness ${quoted(witness.name)} does not verify`);
    }
    cosignatures.push(cosignature);
  }
  return { cosignatures, ignored };
}

function quoted(text: string): string {
  return `"${escapeText(text, 128)}"`;
}
