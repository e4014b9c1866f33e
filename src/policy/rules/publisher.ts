// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import type { ClaimedPublisher } from '../../model/publisher.ts';
import { policyProblem } from '../problem.ts';
import { comparePublisher, PUBLISHER_KINDS, type PublisherName } from '../publishers.ts';
import { blockOf, choiceOf, memberOf, requiredOf, textOf } from '../values.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface PublisherRule extends Rule {
  readonly kind: 'publisher';
  readonly publisher: ClaimedPublisher;
}

/** The certificate must be that of a publisher as package indexes name it: platform, repository and workflow, or account. */
export const PUBLISHER: RuleKind<PublisherRule> = {
  kind: 'publisher',
  key: 'publisher',
  parse(value, pointer, origin) {
    const all = ['kind', 'repository', 'workflow', 'workflow_filepath', 'environment', 'email'];
    const block = blockOf(value, pointer, all);
    const kinds = Object.keys(PUBLISHER_KINDS) as PublisherName[];
    const kind = choiceOf(requiredOf(block, 'kind', pointer), pointerTo(pointer, 'kind'), kinds);
    const { required, optional } = PUBLISHER_KINDS[kind] as {
      required: readonly string[];
      optional: readonly string[];
    };
    const names = Object.keys(blockOf(block, pointer, ['kind', ...required, ...optional]));
    const missing = required.find((name) => memberOf(block, name) === undefined);
    if (missing !== undefined) throw policyProblem(pointer, `a publisher ${kind} has ${missing}`);
    const fields = names
      .filter((name) => name !== 'kind')
      .map((name) => [name, textOf(block[name]!, pointerTo(pointer, name))] as const);
    return [{ kind: 'publisher', origin, half: 'signature', publisher: { kind, fields: Object.fromEntries(fields) } }];
  },
  judge({ publisher }, facts) {
    if (facts.certificate === null) return open('no certificate has verified');
    const { outcome, detail, seen } = comparePublisher(publisher, facts.certificate);
    if (outcome === 'same') return satisfied(seen);
    return outcome === 'open' ? open(detail, seen) : refuted('policy-publisher', detail, seen);
  },
  explain: ({ publisher: { kind, fields } }) =>
    `the publisher must be ${kind}, ${Object.entries(fields)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
};
