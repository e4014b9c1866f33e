// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
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
import { baseEffect, type RuledEffect } from './base-effect.ts';
import { exitCodeOf, worstExitCode } from './exit-code.ts';
import { type Cause, causesOf, claims, codesOf, indicationOf, provesSomething } from './indication.ts';
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
  const answer = answerOf(asking, ruled);
  const judgements: Judgement[] = [];
  const codes: VerdictExitCode[] = [];
  const asItStands: RuledEffect[] = [];
  const missed: Judgement[] = [];
  const released: Cause[] = [];
  let named = false;
  let refuses = false;
  for (const check of item.checks) {
    const answered = answer !== null && isQuestion(check);
    const base = answered ? answer : baseEffect(check, item, policy);
    const { rule, effect } = effectOf(check, base, item, effective);
    asItStands.push(base);
    judgements.push({
      ...judgementOf(check, rule, effect, base.effect),
      ...(answered ? { detail: answer.detail } : {}),
    });
    named ||= effect === 'satisfied' && provesSomething(check);
    if (effect === 'rejects' && check.outcome !== 'passed') {
      refuses = true;
      codes.push(...codesOf(check));
    }
    if (effect === 'waived' && rule.startsWith('checks.') && isCardinal(check)) {
      const reason = check.outcome === 'passed' ? 'policy-check-skipped' : reasonBehind(check, item);
      missed.push({ ...laterJudgement(item, rule, 'policy.skip', 'warns', 'warns'), reason, detail: SKIPPED });
    }
    if (effect === 'warns') codes.push(1);
    if (base.effect === 'rejects' && (effect === 'warns' || effect === 'not-required'))
      released.push(...causesOf(check, rule, item));
  }
  codes.push(...missed.map(() => 1 as const));
  // Nothing that proves anything passed: never 0, whatever was waived. 1 only where modes have let something go.
  const unproven = !named && !refuses && claims(item);
  if (unproven) codes.push(released.length > 0 ? 1 : 4);
  if (refuses && codes.every((code) => code <= 1)) codes.push(3);

  // Where the signature was not even judged since a check has refused, that check carries the code of all that is not known.
  const unjudged = codes.some((code) => code > 1) && item.checks.some(isUnjudgedSignature);
  const inForce = judgeInForce(item, effective, facts);
  for (const judgement of [...inForce, ...ruled]) {
    judgements.push(judgement);
    if (judgement.effect !== 'rejects' && judgement.effect !== 'warns') continue;
    const reason = judgement.reason as ReasonCode;
    if (unjudged && judgement.effect === 'rejects' && reason === 'policy-fact-unknown' && !inForce.includes(judgement))
      continue;
    codes.push(judgement.effect === 'rejects' ? exitCodeOf(REASONS[reason].sub) : 1);
  }

  judgements.push(...missed);
  if (unproven) {
    const effect = released.length > 0 ? 'warns' : 'rejects';
    const reason = released[0]?.reason ?? 'policy-nothing-proven';
    judgements.push({
      ...laterJudgement(item, 'policy.proven', 'policy.proven', effect, 'rejects'),
      ...{ reason, detail: UNPROVEN },
    });
  }

  const { indication, sub, cause } = indicationOf(item, asItStands, [...inForce, ...ruled]);
  const asked = codes.length === 0 ? 0 : worstExitCode(codes);
  // A policy that is not in force softens nothing. Every code by itself, so that one more 3 never hides a 4.
  const softens = effective.fallback !== 'fail' && inForce.length === 0;
  const softened = softens ? codes.map((code) => (code === 2 || code === 3 ? 1 : code)) : codes;
  const left = softened.length === 0 ? 0 : worstExitCode(softened);
  if (left !== asked)
    judgements.push(laterJudgement(item, `fallback=${effective.fallback}`, 'policy.fallback', 'warns', 'rejects'));
  // What is not established may be let pass, and is never accepted without a word.
  const unsaid = left === 0 && indication !== 'TOTAL-PASSED';
  if (unsaid) {
    const reason = cause?.reason ?? 'policy-nothing-proven';
    judgements.push({
      ...laterJudgement(item, 'policy.indication', 'policy.indication', 'warns', 'rejects'),
      ...{ reason, detail: UNSAID },
    });
  }
  const exitCode = unsaid ? 1 : left;
  const proposed = softens && effective.fallback === 'auto_update' ? proposedPin(item, judgements, rules, facts) : null;
  return {
    ...{ indication, sub },
    decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject',
    exitCode,
    judgements,
    ...(proposed === null ? {} : { proposed }),
  };
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

const SKIPPED = 'without this check nothing is known about who signed, or about this artifact';
const UNPROVEN = 'nothing that was proven is left';
const UNSAID = 'it is not established, and nothing here asks for it';

function withoutFile({ requireSignature, attestMode, fallback }: Policy): EffectivePolicy {
  const none = { checks: {}, scopes: [], rules: [], effectiveFrom: null, expires: null };
  return { requireSignature, attestMode, fallback, ...none };
}

function isUnjudgedSignature(check: Check): boolean {
  return check.id === 'signature.valid' && check.outcome === 'skipped';
}

/** Nobody said on the command line who should have signed. */
function isQuestion(check: Check): boolean {
  return check.outcome === 'indeterminate' && check.reason === 'identity-not-asked';
}

/**
 * What becomes of that question where rules say who may have signed. Not a milder judgement: they stand in its place, where
 * they are met or reject; one that a mode has softened leaves the question as open as it was. Only the spec of a package may
 * warn in its place: a mismatch with it is a warning wherever attestations are not enforced (issue 3, part 4).
 */
function answerOf(
  rules: readonly Rule[],
  ruled: readonly Judgement[],
): (RuledEffect & { readonly detail: string }) | null {
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

/** Why a check did not pass, or what it waited for. */
function reasonBehind(check: Exclude<Check, { outcome: 'passed' }>, item: ItemFacts): ReasonCode {
  return causesOf(check, '', item)[0]?.reason ?? check.reason;
}

function effectOf(check: Check, base: RuledEffect, item: ItemFacts, effective: EffectivePolicy): RuledEffect {
  const matrix = underMatrix(check, base, effective);
  if (base.effect !== 'rejects' || matrix.effect === 'waived') return matrix;
  if (effective.examinerDecides === true && isExaminers(check)) return { rule: 'examiner_time=true', effect: 'warns' };
  const modes = underModes(base, halvesOfCheck(check, item), isRefuted(check), effective);
  return matrix.effect === 'warns' && modes.effect === 'rejects' ? matrix : modes;
}

/** A window of a certificate that holds by the examiner's word on the time, and by nothing else (verdicts: time). */
function isExaminers(check: Check): boolean {
  if (check.outcome !== 'indeterminate') return false;
  return check.id === 'time.window' ? check.facts['examinerInside'] === true : check.reason === 'path-examiner-time';
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
