// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type Finding, finding, type Locator, notPassed, passed, within } from '../model/check.ts';
import type { Statement } from '../model/statement.ts';
import { TEST_RESULT, VSA_V0_2, VSA_V1 } from './predicate-types.ts';
import { type PredicateModel, tellPredicate } from './predicates.ts';

/**
 * A verification summary is itself a verdict: only where it says PASSED, and names no level `FAILED`, is it one that may be relied
 * on (SLSA v1.0, verifying VSAs). Null for every other type.
 */
export function checkSummary(statement: Statement, predicate: PredicateModel | null, at: Locator): Check | null {
  const { predicateType } = statement;
  if (predicateType !== VSA_V1 && predicateType !== VSA_V0_2) return null;
  const where = within(at, 'predicate');
  if (predicate?.type !== VSA_V1 && predicate?.type !== VSA_V0_2) {
    return notPassed('predicate.result', where, 'summary-not-passed', 'the summary cannot be read');
  }
  const { result, verifiedLevels } = predicate.model;
  const told = Object.entries(tellPredicate(predicate) ?? {});
  const facts = Object.fromEntries(told.map(([name, value]) => [name, escaped(value)]));
  const refuse = (detail: string) => notPassed('predicate.result', where, 'summary-not-passed', detail, facts);
  if (result !== 'PASSED') return refuse(`the result is "${escapeText(result, 64)}"`);
  if (verifiedLevels.includes('FAILED')) return refuse('the result is PASSED, and a verified level is FAILED');
  return passed('predicate.result', where, facts);
}

/** Failed tests are told: whether they matter for this artifact is a question for rules. */
export function testFindings(predicate: PredicateModel | null, at: Locator): readonly Finding[] {
  if (predicate?.type !== TEST_RESULT) return [];
  const { result, failed } = predicate.model;
  if (result !== 'FAILED' && failed.length === 0) return [];
  const shown = failed.slice(0, SHOWN).map((name) => escapeText(name, 64));
  const names = shown.length === 0 ? 'no test is named' : shown.join(', ');
  const more = failed.length > SHOWN ? ` and ${failed.length - SHOWN} more` : '';
  return [finding('tests-failed', within(at, 'predicate'), `the result is ${escapeText(result, 64)}: ${names}${more}`)];
}

const SHOWN = 8;

function escaped(value: NonNullable<ReturnType<typeof tellPredicate>>[string]) {
  if (typeof value === 'string') return escapeText(value);
  return value === null || typeof value !== 'object' ? value : value.slice(0, SHOWN).map((one) => escapeText(one));
}
