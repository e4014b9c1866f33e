// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '../model/checks.ts';
import { ASKED_BY_RULES, DEFAULT_POLICY, type Effect, type Judgement, type Policy } from '../model/policy.ts';
import type { CheckMode, PolicyModes } from '../model/policy-document.ts';
import { REASONS } from '../model/reasons.ts';
import type { Item, ItemFacts } from '../model/report.ts';
import { CLAIMS_UNCHECKED } from './base-effect.ts';
import { type Answer, conclude, type JudgingModes, type Said } from './conclude.ts';

import { relaxations } from './effective.ts';
import type { Judged } from './judge.ts';
import { underModes } from './modes.ts';
import { RULES } from './rules.ts';

/** What an item of a report owes to its own checks, modes and rules. */
export interface Restated {
  readonly policy: Policy;
  readonly judged: Judged;
  /** The same of fewer checks: a row of a summary is about its own artifact. */
  rejudge(item: ItemFacts): Judged;
  /** What must stand, whatever follows it, among what the report names as weakened. */
  readonly weakened: readonly string[];
}

/** Where an item says of its rules what no run says: a place in it, and why. */
export interface Impossible {
  readonly place: string;
  readonly why: string;
}

/**
 * The judgement of an item once more, from what it states: outcomes of checks, modes, and what rules of a policy said, which read
 * facts that no report holds and so are taken as they stand. Everything else follows, by the same function as in a run.
 */
export function restate(item: Item): Restated | Impossible {
  const { checks, judgements, modes: stated } = item;
  const ofChecks = judgements.slice(0, checks.length);
  const later = judgements.slice(checks.length).filter(({ check }) => !FOLLOWS.has(check));
  const inForce = later.filter(({ check }) => check === IN_FORCE);
  const ruled = later.filter(({ check }) => check !== IN_FORCE);
  const rules = new Set(ofChecks.map(({ rule }) => rule));
  const modes: JudgingModes = {
    ...stated,
    checks: matrixOf(ofChecks),
    ...(rules.has('examiner_time=true') ? { examinerDecides: true } : {}),
  };
  const policy: Policy = {
    ...DEFAULT_POLICY,
    ...{ requireSignature: stated.requireSignature, attestMode: stated.attestMode, fallback: stated.fallback },
    // Of a plain key none is needed: where an unknown log was not counted, either that is so or one of the others counted.
    logThreshold: rules.has('log.ignored') ? 0 : rules.has('log.not-counted') ? null : 1,
    certificateLogThreshold: rules.has('sct.ignored') ? 0 : 1,
    checkClaims: !rules.has(CLAIMS_UNCHECKED),
    requireAll: !rules.has('set.require-all=false'),
    allowStale: rules.has('trust.allow-stale'),
  };
  const answer = answerIn(ofChecks, ruled);
  const why = (judgement: Judgement, is: boolean, words: string): Impossible | null =>
    is ? null : { place: `/judgements/${judgements.indexOf(judgement)}`, why: words };
  for (const one of inForce) {
    const found = why(one, one.effect === 'rejects' && NOT_IN_FORCE.has(one.reason), 'no policy is in force like that');
    if (found !== null) return found;
  }
  for (const one of ruled) {
    const found = why(one, isPossible(one, modes), `no rule is judged like that under these modes`);
    if (found !== null) return found;
  }
  if (answer === undefined) {
    const asked = ofChecks.find(({ rule }) => rule === ASKED_BY_RULES)!;
    return why(asked, false, 'no rule that it names asks who signed')!;
  }
  const said: Said = { modes, answer, inForce, ruled };
  const rejudge = (one: ItemFacts): Judged => conclude(one, policy, said);
  return { policy, judged: rejudge(item), rejudge, weakened: weakenedBy(rules, modes) };
}

const IN_FORCE = 'policy.in-force';
const NOT_IN_FORCE: ReadonlySet<string | null> = new Set([
  'policy-fact-unknown',
  'policy-not-effective',
  'policy-expired',
]);
/** What came of the whole. */
const FOLLOWS: ReadonlySet<string> = new Set(['policy.skip', 'policy.proven', 'policy.fallback', 'policy.indication']);

function matrixOf(ofChecks: readonly Judgement[]): PolicyModes['checks'] {
  const checks: Partial<Record<CheckId, CheckMode>> = {};
  for (const { rule, check } of ofChecks) {
    if (rule === `checks.${check}=skip`) checks[check as CheckId] = 'skip';
    if (rule === `checks.${check}=warn`) checks[check as CheckId] ??= 'warn';
  }
  return checks;
}

/** Each rule that lets something go is said where the report says what asks less than the defaults. */
function weakenedBy(rules: ReadonlySet<string>, modes: PolicyModes): readonly string[] {
  const said = [...WEAKENS].flatMap(([rule, words]) => (rules.has(rule) ? [words] : []));
  return [...said, ...relaxations(modes)];
}

const WEAKENS: ReadonlyMap<string, string> = new Map([
  ['log.ignored', 'the transparency log is not required'],
  ['sct.ignored', 'the certificate log is not required'],
  [CLAIMS_UNCHECKED, 'the artifact is not compared with what was signed'],
  ['trust.allow-stale', 'expired metadata is taken'],
]);

/** A rule is met without a reason; else it has one, and the effect that its row and one of the modes give it. */
function isPossible({ check, rule, effect, reason, underEnforce }: Judgement, modes: PolicyModes): boolean {
  const kind = check.startsWith('policy.') ? RULES[check.slice('policy.'.length)] : undefined;
  if (kind === undefined) return false;
  if (effect === 'satisfied') return reason === null && underEnforce === undefined;
  if (reason === null || !Object.hasOwn(REASONS, reason)) return false;
  const strict: Effect = kind.worst ?? 'rejects';
  if ((underEnforce ?? effect) !== strict) return false;
  const full = { rule, effect: strict };
  const halves = [['signature'], ['attestation'], ['signature', 'attestation']] as const;
  return halves.some((half) =>
    [true, false].some((refuted) => underModes(full, half, refuted, modes).effect === effect),
  );
}

/** null: nobody asked in place of the question; undefined: rules are said to, and are not there. */
function answerIn(ofChecks: readonly Judgement[], ruled: readonly Judgement[]): Answer | null | undefined {
  const asked = ofChecks.find(({ rule }) => rule === ASKED_BY_RULES);
  if (asked === undefined) return null;
  const { rule, effect, detail = '' } = asked;
  const asking = ruled.filter((one) =>
    effect === 'not-required'
      ? ASKS.has(one.check) && (one.effect === 'satisfied' || one.effect === 'rejects')
      : effect === 'warns' && one.check === 'policy.expect' && one.effect === 'warns',
  );
  let left: string | null = detail.startsWith('asked by ') ? detail.slice('asked by '.length) : null;
  for (const one of asking) {
    if (left === null) break;
    if (left === one.rule) return { rule, effect, detail };
    if (left.startsWith(`${one.rule}, `)) left = left.slice(one.rule.length + 2);
  }
  return undefined;
}

/** Kinds of rules that may ask who signed; of the last three, those with a repository. */
const ASKS: ReadonlySet<string> = new Set(
  ['signer', 'publisher', 'key_fingerprint', 'builder_id', 'source', 'workflow', 'expect'].map(
    (kind) => `policy.${kind}`,
  ),
);
