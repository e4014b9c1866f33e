// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PolicyFacts, Rule, RuleKind, RuleOutcome, TextMatch } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, inexactNumber, isRounded, mapOf, memberOf, textMatchOf } from '../values.ts';
import { asked, compareBuildFact, contradiction, open, refuted, satisfied, worstOf } from './outcome.ts';
import { isRepository, readRepository } from './repository.ts';

const PARTS = {
  path: 'workflow',
  repository: 'workflowRepository',
  ref: 'workflowRef',
  name: 'workflowName',
} as const;
type Part = keyof typeof PARTS;

export interface WorkflowRule extends Rule {
  readonly kind: 'workflow';
  readonly parts: Readonly<Partial<Record<Part, TextMatch>>>;
  /** Inputs of a build that was started by hand: each must be given so. */
  readonly inputs: readonly (readonly [string, string | number | boolean])[];
}

/** Which workflow built it, and with what inputs. All parts that are given must hold. */
export const WORKFLOW: RuleKind<WorkflowRule> = {
  kind: 'workflow',
  key: 'workflow',
  parse(value, pointer, origin) {
    const names = Object.keys(PARTS) as Part[];
    const block = blockOf(value, pointer, [...names, 'inputs']);
    const parts: Partial<Record<Part, TextMatch>> = {};
    for (const name of names) {
      const given = memberOf(block, name);
      const read = name === 'repository' ? readRepository : textMatchOf;
      if (given !== undefined) parts[name] = read(given, pointerTo(pointer, name));
    }
    const inputs = memberOf(block, 'inputs');
    return [
      {
        kind: 'workflow',
        origin,
        half: 'attestation',
        parts,
        inputs: inputs === undefined ? [] : readInputs(inputs, pointerTo(pointer, 'inputs')),
      },
    ];
  },
  judge({ parts, inputs }, facts) {
    const outcomes = (Object.entries(parts) as [Part, TextMatch][]).map(([name, match]) =>
      compareBuildFact(facts, PARTS[name], (found) => holds(name, match, found), 'policy-workflow', asked(match)),
    );
    if (inputs.length > 0) outcomes.push(judgeInputs(inputs, facts));
    return worstOf(outcomes);
  },
  explain({ parts, inputs }) {
    const all = (Object.entries(parts) as [Part, TextMatch][]).map(([name, match]) => `${name} ${asked(match)}`);
    for (const [name, value] of inputs) all.push(`input ${name} = ${JSON.stringify(value)}`);
    return `the workflow must have ${all.join(', ')}`;
  },
};

function holds(name: Part, match: TextMatch, found: string): boolean {
  return name === 'repository' ? isRepository(match, found) : match.matches(found);
}

function readInputs(value: JsonValue, pointer: string): [string, string | number | boolean][] {
  return Object.entries(mapOf(value, pointer)).map(([name, one]) => {
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean')
      throw policyProblem(pointerTo(pointer, name), 'an input is a text, a number, true or false');
    if (typeof one === 'number' && isRounded(one)) throw inexactNumber(pointerTo(pointer, name));
    return [name, one];
  });
}

function judgeInputs(inputs: WorkflowRule['inputs'], facts: PolicyFacts): RuleOutcome {
  const given = facts.build.inputs;
  const seen = { inputs: given === null ? null : shown(given) };
  const contradicted = contradiction(facts, 'inputs', seen);
  if (contradicted !== null) return contradicted;
  if (given === null) return open('the inputs of the workflow are not known', seen);
  for (const [name, value] of inputs) {
    const found = Object.hasOwn(given, name) ? given[name] : undefined;
    if (typeof found === 'number' && isRounded(found))
      return open(`input ${name} is a whole number beyond 2^53, which is not known exactly`, seen);
    if (found !== value)
      return refuted(
        'policy-workflow',
        `input ${name} is ${found === undefined ? 'absent' : JSON.stringify(found)}, not ${JSON.stringify(value)}`,
        seen,
      );
  }
  return satisfied(seen);
}

const SHOWN = 32;

function shown(inputs: JsonObject): string[] {
  return Object.entries(inputs)
    .slice(0, SHOWN)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
