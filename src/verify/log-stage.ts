// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { SignerKey } from '../log/entry-bodies/bind.ts';
import type { LoggedEntry } from '../log/logged-entry.ts';
import { logKeyWindowAt } from '../log/trusted-log.ts';
import { verifyLogEntry } from '../log/verify-log-entry.ts';
import { type Check, notPassed, passed, skipped, within } from '../model/check.ts';
import type { SigningTime } from '../model/times.ts';
import type { Verified } from '../model/verified.ts';
import { digestBytesOf } from './artifact-stage.ts';
import type { Examination } from './examination.ts';
import { isRegistrySigned } from './registry-stage.ts';

/** Every entry that is there must stand; what counts towards the threshold is distinct logs (attacks C03). */
export function examineLogs(examination: Examination, signerKey: SignerKey | null): readonly Verified<LoggedEntry>[] {
  const { entity, context, root, artifacts } = examination;
  const wanted = context.policy.logThreshold ?? (examination.certified || isRegistrySigned(entity) ? 1 : 0);
  const [artifact] = artifacts;
  // A claimed sha256 is what the entries name; any other claim, or none, leaves the artifact's own digest to compare.
  const needsArtifact = entity.content.kind === 'message' && entity.content.digest?.algorithm !== 'sha256';
  const artifactDigests = needsArtifact && artifact !== undefined ? digestBytesOf(artifact) : new Map();
  const logged: Verified<LoggedEntry>[] = [];
  for (const entry of entity.logEntries) {
    const result = verifyLogEntry({
      entry,
      entity,
      signerKey,
      artifactDigests,
      logs: root.tlogs,
      bundleVersion: entity.version,
      engine: context.engine,
      witnesses: context.witnesses,
      ...(context.checkpoints === undefined ? {} : { checkpoints: context.checkpoints }),
    });
    examination.add(result);
    if (result.ok) logged.push(result.value);
  }
  // Also where it is waived: then it is met by nothing, and the report says what that leaves open.
  const asked = context.policy.logThreshold !== null || wanted > 0;
  if (asked || entity.logEntries.length > 0) examination.checks.push(threshold(examination, logged, wanted));
  return logged;
}

/** Without the certificate nobody can say whether an entry is about its key. */
export function skipLogs({ entity, checks }: Examination): readonly Verified<LoggedEntry>[] {
  for (const { at } of entity.logEntries) checks.push(skipped('log.entry', at, 'certificate.format'));
  checks.push(skipped('log.threshold', entity.at, 'certificate.format'));
  return [];
}

function threshold(examination: Examination, logged: readonly LoggedEntry[], wanted: number): Check {
  const { at, logEntries } = examination.entity;
  // One operator of several logs is one party, where the root says who operates them.
  const distinct = new Set(logged.map(({ rows }) => rows[0]!.operator ?? rows[0]!.key.fingerprint));
  const facts = { distinctLogs: distinct.size, threshold: wanted, entries: logEntries.length };
  if (distinct.size >= wanted) return passed('log.threshold', at, facts);
  if (logEntries.length === 0) {
    return notPassed('log.threshold', at, 'log-absent', 'the evidence names no log entry', facts);
  }
  const cause = examination.firstFailure('log.');
  if (distinct.size === 0 && wanted === 1 && cause !== null) return skipped('log.threshold', at, cause);
  return notPassed('log.threshold', at, 'log-threshold', `${distinct.size} of ${wanted} distinct logs`, facts);
}

/** A log that states no time of its own (Rekor v2) must have had its key at each verified time (attacks C09). */
export function examineLogKeysAt(
  examination: Examination,
  logged: readonly Verified<LoggedEntry>[],
  times: readonly SigningTime[],
): void {
  for (const { entry, rows, integratedTime, origin } of logged) {
    if (integratedTime !== null) continue;
    const outside = times.find(({ time }) => !logKeyWindowAt(rows, time));
    if (outside === undefined) continue;
    const detail = `the key of log ${origin} was not valid at ${formatInstant(outside.time)}`;
    const at = within(entry.at, 'logId');
    examination.checks.push(notPassed('log.key', at, 'log-key-window', detail, { log: origin }));
  }
}
