// SPDX-License-Identifier: Apache-2.0
import { asObject, member, optionalArray, requireBase64, requireObject } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { ClaimedPublisher } from '../model/publisher.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { readLogEntry } from './bundle-log-entry.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { pae } from './pae.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const MATERIAL = '/verification_material';

/**
 * The attestation object of PEP 740, as package indexes take and serve it:
 *
 *     {"version": 1, "verification_material": {"certificate": "MIIC…", "transparency_entries": [{"logIndex": "1", …}]},
 *      "envelope": {"statement": "eyJf…", "signature": "MEUC…"}}
 *
 * The signature is DSSE's, over the statement as `application/vnd.in-toto+json`. The entries are those of a Sigstore bundle.
 */
export const PYPI_ATTESTATION: EnvelopeKind = {
  id: 'pypi-attestation',
  recognises: (value) =>
    hasMember(value, 'verification_material') &&
    !hasMember(value, 'attestation_bundles') &&
    !hasMember(value, '_type') &&
    !hasMember(value, 'attestations') &&
    !hasMember(value, 'signed') &&
    !isBundleShaped(value) &&
    !isDsseShaped(value),
  open: (value, _bytes, at) =>
    opening('pypi-attestation', at, (findings) => readAttestation(asObject(value, ''), at, findings)),
};

/** @throws Malformed `bundle-version-unsupported`, and those of `readAttestation` */
export function readVersionOne(document: JsonObject, what: string): void {
  const version = member(document, 'version');
  if (version === 1) return;
  const found = typeof version === 'number' ? String(version) : 'absent or no number';
  throw new Malformed('bundle-version-unsupported', `the version of the ${what} at /version is ${found}, not 1`);
}

/**
 * One attestation object.
 *
 * @param publisher what the provenance object around it names, where it stands in one
 * @throws Malformed `bundle-version-unsupported`, `bundle-material`, `envelope-format`, `json-shape`, `base64-invalid`,
 *   `limit-exceeded`, and those of `readLogEntry`
 */
export function readAttestation(
  attestation: JsonObject,
  at: Locator,
  findings: Finding[],
  publisher?: ClaimedPublisher,
): SignedEntity {
  readVersionOne(attestation, 'attestation');
  noteUnknownMembers(attestation, ['version', 'verification_material', 'envelope'], '', at, findings);
  const material = requireObject(attestation, 'verification_material', '');
  noteUnknownMembers(material, ['certificate', 'transparency_entries'], MATERIAL, at, findings);
  const certificate = filled(requireBase64(material, 'certificate', MATERIAL), `${MATERIAL}/certificate`);
  const entries = optionalArray(material, 'transparency_entries', MATERIAL) ?? [];
  if (entries.length > LIMITS.logEntries)
    throw new Malformed('limit-exceeded', `${entries.length} log entries, more than ${LIMITS.logEntries}`);
  const envelope = requireObject(attestation, 'envelope', '');
  noteUnknownMembers(envelope, ['statement', 'signature'], '/envelope', at, findings);
  const payload = requireBase64(envelope, 'statement', '/envelope');
  const sig = filled(requireBase64(envelope, 'signature', '/envelope'), '/envelope/signature');
  return {
    envelope: 'pypi-attestation',
    version: '1',
    content: { kind: 'dsse', payloadType: PAYLOAD_TYPE, payload, pae: pae(PAYLOAD_TYPE, payload), stored: null },
    signatures: [{ sig, keyHint: null }],
    signer: { kind: 'certificate', chain: [certificate], form: 'certificate' },
    timestamps: [],
    logEntries: entries.map((entry, i) => {
      const pointer = `${MATERIAL}/transparency_entries/${i}`;
      return readLogEntry(asObject(entry, pointer), pointer, at, findings);
    }),
    ...(publisher === undefined ? {} : { publisher }),
    at,
  };
}

function filled(bytes: Bytes, pointer: string): Bytes {
  if (bytes.length > 0) return bytes;
  throw new Malformed('envelope-format', `the member at ${pointer} is empty`);
}
