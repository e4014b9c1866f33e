// SPDX-License-Identifier: Apache-2.0
import type { FindingCode } from '../model/findings.ts';
import type { ItemFacts } from '../model/report.ts';
import { PYPI_PUBLISH, SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02 } from '../statement/predicate-types.ts';

/** What PyPI's index calls the provenance of a file is its publish attestation: the workflow that built it is in the certificate. */
const PROVENANCE: readonly (string | null)[] = [SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02, PYPI_PUBLISH];

const UNREAD: readonly FindingCode[] = ['predicate-schema-broken', 'predicate-schema-unknown', 'predicate-absent'];

/**
 * Whether what is signed says how its subject was built. A test, a scan or a summary of somebody's verification says something
 * else; and npm's publish attestation only that the registry took the package in.
 */
export function isProvenance({ predicateType, findings }: ItemFacts): boolean {
  if (!PROVENANCE.includes(predicateType)) return false;
  return predicateType === PYPI_PUBLISH || !findings.some(({ code }) => UNREAD.includes(code));
}
