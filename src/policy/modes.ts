// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Effect } from '../model/policy.ts';
import type { PolicyModes, Rule } from '../model/policy-document.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import type { RuledEffect } from './base-effect.ts';

/**
 * Half of what is asked of an item: that it is signed (`require_signature`), and what an attestation says (`attest_mode`).
 * `always`: no mode reaches it, since without it there is nothing to judge.
 */
export type Half = 'signature' | 'attestation';
export type Halves = readonly Half[] | 'always';

const BOTH: Halves = ['signature', 'attestation'];
const ALWAYS = /^(input|json|chain|inclusion|consistency|vector|selftest|kit)\./;

/** An attestation is worth what its signature is worth: on one, the signature's checks belong to both halves. */
export function halvesOfCheck(check: Check, item: ItemFacts): Halves {
  if (ALWAYS.test(check.id)) return 'always';
  // A layout and its links are what attests, and nothing in them stands apart from who signed.
  if (/^(layout|step)\./.test(check.id)) return BOTH;
  if (check.id === 'subject.digest') return BOTH;
  if (/^(statement|predicate)\./.test(check.id)) return ['attestation'];
  return isAttestation(item) ? BOTH : ['signature'];
}

export function halvesOfRule(rule: Rule, item: ItemFacts): Halves {
  if (rule.half === 'attestation') return ['attestation'];
  // As subject.digest: whether this is the artifact.
  if (rule.kind === 'digest') return BOTH;
  return isAttestation(item) ? BOTH : ['signature'];
}

/**
 * Also an artifact that nothing at hand speaks about: what it lacks is a signature and an attestation; and evidence that cannot
 * be read, since it may have been one.
 */
export function isAttestation(item: ItemFacts): boolean {
  return (
    item.kind === 'artifact' ||
    item.kind === 'unknown' ||
    item.predicateType !== null ||
    item.checks.some((check) => check.id.startsWith('statement.'))
  );
}

/** Found to be another than the one asked for. Their outcome is `indeterminate`, since the evidence itself may be sound. */
const DIFFERS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'identity-mismatch',
  'issuer-mismatch',
  'predicate-type-mismatch',
  'summary-not-passed',
  'subject-name-mismatch',
  'image-reference-mismatch',
  'publisher-contradicted',
  'package-name-mismatch',
  'package-version-mismatch',
  'package-attestations-disagree',
]);

/** Something speaks against it, as opposed to: nothing speaks for it. */
export function isRefuted(check: Check): boolean {
  return check.outcome === 'failed' || (check.outcome === 'indeterminate' && DIFFERS.has(check.reason));
}

const STRICTNESS: readonly Effect[] = ['satisfied', 'not-required', 'waived', 'warns', 'rejects'];

/** What is left of a rejection under the modes: the strictest among the halves that claim it. */
export function underModes(rejection: RuledEffect, halves: Halves, refuted: boolean, modes: PolicyModes): RuledEffect {
  if (halves === 'always') return rejection;
  const each = halves.map((half) =>
    half === 'signature' ? signed(rejection, refuted, modes) : said(rejection, refuted, modes),
  );
  return each.reduce((worst, one) => (STRICTNESS.indexOf(one.effect) > STRICTNESS.indexOf(worst.effect) ? one : worst));
}

function signed(rejection: RuledEffect, refuted: boolean, { requireSignature }: PolicyModes): RuledEffect {
  if (requireSignature) return rejection;
  return { rule: 'require_signature=false', effect: refuted ? 'warns' : 'not-required' };
}

function said(rejection: RuledEffect, refuted: boolean, { attestMode }: PolicyModes): RuledEffect {
  switch (attestMode) {
    case 'enforce':
      return rejection;
    case 'record':
      return { rule: 'attest_mode=record', effect: 'warns' };
    case 'none':
      return { rule: 'attest_mode=none', effect: refuted ? 'warns' : 'not-required' };
  }
}

/** `checks: { id: warn | skip }`. It only ever makes milder, and never what the command line has switched off loudly. */
export function underMatrix(check: Check, base: RuledEffect, modes: PolicyModes): RuledEffect {
  const mode = Object.hasOwn(modes.checks, check.id) ? modes.checks[check.id] : undefined;
  if (mode === 'skip' && (base.effect === 'rejects' || base.effect === 'satisfied'))
    return { rule: `checks.${check.id}=skip`, effect: 'waived' };
  if (mode === 'warn' && base.effect === 'rejects') return { rule: `checks.${check.id}=warn`, effect: 'warns' };
  return base;
}

/** Without these an item says nothing about its artifact or signer: who skips one gets a warning at best, as with --check-claims=false. */
export function isCardinal(check: Check): boolean {
  return /^(subject\.digest|predicate\.result|signature\.|layout\.signature|step\.|mac\.|package\.signature)/.test(
    check.id,
  );
}
