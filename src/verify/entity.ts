// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { underEngine } from '../crypto/engine.ts';
import type { SignerKey } from '../log/entry-bodies/bind.ts';
import type { LoggedEntry } from '../log/logged-entry.ts';
import { within } from '../model/check.ts';
import { type Instant, instantFromNanoseconds } from '../model/instant.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { SigningTime } from '../model/times.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { timeTable } from '../time/table.ts';
import type { Certificate } from '../x509/certificate.ts';
import { artifactDocument } from './artifact-document.ts';
import { digestsFor } from './artifact-stage.ts';
import { examineCertificate, type ReadCertificates, readCertificates } from './certificate-stage.ts';
import { Examination, type OpenedEntity } from './examination.ts';
import { examineLogs, skipLogs } from './log-stage.ts';
import { platformCriteria } from './platform-identity.ts';
import { buildRecord, policyFacts } from './policy-facts.ts';
import { examinePublisher } from './publisher-stage.ts';
import {
  examineRegistryPackage,
  examineRegistrySignature,
  isRegistrySignature,
  isRegistrySigned,
  registryKeysFor,
} from './registry-stage.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { examineRevocation } from './revocation-stage.ts';
import { chosenKey, examineCertificateSignature, examineKeySignatures } from './signature-stage.ts';
import { sigstoreResult } from './sigstore-result.ts';
import { examineSubjects } from './subject-stage.ts';
import { examineTimes } from './time-stage.ts';

const SHOWN_SUBJECTS = 64;

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
  return examineWithTimes(opened, artifacts, context, root).item;
}

/** The same, with the times that were verified as they are, and not as rows of a table. */
export function examineWithTimes(
  opened: OpenedEntity,
  artifacts: readonly Artifact[],
  context: ExaminationContext,
  root: TrustedRoot,
): { readonly item: ItemFacts; readonly times: readonly SigningTime[] } {
  return underEngine(context.engine, () => examine(new Examination(opened, artifacts, context, root)));
}

function examine(examination: Examination): { readonly item: ItemFacts; readonly times: readonly SigningTime[] } {
  const { entity, context } = examination;
  const certificates = readSigner(examination);
  const unread = examination.certified && certificates === null;
  const logged = unread ? skipLogs(examination) : examineLogs(examination, signerKeyOf(examination, certificates));
  const times = examineTimes(examination, logged);
  // A message signature is judged only over the artifact that the bundle names, so that the artifact comes first.
  const statement = examineSubjects(examination);
  let path: readonly Certificate[] | null = null;
  if (examination.certified) path = examineCertified(examination, certificates, logged, times);
  else if (isRegistrySignature(entity)) examineRegistryPackage(examination);
  else if (entity.content.kind === 'dsse' && isRegistrySigned(entity))
    examineRegistrySignature(examination, entity.content, times);
  else examineKeySignatures(examination);
  if (context.revocation !== undefined || context.keys.length > 0) examineRevocation(examination, path, times);
  examinePublisher(examination);
  const found = factsOf(examination, statement, times);
  const item = { ...found, ...buildRecord(examination, found, statement) };
  if (examination.context.withPolicyFacts !== true) return { item, times };
  const leafKey = certificates?.leaf.key ?? null;
  return { item: { ...item, policyFacts: policyFacts(examination, item, { statement, times, leafKey }) }, times };
}

function readSigner(examination: Examination): ReadCertificates | null {
  const { entity, root, context } = examination;
  if (entity.signer.kind !== 'certificate') return null;
  const at = within(entity.at, 'verificationMaterial');
  const result = readCertificates(entity.signer.chain, root, context.engine, at);
  examination.add(result);
  return result.read;
}

function signerKeyOf(examination: Examination, certificates: ReadCertificates | null): SignerKey | null {
  if (certificates !== null) {
    const { spki, key, der } = certificates.leaf;
    return { spki, kind: key?.kind ?? null, certificateDer: der };
  }
  const { entity, context } = examination;
  const keys = isRegistrySigned(entity) ? registryKeysFor(entity, context) : context.keys;
  const chosen = chosenKey(examination, keys)?.key;
  return chosen === undefined ? null : { spki: chosen.spki, kind: chosen.kind, certificateDer: null };
}

function examineCertified(
  examination: Examination,
  certificates: ReadCertificates | null,
  logged: readonly LoggedEntry[],
  times: readonly SigningTime[],
): readonly Certificate[] | null {
  const { entity, context, root } = examination;
  if (certificates === null) {
    const rest = ['certificate.path', 'sct.signature', 'sct.threshold', 'certificate.identity'] as const;
    examination.skip('certificate.format', ...rest, 'signature.valid', 'signature.threshold');
    return null;
  }
  const result = examineCertificate({
    read: certificates,
    root,
    times: distinctInstants(times),
    examinerTime: plausible(examination),
    engine: context.engine,
    certificateLogThreshold: context.policy.certificateLogThreshold,
    criteria: context.identity ?? platformCriteria(examination, sanOf(certificates.leaf)),
    notLaterThan: instantFromNanoseconds(context.at + examination.skew),
    at: within(entity.at, 'verificationMaterial'),
  });
  examination.add(result);
  examination.identity = result.identity;
  if (result.identity?.kind === 'certificate') {
    const { san, issuer, sanType, fingerprint, extensions } = result.identity;
    examination.signers.push({ identity: san, sanType, issuer, fingerprint, ...extensions });
  }
  examineCertificateSignature(examination, certificates.leaf, logged);
  return result.path;
}

function sanOf({ san }: ReadCertificates['leaf']): string | null {
  const [name] = san ?? [];
  return name !== undefined && 'text' in name ? String(name.text) : null;
}

/** The examiner's word on the time, where it is not about the future of the instant that is judged at. */
function plausible({ context, skew }: Examination): Instant | null {
  return context.signedAt !== null && context.signedAt <= context.at + skew ? context.signedAt : null;
}

function distinctInstants(times: readonly SigningTime[]): Instant[] {
  return [...new Set(times.map(({ time }) => time))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function factsOf(examination: Examination, statement: Statement | null, times: readonly SigningTime[]): ItemFacts {
  const { entity, artifacts, context, root } = examination;
  const { content, signer } = entity;
  const usesRoot = examination.certified || entity.logEntries.length > 0 || entity.timestamps.length > 0;
  return {
    name: entity.at.evidence + entity.at.pointer,
    kind: entity.envelope,
    version: entity.version,
    artifacts: artifacts.map((artifact) => ({
      name: artifact.name,
      digests: Object.fromEntries(
        digestsFor(artifact, [...new Set([...artifact.digests.keys(), ...(context.digestsNamed ?? [])])]),
      ),
      ...whatIs(artifact),
    })),
    subjects: (statement?.subject ?? [])
      .slice(0, SHOWN_SUBJECTS)
      .map(({ name, digest }) => ({ name, digest: Object.fromEntries(digest) })),
    predicateType: statement?.predicateType ?? null,
    ...examination.beside,
    signers: examination.signers,
    times: timeTable(examination.times),
    checks: examination.checks,
    findings: examination.findings,
    sigstore: sigstoreResult(entity, examination.identity, statement, times),
    attestationDigest: content.kind === 'message' ? null : `sha256:${sha256Hex(content.payload)}`,
    trustedRoot: usesRoot ? root.origin.sha256 : null,
    signerKind: signer.kind,
    ...(isRegistrySigned(entity) || isRegistrySignature(entity) ? { registrySigned: true as const } : {}),
  };
}

function whatIs(artifact: Artifact): { readonly what?: string } {
  const document = artifactDocument(artifact);
  return document === null ? {} : { what: document.what };
}

export type { OpenedEntity } from './examination.ts';
