// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import {
  type Check,
  type Checked,
  type Facts,
  type Finding,
  finding,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
  within,
} from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import { attempt, Malformed, type Parsed } from '../model/malformed.ts';
import { mintVerified, type Verified } from '../model/verified.ts';
import { bindEntry, type EntryBody, readEntryBody } from './bind-entry.ts';
import type { Bound } from './entry-bodies/bind.ts';
import { verifyInclusion } from './inclusion.ts';
import type { LogKind } from './log-kind.ts';
import type { LogEntryRequest, LoggedEntry } from './logged-entry.ts';
import { logKindOf } from './logs.ts';
import { verifyPromise } from './promise.ts';
import { logKeyWindowAt, type TrustedLog, trustedLogOf } from './trusted-log.ts';
import {
  type ParsedCheckpoint,
  readCheckpoint,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from './verify-checkpoint.ts';

/** What the steps below share: the request, what it led to, and the checks and findings so far. */
interface Examination {
  readonly request: LogEntryRequest;
  readonly kind: LogKind;
  readonly checkpoint: Parsed<ParsedCheckpoint> | null;
  readonly log: Parsed<TrustedLog>;
  readonly checks: Check[];
  readonly findings: Finding[];
}

/**
 * Verifies one log entry: that it is about this evidence, and that a trusted log stands to it, by its promise (SET), by an
 * inclusion proof under a signed checkpoint, or by both. Whatever is present must verify.
 *
 * Checks, in this order: log.entry, log.key, log.promise (where the entry has one), log.inclusion and log.checkpoint (where the
 * entry has them or may not do without), log.consistency. What lacks nothing here and is absent gets no check.
 */
export function verifyLogEntry(request: LogEntryRequest): Checked<Verified<LoggedEntry>> {
  const { entry } = request;
  const body = attempt(() => readEntryBody(entry.body));
  const kind = body.ok ? logKindOf(body.value.kind, body.value.version) : logKindOf(entry.kind, entry.version);
  const note = entry.proof?.checkpoint ?? null;
  const checkpoint = note === null ? null : attempt(() => readCheckpoint(note));
  const origin = checkpoint?.ok ? checkpoint.value.checkpoint.origin : null;
  const log = attempt(() => trustedLogOf(entry, request.logs, kind, origin));
  const examination: Examination = { request, kind, checkpoint, log, checks: [], findings: [] };

  const bound = examineEntry(examination, body);
  const promise = attemptPromise(examination);
  const promised = promise?.ok === true;
  const integratedTime = promised && entry.integratedTime !== null ? instantFromSeconds(entry.integratedTime) : null;
  examineKey(examination, integratedTime);
  examinePromise(examination, promise);
  const stated = examineProof(examination);
  examineConsistency(examination);

  const { checks, findings } = examination;
  const sound = checks.every((check) => check.outcome === 'passed') && (promised || stated !== null);
  if (!sound || !log.ok || bound === null) return { ok: false, checks, findings };
  if (stated === null) {
    const detail = 'the entry rests on its signed entry timestamp';
    findings.push(finding('inclusion-not-established', within(entry.at, 'inclusionProof'), detail));
  }
  const value: LoggedEntry = {
    entry,
    logKind: kind.id,
    rows: log.value.rows,
    origin: stated?.checkpoint.origin ?? log.value.name,
    logId: encodeHex(entry.logId),
    integratedTime,
    inclusionProven: stated !== null,
    hashNamed: bound.hashNamed,
    cosignatures: stated?.cosignatures ?? [],
  };
  return { ok: true, value: mintVerified(value), checks, findings };
}

function examineEntry(examination: Examination, body: Parsed<EntryBody>): Bound | null {
  const { entry, entity, signerKey, artifactDigests } = examination.request;
  const at = within(entry.at, 'canonicalizedBody');
  const bound = attempt(() => bindEntry(unwrap(body), entry, entity, signerKey, artifactDigests));
  conclude(examination, 'log.entry', at, bound, (value) => ({
    kind: entry.kind,
    version: entry.version,
    ...value.facts,
  }));
  if (!bound.ok) return null;
  if (bound.value.hashNotCompared !== null) {
    const detail = `${bound.value.hashNotCompared} is over a spelling of the envelope that is not at hand`;
    examination.findings.push(finding('entry-hash-not-compared', at, detail));
  }
  return bound.value;
}

/** The log's own time counts for its own key: the window must contain it (attacks C09). */
function examineKey(examination: Examination, integratedTime: Instant | null): void {
  const { log, request, findings } = examination;
  const at = within(request.entry.at, 'logId');
  const held = attempt(() => {
    const { rows, name } = unwrap(log);
    if (integratedTime !== null && !logKeyWindowAt(rows, integratedTime)) {
      throw new Malformed('log-key-window', `the key of log ${name} was not valid at ${formatInstant(integratedTime)}`);
    }
    return { rows, name };
  });
  conclude(examination, 'log.key', at, held, ({ rows, name }) => ({
    log: name,
    logId: encodeHex(rows[0].logId),
    key: rows[0].key.fingerprint,
    scheme: rows[0].scheme,
    validAt: integratedTime === null ? null : formatInstant(integratedTime),
  }));
  if (!log.ok) return;
  const { keyShared, rows } = log.value;
  if (keyShared)
    findings.push(finding('checkpoint-origin-key-shared', at, 'the trusted root has several logs of this id'));
  if (request.engine.id === 'dual' && request.engine.enginesFor(rows[0].scheme).length === 1) {
    findings.push(finding('one-engine', at, `${rows[0].scheme} was verified by one engine`));
  }
}

function attemptPromise({ log, request }: Examination): Parsed<Facts> | null {
  const { entry, engine } = request;
  const promise = entry.promise;
  return log.ok && promise !== null ? attempt(() => verifyPromise(entry, promise, log.value, engine)) : null;
}

function examinePromise(examination: Examination, promise: Parsed<Facts> | null): void {
  const { entry } = examination.request;
  const at = within(entry.at, 'inclusionPromise');
  if (promise !== null) conclude(examination, 'log.promise', at, promise, (facts) => facts);
  else if (entry.promise !== null) examination.checks.push(skipped('log.promise', at, 'log.key'));
}

/** @returns the checkpoint where it and the proof both stand, null where either does not */
function examineProof(examination: Examination): VerifiedCheckpoint | null {
  const { request, checks } = examination;
  const { entry, bundleVersion } = request;
  const { proof } = entry;
  const optional = entry.promise !== null && (bundleVersion === '0.1' || bundleVersion === '');
  const proofAt = within(entry.at, 'inclusionProof');
  const noteAt = within(proofAt, 'checkpoint');
  if (proof === null) {
    if (optional) return null;
    checks.push(notPassed('log.inclusion', proofAt, 'inclusion-absent', 'the entry has no inclusion proof'));
    checks.push(skipped('log.checkpoint', noteAt, 'log.inclusion'));
    return null;
  }
  const included = attempt(() => verifyInclusion(entry.body, proof));
  conclude(examination, 'log.inclusion', proofAt, included, (facts) => facts);
  if (examination.checkpoint === null) {
    if (!optional) {
      checks.push(notPassed('log.checkpoint', noteAt, 'checkpoint-absent', 'the inclusion proof has no checkpoint'));
    }
    return null;
  }
  const stated = examineCheckpoint(examination, examination.checkpoint, noteAt);
  return included.ok ? stated : null;
}

function examineCheckpoint(
  examination: Examination,
  parsed: Parsed<ParsedCheckpoint>,
  at: Locator,
): VerifiedCheckpoint | null {
  const { request, kind, log, checks, findings } = examination;
  const { engine, witnesses = [], checkpoints: cache = null } = request;
  const proof = request.entry.proof!;
  if (!log.ok) {
    checks.push(skipped('log.checkpoint', at, 'log.key'));
    return null;
  }
  const stated = attempt(() =>
    verifyCheckpoint(unwrap(parsed), proof, { log: log.value, kind, engine, witnesses, cache }),
  );
  conclude(examination, 'log.checkpoint', at, stated, ({ checkpoint }) => ({
    origin: checkpoint.origin,
    treeSize: String(checkpoint.size),
    rootHash: encodeHex(checkpoint.root),
    key: log.value.rows[0].key.fingerprint,
  }));
  if (!stated.ok) return null;
  const { ignored, cosignatures } = stated.value;
  if (ignored.length > 0) findings.push(finding('cosignature-unknown', at, `lines not counted: ${ignored.join(', ')}`));
  for (const { witness, time } of cosignatures) {
    const when = time === null ? '' : ` at ${formatInstant(time)}`;
    findings.push(finding('cosignature-verified', at, `cosigned by ${escapeText(witness, 64)}${when}`));
  }
  return stated.value;
}

/** Rekor v1's index over all shards stands nowhere but under the promise: without one it is only said (attacks C14). */
function examineConsistency({ request, kind, checks }: Examination): void {
  const { entry } = request;
  const found = kind.contradictions(entry);
  const index = String(entry.logIndex);
  const isProven = entry.promise !== null || kind.id === 'rekor-v2';
  checks.push(
    found.length === 0
      ? passed('log.consistency', entry.at, isProven ? { logIndex: index } : { unsignedLogIndex: index })
      : notPassed('log.consistency', entry.at, 'log-entry-inconsistent', found.join('; ')),
  );
}

function conclude<T>(
  { checks }: Examination,
  id: CheckId,
  at: Locator,
  result: Parsed<T>,
  factsOf: (value: T) => Facts,
): void {
  checks.push(result.ok ? passed(id, at, factsOf(result.value)) : malformedCheck(id, at, result.problem));
}

function unwrap<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Malformed(parsed.problem.reason, parsed.problem.detail);
}
