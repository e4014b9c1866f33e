// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { Statement } from '../model/statement.ts';

export { PREDICATE_TYPE_NAMES, resolvePredicateType } from '../model/predicate-type-names.ts';

export const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';
export const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
const SLSA_PROVENANCE_V01 = 'https://slsa.dev/provenance/v0.1';
const SPDX = 'https://spdx.dev/Document';
const OPENVEX = 'https://openvex.dev/ns';

/** What people call the types that are met most. For the report alone. */
const TITLES: ReadonlyMap<string, string> = new Map([
  [SLSA_PROVENANCE_V1, 'SLSA provenance v1'],
  [SLSA_PROVENANCE_V02, 'SLSA provenance v0.2'],
  [SLSA_PROVENANCE_V01, 'SLSA provenance v0.1'],
  ['https://slsa.dev/verification_summary/v1', 'SLSA verification summary v1'],
  ['https://in-toto.io/Link/v1', 'in-toto link v1'],
  [SPDX, 'SPDX document'],
  ['https://cyclonedx.org/bom', 'CycloneDX document'],
  ['https://cosign.sigstore.dev/attestation/vuln/v1', 'vulnerability scan'],
  [OPENVEX, 'OpenVEX document'],
  ['https://cosign.sigstore.dev/attestation/v1', 'custom attestation'],
  ['https://github.com/npm/attestation/tree/main/specs/publish/v0.1', 'npm publish attestation'],
  ['https://docs.pypi.org/attestations/publish/v1', 'PyPI publish attestation'],
]);

export function predicateTitle(type: string): string | null {
  return TITLES.get(type) ?? null;
}

/**
 * Compares with the signed type, exactly: `…/v1` is neither `…/V1` nor `…/v1/` (attacks B06). Where nothing was asked for, the
 * check passes and its facts say `any`.
 */
export function checkPredicateType(statement: Statement, wanted: string | null, at: Locator): Check {
  const facts = {
    predicateType: escapeText(statement.predicateType),
    wanted: wanted === null ? 'any' : escapeText(wanted),
  };
  if (wanted === null || statement.predicateType === wanted) return passed('statement.predicate', at, facts);
  const detail = `the predicate is of type "${facts.predicateType}", not "${facts.wanted}"`;
  return notPassed('statement.predicate', at, 'predicate-type-mismatch', detail, facts);
}

/** What holds no statement has no predicate of the type that was asked for either. */
export function noPredicate(wanted: string, at: Locator): Check {
  const detail = `the evidence holds no statement, and so no predicate of type "${escapeText(wanted)}"`;
  return notPassed('statement.predicate', at, 'predicate-type-mismatch', detail, {
    predicateType: null,
    wanted: escapeText(wanted),
  });
}
