// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '../model/checks.ts';
import type {
  AttestMode,
  CheckMode,
  EffectivePolicy,
  Fallback,
  PolicyDocument,
  PolicyModes,
  Rule,
} from '../model/policy-document.ts';
import { DEFAULT_MODES } from './default-modes.ts';
import type { ExaminerTimeRule } from './rules/examiner-time.ts';
import { kindOf } from './rules.ts';
import { bearingsOf, type ScopeBearing, type ScopeSubject } from './scope.ts';

/** What the command line asks for by itself: only what was written. */
export interface AskedModes {
  readonly modes: Partial<PolicyModes>;
  readonly rules: readonly Rule[];
  /** `--strict`: signature required, enforce, fail, and no check relaxed, whatever a file says. */
  readonly strict: boolean;
  /** `--override-policy`: what is asked replaces what the file says, weaker or not. */
  readonly override: boolean;
}

export const NOTHING_ASKED: AskedModes = { modes: {}, rules: [], strict: false, override: false };

export interface Joined {
  readonly policy: EffectivePolicy;
  /** Everything that asks less than the defaults, one sentence each, for every report. */
  readonly weakenings: readonly string[];
  /** Every scope of the file, and whether it is about the item. */
  readonly scopes: readonly ({ readonly name: string } & ScopeBearing)[];
}

/**
 * What holds for one item. Each scope that matches has its own modes, and for the rest those of the file; among the scopes
 * the strictest wins, and so it does between them and the command line. Rules add up. Where no scope matches, the modes of
 * the file hold; without a file those of the command line, and for the rest the defaults, which nothing exceeds.
 *
 * A scope that is about the item by what has not verified makes all of that stricter where it is, and nothing milder.
 */
export function effectivePolicy(
  document: PolicyDocument | null,
  subject: ScopeSubject,
  asked: AskedModes = NOTHING_ASKED,
): Joined {
  const bearings = document === null ? [] : bearingsOf(document, subject);
  const scopes = bearings.flatMap(({ scope, bearing }) => (bearing.applies === 'yes' ? [scope] : []));
  const claimed = bearings.flatMap(({ scope, bearing }) => (bearing.applies === 'strictly' ? [scope] : []));
  const file = document === null ? null : modesOfFile(document.defaults, scopes, claimed);
  const { modes, overridden } = joinCommandLine(file, asked);
  const whose = scopes.length === 0 ? '' : ` (${scopes.map(({ name }) => name).join(', ')})`;
  const rules = [...(document?.rules ?? []), ...scopes.flatMap((scope) => scope.rules), ...asked.rules];
  const examinerDecides =
    document !== null &&
    !asked.strict &&
    takesExaminer(document.rules, scopes) &&
    takesExaminer(document.rules, [...scopes, ...claimed]);
  const weak = weakRules(rules.filter(({ kind }) => kind !== 'examiner_time' || examinerDecides));
  return {
    policy: {
      ...modes,
      scopes: scopes.map(({ name }) => name),
      effectiveFrom: document?.effectiveFrom ?? null,
      expires: document?.expires ?? null,
      rules,
      claimedRules: claimed.flatMap((scope) => scope.rules),
      examinerDecides,
    },
    scopes: bearings.map(({ scope: { name }, bearing }) => ({ name, ...bearing })),
    weakenings: [...relaxations(modes).map((what) => what + whose), ...weak, ...overridden],
  };
}

/** As of modes: each scope has its own, and for the rest that of the file; one that is silent, or says no, is stricter. */
function takesExaminer(everywhere: readonly Rule[], scopes: readonly { readonly rules: readonly Rule[] }[]): boolean {
  const said = (rules: readonly Rule[]) =>
    (rules as readonly ExaminerTimeRule[]).find(({ kind }) => kind === 'examiner_time')?.allowed;
  const top = said(everywhere);
  if (top === false || scopes.length === 0) return top === true;
  return scopes.every(({ rules }) => (said(rules) ?? top) === true);
}

type Scoped = readonly { readonly modes: Partial<PolicyModes> }[];

function modesOfFile(defaults: PolicyModes, scopes: Scoped, claimed: Scoped): PolicyModes {
  const own = (some: Scoped) => some.map(({ modes }) => over(defaults, modes));
  const [first, ...rest] = own(scopes);
  return [...rest, ...own(claimed)].reduce(strictest, first ?? defaults);
}

function joinCommandLine(
  file: PolicyModes | null,
  asked: AskedModes,
): { readonly modes: PolicyModes; readonly overridden: readonly string[] } {
  if (asked.strict) return { modes: DEFAULT_MODES, overridden: [] };
  if (file === null) return { modes: over(DEFAULT_MODES, asked.modes), overridden: [] };
  const replaced = over(file, asked.modes);
  const joined = strictest(file, replaced);
  if (!asked.override) return { modes: joined, overridden: [] };
  const lost = relaxations(replaced).filter((what) => !relaxations(file).includes(what));
  return { modes: replaced, overridden: lost.map((what) => `--override-policy weakens the policy: ${what}`) };
}

/** `base`, and what `own` says instead of it. */
function over(base: PolicyModes, own: Partial<PolicyModes>): PolicyModes {
  return { ...base, ...own, checks: { ...base.checks, ...own.checks } };
}

const ATTEST_ORDER: readonly AttestMode[] = ['none', 'record', 'enforce'];
// Whatever is proposed with it, a wrong digest ends the same under `auto_update` as under `warn`.
const FALLBACK_ORDER: readonly Fallback[] = ['auto_update', 'warn', 'fail'];
const CHECK_ORDER: readonly CheckMode[] = ['skip', 'warn', 'enforce'];

/** The strictest of two, question by question. Commutative, associative, and nothing is laxer than either. */
export function strictest(a: PolicyModes, b: PolicyModes): PolicyModes {
  const checks: Partial<Record<CheckId, CheckMode>> = {};
  for (const id of Object.keys(a.checks) as CheckId[]) {
    const mode = later(CHECK_ORDER, a.checks[id] ?? 'enforce', b.checks[id] ?? 'enforce');
    if (mode !== 'enforce') checks[id] = mode;
  }
  return {
    requireSignature: a.requireSignature || b.requireSignature,
    attestMode: later(ATTEST_ORDER, a.attestMode, b.attestMode),
    fallback: later(FALLBACK_ORDER, a.fallback, b.fallback),
    checks,
  };
}

function later<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** In what rules ask less than they seem to. */
export function weakRules(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => kindOf(rule).weakens?.(rule) ?? []);
}

/** In what the modes ask less than the defaults. */
export function relaxations(modes: PolicyModes): readonly string[] {
  const out: string[] = [];
  if (!modes.requireSignature) out.push('no signature is required');
  if (modes.attestMode === 'record') out.push('what attestations lack is recorded, and rejects nothing');
  if (modes.attestMode === 'none') out.push('nothing is asked of attestations');
  if (modes.fallback === 'warn') out.push('what would be refused is only warned of, a wrong digest included');
  if (modes.fallback === 'auto_update')
    out.push('what would be refused is only warned of, a wrong digest included, and new pins are proposed');
  for (const id of (Object.keys(modes.checks) as CheckId[]).sort()) {
    if (modes.checks[id] === 'warn') out.push(`the check ${id} only warns`);
    if (modes.checks[id] === 'skip') out.push(`the check ${id} is skipped`);
  }
  return out;
}
