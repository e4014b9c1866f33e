// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Judgement, VerdictExitCode } from '../model/policy.ts';
import { type Indication, REASONS, type ReasonCode, type SubIndication } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import { CLAIMS_UNCHECKED, type RuledEffect } from './base-effect.ts';
import { exitCodeOf, worstExitCode } from './exit-code.ts';

/** Why an item is not simply accepted. */
export interface Cause {
  readonly reason: ReasonCode;
  readonly failed: boolean;
}

export interface Indicated {
  readonly indication: Indication;
  readonly sub: SubIndication | null;
  /** What it is owed to; null where everything passed, or where there was nothing at all. */
  readonly cause: Cause | null;
}

/** Checks that establish something about the evidence; reading and well-formedness make a pass only where they alone are asked. */
const PROVES =
  /^(signature|custody\.signature|layout\.signature|package\.signature|set\.evidence|image\.blobs|bag\.valid|model\.files|bundle\.(?:entries|root)|checksum|tuf\.(?:root|timestamp|targets)|trust\.(?:document|next-key)|sumdb\.(?:inclusion|consistency)|mac|pin\.digest|chain|inclusion|consistency|sct|merkle\.(?:leaves|root)|note\.signature|checkpoint\.(?:signature|fork)|time\.timestamp|json|timeline\.format|vector|selftest|kit\.(?:signature|files|samples)|replay)/;

/**
 * The indication is a fact of the evidence: that of its checks where every mode is at its strictest, so that no mode, no
 * relaxed check and no fallback touches it. The rules that a policy adds may make it worse, and never hide what the checks found.
 *
 * @param base what each check asks for by itself
 * @param rules judgements of rules, those alone that are asked
 */
export function indicationOf(item: ItemFacts, base: readonly RuledEffect[], rules: readonly Judgement[]): Indicated {
  const found = ofChecks(item, base);
  const asked = ofRules(rules);
  return SEVERITY[asked.indication] > SEVERITY[found.indication] ? asked : found;
}

const SEVERITY: Readonly<Record<Indication, number>> = { 'TOTAL-PASSED': 0, INDETERMINATE: 1, 'TOTAL-FAILED': 2 };
const PASSED: Indicated = { indication: 'TOTAL-PASSED', sub: null, cause: null };

function ofChecks(item: ItemFacts, base: readonly RuledEffect[]): Indicated {
  const codes: VerdictExitCode[] = [];
  const rejected: Cause[] = [];
  const warned: Cause[] = [];
  let named = false;
  item.checks.forEach((check, i) => {
    const { rule, effect } = base[i]!;
    named ||= effect === 'satisfied' && provesSomething(check);
    if (effect === 'rejects') {
      rejected.push(...causesOf(check, rule, item));
      codes.push(...codesOf(check));
    }
    if (effect === 'warns') warned.push(...causesOf(check, rule, item));
  });
  const refuses = base.some(({ effect }) => effect === 'rejects');
  if (refuses && codes.length === 0) codes.push(3);
  if (!named && !refuses && claims(item)) codes.push(4);
  if (codes.length > 0) return byCode(worstExitCode(codes), rejected);
  const first = warned.find(({ failed }) => failed) ?? warned[0];
  return first === undefined ? PASSED : by(first);
}

function ofRules(rules: readonly Judgement[]): Indicated {
  const causes = rules.flatMap(({ effect, reason }) =>
    effect === 'rejects' || effect === 'warns' ? [causeOfRule(reason as ReasonCode)] : [],
  );
  if (causes.length === 0) return PASSED;
  return byCode(worstExitCode(causes.map(({ reason }) => exitCodeOf(REASONS[reason].sub))), causes);
}

/** The sub-indication is the first that leads to the code. */
function byCode(code: VerdictExitCode, causes: readonly Cause[]): Indicated {
  const cause = causes.find(({ reason }) => exitCodeOf(REASONS[reason].sub) === code) ?? causes[0] ?? null;
  const none: SubIndication = code === 3 ? 'SIG_CONSTRAINTS_FAILURE' : 'SIGNED_DATA_NOT_FOUND';
  return {
    indication: causes.some(({ failed }) => failed) ? 'TOTAL-FAILED' : 'INDETERMINATE',
    sub: cause === null ? none : REASONS[cause.reason].sub,
    cause,
  };
}

function by(cause: Cause): Indicated {
  return {
    indication: cause.failed ? 'TOTAL-FAILED' : 'INDETERMINATE',
    sub: REASONS[cause.reason].sub,
    cause,
  };
}

/** It passed, and says something about the evidence. */
export function provesSomething(check: Check): boolean {
  return check.outcome === 'passed' && PROVES.test(check.id);
}

/** A signature of a kind that is not verified here claims nothing here: that nothing of it is proven refuses nothing. */
export function claims({ kind }: ItemFacts): boolean {
  return kind !== 'foreign-signature';
}

/** The exit codes of a check that refuses. */
export function codesOf(check: Check): readonly VerdictExitCode[] {
  if (check.outcome === 'passed') return [];
  // A skipped check has no code of its own: its prerequisite carries it.
  if (check.outcome !== 'skipped') return [exitCodeOf(REASONS[check.reason].sub)];
  // An operand that could not be read is an item of its own; here it is evidence that is missing.
  return check.because === 'input.read' ? [4] : [];
}

/** What a check that is not simply accepted stands for; nothing where it passed. */
export function causesOf(check: Check, rule: string, item: ItemFacts): readonly Cause[] {
  // The examiner does not claim the artifact: it is as if none were at hand, whatever was found.
  if (rule === CLAIMS_UNCHECKED) return [{ reason: 'artifact-absent', failed: false }];
  if (check.outcome === 'passed') return [];
  if (check.outcome !== 'skipped') return [{ reason: check.reason, failed: check.outcome === 'failed' }];
  const first = item.checks.find(({ id, outcome }) => id === check.because && outcome !== 'skipped');
  // Whatever is refuted there is told there.
  return first === undefined || first.outcome === 'passed' ? [] : causesOf(first, '', item).map(leftOpen);
}

function leftOpen({ reason }: Cause): Cause {
  return { reason, failed: false };
}

export function causeOfRule(reason: ReasonCode): Cause {
  return { reason, failed: REASONS[reason].indication === 'TOTAL-FAILED' };
}
