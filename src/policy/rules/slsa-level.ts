// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleContext, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { integerOf } from '../values.ts';
import { isBuilder, splitBuilderId } from './builder-id.ts';
import { contradiction, open, refuted, satisfied } from './outcome.ts';

export interface SlsaLevelRule extends Rule {
  readonly kind: 'slsa_level';
  readonly level: number;
  readonly builders: RuleContext['builders'];
}

/** SLSA v1.0's build track ends at 3; a table may still speak of v0.1's levels. */
const HIGHEST = 4;

/** The level is never read from the provenance, which may claim any: the policy's table says what each builder earns. */
export const SLSA_LEVEL: RuleKind<SlsaLevelRule> = {
  kind: 'slsa_level',
  key: 'slsa_level',
  parse(value, pointer, origin, { builders } = { builders: [] }) {
    const level = integerOf(value, pointer, 1, HIGHEST);
    if (!builders.some((row) => row.level >= level))
      throw policyProblem(pointer, `no builder of the table "builders" earns level ${level}`);
    return [{ kind: 'slsa_level', origin, half: 'attestation', level, builders }];
  },
  judge({ level, builders }, facts) {
    const { builderId } = facts.build;
    const contradicted = contradiction(facts, 'builderId', { builderId });
    if (contradicted !== null) return contradicted;
    if (builderId === null) return open('builderId is not known', { builderId });
    // Of several rows for one builder the one with its ref is about it, and the lowest of those that remain.
    const rows = builders.filter((row) => isBuilder(builderId, splitBuilderId(row.id)));
    const exact = rows.filter((row) => row.id.includes('@'));
    const earned = (exact.length > 0 ? exact : rows).reduce<number | null>(
      (least, row) => (least === null ? row.level : Math.min(least, row.level)),
      null,
    );
    const seen = { builderId, level: earned };
    if (earned === null) return refuted('policy-slsa-level', 'the builder is not in the table of builders', seen);
    if (earned < level)
      return refuted('policy-slsa-level', `the builder earns level ${earned}, and ${level} is asked`, seen);
    return satisfied(seen);
  },
  explain: ({ level, builders }) =>
    `the builder must earn SLSA build level ${level}; of the table that is ${builders
      .filter((row) => row.level >= level)
      .map((row) => row.id)
      .join(', ')}`,
};
