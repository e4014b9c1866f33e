// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { textOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { compareBuildFact } from './outcome.ts';

export interface TriggerRule extends Rule {
  readonly kind: 'trigger';
  readonly events: readonly string[];
}

/** Which event may have started the build: `push`, `workflow_dispatch`, … */
export const TRIGGER: RuleKind<TriggerRule> = {
  kind: 'trigger',
  key: 'trigger',
  parse: (value, pointer, origin) => [
    { kind: 'trigger', origin, half: 'attestation', events: distinctListOf(value, pointer, textOf) },
  ],
  judge: ({ events }, facts) =>
    compareBuildFact(facts, 'trigger', (found) => events.includes(found), 'policy-trigger', events.join(' or ')),
  explain: ({ events }) => `the build must have been started by ${events.join(' or ')}`,
};
