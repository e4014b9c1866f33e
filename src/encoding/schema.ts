// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';
import { escapeText } from './escape-text.ts';
import * as generated from './generated/schemas.generated.ts';

/** The compiled schemas, by the name of their file under offline-kit/schemas. */
const VALIDATORS = {
  'cosign-vuln': generated.cosign_vuln,
  cyclonedx: generated.cyclonedx,
  'link-v0.3': generated.link_v0_3,
  'link-v1': generated.link_v1,
  'lockfile-signature-v1': generated.lockfile_signature_v1,
  'pinned-digest-v1': generated.pinned_digest_v1,
  'model-signing': generated.model_signing,
  openvex: generated.openvex,
  'promotion-v1': generated.promotion_v1,
  release: generated.release,
  scai: generated.scai,
  'slsa-provenance-v0.2': generated.slsa_provenance_v0_2,
  'slsa-provenance-v1': generated.slsa_provenance_v1,
  'spdx-v2': generated.spdx_v2,
  'spdx-v3': generated.spdx_v3,
  'svr-v0.2': generated.svr_v0_2,
  'test-result': generated.test_result,
  'vsa-v0.2': generated.vsa_v0_2,
  'vsa-v1': generated.vsa_v1,
  vulns: generated.vulns,
} as const;

export type SchemaId = keyof typeof VALIDATORS;

export const SCHEMA_IDS = Object.keys(VALIDATORS) as readonly SchemaId[];

/**
 * What a document lacks to fit a published schema: the first place that does not fit, as `pointer message` (several lines only
 * where alternatives were tried), or nothing. Stops at the first one, so that the work and the result stay bounded.
 */
export function validateSchema(id: SchemaId, value: JsonValue): string[] {
  return problemsBy(VALIDATORS[id], value);
}

/** The same, by a schema that is compiled into a module of its own. */
export function problemsBy(validate: generated.Validator, value: JsonValue): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${escapeText(instancePath, 128) || '/'} ${message ?? 'does not fit'}`,
  );
}
