// SPDX-License-Identifier: Apache-2.0
import { asObject, isObject, pointerTo, requireArray, requireObject, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { NonEmpty } from '../model/bytes.ts';
import { type Check, type Checked, type Finding, type Locator, within } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { notOpened } from './not-opened.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';
import { readBundle } from './sigstore-bundle.ts';

/**
 * The attestation document of an npm registry (`/-/npm/v1/attestations/name@version`):
 *
 *     {"attestations": [{"predicateType": "https://slsa.dev/provenance/v1", "bundle": {"mediaType": …}},
 *                       {"predicateType": "https://github.com/npm/attestation/tree/main/specs/publish/v0.1", "bundle": …}]}
 *
 * Each bundle is one entity, at `/attestations/N/bundle`. One that cannot be read refuses the document, since nobody can tell
 * what it was. The outer `predicateType` is unsigned; the stage of statements compares it with the signed one.
 */
export const NPM_ATTESTATIONS: EnvelopeKind = {
  id: 'npm-attestations',
  recognises: (value) =>
    hasMember(value, 'attestations') &&
    !Object.hasOwn(value, '_type') &&
    !isBundleShaped(value) &&
    !isDsseShaped(value) &&
    Array.isArray(value['attestations']) &&
    value['attestations'].every((one) => isObject(one) && Object.hasOwn(one, 'bundle')),
  open: openDocument,
};

function openDocument(value: JsonValue, _bytes: unknown, at: Locator): Checked<NonEmpty<SignedEntity>> {
  const findings: Finding[] = [];
  const rows = attempt(() => {
    const document = asObject(value, '');
    noteUnknownMembers(document, ['attestations'], '', at, findings);
    return requireArray(document, 'attestations', '');
  });
  if (!rows.ok) return notOpened(at, rows.problem, findings);
  if (rows.value.length > LIMITS.registryAttestations) {
    const detail = `more than ${LIMITS.registryAttestations} attestations`;
    return notOpened(at, { reason: 'limit-exceeded', detail }, findings);
  }
  const entities: SignedEntity[] = [];
  const checks: Check[] = [];
  for (const [index, row] of rows.value.entries()) {
    const pointer = pointerTo('/attestations', index);
    const place = within(at, 'attestations', index, 'bundle');
    const opened = opening('npm-attestations', place, (notes) => {
      const entry = asObject(row, pointer);
      noteUnknownMembers(entry, ['predicateType', 'bundle'], pointer, at, notes);
      const predicateType = requireString(entry, 'predicateType', pointer);
      const bundle = readBundle(requireObject(entry, 'bundle', pointer), place, notes);
      return {
        ...bundle,
        envelope: 'npm-attestations',
        registry: { ecosystem: 'npm', kind: 'attestation', predicateType },
      };
    });
    findings.push(...opened.findings);
    if (!opened.ok) return { ok: false, checks: opened.checks, findings };
    entities.push(...opened.value);
    checks.push(...opened.checks);
  }
  const [first, ...others] = entities;
  if (first === undefined) {
    return notOpened(at, { reason: 'input-empty', detail: 'the document holds no attestation' }, findings);
  }
  return { ok: true, value: [first, ...others], checks, findings };
}
