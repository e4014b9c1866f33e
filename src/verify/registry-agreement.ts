// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, notPassed, passed, skipped } from '../model/check.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { statementOf } from './statement-of.ts';

export const NPM_PUBLISH = 'https://github.com/npm/attestation/tree/main/specs/publish/';
const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\/v/;

interface Attested {
  readonly entity: SignedEntity;
  readonly role: 'publish' | 'provenance' | 'other' | 'unreadable';
  readonly predicateType: string;
  /** `purl sha512:hex` of each subject, sorted. */
  readonly subjects: readonly string[];
}

/**
 * Of each attestation document of a registry: both the registry's own attestation and a provenance must be in it, all of them
 * about the same package by name, version and sha512, and each of the type that stands beside it (attacks L04). Check
 * `package.attestations`, one for each. What they say is claimed here: that each of them verifies is its own matter, and
 * one that does not refuses with its own checks.
 *
 * @param entities of one file
 */
export function agreeRegistryAttestations(entities: readonly SignedEntity[]): ReadonlyMap<SignedEntity, Check> {
  const documents = new Map<string, Attested[]>();
  for (const entity of entities) {
    if (entity.registry?.kind !== 'attestation') continue;
    const document = entity.at.pointer.replace(/\/attestations\/\d+\/bundle$/, '');
    const own = documents.get(document) ?? [];
    own.push(attestedBy(entity));
    documents.set(document, own);
  }
  const checks = new Map<SignedEntity, Check>();
  for (const peers of documents.values()) {
    for (const one of peers) checks.set(one.entity, agreement(one, peers));
  }
  return checks;
}

function agreement({ entity, role, predicateType, subjects }: Attested, peers: readonly Attested[]): Check {
  const { at, registry } = entity;
  if (role === 'unreadable') return skipped('package.attestations', at, 'statement.format');
  const facts = { attestations: peers.map((peer) => peer.role), subjects };
  const refuse = (reason: ReasonCode, detail: string) => notPassed('package.attestations', at, reason, detail, facts);
  const stated = registry?.kind === 'attestation' ? registry.predicateType : '';
  if (stated !== predicateType) {
    const outer = escapeText(stated, 96);
    return refuse(
      'package-type-outer',
      `${outer} stands beside the bundle, whose statement is a ${escapeText(predicateType, 96)}`,
    );
  }
  for (const [needed, reason] of NEEDED) {
    if (!peers.some((peer) => peer.role === needed))
      return refuse(reason, `the document holds no ${needed} attestation`);
  }
  const other = peers.find((peer) => peer.role !== 'unreadable' && peer.subjects.join('\n') !== subjects.join('\n'));
  if (other === undefined) return passed('package.attestations', at, facts);
  const what = other.subjects[0] ?? 'nothing';
  return refuse('package-attestations-disagree', `the one at ${other.entity.at.pointer} is about ${what}`);
}

const NEEDED = [
  ['publish', 'package-publish-absent'],
  ['provenance', 'package-provenance-absent'],
] as const;

function attestedBy(entity: SignedEntity): Attested {
  const statement = statementOf(entity);
  if (statement?.ok !== true) return { entity, role: 'unreadable', predicateType: '', subjects: [] };
  const { predicateType, subject } = statement.value;
  return {
    entity,
    role: roleOf(entity, predicateType),
    predicateType,
    subjects: subject
      .map(({ name, digest }) => `${escapeText(name ?? '')} sha512:${escapeText(digest.get('sha512') ?? '', 160)}`)
      .sort(),
  };
}

/** A registry signs with its key, a builder with a certificate: the type alone makes neither. */
function roleOf({ signer }: SignedEntity, predicateType: string): Attested['role'] {
  if (predicateType.startsWith(NPM_PUBLISH)) return signer.kind === 'key' ? 'publish' : 'other';
  return PROVENANCE.test(predicateType) && signer.kind === 'certificate' ? 'provenance' : 'other';
}
