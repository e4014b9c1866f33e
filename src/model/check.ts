// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from './checks.ts';
import type { FindingCode } from './findings.ts';
import type { Problem } from './malformed.ts';
import { REASONS, type ReasonCode } from './reasons.ts';

/** Where a fact comes from: the input's name relative to its operand, and a JSON Pointer (or `offset N`) in it. */
export interface Locator {
  readonly evidence: string;
  readonly pointer: string;
}

export type FactValue = string | number | boolean | null | readonly string[];
/** Computed and expected values, key ids, digests: what a second examiner needs to repeat the step. */
export interface Facts {
  readonly [name: string]: FactValue;
}

interface CheckBase {
  readonly id: CheckId;
  readonly at: Locator;
  readonly facts: Facts;
}

/** A fact about evidence. It has no opinion: only policy/judge decides what it means. */
export type Check =
  | (CheckBase & { readonly outcome: 'passed' })
  | (CheckBase & { readonly outcome: 'failed' | 'indeterminate'; readonly reason: ReasonCode; readonly detail: string })
  | (CheckBase & {
      readonly outcome: 'skipped';
      readonly reason: 'prerequisite-not-passed';
      readonly because: CheckId;
    });

/** Listed in the report; changes neither indication nor exit code. */
export interface Finding {
  readonly code: FindingCode;
  readonly at: Locator;
  readonly detail: string;
}

/** What every stage returns: facts always, a value only where it may be relied on. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly checks: readonly Check[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly checks: readonly Check[]; readonly findings: readonly Finding[] };

export function passed(id: CheckId, at: Locator, facts: Facts = {}): Check {
  return { id, at, facts, outcome: 'passed' };
}

/** Whether a reason refutes (`failed`) or only leaves open (`indeterminate`) is the reason's own property. */
export function notPassed(id: CheckId, at: Locator, reason: ReasonCode, detail: string, facts: Facts = {}): Check {
  const outcome = REASONS[reason].indication === 'TOTAL-FAILED' ? 'failed' : 'indeterminate';
  return { id, at, facts, outcome, reason, detail };
}

export function malformedCheck(id: CheckId, at: Locator, problem: Problem, facts: Facts = {}): Check {
  return notPassed(id, at, problem.reason, problem.detail, facts);
}

export function skipped(id: CheckId, at: Locator, because: CheckId): Check {
  return { id, at, facts: {}, outcome: 'skipped', reason: 'prerequisite-not-passed', because };
}

export function finding(code: FindingCode, at: Locator, detail: string): Finding {
  return { code, at, detail };
}

/** A place inside another: appends a JSON Pointer token (RFC 6901 §3). */
export function within(at: Locator, ...tokens: readonly (string | number)[]): Locator {
  let { pointer } = at;
  for (const token of tokens) {
    const text = String(token);
    // Names of members are plain, but for those of unknown ones.
    const special = text.includes('/') || text.includes('~');
    pointer += `/${special ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`;
  }
  return { evidence: at.evidence, pointer };
}
