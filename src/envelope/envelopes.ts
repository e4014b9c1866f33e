// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';
import type { EnvelopeId } from '../model/signed-entity.ts';
import { COSIGN_BUNDLE } from './cosign-bundle.ts';
import { DSSE } from './dsse.ts';
import type { EnvelopeKind } from './envelope-kind.ts';
import { IN_TOTO_STATEMENT } from './in-toto-statement.ts';
import { NPM_ATTESTATIONS } from './npm-attestations.ts';
import { NPM_METADATA } from './npm-metadata.ts';
import { PYPI_ATTESTATION } from './pypi-attestation.ts';
import { PYPI_PROVENANCE } from './pypi-provenance.ts';
import { SIGSTORE_BUNDLE } from './sigstore-bundle.ts';

/** How evidence is sealed: one row per wire format, keyed by id. No two rows recognise the same document. */
export const ENVELOPES: Readonly<Record<EnvelopeId, EnvelopeKind>> = Object.freeze({
  __proto__: null as never,
  'sigstore-bundle': SIGSTORE_BUNDLE,
  dsse: DSSE,
  'in-toto-statement': IN_TOTO_STATEMENT,
  'pypi-attestation': PYPI_ATTESTATION,
  'pypi-provenance': PYPI_PROVENANCE,
  'cosign-bundle': COSIGN_BUNDLE,
  'npm-attestations': NPM_ATTESTATIONS,
  'npm-metadata': NPM_METADATA,
});

const KINDS = Object.values(ENVELOPES);

/** The row whose kind the document is, or null. */
export function recogniseEnvelope(value: JsonValue): EnvelopeKind | null {
  return KINDS.find((kind) => kind.recognises(value)) ?? null;
}
