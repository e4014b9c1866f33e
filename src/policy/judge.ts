// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Decision, Judgement, Policy, VerdictExitCode } from '../model/policy.ts';
import { type Indication, REASONS, type SubIndication } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { exitCodeOf, worstExitCode } from './exit-code.ts';

export interface Judged {
  readonly indication: Indication;
  readonly sub: SubIndication | null;
  readonly decision: Decision;
  readonly exitCode: VerdictExitCode;
  readonly judgements: readonly Judgement[];
}

type Effect = { readonly rule: string; readonly effect: Judgement['effect'] };

/** Turns the facts about one item into judgements and one decision. Changing a policy never changes a fact. */
export function judge(item: ItemFacts, policy: Policy): Judged {
  const judgements: Judgement[] = [];
  const codes: VerdictExitCode[] = [];
  const rejecting: Exclude<Check, { outcome: 'passed' }>[] = [];
  let named = false;
  for (const check of item.checks) {
    const { rule, effect } = judgeCheck(check, item, policy);
    judgements.push({
      rule,
      check: check.id,
      at: check.at.evidence + (check.at.pointer === '' ? '' : `#${check.at.pointer}`),
      effect,
      reason: check.outcome === 'passed' ? null : check.reason,
    });
    if (!named && effect === 'satisfied' && check.outcome === 'passed') named = PROVES.test(check.id);
    if (effect === 'rejects' && check.outcome !== 'passed') {
      rejecting.push(check);
      // A skipped check has no cause of its own: its prerequisite carries the code.
      if (check.outcome !== 'skipped') codes.push(exitCodeOf(REASONS[check.reason].sub));
      // An operand that could not be read is an item of its own; here it is evidence that is missing.
      else if (check.because === 'input.read') codes.push(4);
    }
    if (effect === 'warns') codes.push(1);
  }
  // Nothing that proves anything passed: never 0, whatever was waived.
  if (!named && rejecting.length === 0) codes.push(4);
  if (rejecting.length > 0 && codes.every((code) => code <= 1)) codes.push(3);
  const exitCode = codes.length === 0 ? 0 : worstExitCode(codes);
  const cause = rejecting.find(
    (check) => check.outcome !== 'skipped' && exitCodeOf(REASONS[check.reason].sub) === exitCode,
  );
  const sub = cause === undefined ? (exitCode > 1 ? 'SIGNED_DATA_NOT_FOUND' : null) : REASONS[cause.reason].sub;
  const failed = rejecting.some((check) => check.outcome === 'failed');
  const indication: Indication = failed
    ? 'TOTAL-FAILED'
    : exitCode > 1 || judgements.some(({ effect }) => effect === 'warns')
      ? 'INDETERMINATE'
      : 'TOTAL-PASSED';
  return {
    indication,
    sub: indication === 'TOTAL-PASSED' ? null : (sub ?? 'SIGNED_DATA_NOT_FOUND'),
    decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject',
    exitCode,
    judgements,
  };
}

/** Checks that establish something about the evidence; reading and well-formedness alone never make a pass. */
const PROVES = /^(signature|package|mac|chain|inclusion|consistency|sct|time\.timestamp|json|vector)/;

function judgeCheck(check: Check, item: ItemFacts, policy: Policy): Effect {
  const family = check.id.slice(0, check.id.indexOf('.'));
  // Switched off, it is not claimed either: whatever was found, it warns.
  if (check.id === 'subject.digest' && !policy.checkClaims)
    return { rule: 'subject.check-claims=false', effect: 'warns' };
  if (check.outcome === 'passed') return { rule: `${family}.required`, effect: 'satisfied' };
  if (family === 'log' && check.id !== 'log.threshold') return judgeLog(check, item, policy);
  if (check.id === 'log.threshold' && policy.logThreshold === 0) return { rule: 'log.ignored', effect: 'waived' };
  if (family === 'sct' && policy.certificateLogThreshold === 0) return { rule: 'sct.ignored', effect: 'waived' };
  if (family === 'sct' && check.id === 'sct.signature' && isUnknown(check) && thresholdPassed(item, 'sct.threshold'))
    return { rule: 'sct.not-counted', effect: 'not-required' };
  return { rule: `${family}.required`, effect: 'rejects' };
}

/** An entry of a log that nobody here trusts counts for nothing; it refuses only where it lies. */
function judgeLog(check: Exclude<Check, { outcome: 'passed' }>, item: ItemFacts, policy: Policy): Effect {
  if (policy.logThreshold === 0) return { rule: 'log.ignored', effect: 'waived' };
  if (check.outcome === 'failed') return { rule: 'log.required', effect: 'rejects' };
  const needed = policy.logThreshold ?? (item.signerKind === 'certificate' ? 1 : 0);
  const same = item.checks.filter((other) => other.id.startsWith('log.') && samePlace(other, check));
  const unknown = same.some(isUnknown);
  if (unknown && (needed === 0 || thresholdPassed(item, 'log.threshold')))
    return { rule: 'log.not-counted', effect: 'not-required' };
  return { rule: 'log.required', effect: 'rejects' };
}

function samePlace(a: Check, b: Check): boolean {
  return a.at.evidence === b.at.evidence && entryOf(a.at.pointer) === entryOf(b.at.pointer);
}

function entryOf(pointer: string): string {
  return /^.*\/tlogEntries\/\d+/.exec(pointer)?.[0] ?? pointer;
}

function isUnknown(check: Check): boolean {
  return check.outcome === 'indeterminate' && (check.reason === 'log-unknown' || check.reason === 'sct-log-unknown');
}

function thresholdPassed(item: ItemFacts, id: 'log.threshold' | 'sct.threshold'): boolean {
  return item.checks.some((check) => check.id === id && check.outcome === 'passed');
}
