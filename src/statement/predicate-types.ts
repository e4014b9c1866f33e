// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LOCK_SIGNATURE_TYPE } from '../encoding/lock-format.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { Statement } from '../model/statement.ts';

export { PREDICATE_TYPE_NAMES, resolvePredicateType } from '../model/predicate-type-names.ts';

export const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';
export const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
const SLSA_PROVENANCE_V01 = 'https://slsa.dev/provenance/v0.1';
export const SPDX = 'https://spdx.dev/Document';
export const SPDX_V2_2 = 'https://spdx.dev/Document/v2.2';
export const SPDX_V2_3 = 'https://spdx.dev/Document/v2.3';
export const SPDX_V3 = 'https://spdx.dev/Document/v3';
const CYCLONEDX = 'https://cyclonedx.org/bom';
export const CYCLONEDX_TYPES = [
  CYCLONEDX,
  'https://cyclonedx.org/bom/v1.4',
  'https://cyclonedx.org/bom/v1.5',
  'https://cyclonedx.org/bom/v1.6',
  'https://cyclonedx.org/bom/v1.7',
] as const;
export const OPENVEX = 'https://openvex.dev/ns';
export const OPENVEX_V0_0_1 = 'https://openvex.dev/ns/v0.0.1';
export const OPENVEX_V0_2_0 = 'https://openvex.dev/ns/v0.2.0';
export const VSA_V1 = 'https://slsa.dev/verification_summary/v1';
/** in-toto simple verification result. */
export const SVR_V0_2 = 'https://in-toto.io/attestation/svr/v0.2';
export const VSA_V0_2 = 'https://slsa.dev/verification_summary/v0.2';
/** The specification has dropped `attribute-report` from its latest type. */
export const SCAI_TYPES = [
  'https://in-toto.io/attestation/scai/v0.3',
  'https://in-toto.io/attestation/scai/attribute-report/v0.3',
  'https://in-toto.io/attestation/scai/attribute-report/v0.2',
] as const;
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
export const VULNS_V0_1 = 'https://in-toto.io/attestation/vulns/v0.1';
export const VULNS_V0_2 = 'https://in-toto.io/attestation/vulns/v0.2';
export const COSIGN_VULN = 'https://cosign.sigstore.dev/attestation/vuln/v1';
export const LINK_V0_3 = 'https://in-toto.io/attestation/link/v0.3';
export const LINK_V1 = 'https://in-toto.io/Link/v1';
export const RELEASE_TYPES = [
  'https://in-toto.io/attestation/release/v0.1',
  'https://in-toto.io/attestation/release/v0.2',
] as const;
/** StellaOps names it so: it is no URI. */
export const PROMOTION_TYPE = 'stella.ops/promotion@v1';
/** The canonical digest of what a service offers (docs/DIGEST-PIN.md). */
export const PINNED_DIGEST_TYPE = 'urn:forensic-verify:predicate:pinned-digest:v1';
export const PYPI_PUBLISH = 'https://docs.pypi.org/attestations/publish/v1';
export const MODEL_SIGNING = 'https://model_signing/signature/v1.0';

/** What people call the types that are met most. For the report alone. */
const TITLES: ReadonlyMap<string, string> = new Map([
  [SLSA_PROVENANCE_V1, 'SLSA provenance v1'],
  [SLSA_PROVENANCE_V02, 'SLSA provenance v0.2'],
  [SLSA_PROVENANCE_V01, 'SLSA provenance v0.1'],
  [VSA_V1, 'SLSA verification summary v1'],
  [VSA_V0_2, 'SLSA verification summary v0.2'],
  [SVR_V0_2, 'simple verification result v0.2'],
  [LINK_V1, 'in-toto link v1'],
  [LINK_V0_3, 'in-toto link v0.3'],
  [SPDX, 'SPDX document'],
  [SPDX_V2_2, 'SPDX 2.2 document'],
  [SPDX_V2_3, 'SPDX 2.3 document'],
  [SPDX_V3, 'SPDX 3 document'],
  ...CYCLONEDX_TYPES.map((type): [string, string] => {
    const version = /[/]v(1[.][0-9])$/.exec(type)?.[1];
    return [type, version === undefined ? 'CycloneDX document' : `CycloneDX ${version} document`];
  }),
  [COSIGN_VULN, 'vulnerability scan'],
  [VULNS_V0_1, 'vulnerability scan v0.1'],
  [VULNS_V0_2, 'vulnerability scan v0.2'],
  [OPENVEX, 'OpenVEX document'],
  [OPENVEX_V0_0_1, 'OpenVEX v0.0.1 document'],
  [OPENVEX_V0_2_0, 'OpenVEX v0.2.0 document'],
  ...SCAI_TYPES.map((type): [string, string] => [type, `SCAI attribute report ${type.slice(-4)}`]),
  [TEST_RESULT, 'test result v0.1'],
  ...RELEASE_TYPES.map((type): [string, string] => [type, `release ${type.slice(-4)}`]),
  [LOCK_SIGNATURE_TYPE, 'lockfile signature v1'],
  [PROMOTION_TYPE, 'promotion v1'],
  [PINNED_DIGEST_TYPE, 'pinned digest v1'],
  [MODEL_SIGNING, 'model signing manifest v1.0'],
  ['https://cosign.sigstore.dev/attestation/v1', 'custom attestation'],
  ['https://github.com/npm/attestation/tree/main/specs/publish/v0.1', 'npm publish attestation'],
  [PYPI_PUBLISH, 'PyPI publish attestation'],
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
