// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, type Finding, finding, type Locator, malformedCheck, passed } from '../model/check.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { TimeRow } from '../model/times.ts';
import { type JudgedLine, judgeLines } from './note-line.ts';
import { parseSignedNote, type SignedNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What came of one signed note. */
export interface JudgedNote {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly signers: readonly Facts[];
  readonly times: readonly TimeRow[];
}

/** @throws Malformed `checkpoint-format`, `limit-exceeded`, `utf8-invalid` */
export function readNote(bytes: Bytes): SignedNote {
  return parseSignedNote(decodeUtf8(bytes));
}

/**
 * Have `threshold` distinct keys of those given signed this note? A wrong line of a given key refuses the whole note (C2SP
 * signed-note, Signatures). Nothing is said of what the text means.
 */
export function judgeNote(
  bytes: Bytes,
  keys: readonly VerifierKey[],
  threshold: number,
  engine: Engine,
  at: Locator,
): JudgedNote {
  const note = attempt(() => readNote(bytes));
  if (!note.ok)
    return { checks: [malformedCheck('note.format', at, note.problem)], findings: [], signers: [], times: [] };
  const { lines, unknown } = judgeLines(note.value, keys, engine);
  const good = lines.filter(({ problem }) => problem === null);
  const distinct = new Set(good.map(({ key }) => key.key.fingerprint)).size;
  const problem = lineProblem(lines) ?? thresholdProblem(lines.length, distinct, threshold);
  const facts = { lines: note.value.lines.length, signed: distinct, threshold };
  return {
    checks: [
      passed('note.format', at),
      problem === null ? passed('note.signature', at, facts) : malformedCheck('note.signature', at, problem, facts),
    ],
    findings: unknown.map((line) => finding('cosignature-unknown', at, line)),
    signers: good.map(signerFacts),
    times: timesOf(good),
  };
}

/** The problem that decides: a line that is wrong weighs more than one that cannot be judged. */
export function lineProblem(lines: readonly JudgedLine[]): Problem | null {
  const problems = lines.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  return problems.find(({ reason }) => reason === 'note-signature') ?? problems[0] ?? null;
}

function thresholdProblem(lines: number, distinct: number, threshold: number): Problem | null {
  if (lines === 0) return { reason: 'note-unsigned', detail: 'no line has the name and the key id of a given key' };
  if (distinct >= threshold) return null;
  return { reason: 'note-threshold', detail: `${distinct} of ${threshold} distinct keys have signed` };
}

export function signerFacts({ key, time }: JudgedLine): Facts {
  return {
    name: key.name,
    fingerprint: key.key.fingerprint,
    form: key.form,
    ...(time === null ? {} : { time: formatInstant(time) }),
  };
}

/** By the clocks of those who signed: nothing proves that they were right. */
export function timesOf(lines: readonly JudgedLine[]): TimeRow[] {
  return lines.flatMap(({ key, time }) =>
    time === null
      ? []
      : [
          {
            source: `cosignature of ${key.name}`,
            instant: formatInstant(time),
            trusted: true,
            usedFor: 'nothing here rests on it',
          },
        ],
  );
}
