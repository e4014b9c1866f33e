// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../../encoding/json.ts';
import { asArray, asObject, pointerTo } from '../../encoding/json-fields.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { VerdictExitCode } from '../../model/policy.ts';
import { REASONS, type ReasonEntry, type SubIndication } from '../../model/reasons.ts';
import { exitCodeOf, worstExitCode } from '../../policy/exit-code.ts';
import { CASE_FILES, CASES_JSON } from '../generated/known-answers.generated.ts';
import { parseSampleCase, type SampleCase, verdictLine, verdictOf } from '../sample-case.ts';
import type { AnswerGroup, KnownAnswer } from './answer.ts';

/** The evidence that the program carries: minted, by keys that are no secret. */
export function embeddedCases(): readonly SampleCase[] {
  return asArray(parseJson(encodeUtf8(CASES_JSON)), '').map((one, i) => {
    const at = pointerTo('', i);
    return parseSampleCase(asObject(one, at), at);
  });
}

export function embeddedFile(name: string): Bytes {
  const text = Object.hasOwn(CASE_FILES, name) ? CASE_FILES[name] : undefined;
  if (text === undefined) throw new Malformed('input-missing', `no file ${name} is embedded`);
  return encodeUtf8(text);
}

export function embeddedFileNames(): readonly string[] {
  return Object.keys(CASE_FILES);
}

/** Every exit code that is a verdict, each from evidence, through all stages. */
export const VERDICT_ANSWERS: AnswerGroup = {
  name: 'verdicts',
  answers: embeddedCases().map((one) => ({
    name: one.name,
    expected: verdictLine(one.expected),
    ask: () => verdictLine(verdictOf(one, embeddedFile)),
  })),
};

/** Said here a second time, and on purpose: the table that decides must not be its own witness. */
const EXITS: Readonly<Record<string, VerdictExitCode>> = {
  HASH_FAILURE: 2,
  SIGNED_DATA_NOT_FOUND: 4,
  TRY_LATER: 5,
};
const WORST: readonly (readonly [readonly VerdictExitCode[], VerdictExitCode])[] = [
  [[], 4],
  [[0], 0],
  [[0, 1], 1],
  [[0, 1, 5], 5],
  [[0, 1, 5, 4], 4],
  [[0, 1, 5, 4, 2], 2],
  [[0, 1, 5, 4, 2, 3], 3],
];

/** The exit code of every sub-indication that a reason leads to, and which of several wins. */
export const EXIT_ANSWERS: AnswerGroup = {
  name: 'exit codes',
  answers: [
    ...[...new Set(Object.values(REASONS as Readonly<Record<string, ReasonEntry>>).map(({ sub }) => sub))].sort().map(
      (sub: SubIndication): KnownAnswer => ({
        name: sub,
        expected: String(EXITS[sub] ?? 3),
        ask: () => String(exitCodeOf(sub)),
      }),
    ),
    ...WORST.map(
      ([codes, worst]): KnownAnswer => ({
        name: `worst of ${codes.join(' ') || 'nothing'}`,
        expected: String(worst),
        ask: () => String(worstExitCode(codes)),
      }),
    ),
  ],
};
