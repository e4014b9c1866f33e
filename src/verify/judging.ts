// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { Policy } from '../model/policy.ts';
import type { PolicyDocument, PolicyFacts } from '../model/policy-document.ts';
import type { ItemFacts } from '../model/report.ts';
import { type AskedModes, effectivePolicy, type Joined } from '../policy/effective.ts';
import { type Judged, judge } from '../policy/judge.ts';
import { bareFacts } from './policy-facts.ts';

/** A policy file, and what the command line asks beside it. */
export interface Judging {
  readonly document: PolicyDocument | null;
  readonly asked: AskedModes;
}

/** Everything that decides, but the facts. */
export interface Question {
  readonly policy: Policy;
  /** Absent: the modes of `policy`, and no rules. */
  readonly judging?: Judging;
  readonly at: Instant;
  /** Its name. */
  readonly engine: string;
}

export type JoinedFor = Joined & { readonly facts: PolicyFacts };

/** What holds for one item. Where nothing is asked beyond thresholds, the built-in policy judges alone. */
export function joinPolicy(item: ItemFacts, { judging, at, engine }: Question): JoinedFor | null {
  if (judging === undefined || !asksAnything(judging)) return null;
  const facts = item.policyFacts ?? bareFacts(item, at, engine);
  const joined = effectivePolicy(judging.document, facts, judging.asked);
  if (joined.policy.examinerDecides !== true || facts.byExaminer === undefined) return { ...joined, facts };
  // More is known by the examiner's word, and with it more scopes may be about the item; one of them may not take it.
  const told = { ...facts, ...facts.byExaminer };
  const rejoined = effectivePolicy(judging.document, told, judging.asked);
  return { ...rejoined, facts: rejoined.policy.examinerDecides === true ? told : facts };
}

/** The one way from the facts about an item to its judgement, for a report as for a batch. */
export function judgeJoined(item: ItemFacts, { policy }: Question, joined: JoinedFor | null): Judged {
  return joined === null ? judge(item, policy) : judge(item, policy, joined.policy, joined.facts);
}

/** Whether rules may be judged, so that the items must carry the facts that those read. */
export function asksRules({ document, asked }: Judging): boolean {
  return document !== null || asked.rules.length > 0;
}

function asksAnything(judging: Judging): boolean {
  return asksRules(judging) || judging.asked.strict || Object.keys(judging.asked.modes).length > 0;
}
