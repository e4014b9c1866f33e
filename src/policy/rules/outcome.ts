// SPDX-License-Identifier: Apache-2.0
import type { Facts } from '../../model/check.ts';
import type { BuildFacts, PolicyFacts, RuleOutcome, TextMatch } from '../../model/policy-document.ts';
import type { ReasonCode } from '../../model/reasons.ts';

export function satisfied(seen: Facts): RuleOutcome {
  return { outcome: 'passed', reason: null, detail: '', seen };
}

/** A verified fact is another than the one asked for. */
export function refuted(reason: ReasonCode, detail: string, seen: Facts): RuleOutcome {
  return { outcome: 'failed', reason, detail, seen };
}

/** The facts do not decide it. */
export function open(detail: string, seen: Facts = {}, reason: ReasonCode = 'policy-fact-unknown'): RuleOutcome {
  return { outcome: 'indeterminate', reason, detail, seen };
}

/** The first that is refuted, else the first that is open, else satisfied with all that was seen. */
export function worstOf(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const seen = Object.assign({}, ...outcomes.map((one) => one.seen)) as Facts;
  const worst =
    outcomes.find(({ outcome }) => outcome === 'failed') ??
    outcomes.find(({ outcome }) => outcome === 'indeterminate') ??
    satisfied(seen);
  return { ...worst, seen };
}

export type BuildFactName = Exclude<keyof BuildFacts, 'contradictions' | 'inputs'>;

/**
 * Compares one fact about the build. Where certificate and provenance contradict each other about it, nobody knows it: that
 * refuses, whatever the rule asks.
 */
export function compareBuildFact(
  facts: PolicyFacts,
  name: BuildFactName,
  matches: (found: string) => boolean,
  reason: ReasonCode,
  asked: string,
): RuleOutcome {
  const found = facts.build[name];
  const seen = { [name]: found };
  const contradicted = contradiction(facts, name, seen);
  if (contradicted !== null) return contradicted;
  if (found === null) return open(`${name} is not known`, seen);
  return matches(found) ? satisfied(seen) : refuted(reason, `${name} is not ${asked}`, seen);
}

export function contradiction(facts: PolicyFacts, name: keyof BuildFacts, seen: Facts): RuleOutcome | null {
  if (!facts.build.contradictions.includes(name)) return null;
  return refuted('policy-fact-contradicted', `certificate and provenance contradict each other about ${name}`, seen);
}

/** As `policy explain` and details of a report write what is asked for. */
export function asked(match: TextMatch): string {
  return match.kind === 'exact' ? match.text : `like ${match.text}`;
}

export function anyOf(matches: readonly TextMatch[]): string {
  return matches.map(asked).join(' or ');
}
