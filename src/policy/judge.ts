// SPDX-License-Identifier: Apache-2.0
import {
  ASKED_BY_RULES,
  type Decision,
  type Effect,
  type Judgement,
  type Policy,
  type ProposedPin,
  type VerdictExitCode,
} from '../model/policy.ts';
import type { EffectivePolicy, PolicyFacts, Rule, RuleOutcome } from '../model/policy-document.ts';
import { type Indication, REASONS, type ReasonCode, type SubIndication } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { asksBuild } from './asks-build.ts';
import { asksSigner } from './asks-signer.ts';
import type { RuledEffect } from './base-effect.ts';
import { type Answer, conclude, laterJudgement } from './conclude.ts';
import { halvesOfRule, underModes } from './modes.ts';
import { proposedPin } from './proposed-pin.ts';
import { kindOf } from './rules.ts';

export interface Judged {
  readonly indication: Indication;
  readonly sub: SubIndication | null;
  readonly decision: Decision;
  readonly exitCode: VerdictExitCode;
  /** One for each check, in their order; then one for each rule of a policy, and for what came of the whole. */
  readonly judgements: readonly Judgement[];
  /** Only under `fallback: auto_update`, and only where nothing but a pinned digest differs. */
  readonly proposed?: ProposedPin;
}

/**
 * Turns the facts about one item into judgements and one decision. Changing a policy never changes a fact.
 *
 * @param effective what holds for this item of the policy file, joined with the command line; none: the modes of `policy`
 * @param facts what rules may read; null: nothing is known, so that every rule stays open
 */
export function judge(
  item: ItemFacts,
  policy: Policy,
  effective: EffectivePolicy = withoutFile(policy),
  facts: PolicyFacts | null = null,
): Judged {
  // An item that could not be read has no facts at all, and its checks say so.
  const all = UNSIGNED_KINDS.has(item.kind) ? [] : [...effective.rules, ...(effective.claimedRules ?? [])];
  const rules = item.registrySigned === true ? all.filter((rule) => !asksBuild(rule)) : all;
  const asking = rules.filter((rule) => effective.rules.includes(rule));
  const ruled = rules.map((rule) => judgeRule(rule, item, effective, facts));
  const inForce = judgeInForce(item, effective, facts);
  const judged = conclude(item, policy, { modes: effective, answer: answerOf(asking, ruled), inForce, ruled });
  const pins = effective.fallback === 'auto_update' && inForce.length === 0;
  const proposed = pins ? proposedPin(item, judged.judgements, rules, facts) : null;
  return { ...judged, ...(proposed === null ? {} : { proposed }) };
}

/** Items that nobody signs: what rules ask of signers and statements is asked of the evidence itself, each piece by itself. */
const UNSIGNED_KINDS: ReadonlySet<string> = new Set([
  'input',
  'evidence-set',
  'oci-layout',
  'bagit-bag',
  'model-signing',
  'checksum-list',
  'stellaops-bundle',
  'go-checksum-tree',
  'rfc3161-timestamp',
  'custody-timeline',
  'replay-question',
  'foreign-timeline',
]);

function withoutFile({ requireSignature, attestMode, fallback }: Policy): EffectivePolicy {
  const none = { checks: {}, scopes: [], rules: [], effectiveFrom: null, expires: null };
  return { requireSignature, attestMode, fallback, ...none };
}

/**
 * What becomes of that question where rules say who may have signed. Not a milder judgement: they stand in its place, where
 * they are met or reject; one that a mode has softened leaves the question as open as it was. Only the spec of a package may
 * warn in its place: a mismatch with it is a warning wherever attestations are not enforced (issue 3, part 4).
 */
function answerOf(rules: readonly Rule[], ruled: readonly Judgement[]): Answer | null {
  const asking = rules.flatMap((rule, i) => (asksSigner([rule]) ? [{ rule, effect: ruled[i]!.effect }] : []));
  const by = (effect: Effect, some: typeof asking) =>
    some.length === 0
      ? null
      : { rule: ASKED_BY_RULES, effect, detail: `asked by ${some.map(({ rule }) => rule.origin).join(', ')}` };
  return (
    by(
      'not-required',
      asking.filter(({ effect }) => effect === 'satisfied' || effect === 'rejects'),
    ) ??
    by(
      'warns',
      asking.filter(({ rule, effect }) => rule.kind === 'expect' && effect === 'warns'),
    )
  );
}

/** Nothing where the policy is in force: from `effective_from`, and before `expires`. */
function judgeInForce(item: ItemFacts, effective: EffectivePolicy, facts: PolicyFacts | null): Judgement[] {
  const { effectiveFrom, expires } = effective;
  if (effectiveFrom === null && expires === null) return [];
  const at = facts?.at;
  const reason: ReasonCode | null =
    at === undefined
      ? 'policy-fact-unknown'
      : effectiveFrom !== null && at < effectiveFrom
        ? 'policy-not-effective'
        : expires !== null && at >= expires
          ? 'policy-expired'
          : null;
  if (reason === null) return [];
  return [{ ...laterJudgement(item, 'policy.in-force', 'policy.in-force', 'rejects', 'rejects'), reason }];
}

function judgeRule(rule: Rule, item: ItemFacts, effective: EffectivePolicy, facts: PolicyFacts | null): Judgement {
  const kind = kindOf(rule);
  const { outcome, reason, detail, seen } = facts === null ? NOTHING_KNOWN : kind.judge(rule, facts);
  const strict: Effect = outcome === 'passed' ? 'satisfied' : (kind.worst ?? 'rejects');
  const refuted = outcome === 'failed';
  const full: RuledEffect = { rule: rule.origin, effect: strict };
  const { effect } = strict === 'satisfied' ? full : underModes(full, halvesOfRule(rule, item), refuted, effective);
  return {
    ...laterJudgement(item, rule.origin, `policy.${rule.kind}`, effect, strict),
    // Whatever a row gives as its reason has to be one of ours: an unknown one is an open question, and rejects.
    reason: outcome === 'passed' ? null : reasonOf(reason),
    seen,
    ...(detail === '' ? {} : { detail }),
  };
}

const NOTHING_KNOWN: RuleOutcome = {
  outcome: 'indeterminate',
  reason: 'policy-fact-unknown',
  detail: 'nothing is known about this item',
  seen: {},
};

function reasonOf(reason: string | null): ReasonCode {
  return reason !== null && Object.hasOwn(REASONS, reason) ? (reason as ReasonCode) : 'policy-fact-unknown';
}
