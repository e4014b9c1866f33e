// SPDX-License-Identifier: Apache-2.0

/**
 * Short names of `--type` and of `predicate_types` in policies: cosign's, and they mean what they mean there (`slsaprovenance` is
 * v0.2, `link` is the plain link); the others are ours, and mean the current version of what they name.
 */
export const PREDICATE_TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['slsaprovenance', 'https://slsa.dev/provenance/v0.2'],
  ['slsaprovenance02', 'https://slsa.dev/provenance/v0.2'],
  ['slsaprovenance1', 'https://slsa.dev/provenance/v1'],
  ['link', 'https://in-toto.io/Link/v1'],
  ['spdx', 'https://spdx.dev/Document'],
  ['spdxjson', 'https://spdx.dev/Document'],
  ['cyclonedx', 'https://cyclonedx.org/bom'],
  ['vuln', 'https://cosign.sigstore.dev/attestation/vuln/v1'],
  ['openvex', 'https://openvex.dev/ns'],
  ['custom', 'https://cosign.sigstore.dev/attestation/v1'],
  ['spdx2', 'https://spdx.dev/Document/v2.3'],
  ['spdx3', 'https://spdx.dev/Document/v3'],
  ['openvex02', 'https://openvex.dev/ns/v0.2.0'],
  ['vsa', 'https://slsa.dev/verification_summary/v1'],
  ['vsa02', 'https://slsa.dev/verification_summary/v0.2'],
  ['scai', 'https://in-toto.io/attestation/scai/v0.3'],
  ['test-result', 'https://in-toto.io/attestation/test-result/v0.1'],
  ['vulns', 'https://in-toto.io/attestation/vulns/v0.2'],
  ['link03', 'https://in-toto.io/attestation/link/v0.3'],
  ['release', 'https://in-toto.io/attestation/release/v0.1'],
  ['lockfile-signature', 'urn:forensic-verify:predicate:lockfile-signature:v1'],
  ['pinned-digest', 'urn:forensic-verify:predicate:pinned-digest:v1'],
  ['promotion', 'stella.ops/promotion@v1'],
  ['model-signing', 'https://model_signing/signature/v1.0'],
]);

/** A type that is no URI, and known all the same. */
const KNOWN = 'stella.ops/promotion@v1';
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/;

/** The URI that a short name stands for, or the URI itself; null where it is neither. */
export function resolvePredicateType(text: string): string | null {
  return PREDICATE_TYPE_NAMES.get(text) ?? (URI.test(text) || text === KNOWN ? text : null);
}
