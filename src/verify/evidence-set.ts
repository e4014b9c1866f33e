// SPDX-License-Identifier: Apache-2.0
import { underEngine } from '../crypto/engine.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import { type Checked, type Finding, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { digestsOfSubjects, matchSubjects } from '../statement/subjects.ts';
import { artifactDocument } from './artifact-document.ts';
import { artifactDigest, checkMessageDigest, digestsFor } from './artifact-stage.ts';
import { BesideSubjects } from './beside-subjects.ts';
import { EMPTY_ITEM, refusedItem } from './compose-report.ts';
import type { OpenedEntity } from './entity.ts';
import { imageOf } from './image-payload-stage.ts';
import { openFile } from './open-file.ts';
import { sharePredicateTypes } from './policy-facts.ts';
import { completePromotion } from './promotion-materials.ts';
import { PublishTimes } from './publish-times.ts';
import { isCatalogued, signaturesLast } from './registry-stage.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { statementOf } from './statement-of.ts';
import { examineUnderRoots } from './under-roots.ts';

/** A file of evidence: its bytes, or why there are none. */
export type EvidenceFile =
  | { readonly name: string; readonly bytes: Bytes }
  | { readonly name: string; readonly bytes: null; readonly problem: Problem }
  /** Put together from several files already, or why that could not be done. */
  | { readonly name: string; readonly opened: Checked<NonEmpty<SignedEntity>> };

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
    if ('opened' in file) {
      const read = passed('input.read', place);
      const { checks, findings } = file.opened;
      if (!file.opened.ok)
        items.push({ ...EMPTY_ITEM, name: file.name, kind: 'unknown', checks: [read, ...checks], findings });
      else for (const entity of file.opened.value) opened.push({ entity, checks: [read, ...checks], findings });
      continue;
    }
    if (file.bytes === null) {
      items.push(refusedItem(file.name, malformedCheck('input.read', place, file.problem)));
      continue;
    }
    const { refused, entities } = openFile(file.name, file.bytes, context);
    items.push(...refused);
    opened.push(...entities);
  }
  const single = opened.length === 1;
  const matched = new Set<Artifact>();
  const unmatchedAttestations: string[] = [];
  const beside = new BesideSubjects();
  const within = { ...context, published: new PublishTimes() };
  for (const one of signaturesLast(opened)) {
    const about =
      single && (pairing === 'named' || artifacts.length < 2)
        ? artifacts
        : underEngine(context.engine, () => artifacts.filter(isAbout(one)));
    const own = single && about.length === 0 ? artifacts : about;
    for (const artifact of own) matched.add(artifact);
    if (own.length === 0 && isCatalogued(one.entity)) continue;
    if (own.length === 0) unmatchedAttestations.push(one.entity.at.evidence + one.entity.at.pointer);
    const item = examineUnderRoots(one, own, within);
    beside.note(item);
    items.push(item);
  }
  const unmatched = artifacts.filter((artifact) => !matched.has(artifact));
  // Where evidence could not be opened, that is the cause, and what it would have named is not known.
  const allOpened = items.every((item) => item.kind !== 'input' && item.kind !== 'unknown');
  if (allOpened && !context.artifactUnread)
    for (const artifact of unmatched) items.push(unattested(artifact, beside.findings(artifact)));
  const find = (algorithm: HashName, hex: string) => [
    ...(context.materials ?? []).filter(({ digests }) => digests.get(algorithm) === hex).map(({ name }) => name),
    ...artifacts.filter((one) => artifactDigest(one, algorithm) === hex).map(({ name }) => name),
  ];
  const whole = items.map((item) => completePromotion(item, find, context.materials ?? []));
  const told = context.withPolicyFacts === true ? sharePredicateTypes(whole) : whole;
  return { items: told, unmatchedArtifacts: unmatched.map(({ name }) => name), unmatchedAttestations };
}

/** Whether an entity speaks about an artifact at all, by digest, and whatever its signature is worth. */
function isAbout({ entity }: OpenedEntity): (artifact: Artifact) => boolean {
  const { content, at } = entity;
  if (content.kind === 'message') return (artifact) => checkMessageDigest(entity, artifact)?.outcome === 'passed';
  const image = imageOf(entity);
  if (image !== null)
    return (artifact) =>
      image.ok && digestsFor(artifact, [image.value.algorithm]).get(image.value.algorithm) === image.value.hex;
  const statement = statementOf(entity);
  if (statement === null || !statement.ok) return () => false;
  const wanted = digestsOfSubjects(statement.value);
  return (artifact) => {
    const digests = artifact.given === 'digest' ? artifact.digests : digestsFor(artifact, wanted);
    const check = matchSubjects(statement.value, { name: artifact.name, digests }, at).checks[0];
    return check?.outcome === 'passed' || (check?.outcome === 'failed' && check.reason === 'subject-digest-conflict');
  };
}

/** @param findings what is known of it all the same */
export function unattested(artifact: Artifact, findings: readonly Finding[] = []): ItemFacts {
  const place = { evidence: artifact.name, pointer: '' };
  const what = artifactDocument(artifact)?.what ?? null;
  const check = notPassed('envelope.signatures', place, 'signature-absent', 'no evidence at hand names this artifact');
  return {
    ...EMPTY_ITEM,
    name: artifact.name,
    kind: 'artifact',
    artifacts: [
      { name: artifact.name, digests: Object.fromEntries(artifact.digests), ...(what === null ? {} : { what }) },
    ],
    findings,
    checks: [passed('input.read', place), check],
  };
}
