// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { type CelProgram, compileCel } from '../cel.ts';
import { celFacts } from '../cel-facts.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, linesOf, listOf, requiredOf, textOf } from '../values.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface ExpressionRule extends Rule {
  readonly kind: 'expressions';
  readonly name: string;
  readonly text: string;
  readonly program: CelProgram;
}

/** For what the other rules do not cover: CEL over the facts. Only `true` satisfies; an error is an open question. */
export const EXPRESSIONS: RuleKind<ExpressionRule> = {
  kind: 'expressions',
  key: 'expressions',
  parse(value, pointer, origin) {
    const names = new Set<string>();
    return listOf(value, pointer, (one, at) => {
      const rule = readExpression(one, at, `${origin}[${names.size}]`);
      if (names.has(rule.name)) throw policyProblem(pointerTo(at, 'name'), 'an expression before has the same name');
      names.add(rule.name);
      return rule;
    });
  },
  judge(rule, facts) {
    const answer = rule.program(celFacts(facts));
    const seen = { expression: rule.text, answer: answer.ok ? answer.value : null };
    if (!answer.ok) return open(`${rule.name}: ${answer.problem}`, seen, 'policy-expression-error');
    if (answer.value) return satisfied(seen);
    return refuted('policy-expression', `${rule.name} is false`, seen);
  },
  explain: ({ name, text }) => `${name}: ${text} must be true`,
};

function readExpression(value: JsonValue, pointer: string, origin: string): ExpressionRule {
  const block = blockOf(value, pointer, ['name', 'cel']);
  const name = textOf(requiredOf(block, 'name', pointer), pointerTo(pointer, 'name'));
  const place = pointerTo(pointer, 'cel');
  const text = linesOf(requiredOf(block, 'cel', pointer), place);
  const program = compileCel(text, (why) => policyProblem(place, `the expression ${why}`));
  return { kind: 'expressions', origin, half: 'attestation', name, text, program };
}
