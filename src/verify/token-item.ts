// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, notPassed, passed, skipped } from '../model/check.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { judgeOrder } from '../time/order.ts';
import { verifyTimestamp } from '../time/rfc3161.ts';
import { timeEntry, timeTable } from '../time/table.ts';
import { timestampFacts } from '../time/token.ts';
import { TimeWitness } from '../trust/revocation/time-witness.ts';
import { artifactDigest, digestsFor } from './artifact-stage.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { freshLists, unrelatedLists, unsoundLists } from './revocation-data.ts';

/**
 * An RFC 3161 token that stands alone beside a file: that the file existed when the token says. It names nobody who would have
 * signed it, so that it never makes the file attested.
 *
 * @param artifact null: the file that it is named after is not at hand
 */
export function tokenItem(
  name: string,
  token: Bytes,
  artifact: Artifact | null,
  context: ExaminationContext,
): ItemFacts {
  const items = context.roots.map((root) => underRoot(name, token, artifact, context, root));
  return items.find(({ checks }) => checks.every(({ outcome }) => outcome === 'passed')) ?? items[0]!;
}

function underRoot(
  name: string,
  token: Bytes,
  artifact: Artifact | null,
  context: ExaminationContext,
  root: TrustedRoot,
): ItemFacts {
  const at = { evidence: name, pointer: '' };
  const read = passed('input.read', at);
  const base = { ...EMPTY_ITEM, name, kind: 'rfc3161-timestamp', signerKind: 'none' as const };
  if (artifact === null) {
    const checks = [
      read,
      notPassed('subject.digest', at, 'artifact-absent', 'the file that the token is named after is not at hand'),
      skipped('time.timestamp', at, 'subject.digest'),
    ];
    return { ...base, checks };
  }
  const authorities =
    context.extraTimestampAuthorities.length === 0
      ? root.timestampAuthorities
      : [...root.timestampAuthorities, ...context.extraTimestampAuthorities];
  const { revocation } = context;
  const witness = revocation === undefined ? null : new TimeWitness(revocation, context.engine);
  const outcome = verifyTimestamp({
    token,
    imprintOf: (hash) => {
      const hex = artifactDigest(artifact, hash);
      if (hex === null) throw new Malformed('signed-data-needed', `the file's ${hash} is not at hand`);
      return decodeHex(hex);
    },
    authorities,
    witness: witness?.against,
    engine: context.engine,
    at,
  });
  const checks: Check[] = [read];
  if (revocation !== undefined && witness !== null)
    checks.push(
      ...unsoundLists(witness, at),
      ...unrelatedLists(revocation, witness.related, at),
      ...freshLists(revocation, witness.used, context.at, at),
    );
  const findings: Finding[] = [];
  const artifacts = [
    { name: artifact.name, digests: Object.fromEntries(digestsFor(artifact, [...artifact.digests.keys()])) },
  ];
  if (outcome.kind === 'unknown-authority') {
    const facts = timestampFacts(outcome.token);
    checks.push(notPassed('time.timestamp', at, outcome.reason, outcome.finding.detail, facts));
    const row = { source: `rfc3161-timestamp ${facts['signerId']}`, instant: outcome.token.info.genTime };
    return { ...base, artifacts, checks, times: timeTable([{ ...row, trusted: false, usedFor: 'nothing' }]) };
  }
  checks.push(outcome.check);
  if (outcome.kind === 'refused') return { ...base, artifacts, checks };
  findings.push(...outcome.findings);
  checks.push(judgeOrder([outcome.time], context, BigInt(context.skewSeconds) * NANOSECONDS_PER_SECOND, at));
  const times = timeTable([timeEntry(outcome.time, 'the file existed then')]);
  return { ...base, artifacts, checks, findings, times, trustedRoot: root.origin.sha256 };
}
