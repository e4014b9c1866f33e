// SPDX-License-Identifier: Apache-2.0
import { underEngine } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import type { Problem } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { judge } from '../policy/judge.ts';
import { parseStatement } from '../statement/statement.ts';
import { digestsOfSubjects, matchSubjects } from '../statement/subjects.ts';
import { checkMessageDigest, digestsFor } from './artifact-stage.ts';
import { EMPTY_ITEM, refusedItem } from './compose-report.ts';
import { examineEntity, type OpenedEntity } from './entity.ts';
import { sharePredicateTypes } from './policy-facts.ts';
import type { Artifact, ExaminationContext } from './request.ts';

/** A file of evidence: its bytes, or why there are none. */
export type EvidenceFile =
  | { readonly name: string; readonly bytes: Bytes }
  | { readonly name: string; readonly bytes: null; readonly problem: Problem };

export interface SetResult {
  readonly items: readonly ItemFacts[];
  readonly unmatchedArtifacts: readonly string[];
  readonly unmatchedAttestations: readonly string[];
}

/**
 * Examines every entity of every file against the artifacts at hand. With one entity and named artifacts, each artifact
 * must be its subject; where nobody said so (`pairing`), only if none of them is. With several entities they are paired by digest: an artifact that none of them names, and an entity
 * that names none of them, are told and never pass (attacks A05, A09).
 */
export function examineSet(
  files: readonly EvidenceFile[],
  artifacts: readonly Artifact[],
  context: ExaminationContext,
  pairing: 'named' | 'found' = 'named',
): SetResult {
  const items: ItemFacts[] = [];
  const opened: OpenedEntity[] = [];
  for (const file of files) {
    const place = { evidence: file.name, pointer: '' };
    if (file.bytes === null) {
      items.push(refusedItem(file.name, malformedCheck('input.read', place, file.problem)));
      continue;
    }
    const result = openEvidence(file.bytes, place);
    if (!result.ok) {
      items.push({
        ...EMPTY_ITEM,
        name: file.name,
        kind: 'unknown',
        checks: [passed('input.read', place), ...result.checks],
        findings: result.findings,
      });
      continue;
    }
    const work = result.value.reduce((sum, entity) => sum + operationsOf(entity, context), 0);
    if (work > LIMITS.publicKeyOperations) {
      const detail = `the file would cause ${work} public-key operations, more than ${LIMITS.publicKeyOperations}: split it`;
      const check = malformedCheck('envelope.format', place, { reason: 'limit-exceeded', detail });
      items.push({ ...EMPTY_ITEM, name: file.name, kind: 'unknown', checks: [passed('input.read', place), check] });
      continue;
    }
    items.push(...unrecognised(file.name, result.value, result.checks));
    for (const entity of result.value) opened.push(ofEntity(entity, result.checks, result.findings));
  }
  const single = opened.length === 1;
  const matched = new Set<Artifact>();
  const unmatchedAttestations: string[] = [];
  for (const one of opened) {
    const about =
      single && (pairing === 'named' || artifacts.length < 2)
        ? artifacts
        : underEngine(context.engine, () => artifacts.filter(isAbout(one)));
    const own = single && about.length === 0 ? artifacts : about;
    for (const artifact of own) matched.add(artifact);
    if (own.length === 0) unmatchedAttestations.push(one.entity.at.evidence + one.entity.at.pointer);
    items.push(examineUnderRoots(one, own, context));
  }
  const unmatched = artifacts.filter((artifact) => !matched.has(artifact));
  // Where evidence could not be opened, that is the cause, and what it would have named is not known.
  const allOpened = items.every((item) => item.kind !== 'input' && item.kind !== 'unknown');
  if (allOpened && !context.artifactUnread) for (const artifact of unmatched) items.push(unattested(artifact));
  const told = context.withPolicyFacts === true ? sharePredicateTypes(items) : items;
  return { items: told, unmatchedArtifacts: unmatched.map(({ name }) => name), unmatchedAttestations };
}

/** Lines of a file that are no evidence known here are items of their own, as files of that content would be (attacks H10). */
function unrecognised(name: string, entities: readonly SignedEntity[], checks: readonly Check[]): ItemFacts[] {
  const known = new Set(entities.map(({ at }) => at.pointer));
  const read = passed('input.read', { evidence: name, pointer: '' });
  return checks
    .filter(({ id, at, outcome }) => id === 'envelope.format' && outcome !== 'passed' && !known.has(at.pointer))
    .map((check) => ({
      ...EMPTY_ITEM,
      name: name + check.at.pointer,
      kind: 'unknown',
      checks: [read, check, skipped('envelope.signatures', check.at, 'envelope.format')],
    }));
}

/** What judging an entity may cost at most, before any of it is done (attacks M01). Certificates are few, and remembered. */
function operationsOf(
  { signer, signatures, logEntries, timestamps }: SignedEntity,
  { keys }: ExaminationContext,
): number {
  const tries = signer.kind === 'certificate' ? 1 : Math.max(1, keys.length);
  return signatures.length * tries + 2 * logEntries.length + timestamps.length;
}

/** The checks of a file of several lines that belong to one entity are those at its place. */
function ofEntity(
  entity: OpenedEntity['entity'],
  checks: readonly Check[],
  findings: OpenedEntity['findings'],
): OpenedEntity {
  const mine = (pointer: string) => pointer === entity.at.pointer || pointer.startsWith(`${entity.at.pointer}/`);
  const read = passed('input.read', { evidence: entity.at.evidence, pointer: '' });
  return {
    entity,
    checks: [read, ...checks.filter((check) => mine(check.at.pointer))],
    findings: findings.filter((one) => mine(one.at.pointer)),
  };
}

/**
 * Trusted roots are never mixed: an authority of one and a log of another prove nothing together. Each is tried whole; the
 * first under which the item is accepted is the one, else the one under which most checks passed.
 */
export function examineUnderRoots(
  one: OpenedEntity,
  artifacts: readonly Artifact[],
  context: ExaminationContext,
): ItemFacts {
  let best: ItemFacts | null = null;
  for (const root of context.roots) {
    const item = examineEntity(one, artifacts, context, root);
    if (context.roots.length === 1 || judge(item, context.policy).exitCode === 0) return item;
    if (best === null || passes(item) > passes(best)) best = item;
  }
  if (best === null) throw new Error('no trusted root was given to the examination');
  return best;
}

function passes(item: ItemFacts): number {
  return item.checks.filter((check) => check.outcome === 'passed').length;
}

/** Whether an entity speaks about an artifact at all, by digest, and whatever its signature is worth. */
function isAbout({ entity }: OpenedEntity): (artifact: Artifact) => boolean {
  const { content, at } = entity;
  if (content.kind === 'message') return (artifact) => checkMessageDigest(entity, artifact)?.outcome === 'passed';
  const statement = parseStatement(content.payloadType, content.payload, at);
  if (!statement.ok) return () => false;
  const wanted = digestsOfSubjects(statement.value);
  return (artifact) => {
    const digests = artifact.given === 'digest' ? artifact.digests : digestsFor(artifact, wanted);
    const check = matchSubjects(statement.value, { name: artifact.name, digests }, at).checks[0];
    return check?.outcome === 'passed' || (check?.outcome === 'failed' && check.reason === 'subject-digest-conflict');
  };
}

function unattested(artifact: Artifact): ItemFacts {
  const place = { evidence: artifact.name, pointer: '' };
  const check = notPassed('envelope.signatures', place, 'signature-absent', 'no evidence at hand names this artifact');
  return {
    ...EMPTY_ITEM,
    name: artifact.name,
    kind: 'artifact',
    artifacts: [{ name: artifact.name, digests: Object.fromEntries(artifact.digests) }],
    checks: [passed('input.read', place), check],
  };
}
