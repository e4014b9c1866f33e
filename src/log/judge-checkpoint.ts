// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import {
  type Check,
  type Facts,
  type Finding,
  finding,
  type Locator,
  malformedCheck,
  passed,
  skipped,
} from '../model/check.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import { mintVerified, type Verified } from '../model/verified.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type JudgedNote, lineProblem, readNote, signerFacts, timesOf } from './judge-note.ts';
import { type JudgedLine, judgeLines } from './note-line.ts';
import { encodeSignedNote } from './signed-note.ts';
import { meetsQuorum, type TlogPolicy } from './tlog-policy.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Whose checkpoints are asked for, and who must have seen them. */
export interface CheckpointAsked {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  /** Decides which witnesses are enough; null: `witnessThreshold` of them. */
  readonly policy: TlogPolicy | null;
  readonly witnessThreshold: number;
  /** The origin line, exactly; null: it is the name of the log's key, or begins with it as Rekor v1's does. */
  readonly origin: string | null;
  readonly engine: Engine;
}

/** A checkpoint that a given log has signed, with its note as it stands: what a fork is proven by. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
  readonly log: VerifierKey;
}

export interface JudgedCheckpoint extends JudgedNote {
  /** null where no given log has signed it. That witnesses are missing is another check: a fork is proven by the log alone. */
  readonly checkpoint: Verified<SignedCheckpoint> | null;
}

/**
 * Is this the checkpoint of a log that was given, signed by it, and cosigned by enough witnesses (C2SP tlog-checkpoint, tlog-cosignature,
 * tlog-policy)? Every line of a given key must verify.
 */
export function judgeCheckpoint(bytes: Bytes, asked: CheckpointAsked, at: Locator): JudgedCheckpoint {
  const note = attempt(() => readNote(bytes));
  if (!note.ok)
    return refused([malformedCheck('note.format', at, note.problem), ...skippedAfter('note.format', asked, at, 0)]);
  const parsed = attempt(() => readTree(note.value.text));
  if (!parsed.ok)
    return refused([
      passed('note.format', at),
      malformedCheck('checkpoint.format', at, parsed.problem),
      ...skippedAfter('checkpoint.format', asked, at, 1),
    ]);
  const checkpoint = parsed.value;
  const logs = asked.logs.filter((log) => isOrigin(checkpoint.origin, log, asked.origin));
  const { lines, unknown } = judgeLines(note.value, [...logs, ...asked.witnesses], asked.engine);
  const own = lines.filter(({ key }) => logs.includes(key));
  const others = lines.filter(({ key }) => !logs.includes(key));
  const problem = ownProblem(checkpoint, logs, own);
  const log = own.find((line) => line.problem === null)?.key;
  const witnesses = asksWitnesses(asked) ? witnessCheck(others, asked, at) : [];
  const facts = {
    origin: checkpoint.origin,
    size: String(checkpoint.size),
    root: encodeHex(checkpoint.root),
    ...(log === undefined ? {} : { log: log.name, key: log.key.fingerprint }),
  };
  const checks = [
    passed('note.format', at),
    passed('checkpoint.format', at),
    problem === null
      ? passed('checkpoint.signature', at, facts)
      : malformedCheck('checkpoint.signature', at, problem, facts),
    ...witnesses,
  ];
  const good = lines.filter((line) => line.problem === null);
  return {
    checkpoint:
      log !== undefined && problem === null
        ? mintVerified({ ...checkpoint, note: encodeSignedNote(note.value), log })
        : null,
    checks,
    findings: [...findingsOf(checkpoint, at), ...unknown.map((line) => finding('cosignature-unknown', at, line))],
    signers: good.map(signerFacts),
    times: timesOf(good),
  };
}

/** @throws Malformed `checkpoint-format`, `checkpoint-root-mismatch` */
function readTree(text: string): Checkpoint {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.size === 0n && !equalBytes(checkpoint.root, sha256(new Uint8Array(0)))) {
    throw new Malformed('checkpoint-root-mismatch', 'the tree is empty, and its root is not the hash of nothing');
  }
  return checkpoint;
}

/** C2SP tlog-checkpoint: a log's key is named as its origin; Rekor v1 appends the id of its tree. */
function isOrigin(origin: string, { name }: VerifierKey, asked: string | null): boolean {
  if (asked !== null) return origin === asked;
  return origin === name || origin.startsWith(`${name} - `);
}

function ownProblem({ origin }: Checkpoint, logs: readonly VerifierKey[], own: readonly JudgedLine[]): Problem | null {
  const shown = `"${escapeText(origin, 128)}"`;
  if (logs.length === 0)
    return { reason: 'checkpoint-origin', detail: `the origin is ${shown}, and no given log is of that name` };
  if (own.length === 0)
    return { reason: 'checkpoint-unsigned', detail: `no line has the name and the key id of the log ${shown}` };
  const problem = lineProblem(own);
  return problem?.reason === 'note-signature' ? { ...problem, reason: 'checkpoint-signature' } : problem;
}

function asksWitnesses({ witnesses, policy }: CheckpointAsked): boolean {
  return witnesses.length > 0 || (policy !== null && policy.quorum !== null);
}

function witnessCheck(lines: readonly JudgedLine[], asked: CheckpointAsked, at: Locator): Check[] {
  const cosigned = new Set(lines.flatMap(({ key, problem }) => (problem === null ? [key.key.fingerprint] : [])));
  const names = lines.flatMap(({ key, problem }) => (problem === null ? [key.name] : []));
  const facts: Facts = {
    cosigned: [...new Set(names)].sort(),
    wanted:
      asked.policy === null ? `${asked.witnessThreshold} of ${asked.witnesses.length}` : 'the quorum of the policy',
  };
  const met =
    asked.policy === null
      ? cosigned.size >= asked.witnessThreshold
      : meetsQuorum(asked.policy, ({ key }) => cosigned.has(key.fingerprint));
  const problem = lineProblem(lines);
  const short: Problem = {
    reason: 'witness-quorum',
    detail: `${cosigned.size} of ${asked.witnesses.length} known witnesses have cosigned`,
  };
  // What this engine cannot judge may be a good cosignature: it is missed only where the others are not enough.
  const open = problem?.reason === 'note-signature' ? problem : met ? null : (problem ?? short);
  return [
    open === null ? passed('checkpoint.witnesses', at, facts) : malformedCheck('checkpoint.witnesses', at, open, facts),
  ];
}

function findingsOf({ size, extensions }: Checkpoint, at: Locator): Finding[] {
  return [
    ...(size === 0n ? [finding('checkpoint-empty', at, 'size 0')] : []),
    ...(extensions.length > 0 ? [finding('checkpoint-extension', at, `${extensions.length} lines`)] : []),
  ];
}

const ORDER = ['checkpoint.format', 'checkpoint.signature', 'checkpoint.witnesses'] as const;

function skippedAfter(because: Check['id'], asked: CheckpointAsked, at: Locator, from: number): Check[] {
  return ORDER.slice(from)
    .filter((id) => id !== 'checkpoint.witnesses' || asksWitnesses(asked))
    .map((id) => skipped(id, at, because));
}

function refused(checks: readonly Check[]): JudgedCheckpoint {
  return { checkpoint: null, checks, findings: [], signers: [], times: [] };
}
