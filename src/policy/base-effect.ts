// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Effect, Policy } from '../model/policy.ts';
import type { ItemFacts } from '../model/report.ts';

export interface RuledEffect {
  /** What decided, as the decision path names it. */
  readonly rule: string;
  readonly effect: Effect;
}

/** The examiner said that the artifact is not to be compared. */
export const CLAIMS_UNCHECKED = 'subject.check-claims=false';

/** What a check asks for where every mode is at its strictest: thresholds alone decide what does not count. */
export function baseEffect(check: Check, item: ItemFacts, policy: Policy): RuledEffect {
  const family = check.id.slice(0, check.id.indexOf('.'));
  // Switched off, it is not claimed either: whatever was found, it warns.
  if (check.id === 'subject.digest' && !policy.checkClaims) return { rule: CLAIMS_UNCHECKED, effect: 'warns' };
  if (check.outcome === 'passed') return { rule: `${family}.required`, effect: 'satisfied' };
  // A signature of a kind that is not verified here proves nothing, and takes nothing from what other evidence proves.
  if (item.kind === 'foreign-signature') return { rule: 'envelope.foreign', effect: 'warns' };
  if (check.id === 'set.attested' && policy.requireAll !== true)
    return { rule: 'set.require-all=false', effect: 'warns' };
  // A chain proves order and not completeness: it is accepted up to there, and never without a word.
  if (check.id === 'custody.tail' && check.outcome === 'indeterminate')
    return { rule: 'custody.end-open', effect: 'warns' };
  const isLate = check.id === 'tuf.freshness' || (check.id === 'trust.rollback' && saysOf(check) === 'trust-time-back');
  if (isLate && check.outcome === 'indeterminate' && policy.allowStale === true)
    return { rule: 'trust.allow-stale', effect: 'warns' };
  if (family === 'log' && check.id !== 'log.threshold') return logEffect(check, item, policy);
  if (check.id === 'log.threshold' && policy.logThreshold === 0) return { rule: 'log.ignored', effect: 'waived' };
  if (family === 'sct' && policy.certificateLogThreshold === 0) return { rule: 'sct.ignored', effect: 'waived' };
  if (family === 'sct' && check.id === 'sct.signature' && isUnknown(check) && thresholdPassed(item, 'sct.threshold'))
    return { rule: 'sct.not-counted', effect: 'not-required' };
  return { rule: `${family}.required`, effect: 'rejects' };
}

function saysOf(check: Check): string | null {
  return check.outcome === 'failed' || check.outcome === 'indeterminate' ? check.reason : null;
}

/** An entry of a log that nobody here trusts counts for nothing; it refuses only where it lies. */
function logEffect(check: Exclude<Check, { outcome: 'passed' }>, item: ItemFacts, policy: Policy): RuledEffect {
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
  return /^.*\/(?:tlogEntries\/\d+|transparency_entries\/\d+|rekorBundle(?![^/]))/.exec(pointer)?.[0] ?? pointer;
}

function isUnknown(check: Check): boolean {
  return check.outcome === 'indeterminate' && (check.reason === 'log-unknown' || check.reason === 'sct-log-unknown');
}

function thresholdPassed(item: ItemFacts, id: 'log.threshold' | 'sct.threshold'): boolean {
  return item.checks.some((check) => check.id === id && check.outcome === 'passed');
}
