// SPDX-License-Identifier: Apache-2.0

import { parseJson } from '../encoding/json.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Member } from '../model/holding.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { OpenedEntity } from './examination.ts';
import { wasMeantAsEvidence, whatLiesAbout } from './lying-about.ts';
import { openFile } from './open-file.ts';
import type { ExaminationContext } from './request.ts';

/** What a member is, by its octets alone. */
export type ReadDocument =
  | { readonly kind: 'artifact' }
  | { readonly kind: 'listed'; readonly what: string }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | {
      readonly kind: 'evidence';
      /** What of it could not be opened. */
      readonly refused: readonly ItemFacts[];
      readonly entities: readonly OpenedEntity[];
      /** It has members that are none of its format's, so that it may serve as something else too: it is counted as that. */
      readonly alsoArtifact: boolean;
    };

const ARTIFACT = { kind: 'artifact' } as const;

/**
 * Reads one member of a holding that no arrangement accounts for.
 *
 * @param octets called where its head says that it may be a document
 * @param named the user named this very file: what is broken in it is told, whatever it was meant as
 */
export function readDocument(
  member: Pick<Member, 'size' | 'head'>,
  name: string,
  named: boolean,
  octets: () => { readonly ok: true; readonly value: Bytes } | { readonly ok: false; readonly problem: Problem },
  context: ExaminationContext,
): ReadDocument {
  if (!mayBeDocument(member)) return ARTIFACT;
  const read = octets();
  if (!read.ok) return { kind: 'failed', problem: read.problem };
  const parsed = startsAsJson(member) ? attempt(() => parseJson(read.value)) : null;
  // What the user named is never left out of the count.
  const what = named ? null : whatLiesAbout(read.value, name, parsed?.ok === true ? parsed.value : null);
  if (what !== null) return { kind: 'listed', what };
  if (parsed === null) return ARTIFACT;
  const file = openFile(name, read.value, context, parsed);
  if (!isEvidence(file.refused, read.value, name, named)) return ARTIFACT;
  return { kind: 'evidence', ...file, alsoArtifact: !named && file.entities.some(hasForeignMembers) };
}

/** Of the document itself, or of a line of it; what is unknown deeper in is read by nobody else either. */
function hasForeignMembers({ entity, findings }: OpenedEntity): boolean {
  return findings.some(({ code, at }) => code === 'unknown-member' && at.pointer === entity.at.pointer);
}

function startsAsJson({ head }: Pick<Member, 'head'>): boolean {
  return head.find((octet) => octet !== 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09) === 0x7b;
}

/** Text of some kind that this tool reads, or DER; and small enough for a document. */
export function mayBeDocument(member: Pick<Member, 'size' | 'head'>): boolean {
  if (member.size === 0 || member.size > LIMITS.documentBytes) return false;
  if (startsAsJson(member)) return true;
  const [first] = member.head;
  return first === 0x2d || first === 0x30 || first === 0x23 || first === 0x70;
}

/** A document of a known kind, or one that was meant as one and is broken. What the user named is never taken lightly. */
function isEvidence(refused: readonly ItemFacts[], bytes: Bytes, name: string, named: boolean): boolean {
  const [first] = refused;
  if (first === undefined || first.name !== name) return true;
  const unknown = first.checks.every(
    (check) => check.outcome === 'passed' || check.outcome === 'skipped' || check.reason === 'input-not-recognised',
  );
  if (unknown) return false;
  return named || wasMeantAsEvidence(bytes, name);
}
