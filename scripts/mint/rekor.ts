// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, derived, hex, sha256, utf8 } from './bytes.ts';
import { canonical, type Json, type JsonObject } from './json.ts';
import type { MintKey } from './keys.ts';
import { inclusionPath, treeRoot } from './merkle.ts';
import { checkpointText, noteKeyId, signatureLine, signedNote } from './note.ts';

/** A transparency log. `host` names it in checkpoints; Rekor v1 appends its tree's number. */
export interface Rekor {
  readonly host: string;
  readonly treeId: string | null;
  readonly key: MintKey;
}

export function logId(log: Rekor): Bytes {
  return log.treeId === null ? noteKeyId({ name: log.host, key: log.key }) : sha256(log.key.spki);
}

export function origin(log: Rekor): string {
  return log.treeId === null ? log.host : `${log.host} - ${log.treeId}`;
}

export interface EntryPlan {
  readonly log: Rekor;
  readonly kind: string;
  readonly version: string;
  readonly body: Bytes;
  /** Rekor v1 only: seconds. */
  readonly integratedTime?: number;
  readonly proof?: boolean;
  readonly promise?: boolean;
  /** Entries that stand before and after this one in the tree. */
  readonly before?: number;
  readonly after?: number;
  /** Makes the checkpoint from its text: other signers, other lines, other origin. */
  readonly checkpoint?: (parts: CheckpointParts) => string;
}

export interface CheckpointParts {
  readonly log: Rekor;
  readonly size: number;
  readonly root: Bytes;
  readonly text: string;
  /** The log's own line over `text`. */
  readonly line: string;
}

/** What Rekor v1 adds to a tree's index, because earlier trees have been closed. */
const EARLIER_TREES = 4000;

/** One entry of a bundle's tlogEntries, in a tree of fillers. */
export function logEntry(plan: EntryPlan): JsonObject {
  const { log, body } = plan;
  const before = plan.before ?? 5;
  const filler = (i: number): Bytes => derived(`filler/${log.host}/${i}`, 40);
  const leaves = [
    ...Array.from({ length: before }, (_, i) => filler(i)),
    body,
    ...Array.from({ length: plan.after ?? 5 }, (_, i) => filler(before + 1 + i)),
  ];
  const root = treeRoot(leaves);
  const text = checkpointText(origin(log), leaves.length, root);
  const line = signatureLine({ name: log.host, key: log.key }, text);
  const parts = { log, size: leaves.length, root, text, line };
  const index = log.treeId === null ? before : before + EARLIER_TREES;
  const time = plan.integratedTime;
  const proof: JsonObject = {
    logIndex: String(before),
    rootHash: base64(root),
    treeSize: String(leaves.length),
    hashes: inclusionPath(leaves, before).map(base64),
    checkpoint: { envelope: (plan.checkpoint ?? defaultCheckpoint)(parts) },
  };
  return {
    logIndex: String(index),
    logId: { keyId: base64(logId(log)) },
    kindVersion: { kind: plan.kind, version: plan.version },
    ...(time === undefined ? {} : { integratedTime: String(time) }),
    ...(time === undefined || plan.promise === false
      ? {}
      : { inclusionPromise: { signedEntryTimestamp: base64(signedEntryTimestamp(log, body, time, index)) } }),
    ...(plan.proof === false ? {} : { inclusionProof: proof }),
    canonicalizedBody: base64(body),
  };
}

function defaultCheckpoint({ text, line }: CheckpointParts): string {
  return signedNote(text, line);
}

/** Rekor v1's promise: its key over the canonical JSON of these four members. */
export function signedEntryTimestamp(log: Rekor, body: Bytes, integratedTime: number, logIndex: number): Bytes {
  const payload: Json = { body: base64(body), integratedTime, logID: hex(logId(log)), logIndex };
  return log.key.sign(utf8(canonical(payload)), 'sha256');
}
