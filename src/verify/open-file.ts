// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck, passed, skipped } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import type { Parsed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { OpenedEntity } from './examination.ts';
import { agreeRegistryAttestations } from './registry-agreement.ts';
import type { ExaminationContext } from './request.ts';

export interface OpenedFile {
  /** What of the file could not be opened. */
  readonly refused: readonly ItemFacts[];
  readonly entities: readonly OpenedEntity[];
}

/** Opens one file of evidence into its entities, each with the checks at its place. What cannot be opened are items already. */
export function openFile(
  name: string,
  bytes: Bytes,
  context: ExaminationContext,
  parsed?: Parsed<JsonValue>,
): OpenedFile {
  const place = { evidence: name, pointer: '' };
  const read = passed('input.read', place);
  const result = openEvidence(bytes, place, parsed);
  if (!result.ok) {
    const item = { ...EMPTY_ITEM, name, kind: 'unknown', checks: [read, ...result.checks], findings: result.findings };
    return { refused: [item], entities: [] };
  }
  const work = result.value.reduce((sum, entity) => sum + operationsOf(entity, context), 0);
  if (work > LIMITS.publicKeyOperations) {
    const detail = `the file would cause ${work} public-key operations, more than ${LIMITS.publicKeyOperations}: split it`;
    const check = malformedCheck('envelope.format', place, { reason: 'limit-exceeded', detail });
    return { refused: [{ ...EMPTY_ITEM, name, kind: 'unknown', checks: [read, check] }], entities: [] };
  }
  const agreement = agreeRegistryAttestations(result.value);
  return {
    refused: unrecognised(name, result.value, result.checks),
    entities: result.value.map((entity) => {
      const own = agreement.get(entity);
      const opened = ofEntity(entity, result.checks, result.findings);
      return own === undefined ? opened : { ...opened, checks: [...opened.checks, own] };
    }),
  };
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
  { signer, signatures, logEntries, timestamps, registry }: SignedEntity,
  { keys }: ExaminationContext,
): number {
  // Of a catalogue only what is about packages at hand is judged, and each of those once.
  if (registry?.kind === 'signature' && registry.catalogue) return 0;
  const tries = signer.kind === 'certificate' ? 1 : Math.max(1, keys.length);
  return signatures.length * tries + 2 * logEntries.length + timestamps.length;
}

/** The checks of a file of several lines that belong to one entity are those at its place. */
function ofEntity(entity: SignedEntity, checks: readonly Check[], findings: OpenedEntity['findings']): OpenedEntity {
  const mine = (pointer: string) => pointer === entity.at.pointer || pointer.startsWith(`${entity.at.pointer}/`);
  const read = passed('input.read', { evidence: entity.at.evidence, pointer: '' });
  return {
    entity,
    checks: [read, ...checks.filter((check) => mine(check.at.pointer))],
    findings: findings.filter((one) => mine(one.at.pointer)),
  };
}
