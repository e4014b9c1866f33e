// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { type FileRange, RangeReader } from '../evidence/file-range.ts';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import type { Bytes } from '../model/bytes.ts';
import { malformedCheck } from '../model/check.ts';
import type { Parsed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { NOTHING_ASKED } from '../policy/effective.ts';
import { namedDigests } from '../policy/named-digests.ts';
import { digestsFor } from './artifact-stage.ts';
import { refusedItem } from './compose-report.ts';
import { examineSet, type SetResult } from './evidence-set.ts';
import { asksRules, joinPolicy, judgeJoined, type Question } from './judging.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** One question of a batch: does this evidence hold for these artifacts. What is asked of it is the context's. */
export interface BatchJob {
  readonly name: string;
  /** In memory, or where it lies: a range is read when its turn comes, and forgotten afterwards. */
  readonly evidence: Bytes | FileRange;
  readonly artifacts: readonly BatchArtifact[];
}

/** An artifact as everywhere, or the place of its bytes. */
export type BatchArtifact = Artifact | { readonly name: string; readonly content: FileRange };

/** The part of a result that is small, and all that comes back from a worker. */
export interface BatchVerdict extends Verdict {
  /** The job's place in the input, from 0. */
  readonly index: number;
  readonly name: string;
  /** Of all checks that did not pass but the skipped ones, each once, in the order of the checks. */
  readonly reasons: readonly ReasonCode[];
}

export interface BatchResult {
  readonly verdict: BatchVerdict;
  /** Every fact, for whoever composes a report of each. */
  readonly examined: SetResult;
}

/**
 * Examines many jobs under one context and judges each as a report would, in this thread and in input order, one at a time: memory does not grow with their
 * number. What one job has proved helps the next only where it is no evidence's own word: links of the trusted root, the
 * paths of a leaf under it (by the leaf's digest), checkpoints (by key, note and signature). All of it is bounded, kept by
 * trusted root, and a failure is never remembered for another root or key.
 *
 * @param first the index of the first job
 */
export function* examineBatch(
  jobs: Iterable<BatchJob>,
  context: ExaminationContext,
  first = 0,
): Generator<BatchResult, void> {
  const within: ExaminationContext = {
    ...context,
    withPolicyFacts: context.judging === undefined ? context.withPolicyFacts === true : asksRules(context.judging),
    checkpoints: context.checkpoints ?? createCheckpointCache(),
  };
  const reader = new RangeReader();
  try {
    let index = first;
    for (const job of jobs) yield examineJob(job, index++, within, reader);
  } finally {
    reader.close();
  }
}

function examineJob(job: BatchJob, index: number, context: ExaminationContext, reader: RangeReader): BatchResult {
  const { name } = job;
  const refused: ItemFacts[] = [];
  const artifacts: Artifact[] = [];
  const { document, asked } = context.judging ?? { document: null, asked: NOTHING_ASKED };
  const hashes = [...new Set<HashName>(['sha256', ...namedDigests(document, asked.rules)])];
  for (const one of job.artifacts) {
    const held = artifactOf(one, reader, hashes);
    if (held.ok) artifacts.push(held.value);
    else
      refused.push(
        refusedItem(one.name, malformedCheck('input.read', { evidence: one.name, pointer: '' }, held.problem)),
      );
  }
  const evidence = bytesOf(job.evidence, reader);
  const file = evidence.ok ? { name, bytes: evidence.value } : { name, bytes: null, problem: evidence.problem };
  const examined = examineSet([file], artifacts, refused.length === 0 ? context : { ...context, artifactUnread: true });
  const items = refused.length === 0 ? examined.items : [...refused, ...examined.items];
  const question: Question = { ...context, engine: context.engine.id };
  const judged = items.map((item) => judgeJoined(item, question, joinPolicy(item, question)));
  return {
    verdict: { index, name, ...verdictOf(judged), reasons: reasonsOf(items) },
    examined: refused.length === 0 ? examined : { ...examined, items },
  };
}

function artifactOf(one: BatchArtifact, reader: RangeReader, hashes: readonly HashName[]): Parsed<Artifact> {
  if (!('content' in one)) return { ok: true, value: withDigests(one, hashes) };
  const read = reader.read(one.content);
  if (!read.ok) return read;
  const digests = new Map(hashes.map((name) => [name, digestHex(name, read.value)]));
  return { ok: true, value: { name: one.name, bytes: read.value, digests, given: 'file' } };
}

/** What the policy names is computed; what the caller has computed stays as it is. */
function withDigests(one: Artifact, hashes: readonly HashName[]): Artifact {
  const missing = one.bytes === null ? [] : hashes.filter((name) => name !== 'sha256' && !one.digests.has(name));
  if (missing.length === 0) return one;
  return { ...one, digests: new Map([...one.digests, ...digestsFor(one, missing)]) };
}

function bytesOf(held: Bytes | FileRange, reader: RangeReader): Parsed<Bytes> {
  return held instanceof Uint8Array ? { ok: true, value: held } : reader.read(held);
}

function reasonsOf(items: readonly ItemFacts[]): ReasonCode[] {
  const reasons = new Set<ReasonCode>();
  for (const { checks } of items) {
    for (const check of checks) {
      if (check.outcome === 'failed' || check.outcome === 'indeterminate') reasons.add(check.reason);
    }
  }
  return [...reasons];
}
