// SPDX-License-Identifier: Apache-2.0

/** The documents of in-toto's predicate directory that may stand in the media type (in-toto attestation v1, envelope). */
const PREDICATES = [
  'cyclonedx',
  'link',
  'provenance',
  'reference',
  'release',
  'runtime-trace',
  'scai',
  'spdx',
  'spdx2',
  'spdx3',
  'svr',
  'test-result',
  'vsa',
  'vuln',
  'vulns_02',
];

const PAYLOAD_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.in-toto+json',
  // StellaOps' promotion, bare or as a statement.
  'StellaOps.PromotionAttestation@1',
  ...PREDICATES.map((name) => `application/vnd.in-toto.${name}+json`),
]);

/** An exact list, compared as it stands: no case folding, no parameters, no white space (attacks B04). */
export function isStatementPayloadType(payloadType: string): boolean {
  return PAYLOAD_TYPES.has(payloadType);
}
