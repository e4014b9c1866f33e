// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import { equalBytes } from '../model/bytes.ts';
import { type Check, type Finding, type Locator, notPassed, skipped, within } from '../model/check.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SigningTime } from '../model/times.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import type { Verified } from '../model/verified.ts';
import { type PathWitness, type TimestampOutcome, verifyTimestamp } from './rfc3161.ts';
import { type TimeEntry, timeEntry } from './table.ts';
import { type TimestampToken, timestampFacts } from './token.ts';

export interface CollectedTimestamps {
  readonly times: readonly Verified<SigningTime>[];
  /** One `time.timestamp` for each token, but none for a token of an authority that nobody here knows: that is a finding. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly rows: readonly TimeEntry[];
}

/**
 * All RFC 3161 tokens of a Sigstore bundle, over the octets of its one signature. Every token that names a trusted
 * authority must verify, and each statement counts once (attacks C06).
 *
 * @param witness what is known of revoked authorities; absent: nothing
 * @param beside the names of the files that the last tokens of `entity.timestamps` come from: they stand in no bundle
 */
export function collectTimestamps(
  entity: SignedEntity,
  authorities: readonly CertificateAuthority[],
  engine: Engine,
  beside: readonly string[] = [],
  witness?: PathWitness,
): CollectedTimestamps {
  const { timestamps } = entity;
  const inside = timestamps.length - beside.length;
  const list = within(entity.at, 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps');
  const placeOf = (i: number): Locator =>
    i < inside ? within(list, i, 'signedTimestamp') : { evidence: beside[i - inside]!, pointer: '' };
  const place = inside > 0 ? list : placeOf(0);
  if (timestamps.length > LIMITS.timestamps) {
    const detail = `${timestamps.length} timestamps, more than ${LIMITS.timestamps}`;
    return only(notPassed('time.timestamp', place, 'limit-exceeded', detail, { timestamps: timestamps.length }));
  }
  const [signature, ...others] = entity.signatures;
  if (timestamps.length === 0) return only();
  // A token is over one signature; which one of several is nowhere said.
  if (signature === undefined || others.length > 0)
    return only(skipped('time.timestamp', place, 'envelope.signatures'));
  return collected(
    timestamps.map((token, i) => {
      const at = placeOf(i);
      return { at, outcome: verifyTimestamp({ token, signed: signature.sig, authorities, witness, engine, at }) };
    }),
  );
}

type Placed = { readonly at: Locator; readonly outcome: TimestampOutcome };

function collected(tokens: readonly Placed[]): CollectedTimestamps {
  const times: Verified<SigningTime>[] = [];
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const rows: TimeEntry[] = [];
  const seen: TimestampToken[] = [];
  for (const { at, outcome } of tokens) {
    if (outcome.kind === 'unknown-authority') {
      findings.push(outcome.finding);
      rows.push(untrusted(outcome.token));
      continue;
    }
    const { token } = outcome;
    const first = token === null ? -1 : seen.findIndex((other) => equalBytes(other.infoBytes, token.infoBytes));
    if (token !== null) seen.push(token);
    if (token !== null && first >= 0) {
      const detail = `the token repeats the statement of token ${first}`;
      checks.push(notPassed('time.timestamp', at, 'timestamp-duplicate', detail, timestampFacts(token)));
      rows.push(untrusted(token));
      continue;
    }
    checks.push(outcome.check);
    if (outcome.kind === 'verified') {
      times.push(outcome.time);
      findings.push(...outcome.findings);
      rows.push(timeEntry(outcome.time, 'time of signing'));
    } else if (token !== null) {
      rows.push(untrusted(token));
    }
  }
  return { times, checks, findings, rows };
}

function untrusted(token: TimestampToken): TimeEntry {
  const { signerId } = timestampFacts(token);
  return { source: `rfc3161-timestamp ${signerId}`, instant: token.info.genTime, trusted: false, usedFor: 'nothing' };
}

function only(...checks: readonly Check[]): CollectedTimestamps {
  return { times: [], checks, findings: [], rows: [] };
}
