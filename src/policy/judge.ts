// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Decision, Effect, Judgement, Policy, ProposedPin, VerdictExitCode } from '../model/policy.ts';
import type { EffectivePolicy, PolicyFacts, Rule, RuleOutcome } from '../model/policy-document.ts';
import { type Indication, REASONS, type ReasonCode, type SubIndication } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { asksBuild } from './asks-build.ts';
import { asksSigner } from './asks-signer.ts';
import { baseEffect, type RuledEffect } from './base-effect.ts';
import { exitCodeOf, worstExitCode } from './exit-code.ts';
import { halvesOfCheck, halvesOfRule, isCardinal, isRefuted, underMatrix, underModes } from './modes.ts';
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

interface Rejection {
  /** Null: a skipped check, whose prerequisite carries the cause. */
  readonly reason: ReasonCode | null;
  readonly failed: boolean;
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
  const all = item.kind === 'input' ? [] : effective.rules;
  const rules = item.registrySigned === true ? all.filter((rule) => !asksBuild(rule)) : all;
  const ruled = rules.map((rule) => judgeRule(rule, item, effective, facts));
  const askedByRules = rules.some((rule, i) => asksSigner([rule]) && decides(ruled[i]!));
  const judgements: Judgement[] = [];
  const codes: VerdictExitCode[] = [];
  const rejections: Rejection[] = [];
  let named = false;
  let released = false;
  for (const check of item.checks) {
    const base = askedByRules && isQuestion(check) ? ANSWERED : baseEffect(check, item, policy);
    const { rule, effect } = effectOf(check, base, item, effective);
    judgements.push(judgementOf(check, rule, effect, base.effect));
    if (!named && effect === 'satisfied' && check.outcome === 'passed') named = PROVES.test(check.id);
    if (effect === 'rejects' && check.outcome !== 'passed') {
      const own = check.outcome === 'skipped' ? null : check.reason;
      rejections.push({ reason: own, failed: check.outcome === 'failed' });
      // A skipped check has no cause of its own: its prerequisite carries the code.
      if (own !== null) codes.push(exitCodeOf(REASONS[own].sub));
      // An operand that could not be read is an item of its own; here it is evidence that is missing.
      else if (check.outcome === 'skipped' && check.because === 'input.read') codes.push(4);
    }
    if (effect === 'warns') codes.push(1);
    if (effect === 'waived' && rule.startsWith('checks.') && isCardinal(check)) codes.push(1);
    if (base.effect === 'rejects' && (effect === 'warns' || effect === 'not-required')) released = true;
  }
  // Nothing that proves anything passed: never 0, whatever was waived. 1 only where modes have let something go.
  if (!named && rejections.length === 0) codes.push(released ? 1 : 4);
  if (rejections.length > 0 && codes.every((code) => code <= 1)) codes.push(3);

  const inForce = judgeInForce(item, effective, facts);
  for (const judgement of [...inForce, ...ruled]) {
    judgements.push(judgement);
    if (judgement.effect === 'warns') codes.push(1);
    if (judgement.effect !== 'rejects') continue;
    const reason = judgement.reason as ReasonCode;
    rejections.push({ reason, failed: REASONS[reason].indication === 'TOTAL-FAILED' });
    codes.push(exitCodeOf(REASONS[reason].sub));
  }

  const asked = codes.length === 0 ? 0 : worstExitCode(codes);
  const warned = judgements.some(({ effect }) => effect === 'warns');
  // A policy that is not in force softens nothing. Every code by itself, so that one more 3 never hides a 4.
  const softens = effective.fallback !== 'fail' && inForce.length === 0;
  const softened = softens ? codes.map((code) => (code === 2 || code === 3 ? 1 : code)) : codes;
  const exitCode = softened.length === 0 ? 0 : worstExitCode(softened);
  if (exitCode !== asked)
    judgements.push(laterJudgement(item, `fallback=${effective.fallback}`, 'policy.fallback', 'warns', 'rejects'));
  const proposed = softens && effective.fallback === 'auto_update' ? proposedPin(item, judgements, facts) : null;
  return {
    ...indicationOf(asked, rejections, warned),
    decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject',
    exitCode,
    judgements,
    ...(proposed === null ? {} : { proposed }),
  };
}

/** Checks that establish something about the evidence; reading and well-formedness alone never make a pass. */
const PROVES =
  /^(signature|layout\.signature|package\.signature|set\.evidence|mac|chain|inclusion|consistency|sct|time\.timestamp|json|vector)/;

function withoutFile({ requireSignature, attestMode, fallback }: Policy): EffectivePolicy {
  const none = { checks: {}, scopes: [], rules: [], effectiveFrom: null, expires: null };
  return { requireSignature, attestMode, fallback, ...none };
}

/** Nobody said on the command line who should have signed. */
function isQuestion(check: Check): boolean {
  return check.outcome === 'indeterminate' && check.reason === 'identity-not-asked';
}

/** Not a milder judgement: a rule that says who may have signed stands in its place. */
const ANSWERED: RuledEffect = { rule: 'certificate.asked-by-rules', effect: 'not-required' };

/** Only a rule that is met, or that rejects: one that a mode has softened leaves the question as open as it was. */
function decides({ effect }: Judgement): boolean {
  return effect === 'satisfied' || effect === 'rejects';
}

function effectOf(check: Check, base: RuledEffect, item: ItemFacts, effective: EffectivePolicy): RuledEffect {
  const matrix = underMatrix(check, base, effective);
  if (base.effect !== 'rejects' || matrix.effect === 'waived') return matrix;
  const modes = underModes(base, halvesOfCheck(check, item), isRefuted(check), effective);
  return matrix.effect === 'warns' && modes.effect === 'rejects' ? matrix : modes;
}

function judgementOf(check: Check, rule: string, effect: Effect, base: Effect): Judgement {
  return {
    rule,
    check: check.id,
    at: check.at.evidence + (check.at.pointer === '' ? '' : `#${check.at.pointer}`),
    effect,
    reason: check.outcome === 'passed' ? null : check.reason,
    ...(effect === base ? {} : { underEnforce: base }),
  };
}

function laterJudgement(item: ItemFacts, rule: string, check: string, effect: Effect, underEnforce: Effect): Judgement {
  return { rule, check, at: item.name, effect, reason: null, ...(effect === underEnforce ? {} : { underEnforce }) };
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

/** The indication is that of the evidence under the rules as they stand: no fallback touches it. */
function indicationOf(
  asked: VerdictExitCode,
  rejections: readonly Rejection[],
  warned: boolean,
): { readonly indication: Indication; readonly sub: SubIndication | null } {
  const cause = rejections.find(({ reason }) => reason !== null && exitCodeOf(REASONS[reason].sub) === asked);
  const sub = cause?.reason == null ? null : REASONS[cause.reason].sub;
  const indication: Indication = rejections.some(({ failed }) => failed)
    ? 'TOTAL-FAILED'
    : asked > 1 || warned
      ? 'INDETERMINATE'
      : 'TOTAL-PASSED';
  return { indication, sub: indication === 'TOTAL-PASSED' ? null : (sub ?? 'SIGNED_DATA_NOT_FOUND') };
}
