// SPDX-License-Identifier: Apache-2.0
import type { CelResult } from '@bufbuild/cel';
import { cutText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type CelExpression, refuseUnbounded } from './cel-bounds.ts';
import { type Cel, expressionEngine } from './cel-engine.ts';
import type { CelFacts } from './cel-facts.ts';
import { chargedFunctions } from './cel-functions.ts';
import { celPattern } from './cel-patterns.ts';

export { loadExpressionEngine } from './cel-engine.ts';

export type CelAnswer =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly problem: string };
export type CelProgram = (facts: CelFacts) => CelAnswer;

/**
 * Reads one expression of the Common Expression Language (cel-spec, without its protobuf messages). It sees the facts and
 * nothing else, and what it may cost is known before it runs: its length, its syntax tree, the depth of loops in loops, the
 * steps of all its loops, and the size of the facts. Regular expressions (RE2) are literals, so that evidence never brings
 * its own. Whatever is no `true` or `false` in the end is a problem: a missing fact, another type, a spent budget.
 *
 * `loadExpressionEngine` must have been awaited before.
 *
 * @param refused makes the error of the end of a sentence: `is longer than …`
 */
export function compileCel(text: string, refused: (why: string) => Error): CelProgram {
  const cel = expressionEngine();
  if (text.length > LIMITS.celCharacters) throw refused(`is longer than ${LIMITS.celCharacters} characters`);
  const { expr } = parse(cel, text, refused);
  if (expr === undefined) throw refused('is empty');
  const budget = { left: 0 };
  const spend = (steps: number): void => {
    budget.left -= steps;
    if (budget.left < 0) throw new Error(SPENT);
  };
  const patterns = new Map(refuseUnbounded(expr, refused).map((one) => [one, celPattern(one, refused)]));
  const evaluate = cel.plan(cel.celEnv({ funcs: chargedFunctions(cel, spend, patterns) }), expr);
  return ({ bindings, tooLarge }) => {
    if (tooLarge !== null) return { ok: false, problem: tooLarge };
    budget.left = LIMITS.celSteps;
    const answer = evaluate(bindings);
    // Asked first: an error inside an `||` is forgotten by the language where the other side holds.
    if (budget.left < 0) return { ok: false, problem: SPENT };
    return answerOf(cel, answer);
  };
}

const SPENT = 'the expression takes too many steps';

function answerOf(cel: Cel, answer: CelResult): CelAnswer {
  if (cel.isCelError(answer)) return { ok: false, problem: cutText(answer.message, 160) };
  if (typeof answer !== 'boolean') return { ok: false, problem: 'the answer is neither true nor false' };
  return { ok: true, value: answer };
}

function parse(cel: Cel, text: string, refused: (why: string) => Error): { expr?: CelExpression | undefined } {
  try {
    return cel.parse(text);
  } catch (error) {
    // A syntax error of the parser, or its stack at its end: of a policy, whose writer is told, never of evidence.
    if (error instanceof RangeError) throw refused('is nested too deeply');
    if (!(error instanceof Error)) throw error;
    throw refused(`is no expression of CEL: ${cutText(error.message, 120)}`);
  }
}
