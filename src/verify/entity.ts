// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS, defaultScheme, schemeFits } from '../crypto/algorithms.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { outcomeReason, underEngine } from '../crypto/engine.ts';
import { decodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { SignerKey } from '../log/entry-bodies/bind.ts';
import type { LoggedEntry } from '../log/logged-entry.ts';
import { logKeyWindowAt } from '../log/trusted-log.ts';
import { verifyLogEntry } from '../log/verify-log-entry.ts';
import {
  type Check,
  type Facts,
  type Finding,
  finding,
  malformedCheck,
  notPassed,
  passed,
  skipped,
  within,
} from '../model/check.ts';
import { type Instant, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SignerIdentity } from '../model/signer.ts';
import type { Statement } from '../model/statement.ts';
import type { SigningTime } from '../model/times.ts';
import type { TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import type { Verified } from '../model/verified.ts';
import { checkPredicateType } from '../statement/predicate-types.ts';
import { readPredicate } from '../statement/predicates.ts';
import { parseStatement } from '../statement/statement.ts';
import { digestsOfSubjects, matchSubjects } from '../statement/subjects.ts';
import { collectTimestamps } from '../time/collect.ts';
import { examinerTime, integratedTimeEvidence } from '../time/evidence.ts';
import { judgeAt } from '../time/order.ts';
import { type TimeEntry, timeEntry, timeTable } from '../time/table.ts';
import { judgeTimeThreshold } from '../time/threshold.ts';
import { judgeWindow } from '../time/window.ts';
import { artifactDigest, checkMessageDigest, digestBytesOf, digestsFor } from './artifact-stage.ts';
import { examineCertificate, type ReadCertificates, readCertificates } from './certificate-stage.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { sigstoreResult } from './sigstore-result.ts';

/** One opened envelope with the checks that opening it gave. */
export interface OpenedEntity {
  readonly entity: SignedEntity;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/**
 * Examines one entity under one trusted root. The order is the argument (architecture: the shapes): log entry → verified
 * times → certificate at each of those times → certificate logs → signature → statement → subjects. Nothing stops at a
 * failure: what rests on a failed step is skipped and says because of what.
 */
export function examineEntity(
  opened: OpenedEntity,
  artifacts: readonly Artifact[],
  context: ExaminationContext,
  root: TrustedRoot,
): ItemFacts {
  return underEngine(context.engine, () => new Examination(opened, artifacts, context, root).run());
}

class Examination {
  readonly #entity: SignedEntity;
  readonly #artifacts: readonly Artifact[];
  readonly #context: ExaminationContext;
  readonly #root: TrustedRoot;
  readonly #checks: Check[];
  readonly #findings: Finding[];
  readonly #rows: TimeEntry[] = [];
  readonly #signers: Facts[] = [];
  #identity: SignerIdentity | null = null;

  constructor(opened: OpenedEntity, artifacts: readonly Artifact[], context: ExaminationContext, root: TrustedRoot) {
    this.#entity = effectiveEntity(opened.entity, context);
    this.#artifacts = artifacts;
    this.#context = context;
    this.#root = root;
    this.#checks = [...opened.checks];
    this.#findings = [...opened.findings];
  }

  run(): ItemFacts {
    const { signer } = this.#entity;
    const certificates = signer.kind === 'certificate' ? this.#readCertificates(signer.chain) : null;
    const unread = signer.kind === 'certificate' && certificates === null;
    const logged = unread ? this.#skipLogs() : this.#examineLogs(this.#signerKey(certificates));
    const times = this.#examineTimes(logged);
    this.#examineSubjects();
    if (signer.kind === 'certificate') this.#examineCertificateSigner(certificates, logged, times);
    else this.#examineKeySigner();
    const statement = this.#statement;
    const { content } = this.#entity;
    return {
      name: this.#entity.at.evidence + this.#entity.at.pointer,
      kind: this.#entity.envelope,
      version: this.#entity.version,
      artifacts: this.#artifacts.map((artifact) => ({
        name: artifact.name,
        digests: Object.fromEntries(digestsFor(artifact, [...artifact.digests.keys()])),
      })),
      subjects: (statement?.subject ?? [])
        .slice(0, SHOWN_SUBJECTS)
        .map(({ name, digest }) => ({ name, digest: Object.fromEntries(digest) })),
      predicateType: statement?.predicateType ?? null,
      signers: this.#signers,
      times: timeTable(this.#rows),
      checks: this.#checks,
      findings: this.#findings,
      sigstore: sigstoreResult(this.#entity, this.#identity, statement, times),
      attestationDigest: content.kind === 'dsse' ? `sha256:${sha256Hex(content.payload)}` : null,
      trustedRoot:
        signer.kind === 'certificate' || this.#entity.logEntries.length > 0 ? this.#root.origin.sha256 : null,
      signerKind: signer.kind,
    };
  }

  // ── certificate, read ──

  #readCertificates(chain: readonly Uint8Array[]): ReadCertificates | null {
    const { read, checks, findings } = readCertificates(chain, this.#root, this.#context.engine, within(this.#entity.at, 'verificationMaterial'),
    );
    this.#checks.push(...checks);
    this.#findings.push(...findings);
    return read;
  }

  /** The key that log entries must name. Of several given keys, the one under which the signature verifies. */
  #signerKey(certificates: ReadCertificates | null): SignerKey | null {
    if (certificates !== null) {
      const { leaf } = certificates;
      return { spki: leaf.spki, kind: leaf.key?.kind ?? null, certificateDer: leaf.der };
    }
    const { keys } = this.#context;
    const key = keys.find((one) => this.#verifiesUnder(one)) ?? keys[0];
    return key === undefined ? null : { spki: key.key.spki, kind: key.key.kind, certificateDer: null };
  }

  #verifiesUnder({ key, scheme }: TrustedKey): boolean {
    const sig = this.#entity.signatures[0]?.sig;
    return (
      sig !== undefined && this.#context.keys.length > 1 && this.#signatureOutcome(key, scheme, sig).outcome === 'valid'
    );
  }

  // ── log ──

  #examineLogs(signerKey: SignerKey | null): readonly Verified<LoggedEntry>[] {
    const entity = this.#entity;
    const { policy, engine, checkpoints } = this.#context;
    const certified = entity.signer.kind === 'certificate';
    const wanted = policy.logThreshold ?? (certified ? 1 : 0);
    const logged: Verified<LoggedEntry>[] = [];
    const [artifact] = this.#artifacts;
    // A claimed sha256 is what the entries name; any other claim, or none, leaves the artifact's own digest to compare.
    const needsArtifact = entity.content.kind === 'message' && entity.content.digest?.algorithm !== 'sha256';
    const artifactDigests =
      needsArtifact && artifact !== undefined ? digestBytesOf(artifact) : new Map<HashName, Uint8Array>();
    for (const entry of entity.logEntries) {
      const result = verifyLogEntry({
        entry,
        entity,
        signerKey,
        artifactDigests,
        logs: this.#root.tlogs,
        bundleVersion: entity.version,
        engine,
        witnesses: this.#context.witnesses,
        ...(checkpoints === undefined ? {} : { checkpoints }),
      });
      this.#checks.push(...result.checks);
      this.#findings.push(...result.findings);
      if (result.ok) logged.push(result.value);
    }
    if (wanted > 0 || entity.logEntries.length > 0) this.#checks.push(this.#logThreshold(logged, wanted));
    return logged;
  }

  /** Without the certificate nobody can say whether an entry is about its key. */
  #skipLogs(): readonly Verified<LoggedEntry>[] {
    for (const { at } of this.#entity.logEntries) this.#checks.push(skipped('log.entry', at, 'certificate.format'));
    this.#checks.push(skipped('log.threshold', this.#entity.at, 'certificate.format'));
    return [];
  }

  #logThreshold(logged: readonly LoggedEntry[], wanted: number): Check {
    const { at, logEntries } = this.#entity;
    const distinct = new Set(logged.map(({ rows }) => rows[0]!.key.fingerprint));
    const facts = { distinctLogs: distinct.size, threshold: wanted, entries: logEntries.length };
    if (distinct.size >= wanted) return passed('log.threshold', at, facts);
    if (logEntries.length === 0)
      return notPassed('log.threshold', at, 'log-absent', 'the evidence names no log entry', facts);
    const cause = this.#checks.find((check) => check.id.startsWith('log.') && check.outcome !== 'passed');
    if (distinct.size === 0 && wanted === 1 && cause !== undefined)
      return skipped('log.threshold', at, cause.outcome === 'skipped' ? cause.because : cause.id);
    return notPassed('log.threshold', at, 'log-threshold', `${distinct.size} of ${wanted} distinct logs`, facts);
  }

  // ── time ──

  #examineTimes(logged: readonly Verified<LoggedEntry>[]): readonly SigningTime[] {
    const entity = this.#entity;
    const context = this.#context;
    const place = entity.at;
    const certified = entity.signer.kind === 'certificate';
    const times: SigningTime[] = [];
    for (const entry of logged) {
      if (entry.integratedTime === null) continue;
      const time = integratedTimeEvidence(entry.origin, entry.logId, entry.integratedTime / NANOSECONDS_PER_SECOND);
      times.push(time);
      this.#rows.push(timeEntry(time, 'time of signing'));
    }
    if (entity.timestamps.length > 0) {
      const extra = context.extraTimestampAuthorities.length > 0;
      const authorities = extra ? this.#mergedAuthorities() : this.#root.timestampAuthorities;
      const stamped = collectTimestamps(entity, authorities, context.engine);
      this.#checks.push(...stamped.checks);
      this.#findings.push(...stamped.findings);
      this.#rows.push(...stamped.rows);
      times.push(...stamped.times);
    }
    this.#examineLogKeysAt(logged, times);
    const wanted = {
      sources: context.policy.timeThreshold ?? (certified ? 1 : 0),
      authorities: context.policy.timestampThreshold,
    };
    if (context.signedAt !== null)
      this.#rows.push(timeEntry(examinerTime(context.signedAt), certified ? 'shown only' : 'windows of plain keys'));
    if (wanted.sources > 0 || wanted.authorities > 0 || times.length > 0) {
      const cause = times.length === 0 ? this.#lostTime() : null;
      this.#checks.push(
        cause === null ? judgeTimeThreshold(times, wanted, place) : skipped('time.threshold', place, cause),
      );
    }
    if (times.length > 0) this.#checks.push(this.#order(times));
    if (context.notBefore !== null || context.notAfter !== null) {
      const known = context.signedAt === null ? times : [...times, examinerTime(context.signedAt)];
      const window = {
        notBefore: context.notBefore,
        notAfter: context.notAfter,
        skew: this.#skew,
        examinerDecides: !certified,
      };
      this.#checks.push(judgeWindow(certified ? times : known, window, place));
    }
    return times;
  }

  /** A time that was there and fell with a check: that check is the cause, not the absence of time. */
  #lostTime(): Check['id'] | null {
    const failed = this.#checks.find((check) => check.outcome !== 'passed' && check.id === 'time.timestamp');
    if (failed !== undefined) return failed.id;
    if (this.#entity.logEntries.every(({ promise }) => promise === null)) return null;
    const log = this.#checks.find((check) => check.outcome !== 'passed' && check.id.startsWith('log.'));
    if (log === undefined) return null;
    return log.outcome === 'skipped' ? log.because : log.id;
  }

  /** Each certificate chain given with --timestamp-certificate-chain stands beside those of the trusted root. */
  #mergedAuthorities() {
    const { extraTimestampAuthorities } = this.#context;
    let merged = mergedLists.get(this.#root);
    if (merged === undefined || merged.extra !== extraTimestampAuthorities) {
      merged = {
        extra: extraTimestampAuthorities,
        all: [...this.#root.timestampAuthorities, ...extraTimestampAuthorities],
      };
      mergedLists.set(this.#root, merged);
    }
    return merged.all;
  }

  get #skew(): bigint {
    return BigInt(this.#context.skewSeconds) * NANOSECONDS_PER_SECOND;
  }

  #order(times: readonly SigningTime[]): Check {
    const { at, atIsClock, clockFloor } = this.#context;
    if (atIsClock && at < clockFloor) {
      return notPassed(
        'time.order',
        this.#entity.at,
        'clock-implausible',
        `the clock says ${formatInstant(at)}, and this build is of ${formatInstant(clockFloor)} or later`,
      );
    }
    const check = judgeAt(times, at, this.#skew, this.#entity.at);
    if (check.outcome === 'passed' || check.outcome === 'skipped' || !atIsClock) return check;
    return notPassed('time.order', check.at, 'clock-implausible', check.detail, check.facts);
  }

  /** A log that states no time of its own (Rekor v2) must have had its key at each verified time. */
  #examineLogKeysAt(logged: readonly Verified<LoggedEntry>[], times: readonly SigningTime[]): void {
    for (const { entry, rows, integratedTime, origin } of logged) {
      if (integratedTime !== null) continue;
      const outside = times.find(({ time }) => !logKeyWindowAt(rows, time));
      if (outside === undefined) continue;
      const at = within(entry.at, 'logId');
      const detail = `the key of log ${origin} was not valid at ${formatInstant(outside.time)}`;
      this.#checks.push(notPassed('log.key', at, 'log-key-window', detail, { log: origin }));
    }
  }

  // ── subjects ──

  #statement: Statement | null = null;

  #examineSubjects(): void {
    const { content, at } = this.#entity;
    if (content.kind === 'message') {
      if (this.#artifacts.length === 0) this.#checks.push(this.#artifactAbsent('no artifact was named'));
      for (const artifact of this.#artifacts) {
        const check = checkMessageDigest(this.#entity, artifact);
        // Without a claimed digest the signature itself is over the artifact: signature.valid answers for both.
        if (check !== null) this.#checks.push(check);
      }
      return;
    }
    const parsed = parseStatement(content.payloadType, content.payload, at);
    this.#checks.push(...parsed.checks);
    this.#findings.push(...parsed.findings);
    if (!parsed.ok) {
      this.#checks.push(
        skipped('statement.predicate', at, 'statement.format'),
        skipped('subject.digest', at, 'statement.format'),
      );
      return;
    }
    const statement = parsed.value;
    this.#statement = statement;
    this.#checks.push(checkPredicateType(statement, this.#context.predicateType, at));
    this.#findings.push(...readPredicate(statement, at).findings);
    if (this.#artifacts.length === 0)
      this.#checks.push(this.#artifactAbsent(`${statement.subject.length} subjects, and no artifact was named`));
    const wanted: HashName[] = [...digestsOfSubjects(statement)];
    if (!wanted.includes('sha256')) wanted.unshift('sha256');
    for (const artifact of this.#artifacts) {
      const digests = artifact.given === 'digest' ? artifact.digests : digestsFor(artifact, wanted);
      const matched = matchSubjects(
        statement,
        { name: artifact.name, digests },
        { evidence: artifact.name, pointer: '' },
      );
      this.#checks.push(...matched.checks);
      this.#findings.push(...matched.findings);
    }
  }

  #artifactAbsent(detail: string): Check {
    const { at } = this.#entity;
    return this.#context.artifactUnread
      ? skipped('subject.digest', at, 'input.read')
      : notPassed('subject.digest', at, 'artifact-absent', detail);
  }

  // ── signature by a certificate's key ──

  #examineCertificateSigner(
    certificates: ReadCertificates | null,
    logged: readonly LoggedEntry[],
    times: readonly SigningTime[],
  ): void {
    const { at } = this.#entity;
    const context = this.#context;
    if (certificates === null) {
      for (const id of [
        'certificate.path',
        'sct.signature',
        'sct.threshold',
        'certificate.identity',
        'signature.valid',
        'signature.threshold',
      ] as const) {
        this.#checks.push(skipped(id, at, 'certificate.format'));
      }
      return;
    }
    const place = within(at, 'verificationMaterial');
    const result = examineCertificate({
      read: certificates,
      root: this.#root,
      times: distinctInstants(times),
      engine: context.engine,
      certificateLogThreshold: context.policy.certificateLogThreshold,
      criteria: context.identity,
      notLaterThan: (context.at + this.#skew) as Instant,
      at: place,
    });
    this.#checks.push(...result.checks);
    this.#findings.push(...result.findings);
    this.#identity = result.identity;
    if (result.identity?.kind === 'certificate') {
      const { san, issuer, sanType, fingerprint, extensions } = result.identity;
      this.#signers.push({ identity: san, sanType, issuer, fingerprint, ...extensions });
    }
    this.#examineCertificateSignature(certificates, logged);
  }

  #examineCertificateSignature({ leaf }: ReadCertificates, logged: readonly LoggedEntry[]): void {
    const { at, signatures } = this.#entity;
    const scheme = attempt(() => {
      if (leaf.key === null)
        throw new Malformed(
          leaf.keyProblem?.reason ?? 'key-format',
          leaf.keyProblem?.detail ?? 'the key cannot be read',
        );
      if (leaf.key.weakness !== null) throw new Malformed('key-weak', leaf.key.weakness);
      return schemeOf(leaf.key, logged);
    });
    if (!scheme.ok) {
      this.#checks.push(
        malformedCheck('key.trusted', at, scheme.problem),
        skipped('signature.valid', at, 'key.trusted'),
        skipped('signature.threshold', at, 'key.trusted'),
      );
      return;
    }
    const [signature] = signatures;
    if (signature === undefined) {
      this.#checks.push(
        skipped('signature.valid', at, 'envelope.signatures'),
        skipped('signature.threshold', at, 'envelope.signatures'),
      );
      return;
    }
    this.#pushSignature(leaf.key!, scheme.value, signature.sig);
    const wanted = this.#context.policy.signatureThreshold;
    if (wanted > 1)
      this.#checks.push(
        notPassed('signature.threshold', at, 'signature-threshold', `1 of ${wanted} distinct keys have signed`),
      );
    else
      this.#checks.push(
        this.#passedAlready('signature.valid')
          ? passed('signature.threshold', at, { distinctKeys: 1, threshold: 1 })
          : skipped('signature.threshold', at, 'signature.valid'),
      );
  }

  /** One signature over the content; over a message only where the artifact is the one that the bundle names. */
  #pushSignature(key: PublicKey, scheme: SchemeId, sig: Uint8Array): void {
    const { at, content } = this.#entity;
    if (content.kind === 'message') {
      if (this.#checks.some((check) => check.id === 'subject.digest' && check.outcome !== 'passed')) {
        this.#checks.push(skipped('signature.valid', at, 'subject.digest'));
        return;
      }
    }
    const { outcome, over } = this.#signatureOutcome(key, scheme, sig);
    const facts = { scheme, fingerprint: key.fingerprint, over, engines: [...this.#context.engine.enginesFor(scheme)] };
    const reason = outcomeReason(outcome);
    if (this.#context.engine.id === 'dual' && ALGORITHMS[scheme].engines.length === 1)
      this.#findings.push(finding('one-engine', at, scheme));
    if (reason === null && content.kind === 'message' && content.digest === null) {
      const [artifact] = this.#artifacts;
      this.#checks.push(
        passed('subject.digest', { evidence: artifact!.name, pointer: '' }, { by: 'the signature itself' }),
      );
    }
    this.#checks.push(
      reason === null
        ? passed('signature.valid', at, facts)
        : notPassed('signature.valid', at, reason, `${scheme} over the ${over}: ${outcome}`, facts),
    );
  }

  #signatureOutcome(key: PublicKey, scheme: SchemeId, sig: Uint8Array) {
    const { content } = this.#entity;
    const { engine } = this.#context;
    if (content.kind === 'dsse')
      return {
        outcome: engine.verify(scheme, key, content.pae, sig),
        over: 'DSSE pre-authentication encoding',
      } as const;
    const [artifact] = this.#artifacts;
    if (artifact === undefined) return { outcome: 'signed-data-needed', over: 'artifact' } as const;
    if (artifact.bytes !== null)
      return { outcome: engine.verify(scheme, key, artifact.bytes, sig), over: 'artifact' } as const;
    const { hash } = ALGORITHMS[scheme];
    const hex = hash === null ? null : artifactDigest(artifact, hash);
    if (hex === null) return { outcome: 'signed-data-needed', over: 'artifact digest' } as const;
    return { outcome: engine.verifyDigest(scheme, key, decodeHex(hex), sig), over: 'artifact digest' } as const;
  }

  #passedAlready(id: Check['id']): boolean {
    const same = this.#checks.filter((check) => check.id === id);
    return same.length > 0 && same.every((check) => check.outcome === 'passed');
  }

  // ── signatures by plain keys ──

  #examineKeySigner(): void {
    const { content, at, signatures } = this.#entity;
    const { keys, hmacSecret, engine, policy, identity } = this.#context;
    if (signatures.length > 0 && keys.length === 0 && hmacSecret === null && identity !== null) {
      this.#checks.push(
        notPassed(
          'key.trusted',
          at,
          'signer-key-unknown',
          'the evidence brings no certificate, so that no identity can be compared: give --key',
        ),
        skipped('signature.valid', at, 'key.trusted'),
        skipped('signature.threshold', at, 'key.trusted'),
      );
      return;
    }
    if (content.kind === 'dsse') {
      const result = verifyPlainSignatures({
        message: content.pae,
        signatures,
        keys,
        hmacSecret,
        threshold: policy.signatureThreshold,
        engine,
        at,
        acceptWeak: false,
      });
      this.#checks.push(...result.checks);
      this.#findings.push(...result.findings);
      this.#signers.push(...result.signers.map(({ name, fingerprint, scheme }) => ({ name, fingerprint, scheme })));
      this.#noteKeyIdentity(result.signers[0]);
      return;
    }
    this.#examineMessageKey();
  }

  #examineMessageKey(): void {
    const { at, signatures } = this.#entity;
    const { keys, policy } = this.#context;
    const [signature] = signatures;
    const usable = keys.filter(({ key }) => key.weakness === null);
    const chosen = usable.find((one) => this.#verifiesUnder(one)) ?? usable[0];
    if (chosen === undefined || signature === undefined) {
      const [weak] = keys;
      this.#checks.push(
        weak === undefined
          ? notPassed('key.trusted', at, 'signer-key-unknown', 'no key was given')
          : notPassed('key.trusted', at, 'key-weak', weak.key.weakness ?? ''),
        skipped('signature.valid', at, 'key.trusted'),
        skipped('signature.threshold', at, 'key.trusted'),
      );
      return;
    }
    this.#checks.push(passed('key.trusted', at, { fingerprint: chosen.key.fingerprint, key: chosen.name }));
    this.#pushSignature(chosen.key, chosen.scheme, signature.sig);
    const facts = { distinctKeys: 1, threshold: policy.signatureThreshold };
    if (!this.#passedAlready('signature.valid'))
      this.#checks.push(skipped('signature.threshold', at, 'signature.valid'));
    else if (policy.signatureThreshold > 1)
      this.#checks.push(
        notPassed(
          'signature.threshold',
          at,
          'signature-threshold',
          `1 of ${policy.signatureThreshold} distinct keys have signed`,
          facts,
        ),
      );
    else this.#checks.push(passed('signature.threshold', at, facts));
    if (this.#passedAlready('signature.valid')) {
      this.#signers.push({ name: chosen.name, fingerprint: chosen.key.fingerprint, scheme: chosen.scheme });
      this.#noteKeyIdentity({ name: chosen.name, fingerprint: chosen.key.fingerprint });
    }
  }

  #noteKeyIdentity(signer: { readonly name: string; readonly fingerprint: string | null } | undefined): void {
    if (signer === undefined || signer.fingerprint === null) return;
    this.#identity = { kind: 'key', name: signer.name, fingerprint: signer.fingerprint as never };
  }
}

/** The entity with what the examiner added: tokens that lie beside it, and keys that stand before a certificate in a bare envelope. */
function effectiveEntity(
  entity: SignedEntity,
  { extraTimestamps, keys, hmacSecret }: ExaminationContext,
): SignedEntity {
  const byKey = keys.length > 0 || hmacSecret !== null;
  const signer = byKey && entity.envelope === 'dsse' ? ({ kind: 'key', hint: null } as const) : entity.signer;
  if (extraTimestamps.length === 0 && signer === entity.signer) return entity;
  return { ...entity, signer, timestamps: [...entity.timestamps, ...extraTimestamps] };
}

const SHOWN_SUBJECTS = 64;

const mergedLists = new WeakMap<
  TrustedRoot,
  { readonly extra: readonly unknown[]; readonly all: TrustedRoot['timestampAuthorities'] }
>();

/**
 * A certificate's P-384 or P-521 key leaves the hash open: it is the one that the verified body of the log entry names. No
 * unsigned field of the evidence has a say in it (attacks B11).
 */
function schemeOf(key: PublicKey, logged: readonly LoggedEntry[]): SchemeId {
  const standard = defaultScheme(key, null);
  if (key.kind !== 'ecdsa-p384' && key.kind !== 'ecdsa-p521') return standard;
  const named = logged.find(({ hashNamed }) => hashNamed !== null)?.hashNamed ?? null;
  const scheme = named === null ? standard : (`${key.kind}-${named}` as SchemeId);
  return schemeFits(scheme, key) ? scheme : standard;
}

function distinctInstants(times: readonly SigningTime[]): Instant[] {
  return [...new Set(times.map(({ time }) => time))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
