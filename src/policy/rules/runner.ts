// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { choiceOf } from '../values.ts';
import { compareBuildFact } from './outcome.ts';

export interface RunnerRule extends Rule {
  readonly kind: 'runner';
  readonly runner: 'github-hosted' | 'self-hosted';
}

export const RUNNER: RuleKind<RunnerRule> = {
  kind: 'runner',
  key: 'runner',
  parse: (value, pointer, origin) => [
    { kind: 'runner', origin, half: 'attestation', runner: choiceOf(value, pointer, ['github-hosted', 'self-hosted']) },
  ],
  judge: ({ runner }, facts) => compareBuildFact(facts, 'runner', (found) => found === runner, 'policy-runner', runner),
  explain: ({ runner }) => `the build must have run on a ${runner} runner`,
};
