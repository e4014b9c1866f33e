// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Effect, Judgement, Policy, VerdictExitCode } from '../model/policy.ts';
import type { EffectivePolicy, PolicyModes } from '../model/policy-document.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { baseEffect, type RuledEffect } from './base-effect.ts';
import { exitCodeOf, worstExitCode } from './exit-code.ts';
import { type Cause, causesOf, claims, codesOf, indicationOf, provesSomething } from './indication.ts';
import type { Judged } from './judge.ts';
import { halvesOfCheck, isCardinal, isRefuted, underMatrix, underModes } from './modes.ts';

export type JudgingModes = PolicyModes & Pick<EffectivePolicy, 'examinerDecides'>;

/** What stands instead of the question of who signed. */
export type Answer = RuledEffect & { readonly detail: string };

/** What the rules of a policy have said: the rest follows from this and the checks, for a run as for a report that is read back. */
export interface Said {
  readonly modes: JudgingModes;
  readonly answer: Answer | null;
  readonly inForce: readonly Judgement[];
  readonly ruled: readonly Judgement[];
}

/** From what was found and what rules have said to one decision. */
export function conclude(
  item: ItemFacts,
  policy: Policy,
  { modes, answer, inForce, ruled }: Said,
): Omit<Judged, 'proposed'> {
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
    const { rule, effect } = effectOf(check, base, item, modes);
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
  const softens = modes.fallback !== 'fail' && inForce.length === 0;
  const softened = softens ? codes.map((code) => (code === 2 || code === 3 ? 1 : code)) : codes;
  const left = softened.length === 0 ? 0 : worstExitCode(softened);
  if (left !== asked)
    judgements.push(laterJudgement(item, `fallback=${modes.fallback}`, 'policy.fallback', 'warns', 'rejects'));
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
  return {
    ...{ indication, sub },
    decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject',
    exitCode,
    judgements,
  };
}

const SKIPPED = 'without this check nothing is known about who signed, or about this artifact';
const UNPROVEN = 'nothing that was proven is left';
const UNSAID = 'it is not established, and nothing here asks for it';

function isUnjudgedSignature(check: Check): boolean {
  return check.id === 'signature.valid' && check.outcome === 'skipped';
}

/** Nobody said on the command line who should have signed. */
export function isQuestion(check: Check): boolean {
  return check.outcome === 'indeterminate' && check.reason === 'identity-not-asked';
}

/** Why a check did not pass, or what it waited for. */
function reasonBehind(check: Exclude<Check, { outcome: 'passed' }>, item: ItemFacts): ReasonCode {
  return causesOf(check, '', item)[0]?.reason ?? check.reason;
}

function effectOf(check: Check, base: RuledEffect, item: ItemFacts, modes: JudgingModes): RuledEffect {
  const matrix = underMatrix(check, base, modes);
  if (base.effect !== 'rejects' || matrix.effect === 'waived') return matrix;
  if (modes.examinerDecides === true && isExaminers(check)) return { rule: 'examiner_time=true', effect: 'warns' };
  const left = underModes(base, halvesOfCheck(check, item), isRefuted(check), modes);
  return matrix.effect === 'warns' && left.effect === 'rejects' ? matrix : left;
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

export function laterJudgement(
  item: ItemFacts,
  rule: string,
  check: string,
  effect: Effect,
  underEnforce: Effect,
): Judgement {
  return { rule, check, at: item.name, effect, reason: null, ...(effect === underEnforce ? {} : { underEnforce }) };
}
