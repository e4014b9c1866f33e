// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type {
  PolicyDocument,
  PolicyModes,
  PolicyScope,
  PolicySignature,
  Rule,
  ScopeMatch,
  TextMatch,
} from '../model/policy-document.ts';
import { relaxations, weakRules } from './effective.ts';
import { leavesSignerOpen } from './rules/signer.ts';
import { kindOf } from './rules.ts';

/** `origin`: where in the policy it stands. */
export interface Sentence {
  readonly origin: string;
  readonly sentence: string;
}

/** What holds for some items, in sentences. */
export interface PolicyPart {
  readonly title: string;
  /** For whom; one sentence for each list, all of which must be met. */
  readonly match: readonly string[];
  readonly modes: readonly Sentence[];
  readonly rules: readonly Sentence[];
  /** Where it asks less than the defaults of this tool. */
  readonly weakens: readonly string[];
}

export interface PolicyExplanation {
  readonly name: string;
  readonly sha256: string;
  readonly signature?: PolicySignature;
  readonly inForce: string;
  readonly parts: readonly PolicyPart[];
  /** What nobody who reads the policy should think that it asks. */
  readonly open: readonly string[];
}

/** What a policy enforces, for whom, and what it leaves open. */
export function explainPolicy(document: PolicyDocument): PolicyExplanation {
  const { name, sha256, signature, defaults, rules, scopes } = document;
  const all: PolicyPart = {
    title: 'every item',
    match: [],
    modes: modeSentences(defaults),
    rules: ruleSentences(rules),
    weakens: [...relaxations(defaults), ...weakRules(rules)],
  };
  return {
    name,
    sha256,
    ...(signature === undefined ? {} : { signature }),
    inForce: inForce(document),
    parts: [all, ...scopes.map((scope) => scopePart(scope, defaults))],
    open: leftOpen(document),
  };
}

function inForce({ effectiveFrom, expires }: PolicyDocument): string {
  const from = effectiveFrom === null ? null : `from ${formatInstant(effectiveFrom)} on`;
  const until = expires === null ? null : `before ${formatInstant(expires)}`;
  const when = [from, until].filter((part) => part !== null).join(' and ');
  return when === '' ? 'always' : `${when}, by the instant that is judged at; else every item is refused`;
}

function scopePart(scope: PolicyScope, defaults: PolicyModes): PolicyPart {
  const modes: PolicyModes = { ...defaults, ...scope.modes, checks: { ...defaults.checks, ...scope.modes.checks } };
  const own = Object.keys(scope.modes).length > 0;
  return {
    title: `the scope "${scope.name}"`,
    match: matchSentences(scope.match),
    modes: own ? modeSentences(modes) : [],
    rules: ruleSentences(scope.rules),
    weakens: [...(own ? relaxations(modes) : []), ...weakRules(scope.rules)],
  };
}

function matchSentences(match: ScopeMatch): string[] {
  const line = (what: string, wanted: readonly string[]) =>
    wanted.length === 0 ? [] : [`${what} is ${wanted.join(' or ')}`];
  const texts = (wanted: readonly TextMatch[]) =>
    wanted.map(({ kind, text }) => (kind === 'exact' ? text : `like ${text}`));
  return [
    ...line('its name', texts(match.names)),
    ...line('its digest', match.digests),
    ...line('its package URL', texts(match.purls)),
    ...line('its image reference', texts(match.images)),
    ...line('its predicate type', texts(match.predicateTypes)),
  ];
}

const ATTEST_SENTENCES = {
  enforce: 'what an attestation lacks or contradicts refuses the item',
  record: 'what an attestation lacks or contradicts is recorded: exit 1, and nothing is refused for it',
  none: 'nothing is asked of attestations; what is refuted is still warned of: exit 1',
} as const;
const FALLBACK_SENTENCES = {
  fail: 'what is refused stays refused',
  warn: 'what would be refused with exit 2 or 3 ends in exit 1, a wrong digest included',
  auto_update:
    'what would be refused with exit 2 or 3 ends in exit 1, a wrong digest included; a new pin is proposed where the signer is trusted and only the pin differs',
} as const;

function modeSentences({ requireSignature, attestMode, fallback, checks }: PolicyModes): Sentence[] {
  const signed = requireSignature
    ? 'a signature must verify, by a signer that is trusted'
    : 'no signature is required; where nothing is proven, the item ends in exit 1 at best';
  const matrix = Object.entries(checks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, mode]) => ({ origin: `checks.${id}`, sentence: CHECK_SENTENCES[mode ?? 'enforce'](id) }));
  return [
    { origin: 'require_signature', sentence: signed },
    { origin: 'attest_mode', sentence: ATTEST_SENTENCES[attestMode] },
    { origin: 'fallback', sentence: FALLBACK_SENTENCES[fallback] },
    ...matrix,
  ];
}

const CHECK_SENTENCES = {
  enforce: (id: string) => `the check ${id} refuses where it does not pass`,
  warn: (id: string) => `the check ${id} only warns where it does not pass: exit 1`,
  skip: (id: string) => `the check ${id} decides nothing; it runs all the same, and every report says so`,
} as const;

function ruleSentences(rules: readonly Rule[]): Sentence[] {
  return rules.map((rule) => ({ origin: rule.origin, sentence: kindOf(rule).explain(rule) }));
}

/** Questions that a reader may take for asked, and the rules by which they would be. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['who signs: the command line has to say it', ['signer', 'key_fingerprint', 'builder_id']],
  ['which bytes: no digest is pinned', ['digest']],
  ['who built it', ['builder_id', 'slsa_level']],
  ['from which source it was built', ['source', 'expect']],
  ['by which workflow it was built', ['workflow']],
  ['which attestations there must be', ['predicate_types']],
  ['what an attestation says beyond its subjects', ['claims', 'expressions', 'expect']],
  ['how old a signature may be', ['ttl', 'signed_between']],
  ['how old the trusted root may be', ['max_root_age']],
];

function leftOpen({ rules, scopes, expires, defaults }: PolicyDocument): string[] {
  const asks = (some: readonly Rule[], kinds: readonly string[]) =>
    some.some((rule) => kinds.includes(rule.kind) && !leavesSignerOpen(rule));
  const open = QUESTIONS.flatMap(([question, kinds]) => {
    if (asks(rules, kinds)) return [];
    const asking = scopes.filter((scope) => asks(scope.rules, kinds)).map((scope) => `"${scope.name}"`);
    if (asking.length === 0) return [question];
    return [`${question}; asked only in ${asking.length === 1 ? 'the scope' : 'the scopes'} ${asking.join(', ')}`];
  });
  if (scopes.length > 0) {
    const lax = relaxations(defaults).length > 0 ? ', under its modes' : '';
    open.push(`an item that no scope is about is asked what every item is asked${lax}, and no more`);
  }
  if (expires === null) open.push('the policy has no end');
  open.push('online revocation, and whether what a signer says is true: no policy can ask it here');
  return open;
}
