// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../model/policy-document.ts';
import { ALGORITHMS_RULE } from './rules/algorithms.ts';
import { BUILDER_ID } from './rules/builder-id.ts';
import { CLAIMS } from './rules/claims.ts';
import { DIGEST } from './rules/digest.ts';
import { ENGINES } from './rules/engines.ts';
import { EXAMINER_TIME } from './rules/examiner-time.ts';
import { EXPECT } from './rules/expect.ts';
import { EXPRESSIONS } from './rules/expressions.ts';
import { INCLUSION_PROOF } from './rules/inclusion-proof.ts';
import { KEY_BITS } from './rules/key-bits.ts';
import { KEY_FINGERPRINT } from './rules/key-fingerprint.ts';
import { MAX_ROOT_AGE } from './rules/max-root-age.ts';
import { PREDICATE_TYPES } from './rules/predicate-types.ts';
import { PROMOTION } from './rules/promotion.ts';
import { PUBLISHER } from './rules/publisher.ts';
import { RUNNER } from './rules/runner.ts';
import { SIGNED_BETWEEN } from './rules/signed-between.ts';
import { SIGNER } from './rules/signer.ts';
import { SLSA_LEVEL } from './rules/slsa-level.ts';
import { SOURCE } from './rules/source.ts';
import { THRESHOLDS } from './rules/thresholds.ts';
import { TRIGGER } from './rules/trigger.ts';
import { TTL } from './rules/ttl.ts';
import { WORKFLOW } from './rules/workflow.ts';

/** Every kind of requirement, by its key in a `require` block, in the order in which they are judged and explained. */
export const RULES: Readonly<Record<string, RuleKind>> = Object.freeze(
  Object.assign(Object.create(null) as Record<string, RuleKind>, {
    digest: DIGEST,
    key_fingerprint: KEY_FINGERPRINT,
    signer: SIGNER,
    publisher: PUBLISHER,
    thresholds: THRESHOLDS,
    algorithms: ALGORITHMS_RULE,
    key_bits: KEY_BITS,
    engines: ENGINES,
    signed_between: SIGNED_BETWEEN,
    ttl: TTL,
    examiner_time: EXAMINER_TIME,
    inclusion_proof: INCLUSION_PROOF,
    max_root_age: MAX_ROOT_AGE,
    predicate_types: PREDICATE_TYPES,
    builder_id: BUILDER_ID,
    slsa_level: SLSA_LEVEL,
    source: SOURCE,
    workflow: WORKFLOW,
    trigger: TRIGGER,
    runner: RUNNER,
    promotion: PROMOTION,
    claims: CLAIMS,
    expressions: EXPRESSIONS,
    expect: EXPECT,
  }),
);

/** The row of a rule. A rule of no row is a fault of ours: nothing reads one that RULES did not make. */
export function kindOf(rule: Rule): RuleKind {
  const kind = RULES[rule.kind];
  if (kind === undefined) throw new Error(`no row of RULES is called ${rule.kind}`);
  return kind;
}
