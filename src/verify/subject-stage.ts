// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Check, notPassed, passed, skipped } from '../model/check.ts';
import type { HashName } from '../model/public-key.ts';
import type { Statement } from '../model/statement.ts';
import { documentKind } from '../statement/document-kind.ts';
import { materialDigests } from '../statement/materials.ts';
import { checkPredicateType, noPredicate } from '../statement/predicate-types.ts';
import { predicateDigest, readPredicate } from '../statement/predicates.ts';
import { digestsOfSubjects, matchSubjects } from '../statement/subjects.ts';
import { checkSummary, testFindings } from '../statement/summary-result.ts';
import { checkMessageDigest, checkSameArtifact, digestsFor } from './artifact-stage.ts';
import { distributionChecks } from './distribution-stage.ts';
import type { Examination } from './examination.ts';
import { examineImagePayload } from './image-payload-stage.ts';
import { examinePackage, examineRegisteredPackage } from './package-stage.ts';
import { checkPolicyPayload } from './policy-payload.ts';
import { examinePromotion } from './promotion-stage.ts';
import { statementOf } from './statement-of.ts';

/** What the payload says, and whether each artifact at hand is what it is about. Needs bytes only, so it runs whatever signed. */
export function examineSubjects(examination: Examination): Statement | null {
  const { content } = examination.entity;
  if (examination.context.payload === 'policy') {
    examinePolicyPayload(examination);
    return null;
  }
  if (examination.entity.payloadIsDocument === true) {
    examineDocument(examination);
    return null;
  }
  if (content.kind === 'dsse') return examineStatement(examination);
  if (content.kind === 'simple-signing') {
    examineImagePayload(examination, content.payload);
    return null;
  }
  examineMessage(examination);
  return null;
}

/** The payload is the artifact itself, and no statement about one. */
function examineDocument({ artifacts, checks, entity, context }: Examination): void {
  if (context.predicateType !== null) checks.push(noPredicate(context.predicateType, entity.at));
  if (entity.content.kind !== 'dsse') return;
  const expected = sha256Hex(entity.content.payload);
  for (const artifact of artifacts) {
    const at = { evidence: artifact.name, pointer: '' };
    const computed = digestsFor(artifact, ['sha256']).get('sha256') ?? null;
    const facts = { algorithm: 'sha256', computed, expected };
    if (computed === expected) checks.push(passed('subject.digest', at, facts));
    else checks.push(notPassed('subject.digest', at, 'artifact-digest-mismatch', 'it is not what was signed', facts));
  }
}

function examinePolicyPayload(examination: Examination): void {
  const { entity, artifacts, checks } = examination;
  const check = checkPolicyPayload(entity.content, artifacts.length > 0, entity.at);
  checks.push(check);
  if (entity.content.kind !== 'message') return;
  if (check.outcome === 'passed') examineMessage(examination);
  else examination.skip('policy-file.payload', 'subject.digest');
}

function examineMessage(examination: Examination): void {
  const { artifacts, checks, entity, context } = examination;
  // Whoever asks for a type of predicate asks for a statement: a signature over the artifact alone says nothing of it.
  if (context.predicateType !== null) checks.push(noPredicate(context.predicateType, entity.at));
  const [first, ...others] = artifacts;
  if (first === undefined) {
    checks.push(absent(examination, 'no artifact was named'));
    return;
  }
  for (const artifact of artifacts) {
    const check = checkMessageDigest(entity, artifact);
    if (check !== null) checks.push(check);
    if (check?.outcome === 'passed') examineRegisteredPackage(examination, artifact);
  }
  // Where the bundle names no digest, the signature over the first artifact answers; each further one must be that artifact.
  if (entity.content.kind === 'message' && entity.content.digest === null) {
    for (const other of others) checks.push(checkSameArtifact(first, other));
  }
}

function examineStatement(examination: Examination): Statement | null {
  const { entity, artifacts, checks, context } = examination;
  const { at } = entity;
  const parsed = statementOf(entity);
  if (parsed === null) return null;
  examination.add(parsed);
  if (!parsed.ok) {
    examination.skip('statement.format', 'statement.predicate', 'subject.digest');
    return null;
  }
  const statement = parsed.value;
  checks.push(checkPredicateType(statement, context.predicateType, at));
  examinePredicate(examination, statement);
  if (artifacts.length === 0) {
    checks.push(absent(examination, `${statement.subject.length} subjects, and no artifact was named`));
  }
  const wanted = new Set<HashName>(['sha256', ...digestsOfSubjects(statement)]);
  for (const artifact of artifacts) {
    const digests = artifact.given === 'digest' ? artifact.digests : digestsFor(artifact, [...wanted]);
    const place = { evidence: artifact.name, pointer: '' };
    const match = matchSubjects(statement, { name: artifact.name, digests }, place);
    examination.add(match);
    if (match.ok) examinePackage(examination, statement, artifact, match.value.index);
  }
  checks.push(...distributionChecks(entity, statement, artifacts));
  return statement;
}

function examinePredicate(examination: Examination, statement: Statement): void {
  const { entity, checks, findings } = examination;
  const { predicate, findings: found } = readPredicate(statement, entity.at);
  findings.push(...found, ...testFindings(predicate, entity.at));
  const result = checkSummary(statement, predicate, entity.at);
  if (result !== null) checks.push(result);
  const what = predicate !== null && 'document' in predicate.model ? documentKind(predicate.model.document) : null;
  const materials = materialDigests(statement);
  examination.beside = {
    ...(predicate === null || what === null
      ? {}
      : { predicateDocument: { what, canonicalSha256: predicateDigest(predicate) } }),
    ...(materials.length === 0 ? {} : { materials }),
  };
  const broken = found.some(({ code }) => code === 'predicate-schema-broken');
  examinePromotion(examination, statement, predicate, broken);
}

function absent({ entity, context }: Examination, detail: string): Check {
  return context.artifactUnread
    ? skipped('subject.digest', entity.at, 'input.read')
    : notPassed('subject.digest', entity.at, 'artifact-absent', detail);
}
