// SPDX-License-Identifier: Apache-2.0
import { asObject, optionalArray, optionalObject, optionalString, requireArray } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import { type Check, type Finding, type Locator, within } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedPublisher } from '../model/publisher.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { notOpened } from './not-opened.ts';
import { readAttestation, readVersionOne } from './pypi-attestation.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';

/**
 * The provenance object of PEP 740, as an index serves it beside a distribution:
 *
 *     {"version": 1, "attestation_bundles": [{"publisher": {"kind": "GitHub", "repository": "o/r", "workflow": "w.yml"},
 *      "attestations": [{"version": 1, …}]}]}
 *
 * Each attestation is an entity, at its own place. `publisher` is the index's word, which nobody has signed. A malformed
 * attestation refuses the document, as a malformed line does a file of lines.
 */
export const PYPI_PROVENANCE: EnvelopeKind = {
  id: 'pypi-provenance',
  recognises: (value) =>
    hasMember(value, 'attestation_bundles') &&
    !hasMember(value, '_type') &&
    !hasMember(value, 'attestations') &&
    !hasMember(value, 'signed') &&
    !isBundleShaped(value) &&
    !isDsseShaped(value),
  open(value, _bytes, at) {
    const outer: Finding[] = [];
    const found = attempt(() => attestationsOf(asObject(value, ''), at, outer));
    if (!found.ok) return notOpened(at, found.problem, outer);
    const entities: SignedEntity[] = [];
    const checks: Check[] = [];
    const findings = [...outer];
    for (const { attestation, place, publisher } of found.value) {
      const opened = opening('pypi-attestation', place, (mine) => {
        return readAttestation(asObject(attestation, ''), place, mine, publisher);
      });
      if (!opened.ok) return { ok: false, checks: opened.checks, findings: [...findings, ...opened.findings] };
      entities.push(...opened.value);
      checks.push(...opened.checks);
      findings.push(...opened.findings);
    }
    const [first, ...others] = entities;
    if (first === undefined) return notOpened(at, { reason: 'input-empty', detail: 'there is no attestation' }, outer);
    return { ok: true, value: [first, ...others], checks, findings };
  },
};

interface Placed {
  readonly attestation: JsonValue;
  readonly place: Locator;
  readonly publisher: ClaimedPublisher;
}

function attestationsOf(provenance: JsonObject, at: Locator, findings: Finding[]): readonly Placed[] {
  readVersionOne(provenance, 'provenance');
  noteUnknownMembers(provenance, ['version', 'attestation_bundles'], '', at, findings);
  const placed = requireArray(provenance, 'attestation_bundles', '').flatMap((value, i): Placed[] => {
    const pointer = `/attestation_bundles/${i}`;
    const bundle = asObject(value, pointer);
    noteUnknownMembers(bundle, ['publisher', 'attestations'], pointer, at, findings);
    const publisher = readPublisher(optionalObject(bundle, 'publisher', pointer) ?? {}, `${pointer}/publisher`);
    return (optionalArray(bundle, 'attestations', pointer) ?? []).map((attestation, j) => ({
      attestation,
      place: within(at, 'attestation_bundles', i, 'attestations', j),
      publisher,
    }));
  });
  if (placed.length > LIMITS.envelopes)
    throw new Malformed('limit-exceeded', `${placed.length} attestations, more than ${LIMITS.envelopes}`);
  return placed;
}

/** Members that are no texts (PyPI writes `claims: null`, `environment: null`) say nothing that could be compared. */
function readPublisher(publisher: JsonObject, pointer: string): ClaimedPublisher {
  const kind = optionalString(publisher, 'kind', pointer) ?? '';
  const texts = Object.entries(publisher).filter(
    (one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '' && one[0] !== 'kind',
  );
  return { kind, fields: Object.fromEntries(texts) };
}
