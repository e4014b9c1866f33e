// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Policy } from '../model/policy.ts';
import type { Item, SubjectSummary, TrustStatus } from '../model/report.ts';
import { type Judged, judge } from '../policy/judge.ts';

/** One row per artifact of an item, or one for the item where none is at hand. */
export function summarise(item: Item, verificationTime: string | null, policy: Policy): SubjectSummary[] {
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
    const judged = checks.length === item.checks.length ? item : judge({ ...item, checks }, policy);
    const cause = checks.find((check, i) => check.outcome !== 'passed' && judged.judgements[i]?.effect === 'rejects');
    return {
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
      decisionPath: judged.judgements.map(
        ({ rule, check, effect, reason }) => `${check}: ${effect} by ${rule}${reason === null ? '' : ` (${reason})`}`,
      ),
      trustStatus: statusOf(checks, judged),
      claimsChecked: policy.checkClaims && checks.some(isCompared),
      reason: cause === undefined || cause.outcome === 'passed' ? null : cause.reason,
    };
  });
}

/** Equal or not, the artifact was compared; what stayed open (another algorithm, a weak one) was not. */
function isCompared({ id, outcome }: Check): boolean {
  return id === 'subject.digest' && (outcome === 'passed' || outcome === 'failed');
}

function statusOf(checks: readonly Check[], { exitCode, sub, indication }: Judged): TrustStatus {
  if (exitCode === 0) return 'valid';
  if (checks.some((check) => check.outcome === 'indeterminate' && check.reason === 'signature-absent'))
    return 'unsigned';
  if (sub === 'EXPIRED' || sub === 'OUT_OF_BOUNDS_NO_POE') return 'expired';
  if (sub === 'REVOKED' || sub === 'REVOKED_NO_POE') return 'revoked';
  return indication === 'TOTAL-FAILED' ? 'failed' : 'untrusted';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
