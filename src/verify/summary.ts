// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import { ASKED_BY_RULES, type Judgement, type Policy } from '../model/policy.ts';
import type { Item, ItemFacts, SubjectSummary, TrustStatus } from '../model/report.ts';
import type { Judged } from '../policy/judge.ts';

/** One row per artifact of an item, or one for the item where none is at hand. */
export function summarise(
  item: Item,
  verificationTime: string | null,
  policy: Policy,
  rejudge: (item: ItemFacts) => Judged,
): SubjectSummary[] {
  const named = item.artifacts.length > 0 ? item.artifacts : [{ name: item.name, digests: {} }];
  const others = new Set(item.artifacts.map(({ name }) => name));
  const [signer] = item.signers;
  const trusted = item.times.find((row) => row.trusted);
  return named.map((artifact) => {
    // A row is about its own artifact: what was found about another one is in that one's row.
    const checks =
      others.size < 2
        ? item.checks
        : item.checks.filter(
            ({ id, at }) => id !== 'subject.digest' || at.evidence === artifact.name || !others.has(at.evidence),
          );
    const judged = checks.length === item.checks.length ? item : rejudge({ ...item, checks });
    return {
      subject: artifact.name,
      signer: signerOf(item),
      issuer: text(signer?.['issuer']),
      logIndex: text(
        item.checks.find((check) => check.id === 'log.consistency' && check.outcome === 'passed')?.facts['logIndex'],
      ),
      attestationDigest: item.attestationDigest,
      signedTime: trusted?.instant ?? null,
      verificationTime,
      // Nothing was digested of what could not be read, or is not at hand.
      digestAlgorithm: Object.keys(artifact.digests)[0] ?? '',
      decisionPath: judged.judgements.map(
        ({ rule, check, effect, reason }) => `${check}: ${effect} by ${rule}${reason === null ? '' : ` (${reason})`}`,
      ),
      trustStatus: statusOf(checks, judged),
      claimsChecked: policy.checkClaims && checks.some(isCompared),
      reason: causeOf(judged, 'rejects') ?? causeOf(judged, 'warns'),
    };
  });
}

/** By what anybody can find him: a plain key by its fingerprint, since the name of its file is the examiner's own. */
function signerOf({ signers: [signer], signerKind }: ItemFacts): string | null {
  const fingerprint = text(signer?.['fingerprint']);
  if (signerKind === 'key' && fingerprint !== null) return `sha256:${fingerprint}`;
  return text(signer?.['identity'] ?? signer?.['name']);
}

/** Equal or not, the artifact was compared; what stayed open (another algorithm, a weak one) was not. */
function isCompared({ id, outcome }: Check): boolean {
  return id === 'subject.digest' && (outcome === 'passed' || outcome === 'failed');
}

/** The first reason that had this effect. A skipped check has no cause of its own: it names the one that it waited for. */
function causeOf({ judgements }: Judged, wanted: Judgement['effect']): string | null {
  const reasons = judgements.flatMap(({ effect, reason }) => (effect === wanted && reason !== null ? [reason] : []));
  return reasons.find((reason) => reason !== 'prerequisite-not-passed') ?? reasons[0] ?? null;
}

/** What may warn about an item whose signature, signer and artifact are all established. */
const BESIDES =
  /^(statement\.|policy\.(skip|indication|ttl|predicate_types|builder_id|slsa_level|source|workflow|trigger|runner|claims|expressions|expect)$)/;
const SIGNED = /^(signature|mac|package)\./;
const TRUST = /^(certificate|key|signature|mac|package|subject)\./;

/** The signature is that of somebody who was asked for, and over this artifact; what warns is about something else. */
function isTrusted(checks: readonly Check[], { exitCode, judgements }: Judged): boolean {
  const established = checks.every(
    ({ id, outcome }, i) => outcome === 'passed' || !TRUST.test(id) || judgements[i]?.rule === ASKED_BY_RULES,
  );
  if (!established || exitCode > 1) return false;
  if (exitCode === 0) return true;
  return (
    checks.some(({ id, outcome }) => outcome === 'passed' && SIGNED.test(id)) &&
    judgements.every((one) => one.effect !== 'rejects' && (!standsAgainst(one) || BESIDES.test(one.check)))
  );
}

/** It warns, or would refuse where it were asked: a mode that does not ask establishes nothing. */
function standsAgainst({ effect, underEnforce }: Judgement): boolean {
  return effect === 'warns' || underEnforce === 'rejects';
}

function statusOf(checks: readonly Check[], judged: Judged): TrustStatus {
  const { sub, indication } = judged;
  if (isTrusted(checks, judged)) return 'valid';
  if (checks.some((check) => check.outcome === 'indeterminate' && check.reason === 'signature-absent'))
    return 'unsigned';
  if (sub === 'EXPIRED' || sub === 'OUT_OF_BOUNDS_NO_POE') return 'expired';
  if (sub === 'REVOKED' || sub === 'REVOKED_NO_POE') return 'revoked';
  return indication === 'TOTAL-FAILED' ? 'failed' : 'untrusted';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
