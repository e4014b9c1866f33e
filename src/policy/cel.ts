// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type CelExpression, type CelStep, refuseUnbounded } from './cel-bounds.ts';
import type { CelFacts } from './cel-facts.ts';

type Cel = typeof import('@bufbuild/cel');

export type CelAnswer =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly problem: string };
export type CelProgram = (facts: CelFacts) => CelAnswer;

let engine: Cel | null = null;

/** Loads the evaluator. Only done where a policy may have expressions: nothing else pays for it. */
export async function loadExpressionEngine(): Promise<void> {
  engine ??= await import('@bufbuild/cel');
}

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
  if (engine === null) throw new Error('the expression engine was not loaded');
  if (text.length > LIMITS.celCharacters) throw refused(`is longer than ${LIMITS.celCharacters} characters`);
  const { expr } = parse(engine, text, refused);
  if (expr === undefined) throw refused('is empty');
  const budget = { left: 0 };
  const spend = (steps: number): void => {
    budget.left -= steps;
    if (budget.left < 0) throw new Error('the loops take too many steps');
  };
  for (const pattern of refuseUnbounded(expr, refused)) checkPattern(engine, pattern, refused);
  const evaluate = engine.plan(engine.celEnv({ funcs: chargedFunctions(engine, spend) }), expr);
  return ({ bindings, tooLarge }) => {
    if (tooLarge !== null) return { ok: false, problem: tooLarge };
    budget.left = LIMITS.celSteps;
    const answer = evaluate(bindings);
    // Asked first: an error inside an `||` is forgotten by the language where the other side holds.
    if (budget.left < 0) return { ok: false, problem: 'the loops take too many steps' };
    if (engine!.isCelError(answer)) return { ok: false, problem: escapeText(answer.message, 160) };
    if (typeof answer !== 'boolean') return { ok: false, problem: 'the answer is neither true nor false' };
    return { ok: true, value: answer };
  };
}

function parse(cel: Cel, text: string, refused: (why: string) => Error): { expr?: CelExpression | undefined } {
  try {
    return cel.parse(text);
  } catch (error) {
    // A syntax error of the parser, or its stack at its end: of a policy, whose writer is told, never of evidence.
    if (!(error instanceof Error)) throw error;
    throw refused(`is no expression of CEL: ${escapeText(error.message, 120)}`);
  }
}

/** Compiled once on nothing, to learn whether it is RE2 at all. */
function checkPattern(cel: Cel, pattern: string, refused: (why: string) => Error): void {
  if (pattern.length > LIMITS.identityPatternCharacters)
    throw refused(`has a pattern longer than ${LIMITS.identityPatternCharacters} characters`);
  const answer = cel.run('"".matches(pattern)', { pattern });
  if (cel.isCelError(answer)) throw refused('has a pattern that is not of the syntax of RE2');
}

/** Functions whose work grows with what they are given pay for it. `tick` stands in every loop (see cel-bounds). */
function chargedFunctions(cel: Cel, spend: (steps: number) => void) {
  const { BOOL, DYN, INT, STRING } = cel.CelScalar;
  const list = cel.listType(DYN);
  const equal = cel.plan(cel.celEnv(), cel.parse('a == b'));
  const pay = (text: string): void => spend(Math.ceil(text.length / CHARACTERS_PER_STEP));
  return [
    cel.celFunc('tick' satisfies CelStep, [INT], BOOL, (weight) => {
      spend(Number(weight));
      return true;
    }),
    cel.celFunc('@in', [DYN, list], BOOL, (value, members) => {
      spend(members.size);
      for (const member of members) if (equal({ a: member, b: value }) === true) return true;
      return false;
    }),
    cel.celFunc('size', [STRING], INT, (text) => {
      pay(text);
      let count = 0n;
      for (const _ of text) count++;
      return count;
    }),
    cel.celMethod('size', STRING, [], INT, function () {
      pay(this);
      let count = 0n;
      for (const _ of this) count++;
      return count;
    }),
    cel.celFunc('_+_', [STRING, STRING], STRING, (a, b) => {
      pay(a);
      pay(b);
      return a + b;
    }),
    cel.celMethod('contains', STRING, [STRING], BOOL, function (part) {
      pay(this);
      return this.includes(part);
    }),
  ];
}

const CHARACTERS_PER_STEP = 256;
