// SPDX-License-Identifier: Apache-2.0
import type { Judgement, Policy } from '../model/policy.ts';
import type { Item, SubjectSummary, TrustStatus } from '../model/report.ts';

/** One row per artifact of an item, or one for the item where none is at hand. */
export function summarise(item: Item, verificationTime: string | null, policy: Policy): SubjectSummary[] {
  const named = item.artifacts.length > 0 ? item.artifacts : [{ name: item.name, digests: {} }];
  const [signer] = item.signers;
  const trusted = item.times.find((row) => row.trusted);
  const cause = causeOf(item, 'rejects') ?? causeOf(item, 'warns');
  return named.map((artifact) => ({
    subject: artifact.name,
    signer: text(signer?.['identity'] ?? signer?.['name']),
    issuer: text(signer?.['issuer']),
    logIndex: text(
      item.checks.find((check) => check.id === 'log.consistency' && check.outcome === 'passed')?.facts['logIndex'],
    ),
    attestationDigest: item.attestationDigest,
    signedTime: trusted?.instant ?? null,
    verificationTime,
    digestAlgorithm: Object.keys(artifact.digests)[0] ?? 'sha256',
    decisionPath: item.judgements.map(
      ({ rule, check, effect, reason }) => `${check}: ${effect} by ${rule}${reason === null ? '' : ` (${reason})`}`,
    ),
    trustStatus: statusOf(item),
    claimsChecked:
      policy.checkClaims && item.checks.some((check) => check.id === 'subject.digest' && check.outcome === 'passed'),
    reason: cause,
  }));
}

/** The first reason that had this effect. A skipped check has no cause of its own: it names the one that it waited for. */
function causeOf({ judgements }: Item, wanted: Judgement['effect']): string | null {
  const reasons = judgements.flatMap(({ effect, reason }) => (effect === wanted && reason !== null ? [reason] : []));
  return reasons.find((reason) => reason !== 'prerequisite-not-passed') ?? reasons[0] ?? null;
}

function statusOf(item: Item): TrustStatus {
  if (item.exitCode === 0) return 'valid';
  if (item.checks.some((check) => check.outcome === 'indeterminate' && check.reason === 'signature-absent'))
    return 'unsigned';
  if (item.sub === 'EXPIRED' || item.sub === 'OUT_OF_BOUNDS_NO_POE') return 'expired';
  if (item.sub === 'REVOKED' || item.sub === 'REVOKED_NO_POE') return 'revoked';
  return item.indication === 'TOTAL-FAILED' ? 'failed' : 'untrusted';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
