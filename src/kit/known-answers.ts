// SPDX-License-Identifier: Apache-2.0
import { type AnswerGroup, askGroup, type GivenAnswer } from './known-answers/answer.ts';
import { DIGEST_ANSWERS, MAC_ANSWERS } from './known-answers/digests.ts';
import { READER_ANSWERS } from './known-answers/readers.ts';
import { SIGNATURES } from './known-answers/signatures.ts';
import { TREE_ANSWERS } from './known-answers/trees.ts';
import { EXIT_ANSWERS, VERDICT_ANSWERS } from './known-answers/verdicts.ts';

/** ANSWERS: what the self-test asks, group by group. Everything that it needs is part of the program. */
export const ANSWERS: readonly AnswerGroup[] = [
  DIGEST_ANSWERS,
  MAC_ANSWERS,
  SIGNATURES,
  READER_ANSWERS,
  TREE_ANSWERS,
  VERDICT_ANSWERS,
  EXIT_ANSWERS,
];

export async function askAll(groups: readonly AnswerGroup[] = ANSWERS): Promise<readonly GivenAnswer[]> {
  const given: GivenAnswer[] = [];
  for (const group of groups) given.push(...(await askGroup(group)));
  return given;
}
